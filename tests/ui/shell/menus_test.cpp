// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the menus and buttons are called, and how keys get at them.
#include "ui/people/officewindow.h"
#include "ui/start/startpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QToolButton>

namespace menus_test {

using namespace zhibao;

namespace {

// Those of the texts that have no mnemonic, or one that another has; "" stands for none.
QStringList unreachable(const QStringList &texts)
{
    QStringList found;
    QStringList taken;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty() || taken.contains(key))
            found.append(text);
        taken.append(key);
    }
    return found;
}

QStringList entriesOf(const QMenu *menu)
{
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator() && action->isVisible())
            texts.append(action->text());
    }
    return texts;
}

QStringList titlesOf(const QMenuBar *bar)
{
    QStringList titles;
    for (const QAction *menu : bar->actions())
        titles.append(menu->text());
    return titles;
}

// Of every menu of the menu bar as it is now, and of the bar itself.
QStringList unreachableInMenus(const OpenWindow &desk)
{
    QMenuBar *bar = desk.window->menuBar();
    QStringList found = unreachable(titlesOf(bar));
    for (QMenu *menu : bar->findChildren<QMenu *>()) {
        Q_EMIT menu->aboutToShow();
        if (entriesOf(menu).isEmpty())
            found.append(QStringLiteral("empty: ") + menu->title());
        found += unreachable(entriesOf(menu));
    }
    return found;
}

// A mnemonic that two have does nothing: of the buttons in sight and the menu bar.
QStringList clashes(const OpenWindow &desk)
{
    QStringList found;
    QStringList taken;
    for (const QString &title : titlesOf(desk.window->menuBar()))
        taken.append(QKeySequence::mnemonic(title).toString());
    for (const QAbstractButton *button : desk.window->findChildren<QAbstractButton *>()) {
        const QString key = QKeySequence::mnemonic(button->text()).toString();
        if (!button->isVisible() || key.isEmpty())
            continue;
        if (taken.contains(key))
            found.append(button->text());
        taken.append(key);
    }
    return found;
}

QStringList withoutKey(const QWidget *page)
{
    QStringList found;
    for (const QPushButton *button : page->findChildren<QPushButton *>()) {
        if (QKeySequence::mnemonic(button->text()).isEmpty())
            found.append(button->text());
    }
    return found;
}

} // namespace

TEST_CASE("every entry of every menu has a letter of its own, whatever page is in front")
{
    CHECK(unreachable({QStringLiteral("甲(&A)"), QStringLiteral("乙"), QStringLiteral("丙(&A)…")})
        == QStringList{QStringLiteral("乙"), QStringLiteral("丙(&A)…")}); // what it would find
    OfficeWindow desk;
    desk.signIn(test::chief, test::chiefWord);
    CHECK(unreachableInMenus(desk).join(u'\n').toStdString().empty());
    desk.window->showReports();
    CHECK(unreachableInMenus(desk).join(u'\n').toStdString().empty());
    REQUIRE(desk.workspace->openReport().open(*desk.child<StartPage>()->selected()));
    for (int page = 0; page < 6; ++page) {
        INFO("page " << page);
        desk.window->showPage(page);
        CHECK(unreachableInMenus(desk).join(u'\n').toStdString().empty());
    }
}

TEST_CASE("buttons have letters that neither another button in sight nor the menu bar has")
{
    OpenWindow desk;
    const qint64 report = desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    for (int page = 0; page < 6; ++page) {
        INFO("page " << page);
        desk.window->showPage(page);
        CHECK(clashes(desk).join(u'\n').toStdString().empty());
        press(Qt::Key_H, Qt::ControlModifier); // where there is something to be replaced, the bar for it
        CHECK(clashes(desk).join(u'\n').toStdString().empty());
    }
    desk.window->showReports();
    CHECK(clashes(desk).join(u'\n').toStdString().empty());
    CHECK(withoutKey(desk.child<StartPage>()).join(u'\n').toStdString().empty());
    waitForKeys(desk.window.get());
    press(Qt::Key_O, Qt::AltModifier);
    CHECK(QTest::qWaitFor([&] { return !desk.isShown("zhibao::StartPage"); })); // a button shows how it goes down
    CHECK(desk.workspace->openReport().id() == report);
}

TEST_CASE("buttons and tool tips show no letter that they do not listen to")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const auto *row = desk.child<QToolButton>(QStringLiteral("addRow"));
    CHECK(row->text() == QStringLiteral("＋行"));
    CHECK(row->toolTip() == QStringLiteral("在下方增加一行"));
    press(Qt::Key_5, Qt::ControlModifier);
    const auto *submit = desk.child<QPushButton>(QStringLiteral("do 送审"));
    CHECK(submit->text() == QStringLiteral("送审"));
    CHECK(submit->toolTip() == QStringLiteral("送审（Ctrl+Shift+T）"));
    CHECK(desk.action(QStringLiteral("送审"))->text() == QStringLiteral("送审(&T)"));
}

TEST_CASE("F10 opens the menu bar, from within a cell too, and goes back there")
{
    OpenWindow desk;
    desk.create();
    type(QStringLiteral("甲"));
    const QWidget *cell = QApplication::focusWidget();
    press(Qt::Key_F10);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    REQUIRE(menu);
    CHECK(menu->title() == QStringLiteral("报表(&R)"));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    press(Qt::Key_Escape); // leaves the bar
    CHECK_FALSE(QApplication::activePopupWidget());
    CHECK(QApplication::focusWidget() == cell);
    type(QStringLiteral("乙"));
    CHECK(textAt(desk.workspace->openReport().report(), {QStringLiteral("annex1"), QStringLiteral("instructions"), 0})
        == QStringLiteral("甲乙"));
}

TEST_CASE("behind the sign-in page F10 opens nothing")
{
    const OfficeWindow desk;
    REQUIRE(desk.isGateClosed());
    press(Qt::Key_F10);
    CHECK_FALSE(QApplication::activePopupWidget());
}

TEST_CASE("to do again, to go back to a version and to put a backup back are three words")
{
    OpenWindow desk;
    desk.create();
    type(QStringLiteral("甲"));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.action(QStringLiteral("重做 "))->isEnabled());
    CHECK(desk.action(QStringLiteral("备份与还原"))->isEnabled());
    CHECK(desk.action(QStringLiteral("默认文字大小"))->isEnabled());
    for (const QMenu *menu : desk.window->menuBar()->findChildren<QMenu *>())
        CHECK(entriesOf(menu).filter(QStringLiteral("恢复")).isEmpty());
    press(Qt::Key_4, Qt::ControlModifier);
    CHECK(desk.action(QStringLiteral("恢复到此版本")));
}

TEST_CASE("an entry is added by a button that does not read as attaching a file")
{
    OpenWindow desk;
    desk.create();
    CHECK(desk.child<QToolButton>(QStringLiteral("addEntry"))->text() == QStringLiteral("＋出台文件"));
    CHECK(desk.action(QStringLiteral("在本行增加出台文件"))->isEnabled());
}

} // namespace menus_test
