// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <limits>
#include <utility>

namespace zhibao {

struct JsonLimits {
    qsizetype values = 1'000'000; // of the whole text
    qsizetype apart = std::numeric_limits<qsizetype>::max(); // bytes of an array that is read an element at a time
};

// A long array of a JSON text, of which only the bytes are held: each element becomes a tree when it is asked for.
class LongJsonArray {
public:
    // `ends`: where each element ends, in the text, of which the first begins at `begin`.
    LongJsonArray(QByteArray json, qsizetype begin, QList<qsizetype> ends);

    qsizetype size() const { return m_ends.size(); }
    QJsonValue at(qsizetype index) const;

    qsizetype begin() const { return m_begin; } // in the text
    // Where the first element is broken that is; -1 where none is.
    qsizetype broken() const;

private:
    QByteArray element(qsizetype index) const; // as an array of one
    qsizetype beginOf(qsizetype index) const { return index == 0 ? m_begin : m_ends[index - 1] + 1; }

    QByteArray m_json;
    qsizetype m_begin = 0;
    QList<qsizetype> m_ends;
};

// A JSON object that came from outside, read strictly and under limits. An array that is a member of a member of it,
// as the rows of a form are of a report, is read an element at a time where it is long.
class JsonText {
public:
    // The errors are those of readJson (core/json.h), wherever they are in the text.
    static Result<JsonText> read(const QByteArray &bytes, const QString &path, const JsonLimits &limits);

    const QJsonObject &object() const { return m_object; } // long arrays are empty in it
    const LongJsonArray *longArray(const QString &member, const QString &key) const; // null: none there, or a short one

private:
    QJsonObject m_object;
    QHash<std::pair<QString, QString>, LongJsonArray> m_arrays;
};

} // namespace zhibao
