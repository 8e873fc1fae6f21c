// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/fonts/fontfiles.h"
#include "document/layout/paginate.h"
#include "document/layouttext.h"
#include "document/pagechecks.h"
#include "generate/reports.h"

#include <catch2/catch.hpp>
#include <random>

namespace paginate_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr double millimetre = 72 / 25.4;

Document bodyOf(const QString &text)
{
    const Notice notice = shippedNotice();
    Report report;
    FormAnswer &answer = report.forms[QStringLiteral("annex2")];
    answer.fields[field::opening] = text;
    Document document = compose(report, notice, QStringLiteral("annex2"));
    document.blocks = document.blocks.first(text.count(u'\n') + 1);
    for (Block &block : document.blocks)
        std::get<Paragraph>(block).keepWithNext = false;
    return document;
}

} // namespace

TEST_CASE("a page of running text has 22 lines of 28 characters, and fills the type area")
{
    const Pages pages = paginated(bodyOf(QString(28 * 22 * 3, u'质')));
    REQUIRE(pages.pages.size() == 4); // the indent of two characters goes over
    for (int number = 0; number < 3; ++number) {
        const QStringList lines = areaLines(pages.pages[number]);
        CHECK(lines.size() == 22);
        for (qsizetype i = number == 0 ? 1 : 0; i < lines.size(); ++i)
            CHECK(lines[i].size() == 28);
    }
    const Page &page = pages.pages[0];
    CHECK(page.lines[0].box.top() == Approx(2098 / 20.0));
    CHECK(page.lines[21].box.bottom() == Approx((2098 + 22 * 579) / 20.0));
    CHECK(page.lines[1].box.left() == Approx(28 * millimetre).margin(0.1));
    CHECK(page.lines[1].box.right() == Approx((210 - 26) * millimetre).margin(0.1));
    CHECK(page.lines[1].box.top() - page.lines[0].box.top() == Approx(28.95));
}

TEST_CASE("page numbers stand 7 mm below the type area, odd ones right, even ones left")
{
    const Pages pages = paginated(bodyOf(QString(28 * 30, u'质')));
    REQUIRE(pages.pages.size() == 2);
    const Line &odd = pages.pages[0].lines.constLast();
    const Line &even = pages.pages[1].lines.constLast();
    CHECK(textOf(odd) == QStringLiteral("— 1 —"));
    CHECK(textOf(even) == QStringLiteral("— 2 —"));
    // Inset one character of 14 pt from the type area's edges.
    CHECK(odd.box.right() == Approx((11906 - 1474) / 20.0 - 14).margin(0.1));
    CHECK(even.box.left() == Approx(1588 / 20.0 + 14).margin(0.1));
    const double areaBottom = (16838 - 1984) / 20.0;
    const double dash = odd.runs[0].origin.y() - pageNumberDashHeight * 14;
    CHECK(dash - areaBottom == Approx(7 * millimetre).margin(0.1));
    CHECK(odd.offset == -1);
}

TEST_CASE("the landscape page has the margins of the turned sheet")
{
    const Pages pages = paginated(composeBlank(shippedNotice(), QStringLiteral("annex1")));
    REQUIRE(pages.pages.size() == 1);
    const Page &page = pages.pages[0];
    CHECK(page.size == QSizeF(841.9, 595.3));
    QRectF grid;
    for (const Rule &rule : page.rules)
        grid |= QRectF(rule.line.p1(), rule.line.p2()).normalized().adjusted(0, 0, 0.01, 0.01);
    CHECK(grid.left() == Approx(35 * millimetre).margin(0.1));
    CHECK(grid.width() == Approx(225 * millimetre).margin(0.1));
    CHECK(page.lines[0].box.top() == Approx(28 * millimetre).margin(0.1));
    CHECK(textOf(page.lines[0]) == QStringLiteral("附件1"));
    CHECK(textOf(page.lines[2]).startsWith(u'《')); // the title on line 3
    CHECK(page.lines[2].box.top() - page.lines[0].box.top() == Approx(2 * 28.95));
    CHECK(page.lines[2].box.center().x() == Approx((35 + 225 / 2.0) * millimetre).margin(0.2));
}

TEST_CASE("the blank outline fills one page")
{
    CHECK(paginated(composeBlank(shippedNotice(), QStringLiteral("annex2"))).pages.size() == 1);
}

TEST_CASE("the date stands four characters from the edge, the unit is centred over it")
{
    const Notice notice = shippedNotice();
    Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
    report.forms[QStringLiteral("annex2")].fields[field::date] = QStringLiteral("2023-12-20");
    const Pages pages = paginated(compose(report, notice, QStringLiteral("annex2")));
    QRectF unit;
    QRectF date;
    for (const Line &line : pages.pages.constLast().lines) {
        if (textOf(line) == report.unit)
            unit = line.box;
        else if (textOf(line) == QStringLiteral("2023年12月20日"))
            date = line.box;
    }
    CHECK((11906 - 1474) / 20.0 - date.right() == Approx(4 * 315 / 20.0));
    CHECK(unit.center().x() == Approx(date.center().x()).margin(1));
    CHECK(date.top() - unit.top() == Approx(28.95));
}

TEST_CASE("no page carries the signature alone: two lines of text stand with it, and no more are moved there")
{
    const Notice notice = shippedNotice();
    const Form &form = *notice.form(QStringLiteral("annex2"));
    // The last paragraph's lines; without it, or where it has only one, a line of the last section goes along.
    for (const int lastLines : {0, 1, 2, 3, 30}) {
        for (int before = 0; before < 24; ++before) {
            Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
            FormAnswer &answer = report.forms[form.id];
            answer.fields[field::date] = QStringLiteral("2023-12-20");
            answer.fields[field::contact] = QStringLiteral("李某");
            answer.fields[field::opening] = QStringList(before, QStringLiteral("一行。")).join(u'\n');
            answer.sections.fill(QStringLiteral("一行。"));
            answer.fields[field::closing] = QString(std::max(0, 28 * lastLines - 2), u'结');
            const Pages pages = paginated(compose(report, notice, form.id));
            const QStringList last = areaLines(pages.pages.constLast());
            INFO(lastLines << " lines after " << before);
            REQUIRE(last.size() >= 7); // two lines of text, two empty ones, unit, date, contact
            const qsizetype signature = last.indexOf(report.unit) - 2;
            const QString text = last.first(signature).join(QString());
            REQUIRE(signature >= 2);
            CHECK(std::min(lastLines * 28 - 2, 2 * 28 - 2) <= text.count(u'结'));
            if (pages.pages.size() == 1)
                continue;
            // What stands before it fills its page but for the lines that had to go along.
            const qsizetype left = areaLines(pages.pages[pages.pages.size() - 2]).size();
            CHECK(left + 7 >= 22);
            if (left < 21 && lastLines > 2) // one line is left free where a heading would have stood alone
                CHECK(signature == 2);
        }
    }
}

TEST_CASE("a heading never ends a page")
{
    const Notice notice = shippedNotice();
    for (int lines = 0; lines < 24; ++lines) {
        Report report = completed({}, notice);
        FormAnswer &answer = report.forms[QStringLiteral("annex2")];
        answer.fields[field::opening] = QStringList(lines + 1, QStringLiteral("一行。")).join(u'\n');
        answer.sections.fill(QString(40, u'正'));
        for (const Page &page : paginated(compose(report, notice, QStringLiteral("annex2"))).pages) {
            for (const Section &section : notice.forms[1].outline()->sections)
                CHECK(areaLines(page).constLast() != section.heading);
        }
    }
}

TEST_CASE("whatever a report holds, its pages show every character once")
{
    std::mt19937 random(5);
    for (const Notice &notice : {shippedNotice(), inventedNotice()}) {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            Report report = generateReport(notice, seed);
            for (const Form &form : notice.forms) {
                for (const Place &place : textPlaces(report, notice, form.id)) {
                    QString *text = nullptr;
                    FormAnswer &answer = report.forms[form.id];
                    if (place.row >= 0 && place.entry < 0)
                        text = &answer.rows[place.row].cells[place.field];
                    if (text && random() % 8 == 0)
                        *text = QString(static_cast<int>(random() % 900), u'字')
                            + QStringLiteral("\n\n1 234 m² GB/T 19001—2016\n");
                    else if (text && random() % 8 == 0)
                        text->clear();
                }
                checkWhole(compose(report, notice, form.id));
            }
        }
    }
}

TEST_CASE("an empty report has its pages")
{
    for (const Notice &notice : {shippedNotice(), inventedNotice()}) {
        for (const Form &form : notice.forms) {
            CHECK(paginated(compose({}, notice, form.id)).pages.size() == 1);
            checkWhole(compose(newReport(notice, {}), notice, form.id));
            checkWhole(composeBlank(notice, form.id));
        }
    }
    CHECK(paginated({}).pages.size() == 1);
}

TEST_CASE("pages tell which official fonts the machine lacks, of those they are set in")
{
    Fonts fonts;
    const Result<Pages> pages = paginate(bodyOf(QStringLiteral("质量")), fonts);
    REQUIRE(pages);
    CHECK(pages->substitutes == fonts.substitutes());
    const QString family = officialFamily(Typeface::FangSong);
    const bool officialIsHere = FontFiles().find(family, false).has_value();
    CHECK(pages->substitutes.filter(family + QStringLiteral(" → ")).size() == (officialIsHere ? 0 : 1));
    CHECK(pages->substitutes.filter(officialFamily(Typeface::Kai)).isEmpty());
}

TEST_CASE("bookmarks lead to the title and the headings")
{
    const Notice notice = shippedNotice();
    Report report = newReport(notice, QStringLiteral("贵州省市场监督管理局"));
    report.forms[QStringLiteral("annex2")].sections.fill(QString(28 * 10, u'正'));
    const Pages pages = paginated(compose(report, notice, QStringLiteral("annex2")));
    REQUIRE(pages.bookmarks.size() == 6);
    CHECK(pages.bookmarks[0].text == textAt(report, {QStringLiteral("annex2"), field::title}));
    CHECK(pages.bookmarks[0].level == 1);
    for (qsizetype i = 1; i < 6; ++i) {
        const Bookmark &bookmark = pages.bookmarks[i];
        CHECK(bookmark.level == 2);
        CHECK(bookmark.text == notice.forms[1].outline()->sections[i - 1].heading);
        bool found = false;
        for (const Line &line : pages.pages[bookmark.page].lines)
            found = found || (textOf(line) == bookmark.text && line.box.top() == Approx(bookmark.y));
        CHECK(found);
    }
}

} // namespace paginate_test
