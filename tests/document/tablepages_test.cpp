// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "document/compose/compose.h"
#include "document/layout/paginate.h"
#include "document/layouttext.h"
#include "document/pagechecks.h"
#include "generate/reports.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

namespace tablepages_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

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

int countLines(const Page &page, const QString &text)
{
    return static_cast<int>(areaLines(page).count(text));
}

} // namespace

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
    checkWhole(document);
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
    auto &table = std::get<TableForm>(form.kind);
    table.header[1].label = QString(200, u'标');
    table.columns[1].label = table.header[1].label;
    const Document document = compose(tableReport(notice, {rowOf(QStringLiteral("事"), 2)}), notice, form.id);
    checkWhole(document);
    int headers = 0;
    for (const Page &page : paginated(document).pages)
        headers += countLines(page, QStringLiteral("文件名称"));
    CHECK(headers == 1);
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

} // namespace tablepages_test
