// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/pinyin.h"

#include <catch2/catch.hpp>

namespace pinyin_test {

using namespace zhibao;

namespace {

bool reads(const char *text, const char *typed)
{
    return isReadAs(QString::fromUtf8(text), QString::fromUtf8(typed));
}

} // namespace

TEST_CASE("a name is found by its syllables, by their initials, and by both mixed")
{
    const char *name = "贵州省市场监督管理局";
    for (const char *typed : {"guizhou", "gzs", "gzssc", "guizsscjd", "GuiZhouSheng", "shichang", "jdglj", "gui zhou",
             "gzhsh", "gui'zhou", "g", "guizho", "guanliju"})
        CHECK(reads(name, typed));
    for (const char *typed : {"guzhou", "gzj", "zg", "guizhoux", "gui,zhou", "", " ", "贵州", "uizhou"})
        CHECK_FALSE(reads(name, typed));
}

TEST_CASE("characters of several readings answer to those that names use")
{
    CHECK(reads("重庆市", "chongqing"));
    CHECK(reads("重庆市", "cqs"));
    CHECK(reads("厦门市", "xiamen"));
    CHECK(reads("长春市", "changchun"));
    CHECK(reads("六安市", "luan"));
    CHECK(reads("西藏自治区", "xizang"));
    CHECK(reads("成都市", "cds"));
    CHECK(reads("绿园区", "lvyuan"));
    CHECK(reads("绿园区", "luyuan"));
    CHECK_FALSE(reads("杭州市", "changzhou"));
}

TEST_CASE("characters without a reading stop it, and rare ones are read")
{
    CHECK(reads("第3处", "di"));
    CHECK_FALSE(reads("第3处", "dichu"));
    CHECK_FALSE(reads("AB", "ab")); // that is no pinyin; names in Latin letters are found as they are written
    CHECK(reads("㳇口", "fk"));
    CHECK_FALSE(reads("\xF0\x9F\x98\x80", "a")); // 😀
    // As many ways to part it as there are: answered at once.
    CHECK_FALSE(isReadAs(QString(200, u'鹅'), QString(100, u'e') + u'z'));
    CHECK_FALSE(isReadAs(QString(2000, u'昂'), QString(500, u'a') + u'z'));
}

} // namespace pinyin_test
