// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tablepage.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QMenu>
#include <QTest>

#include <catch2/catch.hpp>

namespace typedcells_test {

using namespace zhibao;

namespace {

const QString number = QStringLiteral("云溪计函〔2031〕9号");
const QString sheet = QStringLiteral("register");
const QString inUse = QStringLiteral("inUse");
const QString result = QStringLiteral("result");
const QString count = QStringLiteral("count");
const QString fee = QStringLiteral("fee");

QString totals(const TablePage &page)
{
    return page.editor.findChild<QLabel *>(QStringLiteral("totals"))->text();
}

} // namespace

TEST_CASE("one key says yes or no, and never takes the place of another text", "[table]")
{
    ReportOnDesk opened(number);
    TablePage page(opened, sheet);
    page.take(inUse, 0);
    QTest::keyClick(&page.view->editor(), Qt::Key_Y);
    CHECK(page.text(inUse, 0) == QStringLiteral("是"));
    QTest::keyClick(&page.view->editor(), Qt::Key_N);
    CHECK(page.text(inUse, 0) == QStringLiteral("否"));
    QTest::keyClick(&page.view->editor(), Qt::Key_Space);
    CHECK(page.text(inUse, 0) == QStringLiteral("是"));
    opened.workspace.openReport().undoStack()->undo();
    CHECK(page.text(inUse, 0) == QStringLiteral("否"));
    REQUIRE(opened.workspace.openReport().setText(page.cellPlace(inUse, 0), QStringLiteral("有时")));
    QTest::keyClick(&page.view->editor(), Qt::Key_Y);
    page.editor.commit();
    CHECK(page.text(inUse, 0) == QStringLiteral("有时y"));
}

TEST_CASE("what there is to choose from drops down by key, and typing something else stays possible", "[table]")
{
    ReportOnDesk opened(number);
    TablePage page(opened, sheet);
    page.take(result, 0, 0);
    QTest::keyClick(&page.view->editor(), Qt::Key_Return);
    auto *menu = page.view->findChild<QMenu *>(QStringLiteral("choices"));
    REQUIRE(menu);
    REQUIRE(menu->actions().size() == 3);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    CHECK(page.text(result, 0, 0) == QStringLiteral("不合格"));
    page.take(result, 0, 0);
    QTest::keyClicks(&page.view->editor(), QStringLiteral("x"));
    page.editor.commit();
    CHECK(page.text(result, 0, 0) == QStringLiteral("不合格x"));
}

TEST_CASE("a date is picked from the calendar by key, or typed", "[table]")
{
    ReportOnDesk opened(number);
    TablePage page(opened, sheet);
    const QString bought = QStringLiteral("bought");
    page.take(bought, 0);
    QTest::keyClick(&page.view->editor(), Qt::Key_Space);
    auto *calendar = page.view->findChild<QCalendarWidget *>(QStringLiteral("calendar"));
    REQUIRE(calendar);
    CHECK(calendar->selectedDate() == opened.now.date());
    Q_EMIT calendar->activated(QDate(2031, 3, 5));
    CHECK(page.text(bought, 0) == QStringLiteral("2031-03-05"));
    page.take(bought, 0);
    QTest::keyClicks(&page.view->editor(), QStringLiteral("x"));
    page.editor.commit();
    CHECK(page.text(bought, 0) == QStringLiteral("2031-03-05x"));
    QTest::keyClick(&page.view->editor(), Qt::Key_Escape);
}

TEST_CASE("sums stand beneath the table and follow what is typed", "[table]")
{
    ReportOnDesk opened(number);
    TablePage page(opened, sheet);
    OpenReport &open = opened.workspace.openReport();
    CHECK(totals(page) == QStringLiteral("合计：数量 0台，费用 0元"));
    REQUIRE(open.setText(page.cellPlace(count, 0), QStringLiteral("12")));
    REQUIRE(open.insertEntry(sheet, 0, 0, Texts{{fee, QStringLiteral("0.10")}}));
    REQUIRE(open.insertEntry(sheet, 0, 1, Texts{{fee, QStringLiteral("0.2")}}));
    CHECK(totals(page) == QStringLiteral("合计：数量 12台，费用 0.30元"));
    REQUIRE(open.setText(page.cellPlace(count, 0), QStringLiteral("约12")));
    CHECK(totals(page) == QStringLiteral("合计：数量有不是数字的内容，费用 0.30元"));

    ReportOnDesk other;
    TablePage plain(other);
    CHECK_FALSE(plain.editor.findChild<QLabel *>(QStringLiteral("totals"))->isVisible());
}

} // namespace typedcells_test
