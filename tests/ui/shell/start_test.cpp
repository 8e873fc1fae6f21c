// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/numbers.h"
#include "ui/shell/openwindow.h"
#include "ui/start/deadline.h"
#include "ui/start/reportlist.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace zhibao;

TEST_CASE("a first start asks for the unit, found by its code, and begins the report")
{
    OpenWindow desk;
    CHECK(desk.isShown("zhibao::UnitChooser"));
    CHECK(QApplication::focusWidget() == desk.child<QLineEdit>(QStringLiteral("sought")));

    typeKeys(QStringLiteral("52"));
    press(Qt::Key_Return);

    REQUIRE(desk.workspace->isOpen());
    CHECK(desk.workspace->report().unit == QStringLiteral("贵州省市场监督管理局"));
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.window->windowTitle().contains(QStringLiteral("贵州省")));
}

TEST_CASE("a unit is found by what people call it; the arrows choose while one types")
{
    OpenWindow desk;
    auto *units = desk.child<QListView>(QStringLiteral("units"));
    typeKeys(QStringLiteral("省市场监管"));
    REQUIRE(units->model()->rowCount() > 3);
    press(Qt::Key_Down);
    const QString second = units->model()->index(1, 0).data().toString();
    press(Qt::Key_Return);
    CHECK(desk.workspace->report().unit == second);
}

TEST_CASE("a unit of one's own is taken as typed and known from then on")
{
    OpenWindow desk;
    typeKeys(QStringLiteral("某某县堃市场监管局"));
    press(Qt::Key_Return);
    CHECK(desk.workspace->report().unit == QStringLiteral("某某县堃市场监管局"));
    const QList<Unit> units = desk.workspace->units();
    CHECK(std::any_of(units.begin(), units.end(),
        [](const Unit &unit) { return unit.name == QStringLiteral("某某县堃市场监管局"); }));
}

TEST_CASE("the list of reports is filtered as one types, and Enter opens")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"));
    desk.create(QStringLiteral("内蒙古自治区市场监督管理局"));
    press(Qt::Key_O, Qt::ControlModifier);
    REQUIRE(desk.isShown("zhibao::StartPage"));
    auto *table = desk.child<QTableView>(QStringLiteral("table"));
    REQUIRE(table->model()->rowCount() == 2);

    desk.child<QLineEdit>(QStringLiteral("filter"))->setFocus();
    typeKeys(QStringLiteral("贵州"));
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(table->model()->index(0, ReportList::DeadlineColumn).data().toString() == QStringLiteral("已逾期 263 天"));
    press(Qt::Key_Return);
    CHECK(desk.workspace->report().unit == QStringLiteral("贵州省市场监督管理局"));
    CHECK(desk.isShown("zhibao::FormPages"));
}

TEST_CASE("a deleted report can be put back in place")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    desk.create(QStringLiteral("内蒙古自治区市场监督管理局"));
    const Report before = [&] {
        REQUIRE(desk.workspace->openReport(1));
        return desk.workspace->report();
    }();
    press(Qt::Key_O, Qt::ControlModifier);
    auto *table = desk.child<QTableView>(QStringLiteral("table"));
    desk.child<QLineEdit>(QStringLiteral("filter"))->setText(QStringLiteral("贵州"));
    table->setFocus();
    press(Qt::Key_Delete);
    CHECK(desk.workspace->reports()->size() == 1);

    auto *note = desk.child<NoteBar>(QStringLiteral("note"));
    CHECK(note->sentence().contains(QStringLiteral("已删除")));
    auto *undo = note->findChild<QPushButton *>();
    REQUIRE(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    REQUIRE(desk.workspace->reports()->size() == 2);
    press(Qt::Key_Return);
    CHECK(desk.workspace->report() == before);
}

TEST_CASE("a report file is taken in as one step that can be undone")
{
    OpenWindow desk;
    desk.create();
    const Report empty = desk.workspace->report();
    desk.file = QStringLiteral(SOURCE_ROOT "/resources/examples/贵州省市场监督管理局.json");
    desk.action(QStringLiteral("导入报表文件"))->trigger();
    CHECK(desk.workspace->report() != empty);
    CHECK(desk.child<NoteBar>(QStringLiteral("note"))->sentence().contains(QStringLiteral("已按文件更新")));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.workspace->report() == empty);

    desk.file = QStringLiteral(SOURCE_ROOT "/CMakeLists.txt");
    desk.action(QStringLiteral("导入报表文件"))->trigger();
    CHECK(desk.child<NoteBar>(QStringLiteral("note"))->sentence().contains(QStringLiteral("CMakeLists.txt")));
    CHECK(desk.workspace->report() == empty);
}

TEST_CASE("days to the deadline are told plainly")
{
    const QDate deadline(2023, 3, 31);
    CHECK(daysLeft(deadline, QDate(2023, 3, 28)) == QStringLiteral("还有 3 天"));
    CHECK(daysLeft(deadline, deadline) == QStringLiteral("今天截止"));
    CHECK(daysLeft(deadline, QDate(2023, 4, 2)) == QStringLiteral("已逾期 2 天"));
    CHECK(daysLeft(QDate(), deadline).isEmpty());
}

TEST_CASE("numbers are grouped by thousands")
{
    CHECK(grouped(0) == QStringLiteral("0"));
    CHECK(grouped(999) == QStringLiteral("999"));
    CHECK(grouped(2431) == QStringLiteral("2\u202f431"));
    CHECK(grouped(1234567) == QStringLiteral("1\u202f234\u202f567"));
    CHECK(grouped(-123) == QStringLiteral("-123"));
}
