// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"
#include "exchange/intake/filledtold.h"
#include "exchange/intake/olemade.h"
#include "exchange/sheet/xlsmade.h"

#include <QtEndian>

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace xlsreader_test {

namespace {

using Code = FilledNoteCode;

FilledFile readMade(const MadeXls &xls)
{
    const Result<FilledFile> file = readFilledFile(xls.bytes(), QStringLiteral("台账.et"));
    REQUIRE(file);
    CHECK(file->kind == FilledKind::Xls);
    return *file;
}

QByteArray place(int row, int column, int style = 0)
{
    return u16(row) + u16(column) + u16(style);
}

QByteArray ofDouble(double number)
{
    quint64 bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    QByteArray bytes(8, '\0');
    qToLittleEndian(bits, bytes.data());
    return bytes;
}

QByteArray style(int format)
{
    return biff(0xE0, u16(0) + u16(format) + QByteArray(16, '\0'));
}

ErrorCode refusal(const QByteArray &bytes)
{
    const Result<FilledFile> file = readFilledFile(bytes, QStringLiteral("台账.xls"));
    REQUIRE_FALSE(file);
    return file.error().code;
}

} // namespace

TEST_CASE("Strings of an XLS that go on in another record, in the middle of a word, are whole")
{
    MadeXls xls;
    // Wide, then narrow behind the break; with runs and with what is read aloud; narrow, then wide.
    const QByteArray first = u16(4) + u8(1) + u16(0x7532) + u16(0x4E59);
    const QByteArray rich = u16(2) + u8(0x0D) + u16(1) + u32(6) + u16(0x4E19) + u16(0x4E01) + QByteArray(4, 'r');
    xls.strings = biff(0xFC, u32(4) + u32(4) + first) + biff(0x3C, u8(0) + "ab" + rich + QByteArray(2, 'p'))
        + biff(0x3C, QByteArray(4, 'p') + u16(3) + u8(0) + "x") + biff(0x3C, u8(1) + u16(0x620A) + u16(0x5DF1))
        + biff(0x3C, u16(1) + u8(0) + "z");
    for (int i = 0; i < 4; ++i)
        xls.cells += biff(0xFD, place(0, i) + u32(static_cast<quint32>(i)));
    xls.cells += biff(0xFD, place(0, 5) + u32(99)) + biff(0x204, place(1, 0) + biffText(QStringLiteral("标")));
    const FilledFile file = readMade(xls);
    CHECK(grid(file.tables[0])
        == QList<QStringList>{
            {QStringLiteral("甲乙ab"), QStringLiteral("丙丁"), QStringLiteral("x戊己"), QStringLiteral("z")},
            {QStringLiteral("标"), QString(), QString(), QString()}});
    CHECK(file.tables[0].name == QStringLiteral("one"));
    CHECK(noted(file, Code::HiddenSheets) == 1);
}

TEST_CASE("Numbers of an XLS in all their forms, and dates of both systems")
{
    MadeXls xls;
    xls.globals = biff(0x41E, u16(164) + biffText(QStringLiteral("yyyy\"年\"m\"月\"d\"日\""))) + style(0) + style(14)
        + style(164) + style(10);
    const auto whole = [](int number) { return u32((quint32(number) << 2) | 2); };
    xls.cells = biff(0x203, place(0, 0) + ofDouble(0.1)) + biff(0x27E, place(0, 1) + whole(-7))
        + biff(0xBD,
            u16(1) + u16(2) + u16(0) + whole(12) + u16(0) + u32((1234U << 2) | 3) + u16(1) + whole(45280) + u16(2)
                + whole(43818) + u16(5))
        + biff(0x203, place(2, 0, 3) + ofDouble(0.285)) + biff(0x205, place(2, 1) + u8(1) + u8(0));
    CHECK(grid(readMade(xls).tables[0])
        == QList<QStringList>{{QStringLiteral("0.1"), QStringLiteral("-7"), QString(), QString(), QString(), QString()},
            {QString(), QString(), QStringLiteral("12"), QStringLiteral("12.34"), QStringLiteral("2023-12-20"),
                QStringLiteral("2019-12-19")},
            {QStringLiteral("28.5%"), QStringLiteral("TRUE"), QString(), QString(), QString(), QString()}});
    xls.globals += biff(0x22, u16(1));
    const FilledFile file = readMade(xls);
    CHECK(grid(file.tables[0])[1][5] == QStringLiteral("2023-12-20"));
}

TEST_CASE("Formulas of an XLS give their stored results")
{
    MadeXls xls;
    const auto formula
        = [](int column, const QByteArray &result) { return biff(0x06, place(0, column) + result + u16(0) + u32(0)); };
    xls.cells = formula(0, ofDouble(12)) + formula(1, u8(0) + QByteArray(5, '\0') + u16(0xFFFF))
        + biff(0x207, biffText(QStringLiteral("文")))
        + formula(2, u8(2) + u8(0) + u8(0x17) + QByteArray(3, '\0') + u16(0xFFFF))
        + formula(3, u8(3) + QByteArray(5, '\0') + u16(0xFFFF));
    const FilledFile file = readMade(xls);
    CHECK(grid(file.tables[0]) == QList<QStringList>{{QStringLiteral("12"), QStringLiteral("文")}});
    CHECK(leftOut(file, LeftOutReason::ErrorValue) == QStringList{QStringLiteral("#REF!")});
    CHECK(noted(file, Code::Formulas) == 3);
}

TEST_CASE("Merged cells, hidden rows and columns, comments and objects of an XLS")
{
    MadeXls xls;
    const auto label
        = [](int row, int column, const QString &text) { return biff(0x204, place(row, column) + biffText(text)); };
    xls.cells = biff(0x7D, u16(2) + u16(2) + u16(0) + u16(0) + u16(1) + u16(0))
        + biff(0x208, u16(2) + QByteArray(10, '\0') + u16(0x20) + u16(0)) + label(0, 0, QStringLiteral("标题"))
        + label(1, 0, QStringLiteral("甲")) + label(1, 2, QStringLiteral("隐")) + label(2, 0, QStringLiteral("藏"))
        + label(3, 1, QStringLiteral("乙")) + biff(0xE5, u16(1) + u16(0) + u16(65535) + u16(0) + u16(0))
        + biff(0xE5, u16(2) + u16(0) + u16(0) + u16(0) + u16(255) + u16(1) + u16(1) + u16(1) + u16(1))
        + biff(0x5D, u16(0x15) + u16(18) + u16(25) + u16(1) + QByteArray(14, '\0'))
        + biff(0x1B6, QByteArray(10, '\0') + u16(2) + QByteArray(6, '\0')) + biff(0x3C, u8(0) + "no")
        + biff(0x3C, QByteArray(16, '\0')) + biff(0x1C, u16(1) + u16(0) + u16(0) + u16(1) + u16(0))
        + biff(0x809, u16(0x600) + u16(0x20)) + label(9, 9, QStringLiteral("图")) + biff(0x0A, {})
        + label(4, 0, QStringLiteral("末"));
    const FilledFile file = readMade(xls);
    CHECK(grid(file.tables[0]).first().first() == QStringLiteral("标题"));
    CHECK(leftOut(file, LeftOutReason::Hidden) == QStringList{QStringLiteral("隐")});
    CHECK(leftOut(file, LeftOutReason::Covered)
        == QStringList{QStringLiteral("甲"), QStringLiteral("藏"), QStringLiteral("末")});
    CHECK(leftOut(file, LeftOutReason::Comment) == QStringList{QStringLiteral("no")});
    CHECK(noted(file, Code::Objects) == 1);
    CHECK(file.tables[0].rows == 4);
}

TEST_CASE("Workbooks with a password, of Excel 95 and damaged ones are told apart")
{
    MadeXls xls;
    xls.globals = biff(0x2F, u16(1) + QByteArray(52, 'k'));
    CHECK(refusal(xls.bytes()) == ErrorCode::FileEncrypted);
    CHECK(refusal(oleOf({{QStringLiteral("EncryptedPackage"), "x"}})) == ErrorCode::FileEncrypted);
    CHECK(refusal(oleOf({{QStringLiteral("Book"), "x"}})) == ErrorCode::FormatForeign);
    CHECK(refusal(oleOf({{QStringLiteral("Workbook"), biff(0x809, u16(0x500))}})) == ErrorCode::FormatForeign);
    CHECK(refusal(oleOf({{QStringLiteral("Workbook"), {}}})) == ErrorCode::DocumentUnreadable);
    CHECK(refusal(oleOf({{QStringLiteral("Other"), {}}})) == ErrorCode::DocumentUnreadable);
    CHECK(refusal(MadeXls().bytes().left(700)) == ErrorCode::DocumentUnreadable);
    // A chain of sectors that leads back to itself: the table's own sector follows itself.
    QByteArray cyclic = MadeXls().bytes();
    for (qsizetype i = cyclic.size() - 512; i < cyclic.size(); i += 4)
        cyclic.replace(i, 4, u32(1));
    CHECK(refusal(cyclic) == ErrorCode::DocumentUnreadable);
}

} // namespace xlsreader_test
