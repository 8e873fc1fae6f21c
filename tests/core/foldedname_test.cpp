// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/foldedname.h"

#include <catch2/catch.hpp>

namespace foldedname_test {

using namespace zhibao;

TEST_CASE("Names that look alike fold to the same")
{
    const QString name = QStringLiteral("王某A");
    for (const char16_t *const other : {u"王某A", u" 王某A", u"王某A ", u"王　某A", u"王\u00a0某A", u"王某\u200bA",
             u"王\n某A", u"王\t某A\r", u"\ufeff王某A", u"王某\u2060A", u"王\ufe0f某A", u"王某\U000e0100A", u"王某Ａ",
             u"王某a", u"王\u034f某A", u"王\u3164某A", u"\u202e王某A", u"王\u007f某A", u"王\u2028某A", u"王某\u0001A",
             u"王\u180e某A", u"王\u115f某A", u"王\u2800某A", u"王某\U0001d400"})
        CHECK(foldedName(QString::fromUtf16(other)) == foldedName(name));
    CHECK(foldedName(QStringLiteral("e\u0301")) == foldedName(QStringLiteral("\u00c9")));
    CHECK(foldedName(QStringLiteral("e\u200b\u0301")) == foldedName(QStringLiteral("\u00e9")));
    CHECK(foldedName(QStringLiteral("\uf900")) == foldedName(QStringLiteral("\u8c48")));
}

TEST_CASE("Radicals, points and signs of other scripts fold to what a Chinese font draws them like")
{
    const auto areAlike = [](const char16_t *one, const char16_t *other) {
        return foldedName(QString::fromUtf16(one)) == foldedName(QString::fromUtf16(other));
    };
    CHECK(areAlike(u"马丽", u"\u2ee2丽")); // ⻢
    CHECK(areAlike(u"马丽", u"⻢丽"));
    CHECK(areAlike(u"金龙", u"\u2fa6\u2ef0")); // ⾦⻰
    CHECK(areAlike(u"长江", u"\u2ed3江"));
    for (const char16_t *other :
        {u"阿・里", u"阿•里", u"阿‧里", u"阿⋅里", u"阿･里", u"阿∙里", u"阿●里", u"阿⸱里", u"阿·里", u"阿ㆍ里"})
        CHECK(areAlike(u"阿·里", other));
    CHECK(areAlike(u"李〇", u"李○"));
    CHECK(areAlike(u"王一", u"王—"));
    CHECK(areAlike(u"王力", u"王カ"));
    CHECK(areAlike(u"王AB", u"王АВ")); // Cyrillic
    CHECK_FALSE(areAlike(u"阿里", u"阿·里"));
    CHECK_FALSE(areAlike(u"马丽", u"吗丽"));
}

TEST_CASE("Names that look otherwise stay apart")
{
    const QString name = QStringLiteral("王某");
    for (const char16_t *const other :
        {u"王某某", u"汪某", u"王 其", u"王", u"", u"王某1", u"王某·", u"王某（质量科）"})
        CHECK(foldedName(QString::fromUtf16(other)) != foldedName(name));
    CHECK(foldedName(QStringLiteral("𠮷某")) != foldedName(QStringLiteral("吉某")));
    CHECK(foldedName(QStringLiteral("王某（一）")) == foldedName(QStringLiteral("王某(一)")));
}

TEST_CASE("Folding twice is folding once, for every code point")
{
    for (char32_t point = 1; point <= 0x10FFFF; ++point) {
        if (QChar::isSurrogate(point))
            continue;
        const QString once = foldedName(QString::fromUcs4(&point, 1));
        if (foldedName(once) != once)
            FAIL("U+" << std::hex << static_cast<unsigned>(point));
    }
    CHECK(foldedName(QStringLiteral(" \u200b\n")).isEmpty());
}

TEST_CASE("A name of ideographs alone folds as it does beside another sign")
{
    const QString other = QStringLiteral("a");
    for (char16_t ideograph = 0x4E00; ideograph <= 0x9FFF; ++ideograph) {
        const QString name = QStringLiteral("区") + QChar(ideograph);
        if (foldedName(name) + other != foldedName(name + other))
            FAIL(static_cast<int>(ideograph));
    }
}

} // namespace foldedname_test
