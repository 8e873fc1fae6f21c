// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/formpage.h"
#include "ui/notebar.h"
#include "ui/shell/openwindow.h"
#include "ui/theme.h"
#include "ui/window/formpages.h"
#include "ui/window/helpwindow.h"
#include "ui/window/lowcolumn.h"
#include "ui/window/navigation.h"
#include "ui/window/storenotes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTextBrowser>
#include <QTreeWidget>

namespace window_test {

using namespace zhibao;

namespace {

QStringList unnamedControls(const QWidget *root)
{
    QStringList unnamed;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool control = button || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        const bool internal = widget->objectName().startsWith(u"qt_") || widget->inherits("QHeaderView")
            || widget->inherits("QTableCornerButton") || qobject_cast<const QLineEdit *>(widget->parent())
            || qobject_cast<const QComboBox *>(widget->parent()) || widget->inherits("QComboBoxPrivateContainer")
            || widget->inherits("QComboBoxListView"); // the box itself bears the name
        if (control && !internal && widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            unnamed.append(QString::fromLatin1(widget->metaObject()->className()) + u'/' + widget->objectName());
    }
    return unnamed;
}

// As a later version of the program would leave the store.
void makeNewer(const QString &path)
{
    const QString name = QStringLiteral("newer");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        REQUIRE(database.open());
        QSqlQuery query(database);
        REQUIRE(query.exec(QStringLiteral("PRAGMA user_version = 9999")));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

TEST_CASE("the open page, its caret and the text size come back at the next start")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    Place place;
    place.form = QStringLiteral("annex2");
    place.section = 2;
    press(Qt::Key_2, Qt::ControlModifier);
    desk.child<FormPages>()->showPlace(place, 7, 0);
    const double before = theme::bodyFont().pointSizeF();
    press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(theme::bodyFont().pointSizeF() == Approx(before * 1.1));
    theme::setTextScale(*qApp, 100);
    desk.restart();

    CHECK(theme::bodyFont().pointSizeF() == Approx(before * 1.1));
    const FormPage *page = desk.child<FormPages>()->page();
    REQUIRE(page);
    CHECK(page->currentPlace() == place);
    CHECK(page->currentOffset() == 7);
    press(Qt::Key_0, Qt::ControlModifier);
    CHECK(theme::bodyFont().pointSizeF() == Approx(before));
}

TEST_CASE("undo and redo lead to where they take effect")
{
    OpenWindow desk;
    desk.create();
    Place place;
    place.form = QStringLiteral("annex2");
    place.section = 1;
    REQUIRE(desk.workspace->openReport().setText(place, QStringLiteral("已印发实施意见。")));
    press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(textAt(desk.workspace->openReport().report(), place).isEmpty());
    CHECK(desk.child<FormPages>()->page()->currentPlace() == place);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(textAt(desk.workspace->openReport().report(), place) == QStringLiteral("已印发实施意见。"));
    CHECK(desk.child<FormPages>()->form() == place.form);
}

TEST_CASE("every command has its shortcut in a menu, none twice, and every control a name")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    QStringList shortcuts;
    for (const QAction *menu : desk.window->menuBar()->actions()) {
        CHECK_FALSE(menu->menu()->isEmpty());
        for (const QAction *action : menu->menu()->actions()) {
            for (const QKeySequence &shortcut : action->shortcuts()) {
                CAPTURE(action->text().toStdString(), shortcut.toString().toStdString());
                CHECK_FALSE(shortcuts.contains(shortcut.toString()));
                shortcuts.append(shortcut.toString());
            }
        }
    }
    for (const char *key : {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+P", "Ctrl+E", "F9", "Ctrl+F", "Ctrl+H", "F3",
             "F8", "Ctrl+Z", "Ctrl+Y", "F1", "Ctrl+Shift+H", "Ctrl+Return", "Alt+Up", "Ctrl+D", "Ctrl+Del"}) {
        CAPTURE(key);
        CHECK(shortcuts.contains(QString::fromLatin1(key)));
    }
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(unnamedControls(desk.window.get()).join(u' ').toStdString() == "");
}

TEST_CASE("every page fits an office screen of 1920 by 1080 pixels at 200 per cent")
{
    const QSize screen(960, 540 - 60); // less the system's bars
    OpenWindow desk;
    CHECK(desk.window->minimumSizeHint().boundedTo(screen) == desk.window->minimumSizeHint()); // the choice of a unit
    desk.create(QStringLiteral("新疆生产建设兵团市场监督管理局"));
    desk.window->resize(screen);
    const auto check = [&](const char *page) {
        CAPTURE(page, desk.window->minimumSizeHint().width(), desk.window->minimumSizeHint().height());
        CHECK(desk.window->minimumSizeHint().boundedTo(screen) == desk.window->minimumSizeHint());
        CHECK(desk.window->size() == screen);
    };
    press(Qt::Key_1, Qt::ControlModifier);
    check("table");
    press(Qt::Key_F2);
    check("table with the cell's pane");
    press(Qt::Key_2, Qt::ControlModifier);
    check("summary");
    press(Qt::Key_H, Qt::ControlModifier);
    check("summary with replacing");
    press(Qt::Key_3, Qt::ControlModifier);
    check("findings");
    press(Qt::Key_4, Qt::ControlModifier);
    check("history");
    press(Qt::Key_5, Qt::ControlModifier);
    check("review");
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    check("review with a reason asked for");
    press(Qt::Key_6, Qt::ControlModifier);
    desk.child<QLineEdit>(QStringLiteral("folder"))->setText(desk.folder.filePath(QStringLiteral("out")));
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("begin")), Qt::LeftButton);
    const auto *stop = desk.child<QPushButton>(QStringLiteral("stop"));
    REQUIRE(QTest::qWaitFor([stop] { return stop->isHidden(); }, 60000));
    check("export");
    press(Qt::Key_O, Qt::ControlModifier);
    check("reports");
}

TEST_CASE("a long unit name leaves the table its room, and is told whole")
{
    const QString fourteen = QStringLiteral("新疆生产建设兵团市场监督管理");
    const QString longer = QStringLiteral("黔东南苗族侗族自治州市场监督管理局计量测试与质量技术检验检测中心");
    OpenWindow shown;
    shown.create(QStringLiteral("贵州省市场监督管理局"));
    shown.window->resize(1366, 700);
    const auto *navigation = shown.child<Navigation>();
    const int width = navigation->width();
    const auto *unit = navigation->findChild<QLabel *>();
    shown.create(longer);
    CHECK(navigation->width() == width);
    CHECK(unit->text().endsWith(QChar(0x2026)));
    CHECK(unit->toolTip() == longer);
    shown.create(fourteen);
    CHECK(unit->text() == fourteen);
    CHECK(QTest::qWaitFor([unit] { return unit->heightForWidth(unit->width()) <= unit->height(); })); // laid out
}

TEST_CASE("where a page scrolls by itself the window does not scroll it once more")
{
    OpenWindow shown;
    shown.create(QStringLiteral("贵州省市场监督管理局"), true);
    shown.window->resize(1366, 768);
    press(Qt::Key_2, Qt::ControlModifier);
    QString whole;
    for (const Section &section : shown.workspace->openReport().notice().forms.at(1).outline()->sections)
        whole += section.heading + QStringLiteral("\n学习126场。\n（一）印发文件\n8件。\n");
    QGuiApplication::clipboard()->setText(whole);
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier); // the offer to split it takes its room from the paper
    const auto *lines = shown.child<QTreeWidget>(QStringLiteral("splitLines"));
    QTest::qWait(50);
    CHECK(shown.child<LowColumn>()->verticalScrollBar()->maximum() == 0);
    const auto choosers = lines->findChildren<QComboBox *>();
    CHECK(choosers.size() >= 10);
    for (const QComboBox *chooser : choosers)
        CHECK(chooser->height() >= chooser->sizeHint().height());
}

TEST_CASE("help opens on what is in hand")
{
    OpenWindow desk;
    desk.create();
    press(Qt::Key_F1);
    auto *help = desk.child<HelpWindow>();
    CHECK(help->isVisible());
    CHECK(desk.child<QTextBrowser>()->toPlainText().contains(QStringLiteral("在最后一格按 Tab 添一行")));
}

TEST_CASE("a store that can only be read says so and offers no changes")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    desk.close();
    const QString path = desk.folder.filePath(QStringLiteral("store/zhibao.db"));
    makeNewer(path);
    desk.open();

    CHECK_FALSE(desk.child<NoteBar>(QStringLiteral("readOnlyNote"))->sentence().isEmpty());
    CHECK_FALSE(desk.action(QStringLiteral("新建报表"))->isEnabled());
    CHECK_FALSE(desk.action(QStringLiteral("替换"))->isEnabled());
    CHECK(desk.action(QStringLiteral("导出…"))->isEnabled());
}

} // namespace window_test
