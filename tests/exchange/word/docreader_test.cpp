// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"
#include "exchange/intake/filledtold.h"
#include "exchange/intake/olemade.h"
#include "exchange/word/docmade.h"

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace docreader_test {

namespace {

using Code = FilledNoteCode;

constexpr int goesOnBefore = 0x02;
constexpr int begins = 0x60;
constexpr int goesOn = 0x20;

FilledFile readMade(const MadeDoc &doc)
{
    const Result<FilledFile> file = readFilledFile(doc.bytes(), QStringLiteral("报表.wps"));
    REQUIRE(file);
    CHECK(file->kind == FilledKind::Doc);
    return *file;
}

QString field(const QString &result)
{
    return QChar(0x13) + QStringLiteral(" PAGE ") + QChar(0x14) + result + QChar(0x15);
}

} // namespace

TEST_CASE("A table of a DOC is read by the edges of its cells, wherever the properties of its rows lie")
{
    MadeDoc doc;
    doc.add(QStringLiteral("前\r"), modifier(0x2640, u8(1)));
    doc.cell(QStringLiteral("标题"));
    doc.row({-108, 9000});
    for (const char16_t c : {u'一', u'二', u'三'})
        doc.cell(QString(c));
    doc.row({-100, 3000, 6000, 9000}, {}, true);
    for (const char16_t c : {u'甲', u'乙', u'丙'})
        doc.cell(QString(c));
    doc.row({-108, 3010, 5990, 9000}, {begins, 0, 0});
    doc.add(QStringLiteral("首段\r"), modifier(0x2416, u8(1)));
    doc.cell(QStringLiteral("盖"));
    doc.cell(QStringLiteral("宽"));
    doc.row({-108, 3000, 9000}, {goesOn, 0}, true);
    doc.cell(QStringLiteral("孤"));
    doc.cell(QStringLiteral("横"));
    doc.cell(QStringLiteral("并"));
    doc.row({-108, 3000, 6000, 9000}, {0, 0x01, goesOnBefore});
    doc.add(QStringLiteral("后\r"));
    const FilledFile file = readMade(doc);
    CHECK(toldAs(file, QString()).mid(1, 13)
        == QStringList{QStringLiteral("para 1 前"), QStringLiteral("para -1 后"), QStringLiteral("table  5x3"),
            QStringLiteral("0,0+1x3 标题"), QStringLiteral("1,0 一"), QStringLiteral("1,1 二"),
            QStringLiteral("1,2 三"), QStringLiteral("2,0+2x1 甲"), QStringLiteral("2,1 乙"), QStringLiteral("2,2 丙"),
            QStringLiteral("3,1+1x2 宽"), QStringLiteral("4,0 孤"), QStringLiteral("4,1+1x2 横")});
    CHECK(leftOut(file, LeftOutReason::Covered) == QStringList{QStringLiteral("并"), QStringLiteral("首段\n盖")});
}

TEST_CASE("A row of a DOC without its end, or of which nothing is said, is not lost")
{
    MadeDoc doc;
    doc.cell(QStringLiteral("甲"));
    doc.cell(QStringLiteral("乙"));
    doc.row({0});
    doc.cell(QStringLiteral("丙"));
    doc.add(QStringLiteral("丁"), modifier(0x2416, u8(1)));
    const FilledFile file = readMade(doc);
    QStringList texts;
    for (const FilledCell &cell : file.tables[0].cells)
        texts.append(cell.text);
    for (const FilledParagraph &paragraph : file.paragraphs)
        texts.append(paragraph.text);
    CHECK(texts.join(QString()) == QStringLiteral("甲乙丙丁"));
}

TEST_CASE("Texts of a DOC are read in both widths, with fields by their result and symbols mapped")
{
    MadeDoc doc;
    doc.add(QStringLiteral("a\u0093b\u0094"), {}, {}, true);
    doc.add(QStringLiteral("第") + field(QStringLiteral("3")) + QStringLiteral("页\u000B次\u001E行\r"));
    doc.add(QStringLiteral("（"), {}, modifier(0x0855, u8(1)) + modifier(0x6A09, u16(0) + u16(0xF0FE)));
    doc.add(QStringLiteral("\u0001\u0008\r"));
    doc.add(QStringLiteral("隐"), {}, modifier(0x083C, u8(1)));
    doc.add(QStringLiteral("删"), {}, modifier(0x0800, u8(1)));
    doc.add(QStringLiteral("增\r"), {}, modifier(0x0801, u8(1)));
    const FilledFile file = readMade(doc);
    CHECK(toldAs(file, QStringLiteral("para -1 "))
        == QStringList{QStringLiteral("a“b”第3页\\n次\u2011行"), QStringLiteral("（"), QStringLiteral("增")});
    CHECK(leftOut(file, LeftOutReason::Hidden) == QStringList{QStringLiteral("隐")});
    CHECK(leftOut(file, LeftOutReason::Deleted) == QStringList{QStringLiteral("删")});
    CHECK(noted(file, Code::Pictures) == 1);
    CHECK(noted(file, Code::HiddenText) == 1);
    CHECK(noted(file, Code::ChangesAccepted) == 2);
}

TEST_CASE("Automatic numbers of a DOC are put into its texts")
{
    MadeDoc doc;
    doc.addList(37, 9, QStringLiteral("（%1）").arg(QChar(0)));
    const QByteArray ofList = modifier(0x460B, u16(1)) + modifier(0x260A, u8(0));
    doc.add(QStringLiteral("甲\r"), ofList);
    doc.add(QStringLiteral("\r"), ofList);
    doc.add(QStringLiteral("乙\r"), ofList);
    doc.add(QStringLiteral("丙\r"), modifier(0x460B, u16(2)));
    const FilledFile file = readMade(doc);
    CHECK(toldAs(file, QStringLiteral("para -1"))
        == QStringList{QStringLiteral("# （九）甲"), QStringLiteral("# （十一）乙"), QStringLiteral(" 丙")});
}

TEST_CASE("Comments of a DOC are told with where they are")
{
    MadeDoc doc;
    doc.cell(QStringLiteral("甲\u0005"));
    doc.row({0, 3000});
    doc.add(QStringLiteral("\r"));
    doc.beginComments();
    doc.add(QStringLiteral("\u0005见批注\r"));
    const FilledFile file = readMade(doc);
    CHECK(leftOut(file, LeftOutReason::Comment) == QStringList{QStringLiteral("见批注")});
    CHECK(file.leftOut[0].place.table == 0);
    CHECK(file.leftOut[0].place.row == 0);
}

TEST_CASE("A DOC whose pieces lie beyond it is damaged, and one with a password says so")
{
    MadeDoc doc;
    doc.add(QStringLiteral("甲\r"));
    const auto refusal = [](const QByteArray &bytes) {
        const Result<FilledFile> file = readFilledFile(bytes, QStringLiteral("报表.doc"));
        REQUIRE_FALSE(file);
        return file.error().code;
    };
    const QByteArray bytes = doc.bytes();
    const qsizetype head = bytes.indexOf(QByteArray("\xEC\xA5\xC1\x00", 4));
    QByteArray changed = bytes;
    changed.replace(head + 10, 2, u16(0x0300));
    CHECK(refusal(changed) == ErrorCode::FileEncrypted);
    changed = bytes;
    changed.replace(head + 2, 2, u16(0x0065));
    CHECK(refusal(changed) == ErrorCode::FormatForeign);
    changed = bytes;
    changed.replace(head + 154 + 8 * 33, 8, u32(0xFFFFFFF0) + u32(0xFFFFFFF0));
    CHECK(refusal(changed) == ErrorCode::DocumentUnreadable);
}

} // namespace docreader_test
