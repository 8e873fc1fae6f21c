// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/numbers.h"
#include "ui/parts/deadline.h"
#include "ui/shell/reviewsteps.h"
#include "ui/start/reportlist.h"
#include "ui/start/startpage.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace start_test {

using namespace zhibao;

TEST_CASE("a first start asks for the unit, found by its code, and begins the report")
{
    OpenWindow desk;
    CHECK(desk.isShown("zhibao::UnitChooser"));
    CHECK(QApplication::focusWidget() == desk.child<QLineEdit>(QStringLiteral("sought")));

    typeKeys(QStringLiteral("52"));
    press(Qt::Key_Return);

    REQUIRE(desk.workspace->openReport().isOpen());
    CHECK(desk.workspace->openReport().report().unit == QStringLiteral("贵州省市场监督管理局"));
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
    CHECK(desk.workspace->openReport().report().unit == second);
}

TEST_CASE("a county's bureau is found in the directory by name, code and pinyin, and is told to be unchecked")
{
    const QString county = QStringLiteral("修文县市场监督管理局");
    for (const QStringView typed : {u"修文", u"520123", u"xiuwen"}) {
        OpenWindow desk;
        const auto *units = desk.child<QListView>(QStringLiteral("units"));
        typeKeys(typed.toString());
        INFO(typed.toString().toStdString());
        const QModelIndexList found = units->model()->match(units->model()->index(0, 0), Qt::DisplayRole, county);
        REQUIRE(found.size() == 1);
        CHECK(found.first().data(Qt::AccessibleTextRole).toString() == county + QStringLiteral(" 520123　待核"));
    }
    OpenWindow desk;
    typeKeys(QStringLiteral("520123"));
    press(Qt::Key_Return);
    REQUIRE(desk.workspace->openReport().isOpen());
    CHECK(desk.workspace->openReport().report().unit == county);
}

TEST_CASE("units and reports are found by pinyin")
{
    OpenWindow desk;
    typeKeys(QStringLiteral("gzssc"));
    press(Qt::Key_Return);
    REQUIRE(desk.workspace->openReport().isOpen());
    CHECK(desk.workspace->openReport().report().unit == QStringLiteral("贵州省市场监督管理局"));
    desk.create(QStringLiteral("重庆市市场监督管理局"));
    press(Qt::Key_O, Qt::ControlModifier);
    const auto *table = desk.child<QTableView>(QStringLiteral("table"));
    REQUIRE(table->model()->rowCount() == 2);
    auto *filter = desk.child<QLineEdit>(QStringLiteral("filter"));
    filter->setText(QStringLiteral("chongq"));
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(table->model()->index(0, 0).data().toString().startsWith(QStringLiteral("重庆")));
    filter->setText(QStringLiteral("chongx"));
    CHECK(table->model()->rowCount() == 0);
}

TEST_CASE("a unit of one's own is taken as typed and known from then on")
{
    OpenWindow desk;
    typeKeys(QStringLiteral("某某县堃市场监管局"));
    press(Qt::Key_Return);
    CHECK(desk.workspace->openReport().report().unit == QStringLiteral("某某县堃市场监管局"));
    const QList<Unit> units = desk.workspace->office().units();
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
    CHECK(table->model()->index(0, ReportList::DeadlineColumn).data().toString() == QStringLiteral("逾期 263 天"));
    press(Qt::Key_Return);
    CHECK(desk.workspace->openReport().report().unit == QStringLiteral("贵州省市场监督管理局"));
    CHECK(desk.isShown("zhibao::FormPages"));
}

TEST_CASE("a deleted report can be put back in place")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    desk.create(QStringLiteral("内蒙古自治区市场监督管理局"));
    const Report before = [&] {
        REQUIRE(desk.workspace->openReport().open(1));
        return desk.workspace->openReport().report();
    }();
    press(Qt::Key_O, Qt::ControlModifier);
    auto *table = desk.child<QTableView>(QStringLiteral("table"));
    desk.child<QLineEdit>(QStringLiteral("filter"))->setText(QStringLiteral("贵州"));
    table->setFocus();
    press(Qt::Key_Delete);
    CHECK(desk.workspace->office().reports()->size() == 1);

    auto *note = desk.child<NoteBar>(QStringLiteral("note"));
    CHECK(note->sentence().contains(QStringLiteral("已删除")));
    auto *undo = note->findChild<QPushButton *>();
    REQUIRE(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    REQUIRE(desk.workspace->office().reports()->size() == 2);
    press(Qt::Key_Return);
    CHECK(desk.workspace->openReport().report() == before);
}

TEST_CASE("a report file is taken in as one step that can be undone")
{
    OpenWindow desk;
    desk.create();
    const Report empty = desk.workspace->openReport().report();
    desk.file = QStringLiteral(SOURCE_ROOT "/resources/examples/贵州省市场监督管理局.json");
    desk.action(QStringLiteral("导入报表文件"))->trigger();
    CHECK(desk.workspace->openReport().report() != empty);
    CHECK(desk.child<NoteBar>(QStringLiteral("note"))->sentence().contains(QStringLiteral("已按文件更新")));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.workspace->openReport().report() == empty);

    desk.file = QStringLiteral(SOURCE_ROOT "/CMakeLists.txt");
    desk.action(QStringLiteral("导入报表文件"))->trigger();
    CHECK(desk.child<NoteBar>(QStringLiteral("note"))->sentence().contains(QStringLiteral("CMakeLists.txt")));
    CHECK(desk.workspace->openReport().report() == empty);
}

TEST_CASE("days to the deadline are told plainly")
{
    const QDate deadline(2023, 3, 31);
    CHECK(daysLeft(deadline, QDate(2023, 3, 28)) == QStringLiteral("还有 3 天"));
    CHECK(daysLeft(deadline, deadline) == QStringLiteral("今天截止"));
    CHECK(daysLeft(deadline, QDate(2023, 4, 2)) == QStringLiteral("逾期 2 天"));
    CHECK(daysLeft(QDate(), deadline).isEmpty());
    CHECK(urgencyOf(deadline, QDate(2023, 3, 27)) == Urgency::None);
    CHECK(urgencyOf(deadline, QDate(2023, 3, 28)) == Urgency::Soon);
    CHECK(urgencyOf(deadline, deadline) == Urgency::Soon);
    CHECK(urgencyOf(deadline, QDate(2023, 4, 1)) == Urgency::Overdue);
    CHECK(urgencyOf(QDate(), deadline) == Urgency::None);
}

TEST_CASE("each state is a word with a sign, and what is sent has no deadline any more")
{
    using enum ReviewAction;
    OpenWindow desk;
    desk.now = QDateTime(QDate(2023, 3, 29), QTime(9, 0));
    const qint64 draft = desk.create(QStringLiteral("贵州省市场监督管理局"));
    const qint64 returned = desk.create(QStringLiteral("青海省市场监督管理局"));
    const qint64 sent = desk.create(QStringLiteral("内蒙古自治区市场监督管理局"));
    takeThrough(desk, {{returned, {Submit, Return}}, {sent, {Submit, Review, Approve, PlaceSeal, Send}}});
    press(Qt::Key_O, Qt::ControlModifier);
    auto *table = desk.child<QTableView>(QStringLiteral("table"));
    const auto cell = [&](qint64 report, int column) {
        desk.child<StartPage>()->select(report);
        return table->currentIndex().siblingAtColumn(column);
    };
    const auto words = [&](qint64 report, int column) { return cell(report, column).data().toString(); };
    CHECK(words(draft, ReportList::StateColumn) == QStringLiteral("填报中"));
    CHECK(words(returned, ReportList::StateColumn) == QStringLiteral("退回修改"));
    CHECK(words(sent, ReportList::StateColumn) == QStringLiteral("已报送"));
    for (const qint64 report : {draft, returned, sent})
        CHECK_FALSE(cell(report, ReportList::StateColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
    CHECK(words(draft, ReportList::DeadlineColumn) == QStringLiteral("还有 2 天"));
    CHECK_FALSE(cell(draft, ReportList::DeadlineColumn).data(Qt::DecorationRole).value<QIcon>().isNull());
    CHECK(words(sent, ReportList::DeadlineColumn) == QStringLiteral("已报送"));
    CHECK(cell(sent, ReportList::DeadlineColumn).data(Qt::DecorationRole).isNull());

    desk.child<QLineEdit>(QStringLiteral("filter"))->setText(QStringLiteral("退回修改"));
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(words(returned, ReportList::UnitColumn) == QStringLiteral("青海省市场监督管理局"));
}

TEST_CASE("a report that is filled in but not sent is still due")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    press(Qt::Key_O, Qt::ControlModifier);
    const auto *table = desk.child<QTableView>(QStringLiteral("table"));
    REQUIRE(table->model()->index(0, ReportList::ProgressColumn).data(ReportList::PercentRole).toInt() == 100);
    CHECK(table->model()->index(0, ReportList::DeadlineColumn).data().toString() == QStringLiteral("还有 12 天"));
}

TEST_CASE("what is overdue and what soon will be is counted in a line that filters")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true); // due on 31 December
    desk.create(QStringLiteral("内蒙古自治区市场监督管理局")); // since 31 March
    desk.now = QDateTime(QDate(2023, 12, 28), QTime(9, 0));
    press(Qt::Key_O, Qt::ControlModifier);
    auto *overdue = desk.child<QToolButton>(QStringLiteral("overdue"));
    auto *soon = desk.child<QToolButton>(QStringLiteral("soon"));
    const auto *table = desk.child<QTableView>(QStringLiteral("table"));
    CHECK(overdue->text() == QStringLiteral("逾期 1 份"));
    CHECK(soon->text() == QStringLiteral("3 天内截止 1 份"));
    QTest::mouseClick(overdue, Qt::LeftButton);
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(table->model()->index(0, 0).data().toString() == QStringLiteral("内蒙古自治区市场监督管理局"));
    QTest::mouseClick(soon, Qt::LeftButton);
    CHECK_FALSE(overdue->isChecked());
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(table->model()->index(0, 0).data().toString() == QStringLiteral("贵州省市场监督管理局"));
    QTest::mouseClick(soon, Qt::LeftButton);
    CHECK(table->model()->rowCount() == 2);

    QTest::mouseClick(soon, Qt::LeftButton);
    desk.now = desk.now.addDays(10); // now all is overdue, and the narrowed list would be empty
    press(Qt::Key_O, Qt::ControlModifier);
    CHECK_FALSE(soon->isVisible());
    CHECK(overdue->text() == QStringLiteral("逾期 2 份"));
    CHECK(table->model()->rowCount() == 2);
}

TEST_CASE("numbers are grouped by thousands")
{
    CHECK(grouped(0) == QStringLiteral("0"));
    CHECK(grouped(999) == QStringLiteral("999"));
    CHECK(grouped(2431) == QStringLiteral("2\u202f431"));
    CHECK(grouped(1234567) == QStringLiteral("1\u202f234\u202f567"));
    CHECK(grouped(-123) == QStringLiteral("-123"));
}

} // namespace start_test
