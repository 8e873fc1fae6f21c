// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace zhibao {

class JsonText;

// The object of a JSON text that came from outside, read strictly and under limits (64 levels, a million values).
// Errors: NotUtf8; NotJson with the line (from 1) and a cause: "syntax", "duplicate-key", "too-deep",
// "too-many-values"; WrongType with the path "$" where the text is no object.
Result<QJsonObject> readJson(const QByteArray &bytes, const QString &path);

// The value as compact JSON, keys in the order of their letters: to the byte what Qt 6.4 writes, whatever later ones
// do. What digests and signatures are over.
QByteArray frozenJson(const QJsonValue &value);

// The object as compact JSON from which QJsonDocument gives it back: raw, it would drop a byte order mark that starts a
// string.
QByteArray compactJson(const QJsonObject &object);

// The object with every text and key in it as the door leaves it (core/encoding.h).
QJsonObject wellFormed(const QJsonObject &object);

// What is wrong with a value, and where. Kinds: "missing", and what was expected: "string", "text" (a string of whole
// Unicode characters without NUL), "integer", "number", "boolean", "array", "object".
struct JsonFault {
    QString path; // forms[0].header[3].label
    QString kind;
    friend bool operator==(const JsonFault &, const JsonFault &) = default;
};

// Texts come as the door lets them in (core/encoding.h), or, where a digest over them was made elsewhere, as they
// stand.
enum class TextsCome { LetIn, AsTheyStand };

// Reads the members of one object, remembers the first fault of the whole document and which keys were asked for.
// After a fault reading goes on harmlessly with empty values.
class ObjectReader {
public:
    ObjectReader(QJsonObject object, QString path, std::optional<JsonFault> &fault, TextsCome texts = TextsCome::LetIn);
    // Of a text that is read as a stream; it must outlive the reader.
    ObjectReader(const JsonText &text, std::optional<JsonFault> &fault, TextsCome texts = TextsCome::LetIn);

    bool has(const QString &key) const { return m_object.contains(key); }
    bool isObject(const QString &key) const { return m_object.value(key).isObject(); }
    QString pathOf(const QString &key) const;

    // Each gives an empty value where the key is missing.
    QString text(const QString &key);
    int integer(const QString &key);
    double number(const QString &key);
    bool boolean(const QString &key);
    ObjectReader object(const QString &key);
    QStringList texts(const QString &key);
    void eachObject(const QString &key, const std::function<void(ObjectReader &)> &read);

    // Makes a missing key a fault; gives the reader for chaining.
    ObjectReader &require(const QString &key);
    void fail(const QString &key, const QString &kind);
    void failAt(const QString &path, const QString &kind);

    QStringList unread() const; // paths of the keys nobody asked for, sorted
    qsizetype replaced() const { return *m_replaced; } // by the door, in all texts of the document read so far

private:
    ObjectReader(QJsonObject object, QString path, const ObjectReader &within);
    QJsonValue take(const QString &key, QJsonValue::Type type, const QString &kind);
    std::optional<QString> checkedText(const QJsonValue &value);
    // Each with its path.
    void eachElement(const QString &key, const std::function<void(const QJsonValue &, const QString &)> &read);

    QJsonObject m_object;
    QString m_path;
    std::optional<JsonFault> &m_fault;
    TextsCome m_texts;
    std::shared_ptr<qsizetype> m_replaced;
    QSet<QString> m_asked;
    const JsonText *m_text = nullptr; // of its root and the root's members
    QString m_member; // which of them; null at the root
};

} // namespace zhibao
