// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/report/reportfile.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/overloads.h"
#include "core/jsontext.h"
#include "core/report/lineids.h"
#include "exchange/document/filekind.h"

#include <new>

namespace zhibao {

namespace {

constexpr int firstReportVersion = 1; // without the ids of lines
constexpr int knownReportVersion = 2;
constexpr qint64 largestRead = reportFileLimit + 44 * 1024 * 1024; // bytes: what is no report is told as what it is
// Longer arrays are read an element at a time, so that a table of any length is never held as a tree of JSON.
constexpr qsizetype longArray = 1024 * 1024; // bytes

Error tooLargeReport(const QString &path)
{
    return {ErrorCode::FileTooLarge, {path, QString::number(reportFileLimit / (1024 * 1024))}};
}

QString formatName()
{
    return QStringLiteral("zhibao.report");
}

// Reads the forms of a report by the notice, and remembers the keys the notice does not know.
class FormReader {
public:
    FormReader(const Form &form, QStringList &ignored, QSet<LineId> *ids)
        : m_form(form)
        , m_ignored(ignored)
        , m_ids(ids)
    {
    }

    FormAnswer read(ObjectReader reader)
    {
        FormAnswer answer;
        std::visit(Overloads{[&](const TableForm &form) { readTable(form, answer, reader); },
                       [&](const OutlineForm &form) { readOutline(form, answer, reader); }},
            m_form.kind);
        m_ignored += reader.unread();
        return answer;
    }

private:
    static void put(Texts &texts, ObjectReader &reader, const QString &key)
    {
        const QString text = reader.text(key);
        if (!text.isEmpty())
            texts.insert(key, text);
    }

    void readTable(const TableForm &form, FormAnswer &answer, ObjectReader &reader)
    {
        put(answer.fields, reader, field::contact);
        reader.eachObject(QStringLiteral("rows"), [&](ObjectReader &row) { answer.rows.append(readRow(form, row)); });
    }

    void readOutline(const OutlineForm &form, FormAnswer &answer, ObjectReader &reader)
    {
        for (const OutlineField &one : form.fields)
            put(answer.fields, reader, one.id);
        answer.sections = readSections(form, reader);
    }

    // Two lines of a report never have the same.
    LineId readId(ObjectReader &reader)
    {
        const QString key = QStringLiteral("id");
        if (!m_ids || !reader.has(key))
            return {};
        const std::optional<LineId> id = lineIdFrom(reader.text(key));
        if (!id)
            reader.fail(key, QStringLiteral("bad-id"));
        else if (m_ids->contains(*id))
            reader.fail(key, QStringLiteral("duplicate-id"));
        else
            m_ids->insert(*id);
        return id.value_or(LineId());
    }

    Row readRow(const TableForm &form, ObjectReader &reader)
    {
        Row row;
        row.id = readId(reader);
        for (const Column &column : form.columns) {
            if (!column.serial && !column.repeating)
                put(row.cells, reader, column.id);
        }
        if (!form.repeatingGroup.isEmpty()) {
            reader.eachObject(
                form.repeatingGroup, [&](ObjectReader &entry) { row.entries.append(readEntry(form, entry)); });
        }
        m_ignored += reader.unread();
        return row;
    }

    Entry readEntry(const TableForm &form, ObjectReader &reader)
    {
        Entry entry;
        entry.id = readId(reader);
        for (const Column &column : form.columns) {
            if (column.repeating)
                put(entry, reader, column.id);
        }
        m_ignored += reader.unread();
        return entry;
    }

    QStringList readSections(const OutlineForm &form, ObjectReader &reader)
    {
        const QString key = QStringLiteral("sections");
        QStringList sections = reader.texts(key);
        // A text that no heading waits for must not be dropped silently.
        if (sections.size() > form.sections.size())
            reader.failAt(QStringLiteral("%1[%2]").arg(reader.pathOf(key)).arg(form.sections.size()),
                QStringLiteral("unknown-key"));
        while (sections.size() < form.sections.size())
            sections.append(QString());
        return sections;
    }

    const Form &m_form;
    QStringList &m_ignored;
    QSet<LineId> *m_ids; // of the lines read so far; null where the file's version has none
};

// What stands in front of the forms: the version, or the error that keeps the file from being read at all.
Result<int> readHead(ObjectReader &reader, const std::optional<JsonFault> &fault, const QString &path)
{
    const QString format = reader.text(QStringLiteral("format"));
    const int version
        = reader.has(QStringLiteral("version")) ? reader.integer(QStringLiteral("version")) : firstReportVersion;
    if (fault)
        return Error{ErrorCode::WrongType, {path, fault->path, fault->kind}};
    if (format != formatName())
        return Error{ErrorCode::WrongFormat, {path, format, formatName()}};
    if (version > knownReportVersion)
        return Error{ErrorCode::NewerVersion, {path, QString::number(version), QString::number(knownReportVersion)}};
    if (version < firstReportVersion)
        return Error{ErrorCode::WrongType, {path, QStringLiteral("version"), QStringLiteral("integer")}};
    return version;
}

} // namespace

Result<ReportFile> parseReport(
    const QByteArray &json, const QString &path, const QList<Notice> &notices, TextsCome texts, qsizetype values)
{
    if (json.size() > reportFileLimit)
        return tooLargeReport(path);
    const Result<JsonText> text = JsonText::read(json, path, {values, longArray});
    if (!text)
        return text.error();
    std::optional<JsonFault> fault;
    ObjectReader reader(*text, fault, texts);
    const Result<int> version = readHead(reader, fault, path);
    if (!version)
        return version.error();

    ReportFile file;
    file.report.notice = reader.text(QStringLiteral("notice"));
    file.report.unit = reader.text(QStringLiteral("unit"));
    file.report.occasion = reader.text(QStringLiteral("occasion"));
    if (fault)
        return Error{ErrorCode::WrongType, {path, fault->path, fault->kind}};
    const QString named = reader.text(definitionMember);
    const QByteArray definition = QByteArray::fromHex(named.toLatin1());
    const bool isDigest = hexadecimal(definition) == named.toLower();
    const Notice *notice = isDigest ? findNotice(notices, file.report.notice, definition) : nullptr;
    // One that is not known here: what the file says is taken as the answer to the one that is.
    if (!notice && (notice = findNotice(notices, file.report.notice, {})))
        file.ignored.append(definitionMember);
    if (!notice)
        return Error{ErrorCode::NoticeUnknown, {path, file.report.notice}};
    if (const Result<void> fits = checkOccasion(*notice, file.report.occasion, path); !fits)
        return fits.error();
    file.report.definition = notice->definition();
    QSet<LineId> ids;
    QSet<LineId> *readIds = *version > firstReportVersion ? &ids : nullptr;
    for (const Form &form : notice->forms) {
        if (reader.has(form.id))
            file.report.forms.insert(form.id, FormReader(form, file.ignored, readIds).read(reader.object(form.id)));
    }
    if (fault)
        return Error{ErrorCode::WrongType, {path, fault->path, fault->kind}};
    file.ignored += reader.unread();
    file.replaced = reader.replaced();
    return file;
}

namespace {

Result<ReportFile> readWithinMemory(const QString &path, const QList<Notice> &notices)
{
    const Result<QByteArray> bytes = readWhole(path, largestRead);
    if (!bytes && bytes.error().code == ErrorCode::FileTooLarge)
        return tooLargeReport(path);
    if (!bytes)
        return bytes.error();
    Result<ReportFile> file = parseReport(*bytes, path, notices);
    if (!file)
        return orOtherKind(file.error(), path, *bytes, FileKind::Report);
    return file;
}

} // namespace

Result<ReportFile> readReportFile(const QString &path, const QList<Notice> &notices)
{
    try {
        return readWithinMemory(path, notices);
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::MemoryFull, {path}};
    }
}

} // namespace zhibao
