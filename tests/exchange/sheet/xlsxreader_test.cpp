// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"
#include "exchange/intake/filledtold.h"
#include "exchange/sheet/cellformat.h"
#include "exchange/sheet/xlsxmade.h"

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace xlsxreader_test {

namespace {

using Code = FilledNoteCode;
using Why = LeftOutReason;

FilledFile readMade(const MadeXlsx &book)
{
    const Result<FilledFile> file = readFilledFile(book.bytes(), QStringLiteral("台账.xlsx"));
    REQUIRE(file);
    CHECK(file->kind == FilledKind::Xlsx);
    return *file;
}

FilledFile readSheet(const MadeXlsx::Sheet &sheet, const QByteArray &strings = {}, const QByteArray &styles = {})
{
    MadeXlsx book;
    book.sheets = {sheet};
    book.strings = strings;
    book.styles = styles;
    return readMade(book);
}

QByteArray inlined(const QByteArray &place, const QByteArray &text)
{
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace

TEST_CASE("A sheet of an XLSX is read with its merged cells, clipped to its texts")
{
    MadeXlsx::Sheet sheet;
    sheet.name = "总表";
    sheet.rows = "<row r=\"1\">" + inlined("B1", "标题") + inlined("C1", "盖住") + "</row><row r=\"3\">"
        + inlined("A3", "甲") + "<c r=\"B3\"/>" + inlined("D3", "a &amp; &#20057;<!-- x --><![CDATA[<丙>]]>")
        + "</row><row r=\"4\">" + inlined("D4", "丁") + "</row><row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>";
    sheet.merges = "<mergeCell ref=\"B1:XFD1\"/><mergeCell ref=\"A3:A1048576\"/><mergeCell ref=\"B3:B4\"/>"
                   "<mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"Z9:Z3\"/><mergeCell ref=\"x\"/>";
    const FilledFile file = readSheet(sheet);
    CHECK(toldAs(file, QString()).mid(1, 7)
        == QStringList{QStringLiteral("table 总表 4x4"), QStringLiteral("0,1+1x3 标题"), QStringLiteral("2,0+2x1 甲"),
            QStringLiteral("2,1+2x1 "), QStringLiteral("2,3 a & 乙<丙>"), QStringLiteral("3,3 丁"),
            QStringLiteral("left 5 盖住")});
}

TEST_CASE("Shared strings are read with their runs, but not with how they are read aloud")
{
    MadeXlsx::Sheet sheet;
    sheet.rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>7</v></c></row>";
    const FilledFile file = readSheet(sheet,
        "<si><r><rPr><b/></rPr><t>重</t></r><r><t xml:space=\"preserve\">庆 </t></r><rPh sb=\"0\" "
        "eb=\"1\"><t>chong</t></rPh>"
        "<phoneticPr fontId=\"1\"/></si><si><t>一_x000D_&#10;二_x005F_x</t></si>");
    CHECK(grid(file.tables[0]) == QList<QStringList>{{QStringLiteral("重庆 "), QStringLiteral("一\n二_x")}});
    CHECK(leftOut(file, Why::Phonetic) == QStringList{QStringLiteral("chong")});
}

TEST_CASE("Numbers are dates where the format says so, in both systems, and else as they are shown")
{
    MadeXlsx book;
    book.styles = "<numFmts count=\"1\"><numFmt numFmtId=\"176\" "
                  "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                  "<numFmt numFmtId=\"177\" formatCode=\"000000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                  "<xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"22\"/><xf numFmtId=\"10\"/>"
                  "<xf numFmtId=\"177\"/></cellXfs>";
    book.sheets = {{}};
    book.sheets[0].rows
        = "<row><c s=\"1\"><v>45280</v></c><c s=\"2\"><v>45280.5</v></c><c s=\"3\"><v>45280.354166666664</v></c>"
          "<c s=\"4\"><v>0.285</v></c><c s=\"5\"><v>520100</v></c><c s=\"5\"><v>102</v></c><c><v>13800001234</v></c>"
          "<c><v>0.1</v></c><c><v>1E-3</v></c><c t=\"b\"><v>1</v></c><c t=\"d\"><v>2023-12-20T00:00:00</v></c>"
          "<c s=\"1\" t=\"str\"><v>2018.4.28</v></c></row>";
    FilledFile file = readMade(book);
    CHECK(grid(file.tables[0])[0].join(u' ')
        == QStringLiteral("2023-12-20 2023-12-20 2023-12-20 08:30 28.5% 520100 000102 13800001234 0.1 0.001 TRUE "
                          "2023-12-20 2018.4.28"));
    CHECK(file.tables[0].cells[0].isDate);
    CHECK_FALSE(file.tables[0].cells[11].isDate);
    book.isFrom1904 = true;
    book.sheets[0].rows = "<row><c s=\"1\"><v>43818</v></c></row>";
    file = readMade(book);
    CHECK(grid(file.tables[0])[0] == QStringList{QStringLiteral("2023-12-20")});
}

TEST_CASE("The days around the one that Excel invented are dates")
{
    const NumberFormat day{NumberKind::Date, 0};
    CHECK(numberText(1, day, false) == QStringLiteral("1900-01-01"));
    CHECK(numberText(59, day, false) == QStringLiteral("1900-02-28"));
    CHECK(numberText(61, day, false) == QStringLiteral("1900-03-01"));
    CHECK(numberText(0, day, true) == QStringLiteral("1904-01-01"));
    CHECK(numberText(2958465, day, false) == QStringLiteral("9999-12-31"));
    CHECK(numberText(2958466, day, false) == QStringLiteral("2958466"));
    CHECK(numberText(-1, day, false) == QStringLiteral("-1"));
    CHECK(numberFormat(QStringLiteral("[$-804]yyyy\\-mm\\-dd")) == day);
    CHECK(numberFormat(QStringLiteral("General\"天\"")) == NumberFormat());
    CHECK(numberFormat(QStringLiteral("#,##0.00_ ;[Red]-#,##0.00")) == NumberFormat());
    CHECK(numberFormat(QStringLiteral("0.00E+00")) == NumberFormat());
    CHECK(numberFormat(QStringLiteral("[h]:mm:ss")).kind == NumberKind::Time);
    CHECK(numberFormat(QStringLiteral("m\"月\"d\"日\"")) == day);
    CHECK(numberFormat(QStringLiteral("@")) == NumberFormat());
}

TEST_CASE("Of formulas the stored results are read; errors are empty and told")
{
    MadeXlsx::Sheet sheet;
    sheet.rows = "<row><c><f>SUM(A2:A3)</f><v>12</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>文</v></c>"
                 "<c t=\"e\"><f>#REF!</f><v>#REF!</v></c><c><f>NOW()</f></c></row>";
    const FilledFile file = readSheet(sheet);
    CHECK(grid(file.tables[0]) == QList<QStringList>{{QStringLiteral("12"), QStringLiteral("文")}});
    CHECK(file.tables[0].cells[0].isComputed);
    CHECK(leftOut(file, Why::ErrorValue) == QStringList{QStringLiteral("#REF!")});
    CHECK(noted(file, Code::Formulas) == 3);
    CHECK(noted(file, Code::FormulasWithoutResult) == 1);
    CHECK(noted(file, Code::ErrorValues) == 1);
}

TEST_CASE("Hidden rows, columns and sheets are left out and counted")
{
    MadeXlsx book;
    book.sheets = {{}, {}, {}};
    book.sheets[0].before = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>";
    book.sheets[0].rows = "<row>" + inlined("A1", "甲") + inlined("B1", "乙") + inlined("D1", "丁")
        + "</row><row hidden=\"1\">" + inlined("A2", "藏") + inlined("D2", "藏二") + "</row><row hidden=\"1\"/><row>"
        + inlined("A4", "戊") + inlined("B4", "宽") + "</row>";
    book.sheets[0].merges = "<mergeCell ref=\"B4:D4\"/>";
    book.sheets[1].name = "暗";
    book.sheets[1].state = "veryHidden";
    book.sheets[1].rows = "<row>" + inlined("A1", "一") + inlined("B1", "二") + "</row>";
    book.sheets[2].name = "空";
    const FilledFile file = readMade(book);
    REQUIRE(file.tables.size() == 2);
    CHECK(toldAs(file, QString()).mid(1, 5)
        == QStringList{QStringLiteral("table 表 4x4"), QStringLiteral("0,0 甲"), QStringLiteral("0,3 丁"),
            QStringLiteral("3,0 戊"), QStringLiteral("3,1+1x3 宽")});
    CHECK(leftOut(file, Why::Hidden)
        == QStringList{QStringLiteral("乙"), QStringLiteral("藏"), QStringLiteral("藏二"), QStringLiteral("一\t二")});
    CHECK(noted(file, Code::HiddenRows) == 1);
    CHECK(noted(file, Code::HiddenColumns) == 1);
    CHECK(noted(file, Code::HiddenSheets) == 1);
}

TEST_CASE("Comments, pictures, text boxes and macros of a workbook are told")
{
    MadeXlsx book;
    book.sheets = {{}};
    book.sheets[0].rows = "<row>" + inlined("A1", "甲") + "</row>";
    book.sheets[0].comments = "<comment ref=\"A1\"><text><r><t>见</t></r><r><t>批注</t></r></text></comment>";
    book.sheets[0].drawing
        = "<xdr:pic/><mc:AlternateContent><mc:Choice><xdr:sp><a:p><a:r><a:t>框一</a:t></a:r></a:p>"
          "<a:p><a:t>框二</a:t></a:p></xdr:sp></mc:Choice><mc:Fallback><xdr:sp><a:t>框一</a:t></xdr:sp>"
          "</mc:Fallback></mc:AlternateContent><xdr:graphicFrame/>";
    const FilledFile file = readMade(book);
    CHECK(leftOut(file, Why::Comment) == QStringList{QStringLiteral("见批注")});
    CHECK(toldAs(file, QStringLiteral("para -1box ")) == QStringList{QStringLiteral("框一\\n框二")});
    CHECK(noted(file, Code::Pictures) == 1);
    CHECK(noted(file, Code::Objects) == 1);
}

TEST_CASE("A workbook is read whatever prefix its elements have; a sheet that is cut off is told")
{
    MadeXlsx book;
    book.prefix = "x:";
    book.sheets = {{}};
    book.sheets[0].rows = "<x:row r=\"2\"><x:c r=\"B2\" t=\"inlineStr\"><x:is><x:t>腾讯</x:t></x:is></x:c></x:row>";
    FilledFile file = readMade(book);
    CHECK(toldAs(file, QStringLiteral("1,1 ")) == QStringList{QStringLiteral("腾讯")});
    CHECK(file.notes.isEmpty());
    book.prefix = {};
    book.sheets[0].rows = "<row>" + inlined("A1", "甲") + "</row><!-- ";
    file = readMade(book);
    CHECK(noted(file, Code::DamagedParts) == 1);
}

} // namespace xlsxreader_test
