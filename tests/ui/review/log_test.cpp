// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/tampering.h"
#include "ui/notebar.h"
#include "ui/review/logmodel.h"
#include "ui/review/logwindow.h"
#include "ui/review/reviewwindow.h"
#include "ui/start/startpage.h"

#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>

namespace log_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

LogWindow &openLog(const OpenWindow &desk)
{
    press(Qt::Key_F7, Qt::ControlModifier);
    auto *log = desk.window->findChild<LogWindow *>();
    REQUIRE(log);
    REQUIRE(log->isVisible());
    waitForKeys(log);
    return *log;
}

QTableView &table(const LogWindow &log)
{
    return *log.findChild<QTableView *>(QStringLiteral("log"));
}

QString cell(const LogWindow &log, int row, int column)
{
    return table(log).model()->index(row, column).data().toString();
}

int rows(const LogWindow &log)
{
    return table(log).model()->rowCount();
}

const NoteBar &note(const LogWindow &log)
{
    return *log.findChild<NoteBar *>(QStringLiteral("logNote"));
}

} // namespace

TEST_CASE("the log of the report in hand is shown latest first: when, who in which post, what, and what they said")
{
    ReviewWindow desk;
    desk.now = desk.now.addSecs(120);
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("数据请核实")));
    const LogWindow &log = openLog(desk);
    REQUIRE(rows(log) == 2);
    CHECK(cell(log, 0, LogModel::Time) == QStringLiteral("2023-12-19 09:32"));
    CHECK(cell(log, 0, LogModel::Person) == QStringLiteral("张三\n办公室 主任"));
    CHECK(cell(log, 0, LogModel::Act) == QStringLiteral("退回修改"));
    CHECK(cell(log, 0, LogModel::Words) == QStringLiteral("数据请核实"));
    CHECK(cell(log, 1, LogModel::Act) == QStringLiteral("送审"));
    CHECK(cell(log, 1, LogModel::Words) == QStringLiteral("请审阅"));
    CHECK(table(log).isColumnHidden(LogModel::Unit));
    CHECK_FALSE(note(log).isVisible());
    // It is only looked at.
    CHECK(table(log).editTriggers() == QAbstractItemView::NoEditTriggers);
    // What is done meanwhile comes in.
    REQUIRE(desk.review().comment({}, -1, 0, QStringLiteral("又及")));
    CHECK(rows(log) == 3);
    CHECK(cell(log, 0, LogModel::Words) == QStringLiteral("又及"));
}

TEST_CASE("the log of everything has the people and keys too")
{
    const ReviewWindow desk;
    const LogWindow &log = openLog(desk);
    const int ofReport = rows(log);
    auto *scope = log.findChild<QComboBox *>(QStringLiteral("logScope"));
    scope->setFocus();
    press(Qt::Key_Down);
    CHECK(rows(log) > ofReport);
    CHECK_FALSE(table(log).isColumnHidden(LogModel::Unit));
    QStringList acts;
    for (int row = 0; row < rows(log); ++row)
        acts.append(cell(log, row, LogModel::Act));
    CHECK(acts.count(QStringLiteral("添加人员")) == 2);
    press(Qt::Key_Up);
    CHECK(rows(log) == ofReport);
}

TEST_CASE("the log is copied as text: what is selected, or all of it")
{
    ReviewWindow desk;
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("第一行\n第二行\t完")));
    const LogWindow &log = openLog(desk);
    press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 2);
    CHECK(lines.first().count(u'\t') == LogModel::Columns - 1); // one line an entry, whatever was written
    CHECK(lines.first().contains(QStringLiteral("第一行 第二行 完")));
    table(log).selectRow(1);
    QTest::mouseClick(log.findChild<QPushButton *>(QStringLiteral("logCopy")), Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->text() == lines.last() + u'\n');
}

TEST_CASE("where nothing was done yet the log says so, and there is nothing to copy")
{
    OpenWindow desk;
    desk.create();
    const LogWindow &log = openLog(desk);
    CHECK(rows(log) == 0);
    const auto *empty = log.findChild<QLabel *>(QStringLiteral("logEmpty"));
    CHECK(empty->isVisible());
    CHECK(empty->text().contains(QStringLiteral("还没有办理记录")));
    CHECK_FALSE(log.findChild<QPushButton *>(QStringLiteral("logCopy"))->isEnabled());
}

TEST_CASE("what is not as it was written and signed is marked in the log")
{
    const QString change
        = GENERATE(QStringLiteral("UPDATE entry SET reason = '同意' WHERE kind = 'submit'"), QString());
    OpenWindow desk;
    desk.create();
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit, QStringLiteral("请审阅")));
    // While it is open: a store that was changed before lets nobody in.
    const QString path = desk.folder.filePath(QStringLiteral("store/zhibao.db"));
    if (!change.isEmpty())
        REQUIRE(tamper(path, {change}) == QString());
    const LogWindow &log = openLog(desk);
    auto *scope = log.findChild<QComboBox *>(QStringLiteral("logScope"));
    scope->setCurrentIndex(1);
    const bool isChanged = !change.isEmpty();
    CHECK(cell(log, 0, LogModel::Act) == (isChanged ? QStringLiteral("送审（不能核对）") : QStringLiteral("送审")));
    CHECK(note(log).isVisible() == isChanged);
    CHECK(note(log).sentence().contains(QStringLiteral("不能作数")) == isChanged);
}

TEST_CASE("in the list the log is that of the report selected there, not of the one opened before")
{
    OpenWindow desk;
    const qint64 first = desk.create(QStringLiteral("甘肃省市场监督管理局"));
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit, QStringLiteral("第一份")));
    desk.create();
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit, QStringLiteral("第二份")));
    press(Qt::Key_O, Qt::ControlModifier);
    desk.child<StartPage>()->select(first);
    const LogWindow &log = openLog(desk);
    REQUIRE(rows(log) == 1);
    CHECK(cell(log, 0, LogModel::Words) == QStringLiteral("第一份"));
    CHECK(log.findChild<QComboBox *>(QStringLiteral("logScope"))->currentText().contains(QStringLiteral("甘肃")));
}

TEST_CASE("the log opens from the review page, and is put away while the window is locked")
{
    ReviewWindow desk;
    press(Qt::Key_5, Qt::ControlModifier);
    auto *button = desk.child<QPushButton>(QStringLiteral("do 办理记录…"));
    REQUIRE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *log = desk.window->findChild<LogWindow *>();
    REQUIRE(log);
    CHECK(log->isVisible());
    desk.gate().lock();
    CHECK_FALSE(log->isVisible());
}

} // namespace log_test
