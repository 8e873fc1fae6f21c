// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/describe/describeforeign.h"

#include <catch2/catch.hpp>

namespace describeforeign_test {

using namespace zhibao;

TEST_CASE("What a DOCX holds besides is told in the words of an office")
{
    using Kind = ForeignContent::Kind;
    const QString document = QStringLiteral("word/document.xml");
    const auto told = [](Kind kind, const QString &part, const QString &name, const QString &value = {}) {
        return describe(ForeignContent{kind, part, name, value});
    };
    CHECK(told(Kind::Element, document, QStringLiteral("w:rPr/w:vanish"))
        == QStringLiteral("正文：隐藏文字（w:vanish）"));
    CHECK(told(Kind::Element, document, QStringLiteral("w:body/w:foo")) == QStringLiteral("正文：w:foo"));
    CHECK(told(Kind::Attribute, document, QStringLiteral("w:ind w:left"), QStringLiteral("31000"))
        == QStringLiteral("正文：缩进（w:ind）为31000"));
    CHECK(told(Kind::Story, QStringLiteral("word/footer1.xml"), {}, QStringLiteral("作废\1"))
        == QStringLiteral("页脚：有其他文字：作废"));
    CHECK(told(Kind::Grid, {}, QStringLiteral("3 4")) == QStringLiteral("表格第3行第4栏的单元格划分不同"));
    CHECK(told(Kind::Part, {}, QStringLiteral("a.bin")) == QStringLiteral("多出部件a.bin"));
    for (int kind = 0; kind <= static_cast<int>(Kind::Properties); ++kind)
        CHECK_FALSE(told(static_cast<Kind>(kind), {}, QStringLiteral("x"), QStringLiteral("y")).isEmpty());
}

} // namespace describeforeign_test
