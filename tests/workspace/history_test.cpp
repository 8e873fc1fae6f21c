// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "store/backup/inspection.h"
#include "workspace/describe/describe.h"
#include "workspace/desk.h"
#include "workspace/office/storesettings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace history_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const Place opening{QStringLiteral("annex2"), field::opening};

void write(Workspace &workspace, const QString &text)
{
    REQUIRE(workspace.openReport().setText(opening, text));
    REQUIRE(workspace.openReport().flush());
}

} // namespace

TEST_CASE("A restored version is a step that can be undone, and a version of its own")
{
    Desk desk;
    desk.create();
    Workspace &workspace = *desk.workspace;
    write(workspace, QStringLiteral("一"));
    write(workspace, QStringLiteral("二"));
    REQUIRE(workspace.openReport().setText(opening, QStringLiteral("三")));
    const QList<Version> versions = workspace.openReport().versions().value(); // saves what was not
    REQUIRE(versions.size() == 4);
    CHECK(textAt(workspace.openReport().version(versions[2].id).value(), opening) == QStringLiteral("一"));
    REQUIRE(workspace.openReport().restoreVersion(versions[2].id));
    CHECK(textAt(workspace.openReport().report(), opening) == QStringLiteral("一"));
    CHECK(workspace.openReport().versions().value().first().cause == VersionCause::Restored);
    workspace.openReport().undoStack()->undo();
    CHECK(textAt(workspace.openReport().report(), opening) == QStringLiteral("三"));
    CHECK(workspace.openReport().versions().value().size() == 6);
    CHECK(workspace.openReport().restoreVersion(999).error().code == ErrorCode::VersionNotFound);
}

TEST_CASE("A removed report comes back with what was typed last")
{
    Desk desk;
    const qint64 id = desk.create();
    REQUIRE(desk.workspace->openReport().setText(opening, QStringLiteral("最后一句")));
    REQUIRE(desk.workspace->removeReport(id));
    CHECK(desk.workspace->office().removedReports().value().size() == 1);
    REQUIRE(desk.workspace->office().putBackReport(id));
    REQUIRE(desk.workspace->openReport().open(id));
    CHECK(textAt(desk.workspace->openReport().report(), opening) == QStringLiteral("最后一句"));
    CHECK(desk.workspace->office().removedReports().value().isEmpty());
}

TEST_CASE("The store is backed up when it is closed, once for what changed")
{
    Desk desk;
    desk.create();
    const QString folder = backupFolderOf(desk.path);
    CHECK(backupsIn(folder, desk.path).isEmpty());
    write(*desk.workspace, QStringLiteral("一"));
    desk.pass(1000);
    desk.workspace.reset();
    REQUIRE(backupsIn(folder, desk.path).size() == 1);
    desk.workspace = std::make_unique<Workspace>(testCatalogue(), [at = desk.now] { return *at; });
    REQUIRE(desk.workspace->openStore(desk.path));
    desk.workspace.reset();
    CHECK(backupsIn(folder, desk.path).size() == 1);
}

TEST_CASE("The copy that was made at the end is looked through whole behind the work of the next start")
{
    Desk desk;
    desk.create();
    const QString folder = backupFolderOf(desk.path);
    write(*desk.workspace, QStringLiteral("一"));
    desk.pass(1000);
    desk.workspace.reset();
    REQUIRE(backupsIn(folder, desk.path).size() == 1);
    const bool isDamaged = GENERATE(true, false);
    if (isDamaged)
        REQUIRE(writeDurably(backupsIn(folder, desk.path)[0].path, QByteArray(9'000, 'x'), Existing::Replace));
    desk.workspace = std::make_unique<Workspace>(testCatalogue(), [at = desk.now] { return *at; });
    REQUIRE(desk.workspace->openStore(desk.path));
    QCoreApplication::processEvents();
    desk.pass(1000);
    desk.workspace.reset();
    const QList<Backup> backups = backupsIn(folder, desk.path);
    CHECK(backups.size() == (isDamaged ? 2 : 1));
    CHECK(inspect(backups[0].path)->damages.isEmpty());
}

TEST_CASE("The store is backed up before an import and after a crash")
{
    Desk desk;
    desk.create();
    const QString folder = backupFolderOf(desk.path);
    SECTION("import")
    {
        REQUIRE(desk.workspace->importReport(exampleReport(QStringLiteral("贵州省市场监督管理局"))));
        const QList<Backup> backups = backupsIn(folder, desk.path);
        REQUIRE(backups.size() == 1);
        CHECK(inspect(backups[0].path).value().reports == 1);
    }
    SECTION("a store that changed since its last backup")
    {
        QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(QStringLiteral("zhibao.db"));
        REQUIRE(QFile::copy(desk.path, copy));
        Workspace other(testCatalogue(), [at = desk.now] { return *at; });
        REQUIRE(other.openStore(copy));
        REQUIRE(waitFor([&] { return !backupsIn(backupFolderOf(copy), copy).isEmpty(); }, 5'000));
    }
}

TEST_CASE("A missing backup folder is told once, and the backups go beside the store meanwhile")
{
    Desk desk;
    desk.create();
    Backups &backups = desk.workspace->office().backups();
    const QString disk = desk.folder.filePath(QStringLiteral("disk"));
    const QString folder = disk + QStringLiteral("/backups");
    REQUIRE(backups.setFolder(folder));
    int told = 0;
    QObject::connect(&backups, &Backups::problemChanged, [&] { ++told; });
    REQUIRE(backups.make());
    REQUIRE(backups.make());
    CHECK(told == 1);
    CHECK(backups.problem() == Error{ErrorCode::FolderMissing, {disk}});
    CHECK(backupsIn(backupFolderOf(desk.path), desk.path).size() == 2);
    REQUIRE(QDir().mkdir(disk));
    REQUIRE(backups.make());
    CHECK(told == 2);
    CHECK_FALSE(backups.problem());
    CHECK(backupsIn(folder, desk.path).size() == 1);
    CHECK(backups.list().size() == 3);
    CHECK(readStoreSettings(desk.path).backupFolder == folder);
}

TEST_CASE("A restored backup is what is open then")
{
    Desk desk;
    const qint64 id = desk.create();
    write(*desk.workspace, QStringLiteral("旧"));
    const Backup backup = desk.workspace->office().backups().make().value();
    write(*desk.workspace, QStringLiteral("新"));
    REQUIRE(desk.workspace->restoreBackup(backup.path));
    CHECK_FALSE(desk.workspace->openReport().isOpen());
    REQUIRE(desk.workspace->openReport().open(id));
    CHECK(textAt(desk.workspace->openReport().report(), opening) == QStringLiteral("旧"));
    write(*desk.workspace, QStringLiteral("再改"));
    const QString missing = desk.folder.filePath(QStringLiteral("无.db"));
    CHECK(desk.workspace->restoreBackup(missing).error().code == ErrorCode::FileNotFound);
    REQUIRE(desk.workspace->openReport().open(id));
    CHECK(textAt(desk.workspace->openReport().report(), opening) == QStringLiteral("再改"));
}

TEST_CASE("A clock that jumped is noticed, and so is one before the last save")
{
    Desk desk;
    auto elapsed = std::make_shared<qint64>(0);
    desk.workspace = std::make_unique<Workspace>(
        testCatalogue(), [at = desk.now] { return *at; }, [elapsed] { return *elapsed; });
    REQUIRE(desk.workspace->openStore(desk.path));
    desk.create();
    const auto pass = [&](qint64 byClock, qint64 really) {
        *desk.now = desk.now->addMSecs(byClock);
        *elapsed += really;
    };
    pass(3'600'000, 3'600'000);
    write(*desk.workspace, QStringLiteral("一"));
    CHECK_FALSE(desk.workspace->office().clockDoubt());
    int told = 0;
    QObject::connect(&desk.workspace->office(), &Office::clockDoubted, [&] { ++told; });
    const QDateTime before = *desk.now;
    const qint64 days = GENERATE(-400, 3650);
    pass(days * 86'400'000, 1000);
    write(*desk.workspace, QStringLiteral("二"));
    CHECK(told == 1);
    CHECK(desk.workspace->office().clockDoubt() == ClockDoubt{before.addSecs(1), *desk.now});
    CHECK(describe(*desk.workspace->office().clockDoubt()).endsWith(u'。'));
    write(*desk.workspace, QStringLiteral("三"));
    CHECK(told == 1);
    CHECK(desk.workspace->openReport().versions().value().size() == 4);

    pass(-days * 2 * 86'400'000, 1000);
    Workspace later(testCatalogue(), [at = desk.now] { return *at; });
    desk.workspace.reset();
    REQUIRE(later.openStore(desk.path));
    CHECK(later.office().clockDoubt().has_value());
}

} // namespace history_test
