// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/notice/noticereader.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/overloads.h"
#include "core/json.h"
#include "core/report/report.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

constexpr int knownVersion = 1;
constexpr int headerDepthLimit = 8; // more levels than a page could show
constexpr qsizetype countLimit = 200; // forms, columns of a form, headings of a form: more than anybody fills in
constexpr int mostDecimals = 15; // of a number: more than anything is measured to
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
        if (!cell.serial)
            readType(reader, m_form.columns.last());
        return cell;
    }

    // What a column takes, and of what kind of it. A key that the type has no use for is unknown.
    static void readType(ObjectReader &reader, Column &column)
    {
        const QString key = QStringLiteral("type");
        if (!reader.has(key))
            return;
        const QString name = label(reader, key);
        constexpr std::array types{ColumnType::Text, ColumnType::Date, ColumnType::Integer, ColumnType::Decimal,
            ColumnType::Choice, ColumnType::YesNo};
        const auto *const type
            = std::find_if(types.begin(), types.end(), [&](ColumnType known) { return nameOf(known) == name; });
        if (type == types.end()) {
            reader.fail(key, QStringLiteral("unknown-kind"));
            return;
        }
        column.type = *type;
        if (column.isNumber()) {
            column.unit = reader.has(QStringLiteral("unit")) ? label(reader, QStringLiteral("unit")) : QString();
            column.total = reader.boolean(QStringLiteral("total"));
        }
        if (column.type == ColumnType::Decimal && reader.has(QStringLiteral("decimals"))) {
            column.decimals = reader.integer(QStringLiteral("decimals"));
            if (column.decimals < 1 || column.decimals > mostDecimals)
                reader.fail(QStringLiteral("decimals"), QStringLiteral("integer"));
        }
        if (column.type == ColumnType::Choice)
            column.choices = choicesOf(reader);
    }

    static QStringList choicesOf(ObjectReader &reader)
    {
        const QString key = QStringLiteral("choices");
        const QStringList choices = reader.require(key).texts(key);
        const auto fail = [&](qsizetype at, const QString &cause) {
            reader.failAt(QStringLiteral("%1[%2]").arg(reader.pathOf(key)).arg(at), cause);
        };
        for (qsizetype i = 0; i < choices.size(); ++i) {
            if (choices[i].trimmed().isEmpty())
                fail(i, QStringLiteral("empty"));
            if (choices[i].size() > labelLimit)
                fail(i, QStringLiteral("too-long"));
            if (choices.indexOf(choices[i]) < i)
                fail(i, QStringLiteral("duplicate-id"));
        }
        if (choices.isEmpty())
            reader.fail(key, QStringLiteral("empty"));
        if (choices.size() > countLimit)
            reader.fail(key, QStringLiteral("too-many"));
        return choices;
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

// Which of the single texts an outline form has, in any order: they are printed in the usual one.
QList<OutlineField> outlineFields(ObjectReader &reader)
{
    QList<OutlineField> fields = usualOutlineFields();
    const QString key = QStringLiteral("fields");
    if (!reader.has(key))
        return fields;
    QSet<QString> chosen;
    reader.eachObject(key, [&](ObjectReader &object) {
        const QString id = label(object, QStringLiteral("id"));
        const auto found = std::find_if(
            fields.begin(), fields.end(), [&](const OutlineField &candidate) { return candidate.id == id; });
        if (found == fields.end()) {
            object.fail(QStringLiteral("id"), QStringLiteral("unknown-kind"));
            return;
        }
        if (chosen.contains(id))
            object.fail(QStringLiteral("id"), QStringLiteral("duplicate-id"));
        chosen.insert(id);
        if (object.has(QStringLiteral("label")))
            found->label = label(object, QStringLiteral("label"));
        if (object.has(QStringLiteral("required")))
            found->required = object.boolean(QStringLiteral("required"));
        refuseUnread(object);
    });
    fields.removeIf([&](const OutlineField &candidate) { return !chosen.contains(candidate.id); });
    return fields;
}

// A rule that holds unless the definition says otherwise.
bool unlessDenied(ObjectReader &reader, const QString &key)
{
    return !reader.has(key) || reader.boolean(key);
}

OutlineForm readOutline(ObjectReader &reader)
{
    OutlineForm form;
    form.fields = outlineFields(reader);
    form.needsFigures = unlessDenied(reader, QStringLiteral("sectionsNeedFigures"));
    form.calendarDate = unlessDenied(reader, QStringLiteral("calendarDate"));
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

// A day of the calendar, or where the notice is answered once a period, one relative to that.
void readDeadline(ObjectReader &reader, Form &form, OccasionKind occasion)
{
    const QString key = QStringLiteral("deadline");
    const bool isPeriod = occasion != OccasionKind::Once && occasion != OccasionKind::Number;
    if (!isPeriod || !reader.isObject(key)) {
        form.deadline = date(reader, key);
        return;
    }
    ObjectReader relative = reader.object(key);
    const auto within = [&](const QString &name, int least, int most) {
        const int number = relative.require(name).integer(name);
        if (relative.has(name) && (number < least || number > most))
            relative.fail(name, QStringLiteral("integer"));
        return number;
    };
    constexpr int longestMonth = 31;
    constexpr int mostMonths = 12;
    form.relativeDeadline
        = {within(QStringLiteral("day"), 1, longestMonth), within(QStringLiteral("months"), 0, mostMonths)};
    refuseUnread(relative);
}

Form readForm(ObjectReader &reader, QSet<QString> &ids, OccasionKind occasion)
{
    Form form;
    form.id = identifier(reader, QStringLiteral("id"), ids);
    form.mark = label(reader, QStringLiteral("mark"));
    form.title = label(reader, QStringLiteral("title"));
    form.shortTitle = label(reader, QStringLiteral("shortTitle"));
    readDeadline(reader, form, occasion);
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
    reader.require(forms).eachObject(
        forms, [&](ObjectReader &form) { notice.forms.append(readForm(form, ids, notice.occasion)); });
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
