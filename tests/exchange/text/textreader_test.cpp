// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"
#include "exchange/intake/filledtold.h"

#include <QStringEncoder>

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace textreader_test {

namespace {

FilledFile readBytes(const QByteArray &bytes, FilledKind kind)
{
    const Result<FilledFile> file = readFilledFile(bytes, QStringLiteral("表.xls"));
    REQUIRE(file);
    CHECK(file->kind == kind);
    return *file;
}

ErrorCode refusal(const QByteArray &bytes)
{
    const Result<FilledFile> file = readFilledFile(bytes, QStringLiteral("表.xls"));
    REQUIRE_FALSE(file);
    return file.error().code;
}

} // namespace

TEST_CASE("Separated texts are tables, whatever separates them and however they are encoded")
{
    const QList<QStringList> expected{{QStringLiteral("名称"), QStringLiteral("说明"), QStringLiteral("数")},
        {QStringLiteral("  甲"), QStringLiteral("一,\"二\"\n三"), QStringLiteral("1")},
        {QStringLiteral("乙"), QString(), QStringLiteral("2")}};
    const QString commas = QStringLiteral("名称,说明,数\r\n\"  甲\",\"一,\"\"二\"\"\n三\",1\r\n乙,,2\r\n");
    const QString tabs = QStringLiteral("名称\t说明\t数\n  甲\t\"一,\"\"二\"\"\n三\"\t1\n乙\t\t2");
    for (const QString &text : {commas, tabs}) {
        QStringEncoder utf16(QStringEncoder::Utf16LE);
        const QByteArray wide = utf16(text);
        const QByteArray utf8 = text.toUtf8();
        for (const QByteArray &bytes : {utf8, "\xEF\xBB\xBF" + utf8, QByteArray("\xFF\xFE") + wide, wide})
            CHECK(grid(readBytes(bytes, FilledKind::Separated).tables[0]) == expected);
    }
    // 名称,数 / 甲,1 in GB18030
    CHECK(grid(readBytes("\xC3\xFB\xB3\xC6,\xCA\xFD\n\xBC\xD7,1\n", FilledKind::Separated).tables[0])
        == QList<QStringList>{
            {QStringLiteral("名称"), QStringLiteral("数")}, {QStringLiteral("甲"), QStringLiteral("1")}});
}

TEST_CASE("A text of sentences is paragraphs")
{
    const FilledFile file = readBytes("第一段，有逗号。\r\n\r\nIn words, and more.\nOther, too.\n", FilledKind::Text);
    CHECK(toldAs(file, QStringLiteral("para -1 "))
        == QStringList{
            QStringLiteral("第一段，有逗号。"), QStringLiteral("In words, and more."), QStringLiteral("Other, too.")});
    CHECK(noted(readBytes("\x81\x20 x", FilledKind::Text), FilledNoteCode::CharactersReplaced) == 0);
}

TEST_CASE("A table of a web page is read with its spans, and what is not shown is told")
{
    const FilledFile file = readBytes(
        "\n<html><head><style>.h{display:none}</style></head><body><h2>标题</h2><p>一段<br>两行</p>"
        "<table><col><col width=0><tr><th colspan=3>头</th></tr><tr><td "
        "rowspan=2>甲</td><td>隐</td><td>a&amp;b<p>c</td>"
        "</tr><tr><td></td><td><del>删</del>丙<span class=h>藏</span></td></tr>"
        "<tr style='display:none'><td>行</td></tr><tr><td colspan=1000000 rowspan=99999999>末</td></tr></table>尾",
        FilledKind::Web);
    CHECK(toldAs(file, QString()).mid(1, 9)
        == QStringList{QStringLiteral("para 1 标题"), QStringLiteral("para -1 一段\\n两行"),
            QStringLiteral("para -1 尾"), QStringLiteral("table  5x3"), QStringLiteral("0,0+1x3 头"),
            QStringLiteral("1,0+2x1 甲"), QStringLiteral("1,2 a&b\\nc"), QStringLiteral("2,2 丙"),
            QStringLiteral("4,0+1x3 末")});
    CHECK(leftOut(file, LeftOutReason::Hidden)
        == QStringList{QStringLiteral("隐"), QStringLiteral("藏"), QStringLiteral("行")});
    CHECK(leftOut(file, LeftOutReason::Deleted) == QStringList{QStringLiteral("删")});
}

TEST_CASE("Files of other kinds are told by their bytes")
{
    CHECK(readBytes("{\"format\": \"zhibao.report\"}", FilledKind::Report).tables.isEmpty());
    CHECK(refusal("{\\rtf1 x}") == ErrorCode::FormatForeign);
    CHECK(refusal("%PDF-1.4\n%") == ErrorCode::WrongFormat);
    CHECK(refusal("\x89PNG\r\n\x1A\n") == ErrorCode::WrongFormat);
    CHECK(refusal(QByteArray("\1\0\2\0\0\0", 6)) == ErrorCode::DocumentUnreadable);
}

} // namespace textreader_test
