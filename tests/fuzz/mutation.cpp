// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/mutation.h"

#include <QByteArrayList>

#include <algorithm>

namespace zhibao::fuzz {

using generate::Random;

namespace {

constexpr int longest = 60; // bytes that are lost, doubled or taken at once

qsizetype placeIn(Random &random, const QByteArray &bytes)
{
    return random.below(static_cast<int>(bytes.size()) + 1);
}

// Some consecutive bytes.
QByteArray stretchOf(const QByteArray &bytes, Random &random)
{
    return bytes.mid(placeIn(random, bytes), random.between(1, longest));
}

const QByteArray &pick(const QByteArrayList &choices, Random &random)
{
    return choices.at(random.below(static_cast<int>(choices.size())));
}

void changeOnce(QByteArray &bytes, const QByteArray &other, Random &random)
{
    const qsizetype at = placeIn(random, bytes);
    switch (random.below(7)) {
    case 0:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        break;
    case 1:
        bytes.replace(at, 1, QByteArray(1, static_cast<char>(random.below(256))));
        break;
    case 2:
        bytes.remove(at, random.between(1, longest));
        break;
    case 3:
        bytes.insert(at, stretchOf(bytes, random));
        break;
    case 4:
        bytes.insert(at, stretchOf(other, random));
        break;
    case 5:
        // Many of the same: lengths, depths and counts overflow.
        bytes.insert(at, bytes.mid(at, random.between(1, 4)).repeated(random.between(2, 2'000)));
        break;
    default:
        if (random.chance(100))
            bytes.truncate(at);
    }
}

const QByteArrayList &values()
{
    static const QByteArrayList known{"null", "true", "-1", "0", "1.5", "1e999", "99999999999999999999", "2147483648",
        "\"\"", "{}", "[]", "[[]]", "[null]", "\"\\u0000\"", "\"\\ud800\"", "\"\\ufffe\"", "\"\\uffff\"",
        "\"\xEF\xBF\xBE\"", "\"\xF0\x9F\xBF\xBE\"", "\"\\u000b\\u000c\\r\"", "\"\\u202e\\u2066\"", "\"a\\u0301\"",
        "\"\xED\xA0\x80\"", "\"\xFF\"", "\"zhibao.report\"", "\"zhibao.review\"", "\"annex1\"", "\"annex2\""};
    return known;
}

const QByteArrayList &fragments()
{
    static const QByteArrayList known{"}", "]", "{", "[", "\"", ",", ":", "\\", "\r\n", "\xEF\xBB\xBF",
        "{\"\":", "[[[[[[[[", "\"rows\":", "\"forms\":", "\"version\": 2,", "\"version\": 1,", "\\u0000", "\\ud800"};
    return known;
}

// Puts another value in the place of what stands between a colon, a comma or a bracket and the next.
void changeValue(QByteArray &json, const QByteArray &other, Random &random)
{
    const auto ends = [](char c) { return c == ',' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}'; };
    const auto start = std::find_if(json.cbegin() + placeIn(random, json), json.cend(), ends);
    if (start == json.cend())
        return;
    const auto end = std::find_if(start + 1, json.cend(), ends);
    const qsizetype at = start + 1 - json.cbegin();
    const QByteArray value = random.chance(700) ? pick(values(), random) : stretchOf(other, random);
    json.replace(at, end - json.cbegin() - at, value);
}

void changeJsonOnce(QByteArray &json, const QByteArray &other, Random &random)
{
    if (random.chance(400))
        changeValue(json, other, random);
    else if (random.chance(300))
        json.insert(placeIn(random, json), pick(fragments(), random));
    else
        changeOnce(json, other, random);
}

} // namespace

QByteArray mutatedBytes(QByteArray bytes, const QByteArray &other, Random &random)
{
    for (int count = random.between(1, 4); count > 0; --count)
        changeOnce(bytes, other, random);
    return bytes;
}

QByteArray mutatedJson(QByteArray json, const QByteArray &other, Random &random)
{
    for (int count = random.between(1, 4); count > 0; --count)
        changeJsonOnce(json, other, random);
    return json;
}

} // namespace zhibao::fuzz
