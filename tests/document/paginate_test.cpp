// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose.h"
#include "document/fontfiles.h"
#include "document/layouttext.h"
#include "document/paginate.h"
#include "generate/reports.h"

#include <QRegularExpression>

#include <random>

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr double millimetre = 72 / 25.4;

Pages paginated(const Document &document)
{
    static Fonts fonts;
    const Result<Pages> pages = paginate(document, fonts);
    REQUIRE(pages);
    return *pages;
}

Report tableReport(const Notice &notice, const QList<Row> &rows)
{
    Report report = completed({}, notice);
    report.unit = QStringLiteral("贵州省市场监督管理局");
    report.forms[notice.forms.constFirst().id].rows = rows;
    return report;
}

Row rowOf(const QString &text, int documents)
{
    Row row;
    for (const QString &column : {QStringLiteral("instructions"), QStringLiteral("study"), QStringLiteral("activities"),
             QStringLiteral("experience")})
        row.cells[column] = text;
    for (int i = 0; i < documents; ++i)
        row.entries.append(
            {{QStringLiteral("title"), QStringLiteral("文件%1").arg(i)}, {QStringLiteral("issuer"), text.left(20)}});
    return row;
}

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

// No line of text may touch a rule or leave the page's type area.
void checkGeometry(const Pages &pages, Orientation orientation)
{
    const PageStyle style = pageStyle(orientation);
    const QRectF area(style.left / 20.0, style.top / 20.0, style.areaWidth() / 20.0, style.areaHeight() / 20.0);
    for (const Page &page : pages.pages) {
        CHECK(page.size == QSizeF(style.width, style.height) / 20.0);
        for (const Line &line : page.lines.first(page.lines.size() - 1)) {
            if (!area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.box))
                FAIL("out of the type area: " << textOf(line).toStdString());
            for (const Rule &rule : page.rules) {
                const QRectF stroke = QRectF(rule.line.p1(), rule.line.p2()).normalized();
                const bool across = stroke.left() < line.box.right() && stroke.right() > line.box.left();
                const bool down = stroke.top() < line.box.bottom() && stroke.bottom() > line.box.top();
                if (across && down)
                    FAIL("a rule cuts a line");
            }
        }
    }
}

void checkSame(const QMap<QString, QString> &expected, const QMap<QString, QString> &found)
{
    for (auto text = expected.cbegin(); text != expected.cend(); ++text) {
        INFO(text.key().toStdString());
        CHECK(found.value(text.key()) == text.value());
    }
    for (auto text = found.cbegin(); text != found.cend(); ++text)
        CHECK(expected.contains(text.key()));
}

void checkWhole(const Document &document)
{
    const Pages pages = paginated(document);
    checkSame(typedTexts(document), typedTexts(pages));
    checkGeometry(pages, document.orientation);
}

int countLines(const Page &page, const QString &text)
{
    return static_cast<int>(areaLines(page).count(text));
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
            for (const Section &section : notice.forms[1].sections)
                CHECK(areaLines(page).constLast() != section.heading);
        }
    }
}

TEST_CASE("the header stands again on every page of a table")
{
    const Notice notice = shippedNotice();
    const QList<Row> rows(40, rowOf(QStringLiteral("开展的重点和特色宣传贯彻工作"), 2));
    const Pages pages = paginated(compose(tableReport(notice, rows), notice, QStringLiteral("annex1")));
    REQUIRE(pages.pages.size() > 3);
    for (const Page &page : pages.pages) {
        CHECK(countLines(page, QStringLiteral("序号")) == 1);
        CHECK(countLines(page, QStringLiteral("出台贯彻落实《纲要》文件情况")) == 1);
    }
    checkGeometry(pages, Orientation::Landscape);
}

TEST_CASE("a low row with its documents stays on one page")
{
    const Notice notice = shippedNotice();
    const QList<Row> rows(30, rowOf(QStringLiteral("开展工作"), 3));
    const Pages pages = paginated(compose(tableReport(notice, rows), notice, QStringLiteral("annex1")));
    for (const Page &page : pages.pages) {
        const int serials
            = static_cast<int>(areaLines(page).filter(QRegularExpression(QStringLiteral("^[0-9]+$"))).size());
        CHECK(countLines(page, QStringLiteral("文件0")) == serials);
        CHECK(countLines(page, QStringLiteral("文件2")) == serials);
    }
}

TEST_CASE("a row higher than a page is broken between lines, and none is lost or cut")
{
    const Notice notice = shippedNotice();
    const Document document
        = compose(tableReport(notice, {rowOf(QString(5000, u'长'), 1)}), notice, QStringLiteral("annex1"));
    const Pages pages = paginated(document);
    CHECK(pages.pages.size() > 10);
    checkSame(typedTexts(document), typedTexts(pages));
    checkGeometry(pages, Orientation::Landscape);
    // Rules stand on both sides of the break.
    for (const Page &page : pages.pages)
        CHECK(page.rules.size() >= 9);
}

TEST_CASE("many documents in one row part between documents, beside a text that spans them")
{
    const Notice notice = shippedNotice();
    for (const int characters : {0, 10, 300, 3000})
        checkWhole(compose(tableReport(notice, {rowOf(QString(characters, u'长'), 60), rowOf(QStringLiteral("短"), 1)}),
            notice, QStringLiteral("annex1")));
}

TEST_CASE("a text that spans documents makes the last of them grow")
{
    const Notice notice = shippedNotice();
    const Document document
        = compose(tableReport(notice, {rowOf(QString(60, u'长'), 2)}), notice, QStringLiteral("annex1"));
    const Pages pages = paginated(document);
    REQUIRE(pages.pages.size() == 1);
    const auto cellOf = [&](const QString &text) {
        for (const CellArea &cell : pages.pages[0].cells) {
            if (cell.lineCount > 0 && textOf(pages.pages[0].lines[cell.firstLine]) == text)
                return cell.box;
        }
        FAIL("no such cell");
        return QRectF();
    };
    const QRectF serial = cellOf(QStringLiteral("1"));
    const QRectF first = cellOf(QStringLiteral("文件0"));
    const QRectF last = cellOf(QStringLiteral("文件1"));
    CHECK(first.top() == Approx(serial.top()));
    CHECK(last.top() == Approx(first.bottom()));
    CHECK(last.bottom() == Approx(serial.bottom()));
    CHECK(last.height() > first.height());
}

TEST_CASE("the contact line is not left alone on a page")
{
    const Notice notice = shippedNotice();
    for (int rows = 1; rows < 14; ++rows) {
        Report report = tableReport(notice, QList<Row>(rows, rowOf(QString(17, u'事'), 1)));
        report.forms[QStringLiteral("annex1")].fields[field::contact] = QStringLiteral("李某");
        const Pages pages = paginated(compose(report, notice, QStringLiteral("annex1")));
        CHECK(areaLines(pages.pages.constLast()).size() > 1);
    }
    for (int characters = 100; characters < 500; characters += 7) {
        Report report = tableReport(notice, {rowOf(QString(characters, u'事'), 1)});
        report.forms[QStringLiteral("annex1")].fields[field::contact] = QStringLiteral("李某");
        const Pages pages = paginated(compose(report, notice, QStringLiteral("annex1")));
        CHECK(areaLines(pages.pages.constLast()).size() > 1);
    }
}

TEST_CASE("a header of three levels is laid out as it is merged")
{
    const Notice notice = inventedNotice();
    const Report report = generateReport(notice, 3);
    checkWhole(compose(report, notice, QStringLiteral("survey")));
    const Pages pages = paginated(composeBlank(notice, QStringLiteral("survey")));
    const auto boxOf = [&](const QString &text) {
        for (const CellArea &cell : pages.pages[0].cells) {
            if (cell.lineCount > 0 && textOf(pages.pages[0].lines[cell.firstLine]) == text)
                return cell.box;
        }
        FAIL("no such cell");
        return QRectF();
    };
    CHECK(boxOf(QStringLiteral("编号")).height() == Approx(boxOf(QStringLiteral("惠民检定情况")).height() * 3));
    CHECK(boxOf(QStringLiteral("惠民检定情况")).right() == Approx(boxOf(QStringLiteral("收费减免")).right()));
    CHECK(boxOf(QStringLiteral("器具名称")).top() == Approx(boxOf(QStringLiteral("在用计量器具")).bottom()));
}

TEST_CASE("a header too high to be repeated is set once")
{
    Notice notice = shippedNotice();
    Form &form = notice.forms[0];
    form.header[1].label = QString(200, u'标');
    form.columns[1].label = form.header[1].label;
    const Document document = compose(tableReport(notice, {rowOf(QStringLiteral("事"), 2)}), notice, form.id);
    checkWhole(document);
    int headers = 0;
    for (const Page &page : paginated(document).pages)
        headers += countLines(page, QStringLiteral("文件名称"));
    CHECK(headers == 1);
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
        CHECK(bookmark.text == notice.forms[1].sections[i - 1].heading);
        bool found = false;
        for (const Line &line : pages.pages[bookmark.page].lines)
            found = found || (textOf(line) == bookmark.text && line.box.top() == Approx(bookmark.y));
        CHECK(found);
    }
}

TEST_CASE("pages are watched, and stop when asked to")
{
    const Notice notice = shippedNotice();
    const Document document = compose(
        tableReport(notice, QList<Row>(400, rowOf(QStringLiteral("事"), 1))), notice, QStringLiteral("annex1"));
    Fonts fonts;
    double last = 0;
    int calls = 0;
    REQUIRE(paginate(document, fonts, [&](double share) {
        CHECK(share >= last);
        CHECK(share <= 1.0);
        last = share;
        ++calls;
        return true;
    }));
    CHECK(calls > 8);
    const Result<Pages> stopped = paginate(document, fonts, [&](double share) { return share < 0.5; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Stopped);
}
