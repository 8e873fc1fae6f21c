// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "exchange/pdf/pdflooks.h"
#include "exchange/report/reportfile.h"
#include "generate/reports.h"
#include "verify/changes.h"
#include "verify/media.h"
#include "workspace/verify/expectedpieces.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace {

struct Sample {
    Report report;
    Notice notice;
    QString form;
};

void append(QList<Sample> &samples, const Report &report, const Notice &notice)
{
    for (const Form &form : notice.forms)
        samples.append({report, notice, form.id});
}

// What offices write, what nobody wrote, and cells that reach over several pages.
QList<Sample> allSamples()
{
    const QList<Notice> notices{shippedNotice(), inventedNotice()};
    QList<Sample> samples;
    const QDir folder(QStringLiteral(TEST_DATA "/reports"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
        const auto file = readReportFile(folder.filePath(name), notices);
        REQUIRE(file);
        const auto notice = std::find_if(notices.begin(), notices.end(),
            [&](const Notice &candidate) { return candidate.number == file->report.notice; });
        append(samples, file->report, *notice);
    }
    for (const Notice &notice : notices) {
        append(samples, generateReport(notice, 3), notice);
        append(samples, generateReport(notice, 4, GeneratorSize{3, 700, 5000}), notice);
    }
    return samples;
}

// A row of many documents, each as long as a page, beside cells that are longer and shorter than all of them.
Sample tallRow()
{
    const Notice notice = shippedNotice();
    Report report = generateReport(notice, 5, GeneratorSize{4, 30, 500});
    const QString &form = notice.forms.constFirst().id;
    const QList<Row> longRows = generateReport(notice, 6, GeneratorSize{4, 420, 500}).forms[form].rows;
    Row &row = report.forms[form].rows[1];
    row.entries = {longRows[0].entries[0], longRows[1].entries[0], row.entries[0], longRows[2].entries[0]};
    for (const Column &column : notice.forms.constFirst().table()->columns) {
        if (!column.serial && !column.repeating)
            row.cells[column.id] = (longRows[0].cells[column.id] + longRows[1].cells[column.id]).repeated(2);
    }
    return {report, notice, form};
}

Document documentOf(const Sample &sample)
{
    return compose(sample.report, sample.notice, sample.form);
}

// Those that say something, of which something can be changed.
QList<Sample> filledSamples()
{
    QList<Sample> samples = allSamples();
    samples.removeIf([](const Sample &sample) { return !sample.report.forms.contains(sample.form); });
    return samples;
}

QList<DocumentDifference> differences(const Document &approved, const QString &path)
{
    const Result<DocumentText> text = readDocumentText(path);
    REQUIRE(text);
    return compareDocumentText(expectedPieces(approved), *text);
}

// Whether the pages of a PDF show all that its text says.
bool isSeen(const QString &path)
{
    const Result<DocumentText> text = readDocumentText(path);
    REQUIRE(text);
    const Result<QList<TextWord>> seen = seenWords(path, text->words);
    REQUIRE(seen);
    return *seen == text->words;
}

std::string told(const QList<DocumentDifference> &differences)
{
    QString text;
    for (const DocumentDifference &difference : differences)
        text += QStringLiteral("[piece %1 %2.%3 row %4 entry %5 section %6] %7 -> %8\n")
                    .arg(difference.piece)
                    .arg(difference.place.form, difference.place.field)
                    .arg(difference.place.row)
                    .arg(difference.place.entry)
                    .arg(difference.place.section)
                    .arg(difference.expected, difference.found);
    return text.toStdString();
}

// A changed report as a file, and what it should have said.
struct Attempt {
    Document approved;
    Document document;
    ChangedReport changed;
    QString path;
};

Attempt attemptOn(const Sample &sample, generate::Random &random)
{
    const ChangedReport changed = changeOne(sample.report, sample.notice, sample.form, random);
    return {documentOf(sample), documentOf({changed.report, sample.notice, sample.form}), changed, {}};
}

// Whether the one change is found, and told at its place alone.
bool isFound(const Attempt &attempt)
{
    const QList<DocumentDifference> found = differences(attempt.approved, attempt.path);
    const bool right = !found.isEmpty() && std::all_of(found.begin(), found.end(), [&](const DocumentDifference &each) {
        return each.place == attempt.changed.place;
    });
    if (!right)
        UNSCOPED_INFO(attempt.path.toStdString()
            << "\n"
            << attempt.changed.before.toStdString() << "\n=>\n"
            << attempt.changed.after.toStdString() << "\nform " << attempt.changed.place.form.toStdString() << " field "
            << attempt.changed.place.field.toStdString() << " row " << attempt.changed.place.row << " entry "
            << attempt.changed.place.entry << "\ntold: " << told(found));
    return right;
}

} // namespace

TEST_CASE("An unchanged document is recognised in every medium, also without its metadata")
{
    QList<Sample> samples = allSamples();
    samples.append(tallRow());
    const QTemporaryDir folder;
    Fonts fonts;
    QStringList docxFiles;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const Document document = documentOf(samples[i]);
        const auto file = [&](const char *name) { return folder.filePath(QString::number(i) + QLatin1String(name)); };
        const QString pdf = writePdfFile(document, fonts, file(".pdf"));
        docxFiles.append(writeDocxFile(document, file(".docx")));
        for (const QString &path : {pdf, docxFiles.constLast(), withoutMetadata(pdf, file("-bare.pdf")),
                 withoutProperties(docxFiles.constLast(), file("-bare.docx"))}) {
            CAPTURE(path.toStdString());
            CHECK(told(differences(document, path)) == "");
        }
        CHECK(isSeen(pdf));
    }
    for (const QString &form : {QStringLiteral("docx"), QStringLiteral("pdf")}) {
        const QStringList saved = savedByLibreOffice(docxFiles, form, folder.filePath(form));
        for (qsizetype i = 0; i < samples.size(); ++i) {
            CAPTURE(saved[i].toStdString());
            CHECK(told(differences(documentOf(samples[i]), saved[i])) == "");
            CHECK((form == u"docx" || isSeen(saved[i])));
        }
    }
}

TEST_CASE("A thousand changes of one character or cell are each found and placed")
{
    constexpr int attempts = 1000;
    QList<Sample> samples = filledSamples().first(5); // what offices wrote
    samples.append(tallRow());
    generate::Random random(1);
    const QTemporaryDir folder;
    Fonts fonts;
    int found = 0;
    for (int i = 0; i < attempts; ++i) {
        Attempt attempt = attemptOn(samples[i % samples.size()], random);
        const bool asPdf = (i / samples.size()) % 2 == 0;
        attempt.path = folder.filePath(asPdf ? QStringLiteral("changed.pdf") : QStringLiteral("changed.docx"));
        if (asPdf)
            writePdfFile(attempt.document, fonts, attempt.path);
        else
            writeDocxFile(attempt.document, attempt.path);
        const bool right = isFound(attempt);
        CHECK(right);
        found += right ? 1 : 0;
    }
    CHECK(found == attempts);
}

TEST_CASE("Changes are found and placed after LibreOffice saved the document or turned it into a PDF")
{
    constexpr int attempts = 60;
    QList<Sample> samples = filledSamples();
    samples.append(tallRow());
    generate::Random random(2);
    const QTemporaryDir folder;
    QList<Attempt> made;
    QStringList files;
    for (int i = 0; i < attempts; ++i) {
        made.append(attemptOn(samples[i % samples.size()], random));
        files.append(writeDocxFile(made.constLast().document, folder.filePath(QStringLiteral("%1.docx").arg(i))));
    }
    for (const QString &form : {QStringLiteral("docx"), QStringLiteral("pdf")}) {
        const QStringList saved = savedByLibreOffice(files, form, folder.filePath(form));
        for (int i = 0; i < attempts; ++i) {
            made[i].path = saved[i];
            CHECK(isFound(made[i]));
        }
    }
}
