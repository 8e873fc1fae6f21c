// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notebar.h"
#include "ui/shell/openwindow.h"
#include "ui/window/firstwindow.h"
#include "ui/window/problemwindow.h"
#include "ui/window/restorewindow.h"

#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeWidget>

namespace restore_test {

using namespace zhibao;

namespace {

const Place place{QStringLiteral("annex2"), {}, -1, -1, 0};

void write(Workspace &workspace, const QString &text)
{
    REQUIRE(workspace.openReport().setText(place, text));
    REQUIRE(workspace.openReport().flush());
}

// Through the menu, as a person would: the second of three clicks.
RestoreWindow *openRestore(const OpenWindow &desk)
{
    desk.action(QStringLiteral("备份与还原"))->trigger();
    const QList<RestoreWindow *> windows = desk.window->findChildren<RestoreWindow *>();
    REQUIRE_FALSE(windows.isEmpty());
    REQUIRE(QTest::qWaitForWindowExposed(windows.last()));
    return windows.last();
}

void click(const QWidget *window, const QString &button)
{
    auto *found = window->findChild<QPushButton *>(button);
    REQUIRE(found);
    REQUIRE(found->isEnabled());
    QTest::mouseClick(found, Qt::LeftButton);
}

} // namespace

TEST_CASE("the newest backup is restored in three clicks, and the way back stays open")
{
    OpenWindow desk;
    const qint64 id = desk.create();
    write(*desk.workspace, QStringLiteral("旧"));
    REQUIRE(desk.workspace->office().backups().make());
    desk.now = desk.now.addSecs(60);
    write(*desk.workspace, QStringLiteral("新"));
    RestoreWindow *window = openRestore(desk);
    const auto *backups = window->findChild<QTreeWidget *>(QStringLiteral("backups"));
    REQUIRE(backups->topLevelItemCount() == 1);
    CHECK(backups->topLevelItem(0)->text(0) == QStringLiteral("2023-12-19 09:30:00"));
    click(window, QStringLiteral("restoreBackup"));
    CHECK(desk.isShown("zhibao::StartPage"));
    CHECK(desk.child<NoteBar>(QStringLiteral("note"))->sentence().contains(QStringLiteral("2023-12-19 09:30:00")));
    REQUIRE(desk.workspace->openReport().open(id));
    CHECK(textAt(desk.workspace->openReport().report(), place) == QStringLiteral("旧"));
    CHECK(desk.workspace->office().backups().list().size() == 2);
}

TEST_CASE("a backup is made on demand, into the folder that is chosen")
{
    OpenWindow desk;
    desk.create();
    RestoreWindow *window = openRestore(desk);
    auto *note = window->findChild<NoteBar *>(QStringLiteral("restoreNote"));
    click(window, QStringLiteral("makeBackup"));
    CHECK(note->sentence().contains(QStringLiteral("已备份并核对")));
    desk.file = desk.folder.filePath(QStringLiteral("disk"));
    click(window, QStringLiteral("chooseBackupFolder"));
    CHECK(desk.workspace->office().backups().folder() == desk.file);
    CHECK(QDir(desk.file).entryList(QDir::Files).size() == 1);
}

TEST_CASE("a removed report is put back from the list of those that were removed")
{
    OpenWindow desk;
    const qint64 id = desk.create();
    write(*desk.workspace, QStringLiteral("删前"));
    REQUIRE(desk.workspace->removeReport(id));
    desk.window->showReports();
    RestoreWindow *window = openRestore(desk);
    REQUIRE(window->findChild<QTreeWidget *>(QStringLiteral("removedReports"))->topLevelItemCount() == 1);
    click(window, QStringLiteral("putBackReport"));
    CHECK(window->findChild<QTreeWidget *>(QStringLiteral("removedReports"))->topLevelItemCount() == 0);
    REQUIRE(desk.workspace->openReport().open(id));
    CHECK(textAt(desk.workspace->openReport().report(), place) == QStringLiteral("删前"));
}

TEST_CASE("a backup folder that is missing is told once, in place")
{
    OpenWindow desk;
    desk.create();
    const auto *note = desk.child<NoteBar>(QStringLiteral("backupNote"));
    CHECK_FALSE(note->isVisible());
    const QString disk = desk.folder.filePath(QStringLiteral("disk"));
    REQUIRE(desk.workspace->office().backups().setFolder(disk + QStringLiteral("/zhibao")));
    REQUIRE(desk.workspace->office().backups().make());
    CHECK(note->isVisible());
    CHECK(note->sentence().contains(disk));
    REQUIRE(QDir().mkdir(disk));
    REQUIRE(desk.workspace->office().backups().make());
    CHECK_FALSE(note->isVisible());
}

TEST_CASE("a clock before the last save is told")
{
    OpenWindow desk;
    desk.create();
    write(*desk.workspace, QStringLiteral("一"));
    desk.now = desk.now.addDays(-400);
    desk.restart();
    CHECK(desk.child<NoteBar>(QStringLiteral("clockNote"))->isVisible());
}

TEST_CASE("the page and the caret are kept while one works, for a crash asks nobody")
{
    OpenWindow desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    desk.window->showPage(1);
    QTest::qWait(1'200);
    // What a kill leaves: the store as it is now, without anything that closing writes.
    const QString copy = desk.folder.filePath(QStringLiteral("killed.db"));
    REQUIRE(QFile::copy(desk.workspace->office().storePath(), copy));
    Workspace workspace(desk.workspace->office().catalogue(), systemClock());
    REQUIRE(workspace.openStore(copy));
    MainWindow window(workspace);
    window.show();
    CHECK(workspace.openReport().id() == desk.workspace->openReport().id());
    CHECK(workspace.openReport().isOpen());
    CHECK(reportMemory(workspace.office(), *workspace.openReport().id()).page == 1);
}

TEST_CASE("a second start is answered by the window that is open, and by none else")
{
    OpenWindow desk;
    desk.create();
    const QString store = desk.workspace->office().storePath();
    QSignalSpy spy(desk.window->findChild<FirstWindow *>(), &FirstWindow::wanted);
    desk.window->showMinimized();
    std::unique_ptr<QThread> second(QThread::create([store] { static_cast<void>(FirstWindow::ask(store)); }));
    second->start();
    REQUIRE(QTest::qWaitFor([&] { return spy.count() > 0; }));
    second->wait();
    CHECK_FALSE(desk.window->isMinimized());
    CHECK(QDir(QFileInfo(store).absolutePath()).entryList({QStringLiteral("*.front-*")}).isEmpty());
    desk.close();
    CHECK_FALSE(FirstWindow::ask(store, {}, 200));
    CHECK(QDir(QFileInfo(store).absolutePath()).entryList({QStringLiteral("*.front-*")}).isEmpty());
}

TEST_CASE("recovery is offered where there is something to recover, and tells what became of each report")
{
    ProblemWindow plain(QStringLiteral("甲"));
    CHECK_FALSE(plain.findChild<QPushButton *>(QStringLiteral("recover")));
    ProblemWindow offer(QStringLiteral("甲"), QStringLiteral("乙"));
    offer.show();
    click(&offer, QStringLiteral("recover"));
    CHECK(offer.result() == ProblemWindow::Recover);
    const Recovery recovery{QStringLiteral("a.damaged-1"), {},
        {{QStringLiteral("甲局"), {}, RecoveredReport::Source::Lost, {}},
            {QStringLiteral("乙局"), {}, RecoveredReport::Source::Backup, QDateTime(QDate(2023, 3, 1), QTime(9, 0))}}};
    const RecoveryWindow outcome(recovery);
    const auto *list = outcome.findChild<QListWidget *>(QStringLiteral("recovered"));
    REQUIRE(list->count() == 2);
    CHECK(list->item(0)->text().startsWith(QStringLiteral("甲局：未能找回")));
    CHECK(list->item(1)->text().contains(QStringLiteral("2023-03-01 09:00")));
}

TEST_CASE("a report that is found damaged when it is opened is recovered from there")
{
    OpenWindow desk;
    const qint64 id = desk.create();
    write(*desk.workspace, QStringLiteral("备份里的"));
    REQUIRE(desk.workspace->office().backups().make());
    write(*desk.workspace, QStringLiteral("其后写的一段"));
    REQUIRE(desk.workspace->openReport().close());
    const QString path = desk.workspace->office().storePath();
    desk.close();
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const QByteArray sought = QStringLiteral("其后写的一段").toUtf8();
    REQUIRE(bytes.contains(sought));
    REQUIRE(file.seek(bytes.indexOf(sought)));
    REQUIRE(file.write("x") == 1);
    file.close();

    desk.open();
    desk.window->showReports();
    auto *note = desk.child<NoteBar>(QStringLiteral("note"));
    auto *list = desk.child<QTableView>(QStringLiteral("table"));
    REQUIRE(list->model()->rowCount() == 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    press(Qt::Key_Return);
    REQUIRE(note->isVisible());
    QPushButton *recover = nullptr;
    for (QPushButton *button : note->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("修复数据"))
            recover = button;
    }
    REQUIRE(recover);
    recover->click();
    const auto *outcome = desk.child<QListWidget>(QStringLiteral("recovered"));
    REQUIRE(outcome->count() == 1);
    CHECK(outcome->item(0)->text().contains(QStringLiteral("最后的修改已损坏")));
    REQUIRE(desk.workspace->openReport().open(id));
    CHECK(textAt(desk.workspace->openReport().report(), place) == QStringLiteral("备份里的"));
}

} // namespace restore_test
