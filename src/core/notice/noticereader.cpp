// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/notice/noticereader.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/overloads.h"
#include "core/json.h"
#include "core/report/report.h"

#include <QRegularExpression>

namespace zhibao {

namespace {

constexpr int knownVersion = 1;
constexpr int headerDepthLimit = 8; // more levels than a page could show
constexpr qsizetype countLimit = 200; // forms, columns of a form, headings of a form: more than anybody fills in
constexpr qsizetype labelLimit = 1'000; // UTF-16 units

QString formatName()
{
    return QStringLiteral("zhibao.notice");
}

bool isIdentifier(const QString &id)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z][A-Za-z0-9_-]*\\z"));
    return pattern.match(id).hasMatch();
}

// Members every definition must have and say something in.
QString label(ObjectReader &reader, const QString &key)
{
    const QString text = reader.require(key).text(key);
    if (reader.has(key) && text.trimmed().isEmpty())
        reader.fail(key, QStringLiteral("empty"));
    if (text.size() > labelLimit)
        reader.fail(key, QStringLiteral("too-long"));
    return text;
}

QDate date(ObjectReader &reader, const QString &key)
{
    const QDate result = QDate::fromString(label(reader, key), Qt::ISODate);
    if (!result.isValid())
        reader.fail(key, QStringLiteral("date"));
    return result;
}

void refuseUnread(ObjectReader &reader)
{
    const QStringList unread = reader.unread();
    for (const QString &path : unread)
        reader.failAt(path, QStringLiteral("unknown-key"));
}

// An id that is a key of the report file: well-formed, not one the file has a meaning for, and used once.
QString identifier(ObjectReader &reader, const QString &key, QSet<QString> &used)
{
    const QString id = label(reader, key);
    if (!isIdentifier(id))
        reader.fail(key, QStringLiteral("bad-id"));
    const qsizetype before = used.size();
    used.insert(id);
    if (used.size() == before)
        reader.fail(key, QStringLiteral("duplicate-id"));
    return id;
}

QStringList keywordsOf(ObjectReader &reader)
{
    const QString key = QStringLiteral("keywords");
    const QStringList keywords = reader.texts(key);
    for (qsizetype i = 0; i < keywords.size(); ++i) {
        if (keywords[i].trimmed().isEmpty())
            reader.failAt(QStringLiteral("%1[%2]").arg(reader.pathOf(key)).arg(i), QStringLiteral("empty"));
    }
    return keywords;
}

// Reads the header of a table form: one or more levels, leaves in print order.
class HeaderReader {
public:
    explicit HeaderReader(TableForm &form)
        : m_form(form)
    {
        // These stand beside the cells' keys in the report file.
        m_ids = {QStringLiteral("rows"), field::contact, QStringLiteral("id"), QStringLiteral("files")};
    }

    void read(ObjectReader &reader)
    {
        m_form.headerDepth = 1;
        reader.require(QStringLiteral("header"));
        m_form.header = cells(reader, QStringLiteral("header"), 1, false);
        if (m_columns == 0)
            reader.fail(QStringLiteral("header"), QStringLiteral("no-columns"));
        if (m_form.columns.size() > countLimit)
            reader.fail(QStringLiteral("header"), QStringLiteral("too-many"));
        normaliseWidths();
    }

private:
    QList<HeaderCell> cells(ObjectReader &reader, const QString &key, int level, bool repeating)
    {
        QList<HeaderCell> result;
        if (level > headerDepthLimit) {
            reader.fail(key, QStringLiteral("too-deep"));
            return result;
        }
        m_form.headerDepth = qMax(m_form.headerDepth, level);
        reader.eachObject(key, [&](ObjectReader &cell) {
            result.append(
                cell.has(QStringLiteral("children")) ? branch(cell, level, repeating) : leaf(cell, repeating));
            refuseUnread(cell);
        });
        return result;
    }

    HeaderCell branch(ObjectReader &reader, int level, bool repeating)
    {
        HeaderCell cell;
        cell.label = label(reader, QStringLiteral("label"));
        const QString repeats = QStringLiteral("repeats");
        if (reader.has(repeats)) {
            if (repeating)
                reader.fail(repeats, QStringLiteral("nested-repeating-group"));
            else if (!m_form.repeatingGroup.isEmpty())
                reader.fail(repeats, QStringLiteral("second-repeating-group"));
            cell.repeats = identifier(reader, repeats, m_ids);
            m_form.repeatingGroup = cell.repeats;
            m_form.repeatingGroupLabel = cell.label;
        }
        cell.children = cells(reader, QStringLiteral("children"), level + 1, repeating || !cell.repeats.isEmpty());
        if (cell.children.isEmpty())
            reader.fail(QStringLiteral("children"), QStringLiteral("no-columns"));
        return cell;
    }

    HeaderCell leaf(ObjectReader &reader, bool repeating)
    {
        HeaderCell cell;
        cell.label = label(reader, QStringLiteral("label"));
        cell.width = reader.require(QStringLiteral("width")).number(QStringLiteral("width"));
        if (!(cell.width > 0))
            reader.fail(QStringLiteral("width"), QStringLiteral("not-positive"));
        cell.serial = reader.boolean(QStringLiteral("serial"));
        if (cell.serial) {
            if (repeating || m_serial)
                reader.fail(QStringLiteral("serial"), QStringLiteral("second-serial"));
            m_serial = true;
        } else {
            cell.id = identifier(reader, QStringLiteral("id"), m_ids);
            cell.required = reader.boolean(QStringLiteral("required"));
            ++m_columns;
        }
        cell.keywords = keywordsOf(reader);
        m_form.columns.append({cell.id, cell.label, cell.serial, cell.required, repeating, cell.width, cell.keywords});
        return cell;
    }

    void normaliseWidths()
    {
        double total = 0;
        for (const Column &column : std::as_const(m_form.columns))
            total += column.width;
        for (Column &column : m_form.columns)
            column.width = total > 0 ? column.width / total : 0;
    }

    TableForm &m_form;
    QSet<QString> m_ids;
    int m_columns = 0; // that hold text
    bool m_serial = false;
};

TableForm readTable(ObjectReader &reader)
{
    TableForm form;
    form.unitLabel = label(reader, QStringLiteral("unitLabel"));
    form.contactLabel = label(reader, QStringLiteral("contactLabel"));
    HeaderReader(form).read(reader);
    if (form.repeatingGroup.isEmpty())
        form.entryNoun = reader.text(QStringLiteral("entryNoun"));
    else
        form.entryNoun = label(reader, QStringLiteral("entryNoun"));
    return form;
}

Section readSection(ObjectReader &reader)
{
    Section section;
    section.heading = label(reader, QStringLiteral("heading"));
    section.guidance = reader.text(QStringLiteral("guidance"));
    section.keywords = keywordsOf(reader);
    refuseUnread(reader);
    return section;
}

OutlineForm readOutline(ObjectReader &reader)
{
    OutlineForm form;
    const QString sections = QStringLiteral("sections");
    reader.require(sections).eachObject(
        sections, [&](ObjectReader &section) { form.sections.append(readSection(section)); });
    if (form.sections.isEmpty())
        reader.fail(sections, QStringLiteral("empty"));
    if (form.sections.size() > countLimit)
        reader.fail(sections, QStringLiteral("too-many"));
    form.limit = reader.integer(QStringLiteral("limit"));
    if (reader.has(QStringLiteral("limit")) && form.limit <= 0)
        reader.fail(QStringLiteral("limit"), QStringLiteral("not-positive"));
    form.closingLine = reader.text(QStringLiteral("closingLine"));
    form.defaultTitle = reader.text(QStringLiteral("defaultTitle"));
    form.defaultAddressee = reader.text(QStringLiteral("defaultAddressee"));
    form.filledTitle = reader.text(QStringLiteral("filledTitle"));
    return form;
}

// A definition that does not say it means a table across the page and an outline down it.
Orientation orientation(ObjectReader &reader, Orientation usual)
{
    const QString key = QStringLiteral("orientation");
    if (!reader.has(key))
        return usual;
    const QString text = label(reader, key);
    if (text == QLatin1String("landscape"))
        return Orientation::Landscape;
    if (text != QLatin1String("portrait"))
        reader.fail(key, QStringLiteral("unknown-kind"));
    return Orientation::Portrait;
}

Form readForm(ObjectReader &reader, QSet<QString> &ids)
{
    Form form;
    form.id = identifier(reader, QStringLiteral("id"), ids);
    form.mark = label(reader, QStringLiteral("mark"));
    form.title = label(reader, QStringLiteral("title"));
    form.shortTitle = label(reader, QStringLiteral("shortTitle"));
    form.deadline = date(reader, QStringLiteral("deadline"));
    form.deadlineWords = label(reader, QStringLiteral("deadlineWords"));
    const QString kind = label(reader, QStringLiteral("kind"));
    if (kind == QLatin1String("table")) {
        form.kind = readTable(reader);
    } else if (kind == QLatin1String("outline")) {
        form.kind = readOutline(reader);
    } else {
        reader.fail(QStringLiteral("kind"), QStringLiteral("unknown-kind"));
    }
    form.orientation = orientation(reader,
        std::visit(Overloads{[](const TableForm &) { return Orientation::Landscape; },
                       [](const OutlineForm &) { return Orientation::Portrait; }},
            form.kind));
    refuseUnread(reader);
    return form;
}

Notice readMembers(ObjectReader &reader)
{
    Notice notice;
    notice.number = label(reader, QStringLiteral("number"));
    notice.title = label(reader, QStringLiteral("title"));
    notice.issuer = label(reader, QStringLiteral("issuer"));
    notice.subject = reader.text(QStringLiteral("subject"));
    notice.issued = date(reader, QStringLiteral("issued"));
    const QString occasion = QStringLiteral("occasion");
    const std::optional<OccasionKind> kind
        = reader.has(occasion) ? occasionKindNamed(reader.text(occasion)) : OccasionKind::Once;
    if (!kind)
        reader.fail(occasion, QStringLiteral("unknown-kind"));
    notice.occasion = kind.value_or(OccasionKind::Once);
    const QString recipientKey = QStringLiteral("recipient");
    ObjectReader recipient = reader.require(recipientKey).object(recipientKey);
    notice.recipient = label(recipient, QStringLiteral("name"));
    notice.recipientPerson = recipient.text(QStringLiteral("person"));
    notice.recipientTelephone = recipient.text(QStringLiteral("telephone"));
    notice.recipientMail = recipient.text(QStringLiteral("mail"));
    refuseUnread(recipient);
    // What a report file says beside its forms.
    QSet<QString> ids{QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("notice"),
        QStringLiteral("unit"), QStringLiteral("occasion"), QStringLiteral("definition")};
    const QString forms = QStringLiteral("forms");
    reader.require(forms).eachObject(forms, [&](ObjectReader &form) { notice.forms.append(readForm(form, ids)); });
    if (notice.forms.isEmpty())
        reader.fail(forms, QStringLiteral("empty"));
    if (notice.forms.size() > countLimit)
        reader.fail(forms, QStringLiteral("too-many"));
    refuseUnread(reader);
    return notice;
}

} // namespace

Result<Notice> readNotice(const QByteArray &json, const QString &path)
{
    const Result<QJsonObject> object = readJson(json, path);
    if (!object)
        return object.error();
    std::optional<JsonFault> fault;
    ObjectReader reader(*object, QString(), fault);
    const QString format = reader.text(QStringLiteral("format"));
    if (format != formatName())
        return Error{ErrorCode::WrongFormat, {path, format, formatName()}};
    const int version = reader.require(QStringLiteral("version")).integer(QStringLiteral("version"));
    if (version > knownVersion)
        return Error{ErrorCode::NewerVersion, {path, QString::number(version), QString::number(knownVersion)}};
    if (version < knownVersion)
        reader.fail(QStringLiteral("version"), QStringLiteral("integer"));
    Notice notice = readMembers(reader);
    if (fault)
        return Error{ErrorCode::NoticeMalformed, {path, fault->path, fault->kind}};
    notice.json = json;
    notice.digest = digestOfBytes(json, DigestAlgorithm::Sha256);
    return notice;
}

Result<Notice> readNoticeFile(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, noticeFileLimit);
    return bytes ? readNotice(*bytes, path) : Result<Notice>(bytes.error());
}

bool isNoticeFile(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, noticeFileLimit);
    const Result<QJsonObject> object = bytes ? readJson(*bytes, path) : Result<QJsonObject>(bytes.error());
    return object && object->value(QStringLiteral("format")).toString() == formatName();
}

} // namespace zhibao
