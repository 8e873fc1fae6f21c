// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include "core/jsontext.h"
#include "core/text/encoding.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhibao {

namespace {

bool isPlainKey(const QString &key)
{
    return !key.isEmpty() && std::all_of(key.cbegin(), key.cend(), [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() || c == u'_' || c == u'-';
    });
}

// A key as part of a path: quoted where it is not plain, and never long or with line ends, since it may be hostile.
QString keyStep(const QString &path, const QString &key)
{
    constexpr qsizetype shown = 60;
    QString step = key.size() > shown ? key.left(shown) + u'…' : key;
    for (QChar &c : step) {
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    if (!isPlainKey(key))
        return path + QStringLiteral("[\"") + step + QStringLiteral("\"]");
    return path.isEmpty() ? step : path + u'.' + step;
}

QJsonValue wellFormedValue(const QJsonValue &value)
{
    if (value.isString())
        return wellFormed(value.toString());
    if (!value.isArray())
        return value.isObject() ? QJsonValue(wellFormed(value.toObject())) : value;
    QJsonArray array;
    const QJsonArray given = value.toArray();
    for (const QJsonValue &element : given)
        array.append(wellFormedValue(element));
    return array;
}

// A text between quotes; half a surrogate pair has no form in UTF-8 and is escaped.
void writeText(QByteArray &json, const QString &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    json += '"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        const bool isPair = QChar::isHighSurrogate(unit) && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (isPair || (unit >= 0x80 && !QChar::isSurrogate(unit))) {
            json += QStringView(text).mid(at, isPair ? 2 : 1).toUtf8();
            at += isPair ? 1 : 0;
        } else if (unit >= 0x20 && unit < 0x80) {
            json += unit == '"' || unit == '\\' ? QByteArray("\\") + static_cast<char>(unit)
                                                : QByteArray(1, static_cast<char>(unit));
        } else if (const qsizetype known = QByteArrayView("\b\f\n\r\t").indexOf(static_cast<char>(unit));
                   known >= 0 && unit < 0x20) {
            json += QByteArray("\\") + "bfnrt"[known];
        } else {
            json += QByteArray("\\u") + digits[unit >> 12] + digits[(unit >> 8) & 0xF] + digits[(unit >> 4) & 0xF]
                + digits[unit & 0xF];
        }
    }
    json += '"';
}

void writeNumber(QByteArray &json, const QJsonValue &value)
{
    const double number = value.toDouble();
    if (value.toVariant().typeId() == QMetaType::LongLong)
        json += QByteArray::number(value.toInteger());
    else
        json += std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest) : "null";
}

void writeValue(QByteArray &json, const QJsonValue &value);

void writeArray(QByteArray &json, const QJsonArray &array)
{
    json += '[';
    for (qsizetype at = 0; at < array.size(); ++at) {
        if (at > 0)
            json += ',';
        writeValue(json, array.at(at));
    }
    json += ']';
}

void writeObject(QByteArray &json, const QJsonObject &object)
{
    json += '{';
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member != object.begin())
            json += ',';
        writeText(json, member.key());
        json += ':';
        writeValue(json, member.value());
    }
    json += '}';
}

void writeValue(QByteArray &json, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        json += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        writeNumber(json, value);
        break;
    case QJsonValue::String:
        writeText(json, value.toString());
        break;
    case QJsonValue::Array:
        writeArray(json, value.toArray());
        break;
    case QJsonValue::Object:
        writeObject(json, value.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        json += "null";
        break;
    }
}

} // namespace

QByteArray frozenJson(const QJsonValue &value)
{
    QByteArray json;
    writeValue(json, value);
    return json;
}

QByteArray compactJson(const QJsonObject &object)
{
    const QByteArray mark = QByteArrayLiteral("\xEF\xBB\xBF");
    QByteArray json = frozenJson(object);
    // A quote inside a string has a backslash before it.
    for (qsizetype at = json.indexOf('"' + mark); at >= 0; at = json.indexOf('"' + mark, at + 1)) {
        if (json[at - 1] != '\\')
            json.replace(at + 1, mark.size(), "\\ufeff");
    }
    return json;
}

QJsonObject wellFormed(const QJsonObject &object)
{
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member)
        result.insert(wellFormed(member.key()), wellFormedValue(member.value()));
    return result;
}

Result<QJsonObject> readJson(const QByteArray &bytes, const QString &path)
{
    const Result<JsonText> text = JsonText::read(bytes, path, {});
    return text ? Result<QJsonObject>(text->object()) : text.error();
}

ObjectReader::ObjectReader(const JsonText &text, std::optional<JsonFault> &fault, TextsCome texts)
    : ObjectReader(text.object(), QString(), fault, texts)
{
    m_text = &text;
}

ObjectReader::ObjectReader(QJsonObject object, QString path, std::optional<JsonFault> &fault, TextsCome texts)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_fault(fault)
    , m_texts(texts)
    , m_replaced(std::make_shared<qsizetype>(0))
{
}

ObjectReader::ObjectReader(QJsonObject object, QString path, const ObjectReader &within)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_fault(within.m_fault)
    , m_texts(within.m_texts)
    , m_replaced(within.m_replaced)
{
}

QString ObjectReader::pathOf(const QString &key) const
{
    return keyStep(m_path, key);
}

void ObjectReader::failAt(const QString &path, const QString &kind)
{
    if (!m_fault)
        m_fault = JsonFault{path, kind};
}

void ObjectReader::fail(const QString &key, const QString &kind)
{
    failAt(pathOf(key), kind);
}

ObjectReader &ObjectReader::require(const QString &key)
{
    if (!has(key))
        fail(key, QStringLiteral("missing"));
    return *this;
}

QJsonValue ObjectReader::take(const QString &key, QJsonValue::Type type, const QString &kind)
{
    m_asked.insert(key);
    const QJsonValue value = m_object.value(key);
    if (has(key) && value.type() != type)
        fail(key, kind);
    return value.type() == type ? value : QJsonValue(QJsonValue::Undefined);
}

std::optional<QString> ObjectReader::checkedText(const QJsonValue &value)
{
    const QString text = value.toString();
    if (!isWellFormed(text))
        return std::nullopt;
    return m_texts == TextsCome::LetIn ? wellFormed(text, m_replaced.get()) : text;
}

QString ObjectReader::text(const QString &key)
{
    const std::optional<QString> text = checkedText(take(key, QJsonValue::String, QStringLiteral("string")));
    if (!text)
        fail(key, QStringLiteral("text"));
    return text.value_or(QString());
}

int ObjectReader::integer(const QString &key)
{
    const double value = take(key, QJsonValue::Double, QStringLiteral("integer")).toDouble();
    if (std::abs(value) <= std::numeric_limits<int>::max() && std::trunc(value) == value)
        return static_cast<int>(value);
    fail(key, QStringLiteral("integer"));
    return 0;
}

double ObjectReader::number(const QString &key)
{
    return take(key, QJsonValue::Double, QStringLiteral("number")).toDouble();
}

bool ObjectReader::boolean(const QString &key)
{
    return take(key, QJsonValue::Bool, QStringLiteral("boolean")).toBool();
}

ObjectReader ObjectReader::object(const QString &key)
{
    ObjectReader member(take(key, QJsonValue::Object, QStringLiteral("object")).toObject(), pathOf(key), *this);
    if (m_text && m_member.isNull()) {
        member.m_text = m_text;
        member.m_member = key;
    }
    return member;
}

void ObjectReader::eachElement(const QString &key, const std::function<void(const QJsonValue &, const QString &)> &read)
{
    const QJsonArray array = take(key, QJsonValue::Array, QStringLiteral("array")).toArray();
    const LongJsonArray *apart = m_text && !m_member.isNull() ? m_text->longArray(m_member, key) : nullptr;
    const qsizetype count = apart ? apart->size() : array.size();
    for (qsizetype i = 0; i < count; ++i)
        read(apart ? apart->at(i) : array[i], QStringLiteral("%1[%2]").arg(pathOf(key)).arg(i));
}

QStringList ObjectReader::texts(const QString &key)
{
    QStringList result;
    eachElement(key, [&](const QJsonValue &element, const QString &path) {
        if (!element.isString())
            failAt(path, QStringLiteral("string"));
        const std::optional<QString> text = checkedText(element);
        if (!text)
            failAt(path, QStringLiteral("text"));
        result.append(text.value_or(QString()));
    });
    return result;
}

void ObjectReader::eachObject(const QString &key, const std::function<void(ObjectReader &)> &read)
{
    eachElement(key, [&](const QJsonValue &element, const QString &path) {
        if (!element.isObject())
            failAt(path, QStringLiteral("object"));
        ObjectReader reader(element.toObject(), path, *this);
        read(reader);
    });
}

QStringList ObjectReader::unread() const
{
    QStringList result;
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        if (!m_asked.contains(key))
            result.append(pathOf(key));
    }
    return result;
}

} // namespace zhibao
