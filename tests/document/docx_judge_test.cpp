// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/docx/docx.h"
#include "document/layout/paginate.h"
#include "document/pdf/pdf.h"
#include "document/printedtext.h"
#include "exchange/report/reportfile.h"
#include "generate/reports.h"
#include "judges_docx.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <catch2/catch.hpp>

namespace docx_judge_test {

using namespace zhibao;

namespace {

const QDateTime moment(QDate(2023, 12, 20), QTime(8, 30), Qt::UTC);

// A document and the name of its files.
struct Sample {
    QString name;
    Document document;
};

const Notice &noticeOf(const QList<Notice> &notices, const Report &report)
{
    return *std::find_if(
        notices.begin(), notices.end(), [&](const Notice &notice) { return notice.number == report.notice; });
}

void append(QList<Sample> &samples, const Report &report, const Notice &notice, const QString &name)
{
    for (const Form &form : notice.forms) {
        if (report.forms.contains(form.id))
            samples << Sample{name + u'-' + form.id, compose(report, notice, form.id)};
    }
}

QList<Sample> exampleSamples()
{
    const QList<Notice> notices = {test::shippedNotice(), test::inventedNotice()};
    const QDir folder(QStringLiteral(TEST_DATA "/reports"));
    QList<Sample> samples;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
        const auto file = readReportFile(folder.filePath(name), notices);
        REQUIRE(file);
        append(samples, file->report, noticeOf(notices, file->report), QStringLiteral("example%1").arg(samples.size()));
    }
    return samples;
}

QList<Sample> generatedSamples(quint32 count)
{
    const Notice notice = test::shippedNotice();
    QList<Sample> samples;
    for (quint32 seed = 1; seed <= count; ++seed)
        append(samples, generateReport(notice, seed), notice, QStringLiteral("generated%1").arg(seed));
    return samples;
}

QList<Sample> blankSamples()
{
    QList<Sample> samples;
    for (const Notice &notice : {test::shippedNotice(), test::inventedNotice()}) {
        for (const Form &form : notice.forms) {
            const QString name = QStringLiteral("blank%1-").arg(samples.size()) + form.id;
            samples << Sample{name, composeBlank(notice, form.id)};
        }
    }
    return samples;
}

// Reports as nobody writes them: empty, one endless word, cells higher than a page, all that text can hold.
QList<Sample> edgeSamples()
{
    const Notice notice = test::shippedNotice();
    QString everything = QStringLiteral("\t\r\v“…—·① 👍𡐓⽇a\u0302\u202E\u05E2\u202D ");
    for (char16_t unit = 0; unit < 0x100; ++unit)
        everything += QChar(unit == u'\n' ? u' ' : unit);
    everything += QString(1, QChar(0xD800)) + QChar(0xFFFE);
    const QStringList texts = {QString(), QString(5000, u'w'), QString(9000, QChar(0x4E2D)), everything,
        QStringLiteral("\n\n\n"), QStringLiteral("　　"), QStringLiteral("]]>&amp;<w:p/>")};
    QList<Sample> samples;
    for (const QString &text : texts) {
        Report report = newReport(notice, text.left(100));
        for (const Form &form : notice.forms) {
            for (const Place &place : textPlaces(report, notice, form.id)) {
                FormAnswer &answer = report.forms[form.id];
                if (place.section >= 0)
                    answer.sections[place.section] = text;
                else if (place.row < 0)
                    answer.fields[place.field] = text;
                else if (place.entry < 0)
                    answer.rows[place.row].cells[place.field] = text;
            }
        }
        append(samples, report, notice, QStringLiteral("edge%1").arg(samples.size()));
    }
    Document nothing;
    nothing.language = QStringLiteral("zh-CN");
    samples << Sample{QStringLiteral("nothing"), nothing};
    return samples;
}

QString write(const QByteArray &bytes, const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

QStringList writeDocxFiles(const QList<Sample> &samples, const QString &folder)
{
    QStringList paths;
    for (const Sample &sample : samples) {
        const Result<QByteArray> bytes = writeDocx(sample.document, moment);
        REQUIRE(bytes);
        paths << write(*bytes, folder + u'/' + sample.name + QStringLiteral(".docx"));
    }
    return paths;
}

QList<judges::Word> ourWords(const Sample &sample, const QString &folder)
{
    Fonts fonts;
    const Result<Pages> pages = paginate(sample.document, fonts);
    REQUIRE(pages);
    const Result<QByteArray> bytes = writePdf(*pages, fonts, moment);
    REQUIRE(bytes);
    return judges::pdfWords(write(*bytes, folder + u'/' + sample.name + QStringLiteral("-own.pdf")));
}

const Table *tableOf(const Document &document)
{
    for (const Block &block : document.blocks) {
        if (const auto *table = std::get_if<Table>(&block))
            return table;
    }
    return nullptr;
}

// The first place where the two differ, for people.
std::string difference(const QList<QStringList> &ours, const QList<QStringList> &theirs)
{
    for (qsizetype page = 0; page < std::min(ours.size(), theirs.size()); ++page) {
        for (qsizetype line = 0; line < std::max(ours.at(page).size(), theirs.at(page).size()); ++line) {
            if (ours.at(page).value(line) != theirs.at(page).value(line))
                return QStringLiteral("page %1 line %2\n  ours   %3\n  theirs %4")
                    .arg(page + 1)
                    .arg(line + 1)
                    .arg(ours.at(page).value(line), theirs.at(page).value(line))
                    .toStdString();
        }
    }
    return {};
}

// How far below the type area the 一字线 of the first page is drawn, in millimetres; below 0 where there is none.
double dashDistance(const QString &pdf, Orientation orientation)
{
    constexpr double perMillimetre = 300 / 25.4; // 300 dpi
    constexpr double perTwip = 300 / 1440.0;
    const QString picture = pdf + QStringLiteral("-page");
    const QStringList options = {QStringLiteral("-r"), QStringLiteral("300"), QStringLiteral("-gray"),
        QStringLiteral("-singlefile"), pdf, picture};
    REQUIRE(QProcess::execute(QStringLiteral("pdftoppm"), options) == 0);
    const QImage page(picture + QStringLiteral(".pgm"));
    const PageStyle style = pageStyle(orientation);
    const double foot = (style.height - style.bottom) * perTwip;
    double rows = 0;
    double sum = 0;
    for (int y = int(foot + 3 * perMillimetre); y < page.height(); ++y) {
        int dark = 0;
        for (int x = 0; x < page.width(); ++x)
            dark += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
        if (dark < 7 * perMillimetre) // two dashes of 14 points are wider, no row of a number is
            continue;
        sum += y;
        ++rows;
    }
    return rows > 0 ? (sum / rows + 0.5 - foot) / perMillimetre : -1;
}

// How many rows of the document's table stand on more than one page.
int partedRows(const QList<judges::Word> &words, const Document &document)
{
    const auto columns = test::printedColumns(words, document);
    const Table &table = *tableOf(document);
    QList<qsizetype> read(columns.size(), 0);
    int parted = 0;
    for (qsizetype index = table.headerRows; index < table.rows.size(); ++index) {
        QSet<int> pages;
        for (const TableCell &cell : table.rows.at(index).cells) {
            QString text;
            for (const Paragraph &paragraph : cell.paragraphs) {
                for (const Span &span : paragraph.spans)
                    text += test::withoutSpaces(span.text);
            }
            for (const auto &character : columns.at(cell.column).mid(read[cell.column], text.size()))
                pages << character.page;
            read[cell.column] += text.size();
        }
        REQUIRE(!pages.isEmpty());
        parted += pages.size() > 1 ? 1 : 0;
    }
    return parted;
}

} // namespace

TEST_CASE("The Open XML SDK finds every DOCX valid", "[validator]")
{
    const QTemporaryDir folder;
    const QStringList written = writeDocxFiles(exampleSamples() + blankSamples() + edgeSamples(), folder.path());
    const QStringList generated = writeDocxFiles(generatedSamples(60), folder.path());
    // The oldest version takes the least; that the newest takes no less is seen by those that are written by hand.
    CHECK(judges::docxFaults(written + generated, QStringLiteral("Office2007")).join(u'\n').toStdString() == "");
    CHECK(judges::docxFaults(written, QStringLiteral("Microsoft365")).join(u'\n').toStdString() == "");
}

TEST_CASE("The Open XML SDK refuses a broken DOCX", "[validator]")
{
    const QTemporaryDir folder;
    const Notice notice = test::shippedNotice();
    const Result<QByteArray> sound = writeDocx(composeBlank(notice, notice.forms.constFirst().id), moment);
    REQUIRE(sound);
    QList<ArchivePart> parts;
    for (const char *name : {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml",
             "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
             "docProps/core.xml", "docProps/app.xml"})
        parts << ArchivePart{QString::fromLatin1(name), *zipPart(*sound, QString::fromLatin1(name), 1 << 24)};
    parts[3].bytes.replace("<w:tblLayout w:type=\"fixed\"/>", "<w:tblLayout w:type=\"loose\"/>");
    const QString path = write(*zipArchive(parts), folder.filePath(QStringLiteral("broken.docx")));
    for (const char *office : {"Office2007", "Microsoft365"})
        REQUIRE(!judges::docxFaults({path}, QString::fromLatin1(office)).isEmpty());
}

TEST_CASE("LibreOffice sets the signature with lines of the text, as our PDF does where it can", "[signature]")
{
    const QTemporaryDir folder;
    const Notice notice = test::shippedNotice();
    const Form &form = *notice.form(QStringLiteral("annex2"));
    struct Case {
        int before, last; // lines of the opening and of the last paragraph
        bool same; // LibreOffice moves all of a paragraph of which our PDF moves but the last lines
    };
    // Five lines stand before the opening, ten in the sections; a page has 22.
    const QList<Case> cases = {{3, 1, true}, {4, 1, true}, {5, 1, true}, {2, 2, true}, {3, 3, false}, {5, 30, true},
        {1, 30, true}, {8, 0, true}};
    QList<Sample> samples;
    for (const Case &each : cases) {
        Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
        FormAnswer &answer = report.forms[form.id];
        answer.fields[field::date] = QStringLiteral("2023-12-20");
        answer.fields[field::opening] = QStringList(each.before, QStringLiteral("一行。")).join(u'\n');
        answer.sections.fill(each.last > 0 ? QStringLiteral("一行。") : QString());
        answer.fields[field::closing]
            = QStringLiteral("甲乙丙丁戊己庚").repeated(4 * each.last).chopped(each.last > 0 ? 4 : 0);
        samples << Sample{
            QStringLiteral("signature%1-%2").arg(each.before).arg(each.last), compose(report, notice, form.id)};
    }
    const QStringList pdfs = judges::libreOfficePdfs(writeDocxFiles(samples, folder.path()), folder.path());
    for (qsizetype index = 0; index < samples.size(); ++index) {
        const Sample &sample = samples.at(index);
        INFO(sample.name.toStdString());
        REQUIRE(!pdfs.at(index).isEmpty());
        const auto theirs = test::printedLines(judges::pdfWords(pdfs.at(index)), sample.document.orientation);
        const auto ours = test::printedLines(ourWords(sample, folder.path()), sample.document.orientation);
        CHECK(theirs.constLast().size() >= 4); // unit, date and two lines of text
        CHECK(ours.constLast().size() >= 4);
        if (!cases.at(index).same)
            continue;
        CHECK(ours.size() == theirs.size());
        CHECK(difference(ours, theirs) == "");
    }
}

TEST_CASE("The dashes of the page number stand 7 mm below the type area, in LibreOffice as in our PDF", "[footer]")
{
    const QTemporaryDir folder;
    const QList<Sample> samples = blankSamples().first(2);
    const QStringList pdfs = judges::libreOfficePdfs(writeDocxFiles(samples, folder.path()), folder.path());
    for (qsizetype index = 0; index < samples.size(); ++index) {
        const Sample &sample = samples.at(index);
        INFO(sample.name.toStdString());
        REQUIRE(!pdfs.at(index).isEmpty());
        CHECK(dashDistance(pdfs.at(index), sample.document.orientation) == Approx(7).margin(0.3));
        ourWords(sample, folder.path());
        const QString own = folder.filePath(sample.name + QStringLiteral("-own.pdf"));
        CHECK(dashDistance(own, sample.document.orientation) == Approx(7).margin(0.3));
    }
}

TEST_CASE("LibreOffice and our PDF keep the same rows of a table whole, and part higher ones", "[rows]")
{
    const QTemporaryDir folder;
    const Notice notice = test::shippedNotice();
    const Form &form = *notice.form(QStringLiteral("annex1"));
    QList<Sample> samples;
    for (const int characters : {30, 70, 120}) // rows of about a fifth, 0.4 and 0.7 of a page
        samples << Sample{QStringLiteral("rows%1").arg(characters),
            compose(generateReport(notice, 1, {12, characters, 0}), notice, form.id)};
    const QStringList pdfs = judges::libreOfficePdfs(writeDocxFiles(samples, folder.path()), folder.path());
    for (qsizetype index = 0; index < samples.size(); ++index) {
        const Sample &sample = samples.at(index);
        INFO(sample.name.toStdString());
        REQUIRE(!pdfs.at(index).isEmpty());
        const bool low = index == 0;
        CHECK((partedRows(ourWords(sample, folder.path()), sample.document) == 0) == low);
        CHECK((partedRows(judges::pdfWords(pdfs.at(index)), sample.document) == 0) == low);
    }
}

TEST_CASE("LibreOffice breaks the DOCX into the lines, pages, rows and cells of our PDF", "[parity]")
{
    const QTemporaryDir folder;
    const QList<Sample> samples = exampleSamples() + generatedSamples(20);
    const QStringList pdfs = judges::libreOfficePdfs(writeDocxFiles(samples, folder.path()), folder.path());
    double lines = 0;
    double shared = 0;
    for (qsizetype index = 0; index < samples.size(); ++index) {
        const Sample &sample = samples.at(index);
        INFO(sample.name.toStdString());
        REQUIRE(!pdfs.at(index).isEmpty());
        const QList<judges::Word> theirWords = judges::pdfWords(pdfs.at(index));
        const QList<judges::Word> words = ourWords(sample, folder.path());
        if (const Table *table = tableOf(sample.document)) {
            CHECK(test::tableFaults(test::printedColumns(words, sample.document), *table).join(u'\n').toStdString()
                == "");
            CHECK(test::tableFaults(test::printedColumns(theirWords, sample.document), *table).join(u'\n').toStdString()
                == "");
            continue;
        }
        const QList<QStringList> ours = test::printedLines(words, sample.document.orientation);
        const QList<QStringList> theirs = test::printedLines(theirWords, sample.document.orientation);
        const double share = test::sharedLineEnds(ours, theirs);
        qsizetype count = 0;
        QString ourText, theirText;
        for (const QStringList &page : ours)
            ourText += page.join(QString());
        for (const QStringList &page : theirs) {
            theirText += page.join(QString());
            count += page.size();
        }
        CHECK(ourText.toStdString() == theirText.toStdString());
        CHECK(ours.size() == theirs.size());
        if (share < 1)
            WARN(sample.name.toStdString() << " " << share << " " << difference(ours, theirs));
        lines += double(count);
        shared += share * double(count);
    }
    WARN("lines that end at the same character: " << shared << " of " << lines);
    REQUIRE(shared / lines >= 0.98);
}

} // namespace docx_judge_test
