// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"
#include "core/jsontext.h"

#include <QJsonArray>

#include <catch2/catch.hpp>
#include <random>

namespace jsontext_test {

using namespace zhibao;

namespace {

const QString path = QStringLiteral("f");
constexpr JsonLimits apart{1'000'000, 0}; // however short

// Commas, brackets and quotes in texts, arrays in other places, marks, line ends, keys that are escaped.
const QByteArray sample
    = "{\"format\": \"x\", \"list\": [1, [2], {\"a\": [3]}],\n"
      "\"one\": {\"rows\": [{\"id\": \"a,]\", \"b\": [1, 2]}, {},\n {\"c\": \"\\\"]},\"}, 7 ],\n"
      " \"empty\": [ ], \"nested\": {\"rows\": [1, 2]}, \"te\\u0078t\": [\"\xEF\xBB\xBFx\",\n\"\"]},\n"
      "\"two\": {\"rows\": [[], [[1]], null,\n true, -1.5e3]}}\n";

// The object with every long array put back in its place.
QJsonObject whole(const JsonText &text)
{
    QJsonObject object = text.object();
    const QStringList members = object.keys();
    for (const QString &member : members) {
        if (!object.value(member).isObject())
            continue;
        QJsonObject within = object.value(member).toObject();
        const QStringList keys = within.keys();
        for (const QString &key : keys) {
            const LongJsonArray *array = text.longArray(member, key);
            QJsonArray elements = within.value(key).toArray();
            for (qsizetype index = 0; array && index < array->size(); ++index)
                elements.append(array->at(index));
            if (array)
                within.insert(key, elements);
        }
        object.insert(member, within);
    }
    return object;
}

void checkSame(const QByteArray &json)
{
    INFO(json.toStdString());
    const Result<QJsonObject> once = readJson(json, path);
    const Result<JsonText> stream = JsonText::read(json, path, apart);
    REQUIRE(static_cast<bool>(once) == static_cast<bool>(stream));
    if (once)
        CHECK(whole(*stream) == *once);
    else
        CHECK(stream.error() == once.error());
}

// Bytes that matter to the reader put in, taken out, doubled and changed, in one to three places.
QByteArray changed(QByteArray json, std::mt19937 &random)
{
    static const QByteArrayList pieces{"[", "]", "{", "}", ",", ":", "\"", "\\", "\n", " ", "1", "\"a\":", "[]", "{}",
        ",,", "\xEF\xBB\xBF", "\"rows\": [1, 2]", "\"one\": {\"rows\": [3]},", "tru"};
    const auto below = [&](qsizetype bound) { return static_cast<qsizetype>(random() % static_cast<quint64>(bound)); };
    for (qsizetype changes = 1 + below(3); changes > 0; --changes) {
        const qsizetype at = below(json.size());
        const QByteArray &piece = pieces.at(below(pieces.size()));
        switch (below(4)) {
        case 0:
            json.insert(at, piece);
            break;
        case 1:
            json.remove(at, 1 + below(4));
            break;
        case 2:
            json.insert(at, json.mid(at, 1 + below(30)));
            break;
        default:
            json.replace(at, 1, piece);
            break;
        }
    }
    return json;
}

} // namespace

TEST_CASE("What is read as a stream is what is read at once, and so are its faults")
{
    checkSame(sample);
    CHECK(JsonText::read(sample, path, apart)->longArray(QStringLiteral("one"), QStringLiteral("text"))->size() == 2);
    CHECK_FALSE(JsonText::read(sample, path, apart)->longArray(QStringLiteral("one"), QStringLiteral("nested")));
    for (qsizetype size = 0; size < sample.size(); ++size)
        checkSame(sample.left(size));
    std::mt19937 random(12);
    for (int times = 0; times < 20'000; ++times)
        checkSame(changed(sample, random));
}

TEST_CASE("Only an array that is longer than its limit is read as a stream, all of its text under the limits of all")
{
    const QByteArray json = "{\"a\": {\"rows\": [1, 2, 3]}}";
    const QString a = QStringLiteral("a");
    const QString rows = QStringLiteral("rows");
    CHECK(JsonText::read(json, path, {10, 6})->longArray(a, rows)->size() == 3);
    CHECK_FALSE(JsonText::read(json, path, {10, 7})->longArray(a, rows));
    CHECK(JsonText::read(json, path, {5, 0}));
    CHECK(JsonText::read(json, path, {4, 0}).error()
        == Error{ErrorCode::NotJson, {path, QStringLiteral("1"), QStringLiteral("too-many-values")}});
}

TEST_CASE("A reader of a stream finds the same texts and faults")
{
    const QByteArray json
        = "{\"a\": {\"rows\": [{\"t\": \"x\"}, {\"t\": 1}, {\"t\": \"\\ufffe\"}], \"texts\": [\"u\", \"\"]}}";
    const Result<JsonText> text = JsonText::read(json, path, apart);
    REQUIRE(text);
    std::optional<JsonFault> fault;
    ObjectReader reader(*text, fault);
    ObjectReader member = reader.object(QStringLiteral("a"));
    QStringList found;
    member.eachObject(QStringLiteral("rows"), [&](ObjectReader &row) { found.append(row.text(QStringLiteral("t"))); });
    CHECK(found == QStringList{QStringLiteral("x"), QString(), QStringLiteral("\uFFFD")});
    CHECK(member.texts(QStringLiteral("texts")) == QStringList{QStringLiteral("u"), QString()});
    CHECK(member.unread().isEmpty());
    CHECK(reader.replaced() == 1);
    REQUIRE(fault);
    CHECK(fault->path == QStringLiteral("a.rows[1].t"));
    CHECK(fault->kind == QStringLiteral("string"));
}

} // namespace jsontext_test
