// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/jsontext.h"

#include "core/text/encoding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QSet>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

constexpr qsizetype depthLimit = 64;
constexpr qsizetype levelOfLongArrays = 3; // below the root's members

struct TextFault {
    qsizetype offset = 0;
    QString cause;
};

struct FoundArray {
    QString member;
    QString key;
    qsizetype begin = 0; // behind the bracket
    QList<qsizetype> ends; // of the elements: where a comma or the closing bracket stands
};

// What QJsonDocument lets pass: keys written twice (it keeps one text and drops the other), raw control characters
// and unknown escapes in strings; and what would cost it too much memory. Broken syntax is left to QJsonDocument.
class Scanner {
public:
    Scanner(const QByteArray &json, const JsonLimits &limits)
        : m_json(json)
        , m_limits(limits)
    {
    }

    std::optional<TextFault> scan()
    {
        for (m_at = 0; m_at < m_json.size() && !m_fault; ++m_at) {
            switch (m_json[m_at]) {
            case '"':
                scanString();
                break;
            case '{':
            case '[':
                open(m_json[m_at]);
                break;
            case '}':
            case ']':
                close(m_json[m_at]);
                break;
            case ',':
                countValue();
                if (m_array && m_levels.size() == levelOfLongArrays)
                    m_array->ends.append(m_at);
                break;
            default:
                break;
            }
        }
        return m_fault;
    }

    // In the order of the text.
    const QList<FoundArray> &longArrays() const { return m_arrays; }

private:
    struct Level {
        char bracket = 0;
        QSet<QByteArray> keys; // of an array it stays empty
        QByteArray key; // the last one
    };

    void fail(qsizetype at, const QString &cause)
    {
        if (!m_fault)
            m_fault = TextFault{at, cause};
    }

    void countValue()
    {
        if (++m_values > m_limits.values)
            fail(m_at, QStringLiteral("too-many-values"));
    }

    void open(char bracket)
    {
        countValue();
        m_levels.append({bracket, {}, {}});
        if (m_levels.size() > depthLimit)
            fail(m_at, QStringLiteral("too-deep"));
        if (m_levels.size() == levelOfLongArrays && bracket == '[' && m_levels[0].bracket == '{'
            && m_levels[1].bracket == '{')
            m_array = FoundArray{{}, {}, m_at + 1, {}};
    }

    void close(char bracket)
    {
        if (m_array && m_levels.size() == levelOfLongArrays) {
            m_array->ends.append(m_at);
            const bool isEmpty = m_array->ends.size() == 1
                && QByteArrayView(m_json).sliced(m_array->begin, m_at - m_array->begin).trimmed().isEmpty();
            const auto member = textOfUtf8(m_levels[0].key);
            const auto key = textOfUtf8(m_levels[1].key);
            if (bracket == ']' && !isEmpty && m_at - m_array->begin > m_limits.apart && member && key) {
                m_array->member = *member;
                m_array->key = *key;
                m_arrays.append(*m_array);
            }
            m_array.reset();
        }
        if (!m_levels.isEmpty())
            m_levels.removeLast();
    }

    // Leaves m_at on the closing quote.
    void scanString()
    {
        const qsizetype start = m_at;
        bool escaped = false;
        for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at) {
            if (static_cast<uchar>(m_json[m_at]) < 0x20)
                return fail(m_at, QStringLiteral("syntax"));
            if (m_json[m_at] != '\\')
                continue;
            escaped = true;
            ++m_at;
            if (m_at >= m_json.size() || !QByteArrayView("\"\\/bfnrtu").contains(m_json[m_at]))
                return fail(start, QStringLiteral("syntax"));
        }
        qsizetype next = m_at + 1;
        while (next < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json[next]))
            ++next;
        if (next < m_json.size() && m_json[next] == ':')
            addKey(start, m_json.mid(start + 1, m_at - start - 1), escaped);
    }

    void addKey(qsizetype at, QByteArray key, bool escaped)
    {
        if (m_levels.isEmpty())
            return;
        if (escaped) {
            const QJsonDocument decoded = QJsonDocument::fromJson("[\"" + key + "\"]");
            key = decoded.array().first().toString().toUtf8();
        }
        Level &level = m_levels.last();
        const qsizetype before = level.keys.size();
        level.keys.insert(key);
        level.key = key;
        if (level.keys.size() == before)
            fail(at, QStringLiteral("duplicate-key"));
    }

    const QByteArray &m_json;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    QList<Level> m_levels;
    std::optional<FoundArray> m_array; // where one is open that may be long
    QList<FoundArray> m_arrays;
    std::optional<TextFault> m_fault;
};

// QJsonDocument would drop a byte order mark that starts a string.
QByteArray withMarksEscaped(QByteArray json)
{
    const QByteArray mark = QByteArrayLiteral("\xEF\xBB\xBF");
    return json.contains(mark) ? json.replace(mark, "\\ufeff") : json;
}

QJsonDocument parsed(const QByteArray &json, QJsonParseError &error)
{
    return QJsonDocument::fromJson(withMarksEscaped(json), &error);
}

// Where in bytes that hold marks, which are as long when they are escaped but for `longer`, an error was found.
qsizetype offsetIn(const QByteArray &json, const QJsonParseError &error)
{
    constexpr qsizetype longer = 3; // bytes an escaped mark
    qsizetype offset = error.offset;
    for (qsizetype mark = json.indexOf("\xEF\xBB\xBF"); mark >= 0 && mark < offset;
         mark = json.indexOf("\xEF\xBB\xBF", mark + 1))
        offset = std::max(mark, offset - longer);
    return offset;
}

// The text without the elements of its long arrays.
class Skeleton {
public:
    Skeleton(const QByteArray &json, const QList<FoundArray> &arrays)
    {
        qsizetype begin = 0;
        for (const FoundArray &array : arrays) {
            append(json, begin, array.begin);
            begin = array.ends.constLast();
        }
        append(json, begin, json.size());
    }

    const QByteArray &bytes() const { return m_bytes; }

    // Where in the text something of the skeleton stands.
    qsizetype inText(qsizetype offset) const
    {
        const auto after = std::lower_bound(m_pieces.cbegin(), m_pieces.cend(), offset,
            [](const Piece &piece, qsizetype at) { return piece.begin < at; });
        const Piece &piece = after == m_pieces.cbegin() ? *after : *std::prev(after);
        return offset - piece.begin == piece.size ? piece.next : piece.inText + offset - piece.begin;
    }

private:
    struct Piece {
        qsizetype begin = 0;
        qsizetype size = 0;
        qsizetype inText = 0;
        qsizetype next = 0; // of an array behind it the first element, in the text
    };

    void append(const QByteArray &json, qsizetype begin, qsizetype end)
    {
        qsizetype next = end;
        while (next < json.size() && QByteArrayView(" \t\r\n").contains(json[next]))
            ++next;
        m_pieces.append({m_bytes.size(), end - begin, begin, next});
        m_bytes += QByteArrayView(json).sliced(begin, end - begin);
    }

    QByteArray m_bytes;
    QList<Piece> m_pieces;
};

Error notJson(const QString &path, const QByteArray &bytes, qsizetype offset, const QString &cause)
{
    const auto end = bytes.cbegin() + std::clamp<qsizetype>(offset, 0, bytes.size());
    const auto line = 1 + std::count(bytes.cbegin(), end, '\n');
    return {ErrorCode::NotJson, {path, QString::number(line), cause}};
}

} // namespace

LongJsonArray::LongJsonArray(QByteArray json, qsizetype begin, QList<qsizetype> ends)
    : m_json(std::move(json))
    , m_begin(begin)
    , m_ends(std::move(ends))
{
}

QByteArray LongJsonArray::element(qsizetype index) const
{
    const qsizetype begin = beginOf(index);
    QByteArray json;
    json.reserve(m_ends[index] - begin + 2);
    json += '[';
    json += QByteArrayView(m_json).sliced(begin, m_ends[index] - begin);
    return json + ']';
}

QJsonValue LongJsonArray::at(qsizetype index) const
{
    QJsonParseError error;
    return parsed(element(index), error).array().at(0);
}

qsizetype LongJsonArray::broken() const
{
    for (qsizetype index = 0; index < m_ends.size(); ++index) {
        const QByteArray json = element(index);
        QJsonParseError error;
        const QJsonDocument document = parsed(json, error);
        if (error.error != QJsonParseError::NoError)
            return beginOf(index) + offsetIn(json, error) - 1;
        if (document.array().isEmpty()) // nothing between two commas
            return m_ends[index];
    }
    return -1;
}

Result<JsonText> JsonText::read(const QByteArray &bytes, const QString &path, const JsonLimits &limits)
{
    if (const Result<void> isText = checkUtf8(bytes, path); !isText)
        return isText.error();
    const QByteArray json = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    Scanner scanner(json, limits);
    if (const auto fault = scanner.scan())
        return notJson(path, json, fault->offset, fault->cause);
    const Skeleton skeleton(json, scanner.longArrays());
    QJsonParseError error;
    const QJsonDocument document = parsed(skeleton.bytes(), error);
    qsizetype broken
        = error.error == QJsonParseError::NoError ? -1 : skeleton.inText(offsetIn(skeleton.bytes(), error));
    JsonText text;
    for (const FoundArray &found : scanner.longArrays()) {
        if (broken >= 0 && broken < found.begin)
            break;
        const LongJsonArray array(json, found.begin, found.ends);
        if (const qsizetype within = array.broken(); within >= 0) {
            broken = broken < 0 ? within : std::min(broken, within);
            break;
        }
        text.m_arrays.insert({found.member, found.key}, array);
    }
    if (broken >= 0)
        return notJson(path, json, broken, QStringLiteral("syntax"));
    if (!document.isObject())
        return Error{ErrorCode::WrongType, {path, QStringLiteral("$"), QStringLiteral("object")}};
    text.m_object = document.object();
    return text;
}

const LongJsonArray *JsonText::longArray(const QString &member, const QString &key) const
{
    const auto found = m_arrays.constFind({member, key});
    return found == m_arrays.constEnd() ? nullptr : &*found;
}

} // namespace zhibao
