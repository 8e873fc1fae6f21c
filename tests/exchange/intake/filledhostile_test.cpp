// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/olemade.h"
#include "exchange/sheet/xlsmade.h"
#include "exchange/sheet/xlsxmade.h"
#include "exchange/word/docmade.h"
#include "exchange/word/docxmade.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace filledhostile_test {

namespace {

#ifdef ZHIBAO_SANITIZED // the same code, much slower
const QString seconds = QStringLiteral("60");
#else
const QString seconds = QStringLiteral("3");
#endif

// In a process of its own: within 2 seconds of the processor and 256 MiB, be it read or refused.
void checkReads(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral(READ_FILLED), {path, seconds});
    REQUIRE(process.waitForFinished(-1));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    const QString told = QString::fromUtf8(process.readAllStandardError());
    INFO(told.toStdString());
    CHECK((process.exitCode() == 0 || process.exitCode() == 3));
    const QRegularExpressionMatch use
        = QRegularExpression(QStringLiteral("peak (\\d+) MiB, (\\d+\\.\\d+) s")).match(told);
    REQUIRE(use.hasMatch());
#ifndef ZHIBAO_SANITIZED
    CHECK(use.captured(1).toInt() <= 256);
    CHECK(use.captured(2).toDouble() <= 2.0);
#endif
}

} // namespace

TEST_CASE("A hostile DOCX is read or refused within its limits")
{
    MadeDocx docx;
    docx.body = tableOf(QByteArray("<w:tr/>").repeated(1'000'000));
    checkReads(docx.bytes());
    docx.body = tableOf(rowOf(cellOf("甲", "<w:gridSpan w:val=\"2147483648\"/>").repeated(2'000)).repeated(20));
    checkReads(docx.bytes());
    docx.body = QByteArray("<w:tbl><w:tr><w:tc>").repeated(100'000);
    checkReads(docx.bytes());
    docx.body = QByteArray("<w:p>").repeated(1'900'000);
    checkReads(docx.bytes());
    docx.body = QByteArray(40 * 1024 * 1024, ' ');
    checkReads(docx.bytes());
}

TEST_CASE("A hostile XLSX is read or refused within its limits")
{
    MadeXlsx xlsx;
    xlsx.sheets = {{}};
    MadeXlsx::Sheet &sheet = xlsx.sheets[0];
    sheet.rows
        = QByteArray("<row/>").repeated(1'000'000) + "<row hidden=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>";
    sheet.merges = "<mergeCell ref=\"A1:XFD1048576\"/>";
    checkReads(xlsx.bytes());
    sheet.rows = QByteArray("<row><c r=\"XFD1\"><v>1</v></c></row>").repeated(300'000);
    sheet.merges = QByteArray("<mergeCell ref=\"A1:A1048576\"/>").repeated(300'000);
    checkReads(xlsx.bytes());
    sheet.rows = QByteArray("<c").repeated(8'000'000);
    checkReads(xlsx.bytes());
    sheet.rows = QByteArray("<c><v>1</v></c>").repeated(2'000'000);
    checkReads(xlsx.bytes());
    sheet.rows = QByteArray("<row><c t=\"s\"><v>0</v></c></row>").repeated(500'000);
    xlsx.strings = "<si><t>" + QByteArray(32'000, 'x') + "</t></si>";
    checkReads(xlsx.bytes());
    sheet.rows = {};
    xlsx.strings = QByteArray("<si/>").repeated(6'000'000);
    checkReads(xlsx.bytes());
}

TEST_CASE("A hostile XLS or DOC is read or refused within its limits")
{
    MadeXls xls;
    xls.strings = biff(0xFC, QByteArray(8, '\0'));
    for (int i = 0; i < 2'000; ++i)
        xls.strings += biff(0x3C, QByteArray(8'000, '\0'));
    checkReads(xls.bytes());
    xls.strings = {};
    xls.globals = biff(0x85, u32(20) + QByteArray("\0\0\1\0x", 5)).repeated(60'000);
    xls.cells = biff(0x203, QByteArray(14, '\0')).repeated(300'000);
    checkReads(xls.bytes());
    // Every chain of sectors leads back to itself.
    QByteArray cyclic = xls.bytes();
    const QByteArray same = u32(3);
    for (qsizetype at = cyclic.size() - 512; at < cyclic.size(); at += 4)
        cyclic.replace(at, 4, same);
    checkReads(cyclic);
    MadeDoc doc;
    doc.add(QString(4'000'000, QChar(7)));
    doc.add(QString(4'000'000, u'\r'), modifier(0x2416, u8(1)) + modifier(0x6646, u32(0)));
    checkReads(doc.bytes());
    QByteArray lying = doc.bytes();
    const qsizetype head = lying.indexOf(QByteArray("\xEC\xA5\xC1\x00", 4));
    for (int pair = 12; pair <= 33; ++pair)
        lying.replace(head + 154 + 8 * pair, 8, u32(0) + u32(0xFFFFFFFF));
    checkReads(lying);
}

TEST_CASE("Hostile texts are read or refused within their limits")
{
    checkReads(QByteArray("<table>") + QByteArray("<tr><td rowspan=65534 colspan=1000>x").repeated(100'000));
    checkReads(QByteArray("<table><td colspan=1000 rowspan=65534>").repeated(200'000));
    checkReads("<html>" + QByteArray("<div hidden>x").repeated(500'000));
    checkReads(QByteArray("\"a,").repeated(3'000'000));
    checkReads(QByteArray("a,b\n").repeated(1'000'000));
    checkReads(QByteArray("x\n").repeated(5'000'000));
    checkReads(QByteArray("单位：联系人：").repeated(300'000));
    checkReads(QByteArray(60 * 1024 * 1024, ' '));
}

} // namespace filledhostile_test
