// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Files of every format that somebody fills elsewhere, changed: read within the limits, or refused with a reason that
// names the file. What is read lies where its tables say.
#include "base/archive.h"
#include "exchange/intake/filledreader.h"
#include "exchange/intake/olemade.h"
#include "exchange/sheet/xlsmade.h"
#include "exchange/sheet/xlsxmade.h"
#include "exchange/word/docmade.h"
#include "exchange/word/docxmade.h"
#include "fuzz/driver.h"
#include "fuzz/mutation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace zhibao;
using namespace zhibao::test;

namespace {

using generate::Random;

QByteArray docxSeed()
{
    MadeDocx docx;
    docx.numbering = "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                     "w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num "
                     "w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";
    docx.styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 1\"/><w:basedOn "
                  "w:val=\"a\"/></w:style>";
    docx.comments = "<w:comment w:id=\"0\">" + par(run("批注")) + "</w:comment>";
    docx.body = par(run("填报单位（盖章）：甲市 联系人："), "<w:pStyle w:val=\"a\"/>")
        + par(run("乙"), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        + tableOf(rowOf(cellOf("一", "<w:gridSpan w:val=\"2\"/>"))
            + rowOf(cellOf("二", "<w:vMerge w:val=\"restart\"/>") + cellOf("三"))
            + rowOf(cellOf("", "<w:vMerge/>") + "<w:tc>" + tableOf(rowOf(cellOf("内"))) + par({}) + "</w:tc>"))
        + par("<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
              "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + run("域") + "<w:r><w:fldChar w:fldCharType=\"end\"/><w:commentReference w:id=\"0\"/></w:r>");
    return docx.bytes();
}

QByteArray xlsxSeed()
{
    MadeXlsx book;
    book.strings = "<si><t>甲</t><rPh><t>x</t></rPh></si>";
    book.styles = "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                  "numFmtId=\"176\"/></cellXfs>";
    book.sheets = {{}, {}};
    book.sheets[0].before = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>";
    book.sheets[0].rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><f>A1</f><v>45280</v></c>"
                          "<c r=\"D1\" t=\"e\"><v>#REF!</v></c></row><row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>1</v></c>"
                          "</row><row r=\"9\"><c r=\"C9\" t=\"inlineStr\"><is><t>末</t></is></c></row>";
    book.sheets[0].merges = "<mergeCell ref=\"A1:A4\"/><mergeCell ref=\"C9:XFD12\"/>";
    book.sheets[0].comments = "<comment ref=\"A1\"><text><t>批注</t></text></comment>";
    book.sheets[1].state = "hidden";
    return book.bytes();
}

QByteArray xlsSeed()
{
    MadeXls xls;
    xls.globals = biff(0x41E, u16(164) + biffText(QStringLiteral("yyyy"))) + biff(0xE0, u16(0) + u16(164));
    xls.strings = biff(0xFC, u32(1) + u32(1) + u16(4) + u8(0) + "ab") + biff(0x3C, u8(1) + u16(0x7532) + u16(0x4E59));
    xls.cells = biff(0xFD, u16(0) + u16(0) + u16(0) + u32(0)) + biff(0x208, u16(2) + QByteArray(10, '\0') + u32(0x20))
        + biff(0xBD, u16(1) + u16(2) + u16(0) + u32(50) + u16(0) + u32(1235) + u16(3))
        + biff(0x06, u16(3) + u16(0) + u16(0) + QByteArray(6, '\0') + u16(0xFFFF))
        + biff(0x207, biffText(QStringLiteral("文"))) + biff(0xE5, u16(1) + u16(0) + u16(1) + u16(0) + u16(1))
        + biff(0x5D, u16(0x15) + u16(18) + u16(25) + u16(1) + QByteArray(14, '\0'))
        + biff(0x1B6, QByteArray(10, '\0') + u16(2) + QByteArray(6, '\0')) + biff(0x3C, u8(0) + "no")
        + biff(0x1C, u16(1) + u16(0) + u16(0) + u16(1) + u16(0));
    return xls.bytes();
}

QByteArray docSeed()
{
    MadeDoc doc;
    doc.add(QStringLiteral("前\u0013 PAGE \u00141\u0015\u000B\u0005\r"), modifier(0x2640, u8(1)));
    doc.cell(QStringLiteral("甲"));
    doc.cell(QStringLiteral("乙"));
    doc.row({-108, 3000, 6000}, {0x60, 0});
    doc.cell(QStringLiteral("丙"));
    doc.cell(QStringLiteral("丁"));
    doc.row({-108, 3010, 6000}, {0x20, 0x02}, true);
    doc.add(QStringLiteral("（"), {}, modifier(0x0855, u8(1)) + modifier(0x6A09, u16(0) + u16(0xF0FE)));
    doc.add(QStringLiteral("ab\r"), {}, modifier(0x083C, u8(1)), true);
    doc.beginComments();
    doc.add(QStringLiteral("\u0005见批注\r"));
    return doc.bytes();
}

QList<QByteArray> seeds()
{
    return {docxSeed(), xlsxSeed(), xlsSeed(), docSeed(),
        "<html><table><col width=0><tr><td rowspan=2>甲<td colspan=3>乙</tr><tr hidden><td>丙<del>丁</del></table>戊",
        "甲,\"乙\"\"\n丙\"\n1,2\n", "第一段\n联系人：李某　电话：\n"};
}

// Mostly a part of a package is changed and packed again, or else no reader would get beyond the archive.
QByteArray mutated(const QByteArray &seed, const QByteArray &other, Random &random)
{
    Result<QList<ArchivePart>> parts = zipParts(seed);
    if (!parts || random.chance(100))
        return fuzz::mutatedBytes(seed, other, random);
    QList<ArchivePart> &mutants = parts.value();
    ArchivePart &part = mutants[random.below(static_cast<int>(mutants.size()))];
    const ArchivePart &donor = mutants[random.below(static_cast<int>(mutants.size()))];
    const QByteArray donated = donor.bytes;
    part.bytes = fuzz::mutatedBytes(part.bytes, donated, random);
    return *zipArchive(mutants);
}

void checkTable(const FilledTable &table)
{
    const auto lies = [&](const FilledCell &cell) {
        return cell.row >= 0 && cell.column >= 0 && cell.rowSpan >= 1 && cell.columnSpan >= 1
            && cell.row + cell.rowSpan <= table.rows && cell.column + cell.columnSpan <= table.columns;
    };
    if (!std::all_of(table.cells.cbegin(), table.cells.cend(), lies))
        fuzz::fail("a cell lies outside of its table");
    const auto isBefore = [](const FilledCell &left, const FilledCell &right) {
        return std::pair(left.row, left.column) < std::pair(right.row, right.column);
    };
    if (!std::is_sorted(table.cells.cbegin(), table.cells.cend(), isBefore))
        fuzz::fail("cells are out of order");
}

fuzz::Outcome outcomeOf(const QByteArray &input)
{
    const QString path = QStringLiteral("文件");
    const Result<FilledFile> file = readFilledFile(input, path);
    if (!file) {
        if (file.error().arguments.value(0) != path)
            fuzz::fail("the refusal does not name the file");
        return fuzz::Outcome::Refused;
    }
    for (const FilledTable &table : file->tables)
        checkTable(table);
    return fuzz::Outcome::Accepted;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return fuzz::run({seeds(), mutated, outcomeOf});
}
