// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"
#include "core/text/encoding.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace encoding_test {

using namespace zhibao;

namespace {

// The offset of the fault, -1 where the bytes are UTF-8.
int faultAt(const QByteArray &bytes)
{
    const Result<QString> text = decodeUtf8(bytes, QStringLiteral("f"));
    if (text)
        return -1;
    CHECK(text.error().code == ErrorCode::NotUtf8);
    CHECK(text.error().arguments.size() == 2);
    return text.error().arguments.value(1).toInt();
}

Error jsonError(const QByteArray &bytes)
{
    const Result<QJsonObject> object = readJson(bytes, QStringLiteral("f"));
    REQUIRE_FALSE(object);
    return object.error();
}

Error notJson(const char *line, const char *cause)
{
    return {ErrorCode::NotJson, {QStringLiteral("f"), QString::fromLatin1(line), QString::fromLatin1(cause)}};
}

} // namespace

TEST_CASE("bytes that are not UTF-8 are found at their offset")
{
    CHECK(faultAt("") == -1);
    CHECK(faultAt("\xE8\xB4\xA8\xF0\xA0\xAE\xB7\x7F") == -1);
    CHECK(faultAt("ab\xFF") == 2);
    CHECK(faultAt("\x80") == 0);
    CHECK(faultAt("a\xC0\x80") == 1); // overlong
    CHECK(faultAt("a\xE0\x9F\xBF") == 1); // overlong
    CHECK(faultAt("a\xED\xA0\x80") == 1); // surrogate
    CHECK(faultAt("a\xF0\x8F\xBF\xBF") == 1); // overlong
    CHECK(faultAt("a\xF4\x90\x80\x80") == 1); // beyond U+10FFFF
    CHECK(faultAt("a\xF5\x80\x80\x80") == 1);
    CHECK(faultAt("ab\xE8\xB4") == 2); // cut off
    CHECK(faultAt("\xD6\xCA\xB1\xA8") == 0); // GBK
}

TEST_CASE("decoding keeps every code point and drops one byte order mark")
{
    CHECK(*decodeUtf8("\xEF\xBB\xBF"
                      "a",
              {})
        == QStringLiteral("a"));
    CHECK(*decodeUtf8("a\xEF\xBB\xBF", {}) == QStringLiteral("a\ufeff"));
    CHECK(*decodeUtf8("\xEF\xBF\xBE\xEF\xBF\xBF", {}) == QStringLiteral("\uFFFE\uFFFF"));
}

TEST_CASE("text is made well-formed without touching what already is")
{
    const QString high(QChar(0xD842));
    const QString low(QChar(0xDFB7));
    CHECK(isWellFormed(high + low));
    CHECK_FALSE(isWellFormed(high));
    CHECK_FALSE(isWellFormed(low + high));
    CHECK_FALSE(isWellFormed(QString(QChar(0))));
    CHECK(wellFormed(high + low + QStringLiteral(" \u3000\u00a0\t\u200b"))
        == high + low + QStringLiteral(" \u3000\u00a0\t\u200b"));
    CHECK(wellFormed(QStringLiteral("a") + high + QStringLiteral("b")) == QStringLiteral("a\uFFFDb"));
    CHECK(wellFormed(low + QChar(0)) == QStringLiteral("\uFFFD\uFFFD"));
    CHECK(wellFormed(QStringLiteral("a\r\nb\rc\n\r\n")) == QStringLiteral("a\nb\nc\n\n"));
    CHECK(wellFormed(QStringLiteral("a\vb\fc\r\v\n")) == QStringLiteral("a\nb\nc\n\n\n"));
}

TEST_CASE("the door lets in every code point that a document can carry, and no other")
{
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        const QString text = QStringLiteral("前") + QString::fromUcs4(&point, 1) + QStringLiteral("后");
        const bool isBreak = point == U'\r' || point == U'\v' || point == U'\f';
        // XML 1.0, production 2
        const bool isCarried = point == U'\t' || point == U'\n' || (point >= 0x20 && point <= 0xD7FF)
            || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
        const QString expected = isBreak ? QStringLiteral("前\n后") : isCarried ? text : QStringLiteral("前\uFFFD后");
        qsizetype replaced = 0;
        const QString let = wellFormed(text, &replaced);
        if (let != expected || replaced != (isBreak || isCarried ? 0 : 1))
            FAIL("U+" << std::hex << static_cast<uint>(point));
    }
}

TEST_CASE("the door counts onto what it counted before")
{
    qsizetype replaced = 2;
    CHECK(wellFormed(QStringLiteral("\uFFFF\u0001a\uFFFE"), &replaced) == QStringLiteral("\uFFFD\uFFFDa\uFFFD"));
    CHECK(replaced == 5);
    CHECK(wellFormed(QStringLiteral("\uFFFDa"), &replaced) == QStringLiteral("\uFFFDa"));
    CHECK(replaced == 5);
}

TEST_CASE("stored bytes are read with nothing dropped or put right")
{
    const QString text = QStringLiteral("\uFEFF\uFEFF质\uFFFE\uFFFF");
    CHECK(textOfUtf8(text.toUtf8()) == text);
    CHECK(textOfUtf8("") == QString());
    CHECK(textOfUtf8("\xEF\xBF\xBD") == QStringLiteral("\uFFFD"));
    for (const char *const bytes : {"\x80", "a\xC0\x80", "a\xED\xA0\x80", "\xE8\xB4", "\xF4\x90\x80\x80"})
        CHECK_FALSE(textOfUtf8(bytes));
}

TEST_CASE("JSON is read strictly and its fault named by line")
{
    CHECK(readJson("{}", {}));
    CHECK(readJson("\xEF\xBB\xBF{\"a\": [1, {\"a\": 2}]}\n", {}));
    CHECK(jsonError("") == notJson("1", "syntax"));
    CHECK(jsonError("{\n\"a\": 1\n\"b\": 2}") == notJson("3", "syntax"));
    CHECK(jsonError("{\"a\": 1}\n\nx") == notJson("3", "syntax"));
    CHECK(jsonError("{\"a\": \"x\ny\"}") == notJson("1", "syntax"));
    CHECK(jsonError("{\"a\": \"\\q\"}") == notJson("1", "syntax"));
    CHECK(jsonError("{\"a\": \"") == notJson("1", "syntax"));
    CHECK(jsonError("{\"a\": \"\\") == notJson("1", "syntax"));
    CHECK(jsonError("]]]}}}\"a\":") == notJson("1", "syntax"));
    CHECK(jsonError("{\"a\": 1,\n \"a\": 2}") == notJson("2", "duplicate-key"));
    CHECK(jsonError("{\"a\": 1,\n \"\\u0061\" : 2}") == notJson("2", "duplicate-key"));
    CHECK(jsonError("[1]")
        == Error{ErrorCode::WrongType, {QStringLiteral("f"), QStringLiteral("$"), QStringLiteral("object")}});
    CHECK(jsonError("{\"a\": \"\xFF\"}").code == ErrorCode::NotUtf8);
}

TEST_CASE("deep and huge JSON is refused, not followed")
{
    CHECK(jsonError(QByteArray(10'000'000, '[')) == notJson("1", "too-deep"));
    CHECK(jsonError("{\"a\":" + QByteArray(100, '[') + QByteArray(100, ']') + "}") == notJson("1", "too-deep"));
    CHECK(jsonError("{\"a\":[" + QByteArray("[],").repeated(600'000) + "1]}") == notJson("1", "too-many-values"));
}

TEST_CASE("a byte order mark at the start of a text in JSON stays")
{
    const Result<QJsonObject> object = readJson("{\"a\": \"\xEF\xBB\xBFx\", \"b\": \"\\ufeffx\"}", {});
    REQUIRE(object);
    CHECK(object->value(QStringLiteral("a")).toString() == QStringLiteral("\ufeffx"));
    CHECK(object->value(QStringLiteral("b")).toString() == QStringLiteral("\ufeffx"));
}

TEST_CASE("what is written as compact JSON is read back by QJsonDocument as it was")
{
    const QString mark = QStringLiteral("\uFEFF");
    for (const QString &text : {mark, mark + mark, mark + u'x' + mark, QStringLiteral("\"") + mark,
             QStringLiteral("\\\"") + mark, QStringLiteral(",\"") + mark + u'"', QStringLiteral("x\\")}) {
        const QJsonObject object{
            {text, text}, {QStringLiteral("in"), QJsonArray{text, text, QJsonObject{{text, text}}}}};
        CHECK(QJsonDocument::fromJson(compactJson(object)).object() == object);
    }
}

TEST_CASE("texts of a JSON file come through the door, and what it replaced is counted over the whole file")
{
    const Result<QJsonObject> object = readJson(
        R"({"a": "x\u000by\uffff", "b": [{"c": "\u0001"}, {"c": "\ufdd0"}], "d": ["\ufffe\ufffe"], "e": {"f": "\r\n"}})",
        {});
    REQUIRE(object);
    std::optional<JsonFault> fault;
    ObjectReader reader(*object, {}, fault);
    CHECK(reader.text(QStringLiteral("a")) == QStringLiteral("x\ny\uFFFD"));
    QStringList within;
    reader.eachObject(QStringLiteral("b"), [&](ObjectReader &each) { within << each.text(QStringLiteral("c")); });
    CHECK(within == QStringList{QStringLiteral("\uFFFD"), QStringLiteral("\ufdd0")});
    CHECK(reader.texts(QStringLiteral("d")) == QStringList{QStringLiteral("\uFFFD\uFFFD")});
    CHECK(reader.object(QStringLiteral("e")).text(QStringLiteral("f")) == QStringLiteral("\n"));
    CHECK(reader.replaced() == 4);
    CHECK_FALSE(fault);
}

TEST_CASE("an object is let in with all its texts and keys")
{
    const QString bad = QStringLiteral("\uFFFF");
    const QString mark = QStringLiteral("\uFFFD");
    const QJsonObject object{{bad, 1}, {QStringLiteral("a"), QJsonArray{bad, QJsonObject{{bad, bad}}, true}}};
    CHECK(wellFormed(object)
        == QJsonObject{{mark, 1}, {QStringLiteral("a"), QJsonArray{mark, QJsonObject{{mark, mark}}, true}}});
}

} // namespace encoding_test
