// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdfcontents.h"

#include "exchange/document/limitedtool.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype longestContents = 128 * 1024 * 1024; // bytes; 3,000 rows take 6 MiB
constexpr int deepest = 100; // of values that stand for others, and of nodes above a page

using PartKind = ForeignPart::Kind;

// As qpdf writes it ("12 0 R"); names begin with a slash there, and texts with "u:" or "b:".
bool isReference(const QJsonValue &value)
{
    static const QRegularExpression form(QStringLiteral("^[0-9]+ [0-9]+ R$"));
    return value.isString() && form.match(value.toString()).hasMatch();
}

// One file's side of a comparison.
class Side {
public:
    explicit Side(const PdfContents &contents)
        : m_contents(contents)
    {
        for (qsizetype i = 0; i < contents.pages.size(); ++i)
            m_pages.insert(contents.pages[i], i);
    }

    // An object: { "value": … } or { "stream": { "dict": …, "data": … } }.
    QJsonObject object(const QString &reference) const
    {
        return m_contents.objects.value(QStringLiteral("obj:") + reference).toObject();
    }
    QJsonObject stream(const QJsonValue &reference) const
    {
        return object(reference.toString()).value(QStringLiteral("stream")).toObject();
    }
    // What a value is in the end; of a stream its dictionary.
    QJsonValue resolved(QJsonValue value) const
    {
        for (int depth = 0; depth < deepest && isReference(value); ++depth) {
            const QJsonObject found = object(value.toString());
            const bool isStream = found.contains(QStringLiteral("stream"));
            value = isStream ? found.value(QStringLiteral("stream"))[QStringLiteral("dict")]
                             : found.value(QStringLiteral("value"));
        }
        return value;
    }
    QJsonObject page(qsizetype number) const { return resolved(m_contents.pages[number]).toObject(); }
    // What the page or the nodes above it say.
    QJsonValue inherited(qsizetype number, const QString &key) const
    {
        QJsonObject node = page(number);
        for (int depth = 0; depth < deepest && !node.contains(key); ++depth)
            node = resolved(node.value(QStringLiteral("/Parent"))).toObject();
        return node.value(key);
    }
    QJsonObject trailer() const
    {
        return m_contents.objects.value(QStringLiteral("trailer"))[QStringLiteral("value")].toObject();
    }
    QJsonObject catalogue() const { return resolved(trailer().value(QStringLiteral("/Root"))).toObject(); }
    QJsonObject information() const { return resolved(trailer().value(QStringLiteral("/Info"))).toObject(); }
    qsizetype pageCount() const { return m_contents.pages.size(); }
    // -1: no page.
    qsizetype pageOf(const QString &reference) const { return m_pages.value(reference, -1); }

private:
    const PdfContents &m_contents;
    QHash<QString, qsizetype> m_pages;
};

// What the content of a page is drawn by; nothing where it is not decoded.
std::optional<QByteArray> operatorsOf(const Side &side, qsizetype page)
{
    const QJsonValue said = side.page(page).value(QStringLiteral("/Contents"));
    const QJsonValue list = side.stream(said).isEmpty() ? side.resolved(said) : QJsonArray{said};
    QByteArrayList parts;
    const QJsonArray references = list.toArray();
    for (const QJsonValue &reference : references) {
        const QJsonObject stream = side.stream(reference);
        if (stream.isEmpty()
            || !stream.value(QStringLiteral("dict")).toObject().value(QStringLiteral("/Filter")).isUndefined())
            return std::nullopt;
        parts.append(QByteArray::fromBase64(stream.value(QStringLiteral("data")).toString().toLatin1()));
    }
    return parts.join('\n');
}

// Whether values of two files are the same, with all that they refer to. Objects that refer to one another are the same
// until a difference is found.
class Comparison {
public:
    Comparison(const Side &given, const Side &made)
        : m_given(given)
        , m_made(made)
    {
    }

    bool isSame(const QJsonValue &given, const QJsonValue &made)
    {
        m_pending.clear();
        if (!isSameValue(given, made, 0))
            return false;
        while (!m_pending.isEmpty()) {
            const auto [one, other] = m_pending.takeLast();
            if (!isSameObject(m_given.object(one), m_made.object(other)))
                return false;
        }
        return true;
    }

    bool isSamePage(qsizetype page)
    {
        const auto paper = [&](const Side &side) { return side.inherited(page, QStringLiteral("/MediaBox")); };
        const auto shown = [&](const Side &side) {
            const QJsonValue box = side.inherited(page, QStringLiteral("/CropBox"));
            return box.isUndefined() ? paper(side) : box;
        };
        const auto resources = [&](const Side &side) {
            QJsonObject all = side.resolved(side.inherited(page, QStringLiteral("/Resources"))).toObject();
            all.remove(QStringLiteral("/ProcSet")); // obsolete, says nothing
            return all;
        };
        const std::optional<QByteArray> operators = operatorsOf(m_given, page);
        return operators && operators == operatorsOf(m_made, page) && isSame(paper(m_given), paper(m_made))
            && isSame(shown(m_given), shown(m_made)) && isSame(resources(m_given), resources(m_made));
    }

private:
    bool isSameObject(const QJsonObject &given, const QJsonObject &made)
    {
        const QJsonObject one = given.value(QStringLiteral("stream")).toObject();
        const QJsonObject other = made.value(QStringLiteral("stream")).toObject();
        if (one.isEmpty() && other.isEmpty())
            return isSameValue(given.value(QStringLiteral("value")), made.value(QStringLiteral("value")), 0);
        const QString data = QStringLiteral("data");
        return one.value(data) == other.value(data) && isSameDictionary(dictionaryOf(one), dictionaryOf(other), 0);
    }

    // How long the stream was, and what it was decoded by, is not what it holds; what could not be decoded is.
    static QJsonObject dictionaryOf(const QJsonObject &stream)
    {
        QJsonObject dictionary = stream.value(QStringLiteral("dict")).toObject();
        dictionary.remove(QStringLiteral("/Length"));
        return dictionary;
    }

    bool isSameDictionary(const QJsonObject &given, const QJsonObject &made, int depth)
    {
        if (given.keys() != made.keys())
            return false;
        for (auto member = given.begin(); member != given.end(); ++member) {
            if (!isSameValue(member.value(), made.value(member.key()), depth + 1))
                return false;
        }
        return true;
    }

    bool isSameValue(const QJsonValue &given, const QJsonValue &made, int depth)
    {
        if (depth > deepest)
            return false;
        if (isReference(given) && isReference(made))
            return isSameReference(given.toString(), made.toString());
        if (isReference(given) || isReference(made))
            return isSameValue(m_given.resolved(given), m_made.resolved(made), depth + 1);
        if (given.isObject() && made.isObject())
            return isSameDictionary(given.toObject(), made.toObject(), depth);
        if (!given.isArray() || !made.isArray())
            return given == made;
        const QJsonArray one = given.toArray();
        const QJsonArray other = made.toArray();
        return std::equal(one.begin(), one.end(), other.begin(), other.end(),
            [&](const QJsonValue &left, const QJsonValue &right) { return isSameValue(left, right, depth + 1); });
    }

    bool isSameReference(const QString &given, const QString &made)
    {
        const qsizetype page = m_given.pageOf(given);
        if (page >= 0 || m_made.pageOf(made) >= 0)
            return page == m_made.pageOf(made);
        if (!m_assumed.contains({given, made})) {
            m_assumed.insert({given, made});
            m_pending.append({given, made});
        }
        return true;
    }

    const Side &m_given;
    const Side &m_made;
    QSet<std::pair<QString, QString>> m_assumed;
    QList<std::pair<QString, QString>> m_pending;
};

// A program that saves a file may leave its own name, as far as that says nothing to people here.
const QString programName = QStringLiteral("(质报 )?[ -;=?-~]{0,100}");

bool isSetByPrograms(const QString &key, const QString &value)
{
    static const QRegularExpression date(QStringLiteral("^u:D:[0-9Z+'-]{0,30}$"));
    static const QRegularExpression name(QStringLiteral("^u:%1$").arg(programName));
    if (key == u"/CreationDate" || key == u"/ModDate")
        return date.match(value).hasMatch();
    if (key == u"/Creator" || key == u"/Producer")
        return name.match(value).hasMatch();
    return key == u"/Trapped" && value == u"/False";
}

bool isSameInformation(const Side &given, const Side &made)
{
    const QJsonObject said = given.information();
    const QJsonObject wanted = made.information();
    const QStringList keys = said.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) {
        const QJsonValue value = given.resolved(said.value(key));
        const QString text = value.toString();
        return text == u"u:" || isSetByPrograms(key, text)
            || (value.isString() && value == made.resolved(wanted.value(key)));
    });
}

// The XMP packet, without what programs set.
QString packetOf(const Side &side)
{
    const QJsonValue reference = side.catalogue().value(QStringLiteral("/Metadata"));
    const QByteArray data
        = QByteArray::fromBase64(side.stream(reference).value(QStringLiteral("data")).toString().toLatin1());
    static const QRegularExpression dates(
        QStringLiteral("<(xmp:(Create|Modify|Metadata)Date)>[0-9TZ:.+-]{0,30}</\\1>"));
    static const QRegularExpression names(QStringLiteral("<(xmp:CreatorTool|pdf:Producer)>%1</\\1>").arg(programName));
    return QString::fromUtf8(data).remove(dates).remove(names).trimmed();
}

} // namespace

Result<PdfContents> pdfContents(const QString &path)
{
    const Result<QByteArray> json = toolOutput(QStringLiteral("qpdf"),
        {QStringLiteral("--json=2"), QStringLiteral("--json-key=qpdf"), QStringLiteral("--json-key=pages"),
            QStringLiteral("--json-stream-data=inline"), QStringLiteral("--decode-level=generalized")},
        path, {}, longestContents);
    if (!json)
        return json.error();
    const QJsonObject root = QJsonDocument::fromJson(*json).object();
    PdfContents contents{root.value(QStringLiteral("qpdf")).toArray().at(1).toObject(), {}};
    const QJsonArray pages = root.value(QStringLiteral("pages")).toArray();
    for (const QJsonValue &page : pages)
        contents.pages.append(page[QStringLiteral("object")].toString());
    if (contents.objects.isEmpty())
        return Error{ErrorCode::DocumentUnreadable, {path}};
    return contents;
}

PdfLikeness compareContents(const PdfContents &given, const PdfContents &made)
{
    const Side one(given);
    const Side other(made);
    Comparison comparison(one, other);
    if (one.pageCount() != other.pageCount())
        return {};
    for (qsizetype page = 0; page < one.pageCount(); ++page) {
        if (!comparison.isSamePage(page))
            return {};
    }
    PdfLikeness likeness{true};
    const QJsonObject said = one.catalogue();
    const QJsonObject wanted = other.catalogue();
    const auto isKept = [&](const QString &key) {
        return !said.contains(key) || comparison.isSame(said.value(key), wanted.value(key));
    };
    if (!isKept(QStringLiteral("/Outlines")))
        likeness.foreign.append({PartKind::Bookmarks});
    const bool isTold = isSameInformation(one, other)
        && (!said.contains(QStringLiteral("/Metadata")) || packetOf(one) == packetOf(other));
    if (!isTold)
        likeness.foreign.append({PartKind::Properties});
    for (const QString &key :
        {QStringLiteral("/Lang"), QStringLiteral("/OutputIntents"), QStringLiteral("/ViewerPreferences")}) {
        if (!isKept(key))
            likeness.foreign.append({PartKind::Other, key});
    }
    return likeness;
}

} // namespace zhibao
