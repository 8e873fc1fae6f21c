// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/reportedit.h"
#include "document/compose/compose.h"
#include "document/extractedtext.h"
#include "document/layout/paginate.h"
#include "document/pdf/pdf.h"
#include "document/style.h"
#include "exchange/report/reportfile.h"
#include "generate/reports.h"
#include "judges_pdf.h"
#include "repeated.h"

#include <QTemporaryDir>
#include <qpdf/QPDF.hh>

#include <catch2/catch.hpp>

namespace pdf_test {

using namespace zhibao;

namespace {

const QDateTime moment(QDate(2023, 12, 20), QTime(8, 30), Qt::OffsetFromUTC, 8 * 3600);

// Lines by hand, one below the other, each character moved apart by `stretch` ems.
Pages pagesOf(Fonts &fonts, const QStringList &texts, double stretch = 0)
{
    constexpr double size = 12;
    constexpr int linesOnPage = 25;
    Pages pages;
    pages.title = QStringLiteral("工作总结");
    pages.author = QStringLiteral("贵州省市场监督管理局");
    pages.subject = QStringLiteral("国市监质发〔2023〕9号 <&> \"");
    pages.language = QStringLiteral("zh-CN");
    for (qsizetype index = 0; index < texts.size(); ++index) {
        if (index % linesOnPage == 0)
            pages.pages.append(Page{{595.3, 841.9}, {}, {{{70, 60, 500, 60}, 0.5}}, {}});
        Line line;
        double x = 70;
        line.runs = fonts.shape(texts.at(index), Typeface::FangSong, size);
        for (GlyphRun &run : line.runs) {
            run.origin = {x, 80 + 29.0 * static_cast<double>(index % linesOnPage)};
            double pen = 0;
            for (Glyph &glyph : run.glyphs) {
                glyph.x += pen;
                glyph.advance += glyph.advance > 0 ? stretch * size : 0;
                pen += glyph.advance;
            }
            x += pen;
        }
        pages.pages.last().lines.append(line);
    }
    return pages;
}

QByteArray pdf(const Pages &pages, Fonts &fonts)
{
    const Result<QByteArray> bytes = writePdf(pages, fonts, moment);
    REQUIRE(bytes);
    return *bytes;
}

class Files {
public:
    QString save(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.pdf").arg(m_count++));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return path;
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

const QStringList trickyTexts = {
    QStringLiteral("质量强国建设纲要明确提出，到2025年质量整体水平全面提高。"),
    QStringLiteral("共召开2 316次会议，“双随机”——完成率98.5%……"),
    QStringLiteral("a  b 两个空格，不间断：2\u00a0316　全角　　两个"),
    QStringLiteral("制表\t符与零宽\u200b字符，\ufeff标记，软\u00ad连字符"),
    QStringLiteral("𠮷野家、𡐓村、𬭛元素、私用区\ue170、堃喆赟㳇"),
    QStringLiteral("月日一二十、八方力大小，⽉⽇⼀⼆⼗"),
    QStringLiteral("图 😀 与 👨\u200d👩\u200d👧 ❤\ufe0f 葛\U000E0100 e\u0301 か\u3099"),
    QStringLiteral("　　首行缩进"),
    QStringLiteral("  leading blanks"),
    QStringLiteral("second - part – dash 2021-2035"),
    QStringLiteral("ﬁ ½ ① ℃ Ⅳ x² ﾔ 한국어"),
    QStringLiteral("A B C D 1 2 3"),
    QStringLiteral("— 1 —"),
    QStringLiteral("\u2009thin\u2003em\u202fnarrow"),
    QStringLiteral("<a href=\"x\">&amp;\\(0851) 8000-0000"),
};

Pages pagesOf(const Report &report, const Notice &notice, const QString &form, Fonts &fonts)
{
    const Result<Pages> pages = paginate(compose(report, notice, form), fonts);
    REQUIRE(pages);
    return *pages;
}

QList<Report> exampleReports(const Notice &notice)
{
    QList<Report> reports;
    for (const char *name : {"内蒙古自治区市场监督管理局", "贵州省市场监督管理局"}) {
        const QString path = QStringLiteral(TEST_DATA "/reports/%1.json").arg(QString::fromUtf8(name));
        const auto read = parseReport(test::fileBytes(path), path, {notice});
        REQUIRE(read);
        reports << read->report;
    }
    return reports;
}

QList<Report> generatedReports(const Notice &notice)
{
    constexpr auto count = static_cast<quint32>(test::repeated(300));
    QList<Report> reports;
    for (quint32 seed = 0; seed < count; ++seed)
        reports << generateReport(notice, seed);
    return reports;
}

// The names of the list, one a text, over all texts of as many reports as it takes.
QList<Report> placeNameReports(const Notice &notice)
{
    const QString list = QString::fromUtf8(test::fileBytes(QStringLiteral(TEST_DATA "/rare-place-names.tsv")));
    QStringList names;
    for (const QString &line : list.split(u'\n', Qt::SkipEmptyParts).mid(2))
        names << line.section(u'\t', 2, 2) << line;
    QList<Report> reports;
    while (!names.isEmpty()) {
        Report report = newReport(notice, names.constFirst());
        for (const Form &form : notice.forms) {
            for (const Place &place : textPlaces(report, notice, form.id)) {
                if (!names.isEmpty() && place.field != field::date)
                    report = *setText(report, notice, place, names.takeFirst());
            }
        }
        reports << report;
    }
    return reports;
}

// The paragraphs that were typed; the date is printed in another form.
QStringList printedTexts(const Report &report, const Notice &notice, const QString &form)
{
    QStringList texts;
    for (const Place &place : textPlaces(report, notice, form)) {
        if (place.field != field::date)
            texts += textAt(report, place).split(u'\n');
    }
    return texts;
}

// Whether every text of the reports comes back from one PDF of them all; how many texts that were.
int checkTexts(const QList<Report> &reports, const Notice &notice, const QString &form, const QString &mode)
{
    Files files;
    Fonts fonts;
    Pages all;
    QList<qsizetype> firstPages{0};
    for (const Report &report : reports) {
        all.pages += pagesOf(report, notice, form, fonts).pages;
        firstPages << all.pages.size();
    }
    const QStringList extracted = judges::pdfText(files.save(pdf(all, fonts)), {mode}).split(u'\f');
    REQUIRE(extracted.size() >= all.pages.size());
    int checked = 0;
    for (qsizetype index = 0; index < reports.size(); ++index) {
        const QStringList pages = extracted.mid(firstPages[index], firstPages[index + 1] - firstPages[index]);
        for (const QString &text : printedTexts(reports[index], notice, form)) {
            INFO(reports[index].unit.toStdString() << ": " << text.toStdString());
            CHECK(test::standsIn(pages, text));
            ++checked;
        }
    }
    return checked;
}

} // namespace

TEST_CASE("pdftotext gives every line back as it was typed", "[pdf]")
{
    Fonts fonts;
    Files files;
    const double stretch = GENERATE(0, -0.013, -0.1, 0.03, 0.07, 0.12, 0.3);
    CAPTURE(stretch);
    const QString file = files.save(pdf(pagesOf(fonts, trickyTexts, stretch), fonts));
    for (const QString &mode : {QString(), QStringLiteral("-raw"), QStringLiteral("-layout")}) {
        CAPTURE(mode);
        const QStringList found
            = judges::pdfText(file, mode.isEmpty() ? QStringList() : QStringList{mode}).split(u'\n');
        for (const QString &text : trickyTexts) {
            CAPTURE(text);
            CHECK(found.contains(text));
        }
    }
}

TEST_CASE("A hyphen at the end of a line is not taken for hyphenation", "[pdf]")
{
    Fonts fonts;
    Files files;
    const QString file = files.save(pdf(pagesOf(fonts, {QStringLiteral("自2021-"), QStringLiteral("2035年")}), fonts));
    CHECK(judges::pdfText(file).startsWith(u"自2021- \n2035年\n"));
}

TEST_CASE("The PDF is PDF/A-1b by the judgement of others", "[pdf]")
{
    Fonts fonts;
    Files files;
    const Notice notice = test::shippedNotice();
    QStringList valid;
    valid << files.save(pdf(pagesOf(fonts, trickyTexts), fonts));
    valid << files.save(pdf(pagesOf(fonts, {QString()}), fonts));
    for (const Form &form : notice.forms) {
        const Result<Pages> blank = paginate(composeBlank(notice, form.id), fonts);
        REQUIRE(blank);
        valid << files.save(pdf(*blank, fonts));
        valid << files.save(pdf(pagesOf(generateReport(notice, 7), notice, form.id, fonts), fonts));
    }
    CHECK(judges::preflightFaults(valid) == QStringList());
    for (const QString &file : std::as_const(valid)) {
        INFO(file.toStdString());
        CHECK(judges::qpdfFaults(file) == QString());
    }
    valid.removeAt(1); // has no text, so no fonts
    for (const QString &file : std::as_const(valid))
        CHECK(judges::pdfFontFaults(file) == QStringList());
}

TEST_CASE("The judges can say no", "[pdf]")
{
    Fonts fonts;
    Files files;
    const QByteArray good = pdf(pagesOf(fonts, trickyTexts), fonts);
    const QString otherIntent = files.save(QByteArray(good).replace("/GTS_PDFA1", "/GTS_PDFX1"));
    const QString truncated = files.save(good.left(good.size() / 2));
    const QStringList faults = judges::preflightFaults({otherIntent, files.save(good)});
    CHECK_FALSE(faults.filter(otherIntent).isEmpty());
    CHECK(faults.filter(otherIntent).size() == faults.size());
    CHECK_FALSE(judges::preflightFaults({truncated}).isEmpty());
    CHECK_FALSE(judges::qpdfFaults(truncated).isEmpty());
    CHECK_FALSE(judges::pdfFontFaults(truncated).isEmpty());
}

TEST_CASE("Title, author, language and bookmarks are set", "[pdf]")
{
    Fonts fonts;
    Pages pages = pagesOf(fonts, trickyTexts + trickyTexts);
    pages.bookmarks = {{QStringLiteral("附件2"), 1, 0, 60}, {QStringLiteral("一、学习"), 2, 0, 80},
        {QStringLiteral("二、宣传"), 2, 1, 90}, {QStringLiteral("附件3"), 1, 1, 300}};
    const QByteArray bytes = pdf(pages, fonts);
    QPDF file;
    file.processMemoryFile("test", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QPDFObjectHandle info = file.getTrailer().getKey("/Info");
    CHECK(info.getKey("/Title").getUTF8Value() == pages.title.toStdString());
    CHECK(info.getKey("/Author").getUTF8Value() == pages.author.toStdString());
    CHECK(info.getKey("/Subject").getUTF8Value() == pages.subject.toStdString());
    CHECK(info.getKey("/CreationDate").getUTF8Value() == "D:20231220083000+08'00'");
    CHECK(file.getRoot().getKey("/Lang").getUTF8Value() == "zh-CN");
    QPDFObjectHandle outlines = file.getRoot().getKey("/Outlines");
    CHECK(outlines.getKey("/Count").getIntValue() == 4);
    QPDFObjectHandle annex = outlines.getKey("/First");
    CHECK(annex.getKey("/Title").getUTF8Value() == "附件2");
    CHECK(annex.getKey("/Count").getIntValue() == 2);
    CHECK(annex.getKey("/First").getKey("/Next").getKey("/Title").getUTF8Value() == "二、宣传");
    CHECK(annex.getKey("/Next").getKey("/Title").getUTF8Value() == "附件3");
    CHECK(annex.getKey("/Next").getKey("/Dest").getArrayItem(0).getObjGen() == file.getAllPages()[1].getObjGen());
}

TEST_CASE("The same pages give the same bytes", "[pdf]")
{
    Fonts fonts;
    Fonts others;
    CHECK(pdf(pagesOf(fonts, trickyTexts), fonts) == pdf(pagesOf(others, trickyTexts), others));
}

TEST_CASE("Writing can be watched and stopped", "[pdf]")
{
    Fonts fonts;
    QStringList texts;
    for (int page = 0; page < 8; ++page)
        texts += trickyTexts;
    const Pages pages = pagesOf(fonts, texts);
    double last = 0;
    const auto watched = writePdf(pages, fonts, moment, [&last](double share) {
        CHECK(share >= last);
        CHECK(share <= 1);
        last = share;
        return true;
    });
    CHECK(watched);
    CHECK(last == 1);
    const auto stopped = writePdf(pages, fonts, moment, [](double share) { return share < 0.5; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Stopped);
}

TEST_CASE("Pages written while they are laid out are those that are written afterwards, to the byte", "[pdf]")
{
    const Notice notice = test::shippedNotice();
    QList<Report> reports = exampleReports(notice);
    for (quint32 seed = 0; seed < 3; ++seed)
        reports << generateReport(notice, seed);
    Report large = reports.constFirst(); // more pages than are written at a time
    for (int times = 0; times < 4; ++times)
        large.forms[QStringLiteral("annex1")].rows += large.forms[QStringLiteral("annex1")].rows;
    reports << large;
    for (const Report &report : std::as_const(reports)) {
        for (const Form &form : notice.forms) {
            const Document document = compose(report, notice, form.id);
            Fonts fonts;
            const Result<Pages> pages = paginate(document, fonts);
            REQUIRE(pages);
            const Result<QByteArray> afterwards = writePdf(*pages, fonts, moment);
            Fonts others;
            const Result<RenderedPdf> meanwhile = renderPdf(document, others, moment);
            REQUIRE(afterwards);
            REQUIRE(meanwhile);
            CHECK(meanwhile->bytes == *afterwards);
            CHECK(meanwhile->substitutes == pages->substitutes);
            CHECK(meanwhile->missing == pages->missing);
        }
    }
    double last = 0;
    Fonts fonts;
    const Document document = compose(large, notice, QStringLiteral("annex1"));
    CHECK(renderPdf(document, fonts, moment, [&last](double share) {
        CHECK(share >= last);
        last = share;
        return true;
    }));
    CHECK(last == 1);
    for (const double limit : {0.3, 0.8}) {
        const auto stopped = renderPdf(document, fonts, moment, [limit](double share) { return share < limit; });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::Stopped);
    }
}

TEST_CASE("A glyph that two characters share says what the first page has of it, also in the margin", "[pdf]")
{
    const QStringList pairs{QStringLiteral("―—"), QStringLiteral("⼀一"), QStringLiteral("⼆二"),
        QStringLiteral("\u2126\u03A9"), QStringLiteral("\u00B5\u03BC"), QStringLiteral("\u212B\u00C5"),
        QStringLiteral("·・"), QStringLiteral("◦○")};
    const auto sharesGlyph = [](const QString &pair) {
        Fonts fonts;
        const QList<GlyphRun> runs = fonts.shape(pair, roleStyle(Role::MarginMark).typeface, 16);
        return runs.size() == 1 && runs[0].glyphs.size() == 2 && runs[0].glyphs[0].index == runs[0].glyphs[1].index;
    };
    const auto pair = std::find_if(pairs.cbegin(), pairs.cend(), sharesGlyph);
    REQUIRE(pair != pairs.cend());
    Document document;
    document.title = QStringLiteral("工作总结");
    document.marginMark = pair->mid(0, 1);
    Paragraph paragraph;
    paragraph.spans = {{QStringLiteral("质量"), Role::Body}};
    document.blocks.fill(paragraph, 100);
    paragraph.role = Role::Heading1;
    paragraph.spans = {{pair->mid(1), Role::Heading1}};
    document.blocks.append(paragraph);
    Fonts fonts;
    const Result<Pages> pages = paginate(document, fonts);
    REQUIRE(pages);
    REQUIRE(pages->pages.size() > 2);
    Fonts others;
    const Result<RenderedPdf> rendered = renderPdf(document, others, moment);
    REQUIRE(rendered);
    CHECK(rendered->bytes == *writePdf(*pages, fonts, moment));
}

TEST_CASE("Pages without a usable font are an error, not an empty file", "[pdf]")
{
    Fonts fonts;
    Pages pages = pagesOf(fonts, {QStringLiteral("国")});
    pages.title = QStringLiteral("总结");
    pages.pages[0].lines[0].runs[0].font = -1;
    const auto result = writePdf(pages, fonts, moment);
    REQUIRE_FALSE(result);
    CHECK(result.error() == Error{ErrorCode::FontMissing, {pages.title}});
}

TEST_CASE("Texts are looked for code point for code point", "[pdf]")
{
    const QStringList pages = {QStringLiteral("页眉\n甲乙 丙 \n丁戊"), QStringLiteral("页眉\n己庚\n")};
    CHECK(test::standsIn(pages, QStringLiteral("甲乙 丙丁戊己庚")));
    CHECK(test::standsIn(pages, QStringLiteral("丙 丁")));
    CHECK_FALSE(test::standsIn(pages, QStringLiteral("甲 乙")));
    CHECK_FALSE(test::standsIn(pages, QStringLiteral("乙丙")));
    CHECK_FALSE(test::standsIn(pages, QStringLiteral("丁己")));
    CHECK_FALSE(test::standsIn(pages, QStringLiteral("己庚辛")));
}

TEST_CASE("The examples, generated reports and rare place names come back exactly", "[pdf]")
{
    const Notice notice = test::shippedNotice();
    const QList<Report> reports = exampleReports(notice) + generatedReports(notice) + placeNameReports(notice);
    constexpr qsizetype together = 20; // reports in one file, so that the tool is not run for each
    int checked = 0;
    for (const Form &form : notice.forms) {
        // In a table only the order of the content keeps the lines of a cell together.
        const QString mode = form.table() ? QStringLiteral("-raw") : QStringLiteral("-nodiag");
        for (qsizetype first = 0; first < reports.size(); first += together)
            checked += checkTexts(reports.mid(first, together), notice, form.id, mode);
    }
    CHECK(checked > test::repeated(20'000));
}

} // namespace pdf_test
