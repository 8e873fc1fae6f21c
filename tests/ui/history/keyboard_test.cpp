// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hand.h"
#include "ui/history/historydesk.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

namespace keyboard_test {

using namespace zhibao;

TEST_CASE("the history is read and a version restored by keyboard alone")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    REQUIRE(desk.report.workspace.openReport().setText(section(0), QStringLiteral("甲")));
    desk.write(section(2), QStringLiteral("乙"));
    desk.write(opening(), QStringLiteral("二"));
    desk.open();
    REQUIRE(QApplication::focusWidget() == desk.child<QListView>("versions"));
    press(Qt::Key_Down);
    desk.settle();
    REQUIRE(desk.comparison->count() == 2);
    CHECK(desk.label("position")->text() == QStringLiteral("第 1 处，共 2 处"));
    press(Qt::Key_Down, Qt::ControlModifier); // while the focus stays with the versions
    CHECK(desk.label("position")->text() == QStringLiteral("第 2 处，共 2 处"));
    press(Qt::Key_Down, Qt::ControlModifier);
    CHECK(desk.label("position")->text() == QStringLiteral("第 1 处，共 2 处"));
    press(Qt::Key_Up, Qt::ControlModifier);
    CHECK(desk.label("position")->text() == QStringLiteral("第 2 处，共 2 处"));

    press(Qt::Key_Return);
    CHECK(QApplication::focusWidget() == desk.comparison);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("乙"));
    press(Qt::Key_Home);
    CHECK(desk.label("position")->text() == QStringLiteral("第 1 处，共 2 处"));
    press(Qt::Key_R, Qt::ControlModifier);
    CHECK(textAt(desk.report.workspace.openReport().report(), opening()) == QStringLiteral("一"));
    CHECK(QApplication::focusWidget() == desk.child<QListView>("versions"));
    CHECK(desk.restored.size() == 1);
}

TEST_CASE("what stood at the left can be copied")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("  原来的一段\n两行"));
    desk.write(opening(), QString());
    desk.open();
    CHECK(desk.spoken().value(0).startsWith(QStringLiteral("附件2 开头，清空：")));
    press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("  原来的一段\n两行"));
    CHECK_FALSE(desk.action(QStringLiteral("复制右边的文字"))->isEnabled());
}

TEST_CASE("the arrows go through a difference that is taller than the view before they go to the next")
{
    HistoryDesk desk;
    REQUIRE(desk.report.workspace.openReport().setText(section(0), QString(3000, u'质')));
    desk.write(section(1), QStringLiteral("短"));
    desk.open();
    desk.comparison->setFocus();
    QScrollBar *bar = desk.comparison->verticalScrollBar();
    REQUIRE(bar->maximum() > 0);
    int steps = 0;
    while (desk.comparison->currentIndex().row() == 0 && steps < 1000) {
        press(Qt::Key_Down);
        ++steps;
    }
    CHECK(steps > 5);
    CHECK(desk.comparison->currentIndex().row() == 1);
    while (bar->value() > 0 && steps > 0) {
        press(Qt::Key_PageUp);
        --steps;
    }
    CHECK(bar->value() == 0);
}

TEST_CASE("the last of many differences is a key away before all of them are laid out")
{
    HistoryDesk desk;
    Report report = desk.report.workspace.openReport().report();
    QList<Row> &rows = report.forms[QStringLiteral("annex1")].rows;
    rows.clear();
    for (int number = 0; number < 300; ++number)
        rows.append(Row{{{QStringLiteral("study"), QStringLiteral("第 %1 期培训").arg(number)}}, {}});
    desk.report.fill(report);
    desk.page->refresh();
    while (desk.comparison->count() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    press(Qt::Key_Up, Qt::ControlModifier);
    const QRect last = desk.comparison->visualRect(desk.comparison->currentIndex());
    CHECK(desk.comparison->currentIndex().row() == desk.comparison->count() - 1);
    CHECK_FALSE(last.isEmpty());
    CHECK(desk.comparison->viewport()->rect().intersects(last));
}

TEST_CASE("every control has a name, and is reached by Tab")
{
    HistoryDesk desk;
    desk.write(opening(), QStringLiteral("一"));
    desk.write(opening(), QStringLiteral("二"));
    desk.open();
    desk.choose(1);
    QSet<QWidget *> reached;
    for (int step = 0; step < 12; ++step) {
        reached.insert(QApplication::focusWidget());
        press(Qt::Key_Tab);
    }
    for (const char *name : {"versions", "other", "next", "previous", "comparison", "restore"}) {
        auto *control = desk.child<QWidget>(name);
        CAPTURE(name);
        CHECK(reached.contains(control));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(control);
        REQUIRE(accessible);
        CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
    }
    QSet<QString> keys;
    for (const QAction *action : desk.page->editActions()) {
        if (!action)
            continue;
        CHECK_FALSE(action->shortcut().isEmpty());
        keys.insert(action->shortcut().toString());
    }
    CHECK(keys.size() == 5);
}

} // namespace keyboard_test
