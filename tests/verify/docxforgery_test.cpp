// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "exchange/docx/docxforeign.h"
#include "exchange/docx/docxtext.h"
#include "generate/reports.h"
#include "verify/docxforgery.h"
#include "verify/media.h"
#include "workspace/verify/expectedpieces.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int forgeryCount = 300;
constexpr int sampleCount = 60; // rendered each time; all of them with the tag [all]

struct Exported {
    QByteArray bytes;
    QList<ExpectedPiece> pieces;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Exported exported(const Document &document, const QString &path)
{
    return {bytesOf(writeDocxFile(document, path)), expectedPieces(document)};
}

// What a file says besides what it should; empty where it says nothing else.
std::string told(const Exported &genuine, const QByteArray &docx)
{
    const Result<DocumentText> text = docxText(docx, QStringLiteral("file"));
    if (!text)
        return "unreadable";
    QString told;
    for (const DocumentDifference &each : compareDocumentText(genuine.pieces, *text))
        told += QStringLiteral("text: %1 -> %2\n").arg(each.expected, each.found);
    for (const ForeignContent &each : foreignContent(docx) + foreignCells(genuine.pieces, *text))
        told += QStringLiteral("foreign: %1 %2 %3 %4\n")
                    .arg(static_cast<int>(each.kind))
                    .arg(each.part, each.name, each.value);
    return told.toStdString();
}

// A short table and a short summary.
struct Genuine {
    Genuine()
    {
        const Notice notice = shippedNotice();
        const Report report = generateReport(notice, 7, {3, 30, 400});
        summary
            = exported(compose(report, notice, QStringLiteral("annex2")), folder.filePath(QStringLiteral("2.docx")));
        table = exported(compose(report, notice, QStringLiteral("annex1")), folder.filePath(QStringLiteral("1.docx")));
    }

    const Exported &of(const DocxForgery &forgery) const { return forgery.inTable ? table : summary; }

    QTemporaryDir folder;
    Exported summary;
    Exported table;
};

DocxForgery forgeryNumbered(int number)
{
    static const QList<DocxForgery> all = docxForgeries();
    return all[number % all.size()];
}

QByteArray forged(const Genuine &genuine, const DocxForgery &forgery, int number)
{
    ForgedDocx docx(genuine.of(forgery).bytes, static_cast<quint64>(number));
    forgery.change(docx);
    return docx.bytes();
}

// The pages of a PDF in grey, one after the other.
QByteArray pixelsOf(const QString &pdf)
{
    QProcess process;
    process.start(
        QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("50"), QStringLiteral("-gray"), pdf});
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

// The numbers of the forgeries that LibreOffice shows just as what was exported.
QList<int> unseen(const Genuine &genuine, const QList<int> &numbers)
{
    constexpr qsizetype batch = 60; // files in one run of LibreOffice
    const QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name + QStringLiteral(".docx")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    };
    QStringList files{
        write(QStringLiteral("table"), genuine.table.bytes), write(QStringLiteral("summary"), genuine.summary.bytes)};
    for (const int number : numbers)
        files.append(write(QString::number(number), forged(genuine, forgeryNumbered(number), number)));
    QStringList shown;
    for (qsizetype first = 0; first < files.size(); first += batch)
        shown += savedByLibreOffice(
            files.mid(first, batch), QStringLiteral("pdf"), folder.filePath(QStringLiteral("pdf")));
    const QByteArray table = pixelsOf(shown[0]);
    const QByteArray summary = pixelsOf(shown[1]);
    QList<int> same;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        if (pixelsOf(shown[i + 2]) == (forgeryNumbered(numbers[i]).inTable ? table : summary))
            same.append(numbers[i]);
    }
    return same;
}

void checkShown(int step)
{
    const Genuine genuine;
    QList<int> numbers;
    for (int number = 0; number < forgeryCount; number += step)
        numbers.append(number);
    for (const int number : unseen(genuine, numbers))
        FAIL_CHECK("number " << number << ": " << forgeryNumbered(number).name.constData());
}

} // namespace

TEST_CASE("Three hundred forgeries of a DOCX: none passes for what was exported")
{
    const Genuine genuine;
    CHECK(told(genuine.table, genuine.table.bytes) == "");
    CHECK(told(genuine.summary, genuine.summary.bytes) == "");
    for (int number = 0; number < forgeryCount; ++number) {
        const DocxForgery forgery = forgeryNumbered(number);
        CAPTURE(forgery.name.constData());
        const QByteArray docx = forged(genuine, forgery, number);
        CHECK(docx != genuine.of(forgery).bytes);
        CHECK(told(genuine.of(forgery), docx) != "");
    }
}

TEST_CASE("Forgeries that other programs than LibreOffice show do not pass either")
{
    const Genuine genuine;
    int number = 0;
    for (const DocxForgery &forgery : docxForgeriesForOthers()) {
        CAPTURE(forgery.name.constData());
        CHECK(told(genuine.of(forgery), forged(genuine, forgery, ++number)) != "");
    }
}

TEST_CASE("The forgeries show something else in LibreOffice: a sample of them")
{
    checkShown(forgeryCount / sampleCount);
}

TEST_CASE("The forgeries show something else in LibreOffice: all of them", "[.all]")
{
    checkShown(1);
}

TEST_CASE("LibreOffice's savings of a hundred reports hold nothing foreign and the same text")
{
    constexpr int count = 100;
    const QTemporaryDir folder;
    QList<Exported> all;
    QStringList files;
    for (const Notice &notice : {shippedNotice(), inventedNotice()}) {
        for (int seed = 1; files.size() < count && seed <= count / 2; ++seed) {
            const Form &form = notice.forms[seed % notice.forms.size()];
            const Report report = generateReport(notice, static_cast<quint32>(seed), {seed % 5, 20 * (seed % 7), 300});
            files.append(folder.filePath(QStringLiteral("%1.docx").arg(files.size())));
            all.append(exported(compose(report, notice, form.id), files.constLast()));
            CHECK(told(all.constLast(), all.constLast().bytes) == "");
        }
    }
    REQUIRE(files.size() == count);
    const QStringList saved
        = savedByLibreOffice(files, QStringLiteral("docx"), folder.filePath(QStringLiteral("saved")));
    for (qsizetype i = 0; i < saved.size(); ++i) {
        CAPTURE(saved[i].toStdString());
        CHECK(told(all[i], bytesOf(saved[i])) == "");
    }
}
