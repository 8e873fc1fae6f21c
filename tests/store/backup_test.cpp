// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/faults.h"
#include "repeated.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "store/backup/recovery.h"
#include "store/database/lock.h"
#include "store/example.h"
#include "store/office.h"
#include "store/store.h"
#include "store/tampering.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>

namespace backup_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");

struct Desk {
    QTemporaryDir temporary;
    QString path = temporary.filePath(QStringLiteral("zhibao.db"));
    QString folder = backupFolderOf(path);
    Clock clock = steppingClock();

    std::unique_ptr<Store> open()
    {
        Result<std::unique_ptr<Store>> store = Store::open(path, clock);
        REQUIRE(store);
        return std::move(*store);
    }

    static Report report(int number, const QString &text)
    {
        Report report = exampleReport();
        report.unit = QStringLiteral("第%1局").arg(number);
        report.forms[outline].sections[0] = text;
        return report;
    }

    // Reports 1 to `count`, each saying the text.
    void fill(int count, const QString &text)
    {
        const std::unique_ptr<Store> store = open();
        for (int number = 1; number <= count; ++number)
            write(*store, number, text);
    }

    static void write(Store &store, int number, const QString &text)
    {
        const Report content = report(number, text);
        const std::optional<qint64> id = store.find(keyOf(content)).value();
        if (id)
            REQUIRE(store.save(*id, content, {}));
        else
            REQUIRE(store.add(content, {}));
    }

    // Whether the store has these reports, and no others.
    bool holds(const QList<Report> &reports)
    {
        const std::unique_ptr<Store> store = open();
        bool all = store->reports().value().size() == reports.size();
        for (const Report &report : reports) {
            const std::optional<qint64> id = store->find(keyOf(report)).value();
            all = all && id && store->load(*id).value() == report;
        }
        return all;
    }

    QString textOf(int number)
    {
        const std::unique_ptr<Store> store = open();
        const Report like = report(number, {});
        const std::optional<qint64> id = store->find(keyOf(like)).value();
        return id ? store->load(*id).value().forms[outline].sections[0] : QStringLiteral("(missing)");
    }
};

void runSql(const QString &path, const QString &sql)
{
    REQUIRE(tamper(path, {sql}) == QString());
}

} // namespace

TEST_CASE("A backup is a whole store of its owner's alone, made beside the one who writes")
{
    Desk desk;
    const std::unique_ptr<Store> writer = desk.open();
    Desk::write(*writer, 1, QStringLiteral("一"));
    const Result<Backup> backup = backUp(desk.path, desk.folder, desk.clock);
    REQUIRE(backup);
    CHECK(QFileInfo(backup->path).fileName().startsWith(QStringLiteral("zhibao-000001-20230301T08")));
    CHECK(backup->size == QFileInfo(backup->path).size());
    struct stat status { };
    REQUIRE(::stat(QFile::encodeName(backup->path).constData(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0600);
    CHECK(inspect(backup->path).value().damages.isEmpty());
    Desk::write(*writer, 1, QStringLiteral("二"));
    CHECK(backUp(desk.path, desk.folder, desk.clock).value().number == 2);
    CHECK(backupsIn(desk.folder, desk.path).size() == 2);
    CHECK(QDir(desk.folder).entryList(QDir::Files | QDir::Hidden).size() == 2);
}

TEST_CASE("A backup that can not be made leaves nothing behind")
{
    Desk desk;
    desk.fill(1, QStringLiteral("一"));
    REQUIRE(QDir().mkdir(desk.folder));
    for (const long call : {SYS_pwrite64, SYS_fsync}) {
        CHECK(withFailingCall(call, ENOSPC, [&] {
            return static_cast<int>(backUp(desk.path, desk.folder, desk.clock).error().code);
        }) == static_cast<int>(ErrorCode::DiskFull));
        CHECK(QDir(desk.folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }
    CHECK(backUp(desk.path, desk.temporary.filePath(QStringLiteral("a/b")), desk.clock).error().code
        == ErrorCode::FolderMissing);
}

TEST_CASE("A damaged store is noticed when it is backed up")
{
    Desk desk;
    desk.fill(1, QStringLiteral("一"));
    runSql(desk.path, QStringLiteral("UPDATE text SET content = content || 'x'"));
    CHECK(backUp(desk.path, desk.folder, desk.clock).error() == Error{ErrorCode::StoreDamaged, {desk.path}});
    CHECK(backupsIn(desk.folder, desk.path).isEmpty());
}

TEST_CASE("Ten recent, seven daily and four weekly backups stay")
{
    QList<Backup> backups;
    QDateTime at(QDate(2023, 6, 15), QTime(18, 0));
    for (int number = 400; number > 0; --number) {
        backups.append({QString::number(number), number, at, 0});
        at = at.addSecs(-4 * 3600);
    }
    const QList<Backup> gone = superfluous(backups);
    // 10 recent ones reach back into the third day; 5 further days; 2 further weeks.
    CHECK(backups.size() - gone.size() == 10 + 5 + 2);
    for (const Backup &backup : gone)
        CHECK(backup.number <= 390);
    CHECK(superfluous(backups.mid(0, 10)).isEmpty());
}

TEST_CASE("A restored store is the backup's, and the one before is kept")
{
    Desk desk;
    desk.fill(3, QStringLiteral("旧"));
    const Backup backup = backUp(desk.path, desk.folder, desk.clock).value();
    desk.fill(4, QStringLiteral("新"));
    SECTION("from a sound store")
    {
        REQUIRE(restoreBackup(backup.path, desk.path, desk.folder, desk.clock));
        const QList<Backup> backups = backupsIn(desk.folder, desk.path);
        REQUIRE(backups.size() == 2);
        CHECK(desk.textOf(4) == QStringLiteral("(missing)"));
        CHECK(desk.textOf(3) == QStringLiteral("旧"));
        REQUIRE(restoreBackup(backups[0].path, desk.path, desk.folder, desk.clock));
        CHECK(desk.textOf(4) == QStringLiteral("新"));
    }
    SECTION("from a damaged store")
    {
        QByteArray bytes = bytesOf(desk.path);
        bytes.replace(4096, bytes.size() - 4096, QByteArray(bytes.size() - 4096, 'x'));
        REQUIRE(writeDurably(desk.path, bytes, Existing::Replace));
        REQUIRE(restoreBackup(backup.path, desk.path, desk.folder, desk.clock));
        CHECK(desk.textOf(3) == QStringLiteral("旧"));
        CHECK((bytesOf(desk.path + QStringLiteral(".damaged-1")) == bytes));
    }
    SECTION("where there is none")
    {
        REQUIRE(QFile::remove(desk.path));
        REQUIRE(restoreBackup(backup.path, desk.path, desk.folder, desk.clock));
        CHECK(desk.textOf(3) == QStringLiteral("旧"));
    }
}

TEST_CASE("A damaged backup is refused, and so is a store in use")
{
    Desk desk;
    desk.fill(1, QStringLiteral("一"));
    const Backup backup = backUp(desk.path, desk.folder, desk.clock).value();
    const QByteArray before = bytesOf(desk.path);
    const std::unique_ptr<Store> writer = desk.open();
    CHECK(restoreBackup(backup.path, desk.path, desk.folder, desk.clock).error().code == ErrorCode::StoreInUse);
    runSql(backup.path, QStringLiteral("UPDATE report SET words = 7"));
    CHECK(restoreBackup(backup.path, desk.path, desk.folder, desk.clock).error()
        == Error{ErrorCode::BackupDamaged, {backup.path}});
    CHECK((bytesOf(desk.path) == before));
}

TEST_CASE("Only a file is restored, and only into the place of a file")
{
    Desk desk;
    desk.fill(1, QStringLiteral("甲"));
    const Backup backup = backUp(desk.path, desk.folder, desk.clock).value();
    const QString place = desk.temporary.filePath(QStringLiteral("place"));
    const QByteArray name = QFile::encodeName(place);
    const auto restore
        = [&](const QString &from, const QString &to) { return restoreBackup(from, to, desk.folder, desk.clock); };
    const Error occupied{ErrorCode::NotRegularFile, {place}};
    struct stat before { };
    SECTION("a pipe")
    {
        REQUIRE(::mkfifo(name.constData(), 0600) == 0);
        CHECK(restore(backup.path, place).error() == occupied);
        CHECK(restore(place, desk.path).error() == Error{ErrorCode::BackupDamaged, {place}});
    }
    SECTION("a link that leads nowhere")
    {
        REQUIRE(::symlink("nowhere/x.db", name.constData()) == 0);
        CHECK(restore(backup.path, place).error() == occupied);
        CHECK(restore(place, desk.path).error() == Error{ErrorCode::FileNotFound, {place}});
    }
    SECTION("a link to a device")
    {
        REQUIRE(::symlink("/dev/null", name.constData()) == 0);
        CHECK(restore(backup.path, place).error() == occupied);
        CHECK(restore(place, desk.path).error() == Error{ErrorCode::BackupDamaged, {place}});
    }
    SECTION("a folder")
    {
        REQUIRE(QDir().mkdir(place));
        CHECK(restore(backup.path, place).error() == occupied);
        CHECK(restore(place, desk.path).error() == Error{ErrorCode::BackupDamaged, {place}});
    }
    REQUIRE(::lstat(name.constData(), &before) == 0);
    CHECK_FALSE(S_ISREG(before.st_mode));
    CHECK_FALSE(QFileInfo::exists(lockOf(place)));
    CHECK(desk.textOf(1) == QStringLiteral("甲"));
    const QString missing = desk.temporary.filePath(QStringLiteral("new.db"));
    CHECK(restore(backup.path, missing));
    CHECK(inspect(missing).value().reports == 1);
}

TEST_CASE("A pipe in the place of the lock stops nobody for long")
{
    Desk desk;
    desk.fill(1, QStringLiteral("甲"));
    REQUIRE(::mkfifo(QFile::encodeName(lockOf(desk.path)).constData(), 0600) == 0);
    CHECK(desk.textOf(1) == QStringLiteral("甲"));
}

TEST_CASE("What is left of a store beside its backups is not made a new one, and comes back from them")
{
    Desk desk;
    desk.fill(1, QStringLiteral("甲"));
    const QString folder = GENERATE(true, false) ? desk.folder : desk.temporary.filePath(QStringLiteral("elsewhere"));
    const Backup backup = backUp(desk.path, folder, desk.clock).value();
    QFile file(desk.path);
    REQUIRE(file.resize(0));
    for (const Store::Access access : {Store::Access::Write, Store::Access::Read}) {
        const Result<std::unique_ptr<Store>> store = Store::open(desk.path, desk.clock, access, folder);
        REQUIRE_FALSE(store);
        CHECK(store.error() == Error{ErrorCode::StoreNotDatabase, {desk.path}});
        CHECK(file.size() == 0);
    }
    REQUIRE(restoreBackup(backup.path, desk.path, folder, desk.clock));
    CHECK(desk.textOf(1) == QStringLiteral("甲"));
}

TEST_CASE("Fifty drills of backup and restore give back the very reports")
{
    Desk desk;
    for (int drill = 0; drill < test::repeated(50); ++drill) {
        const int count = 1 + drill / 10; // grows: what is restored stays for the next drill
        desk.fill(count, QStringLiteral("第%1次").arg(drill));
        const Backup backup = backUp(desk.path, desk.folder, desk.clock).value();
        QList<Report> expected;
        for (int number = 1; number <= count; ++number)
            expected.append(Desk::report(number, QStringLiteral("第%1次").arg(drill)));
        desk.fill(7, QStringLiteral("其后"));
        CHECK_FALSE(desk.holds(expected)); // a restore that does nothing would be noticed
        REQUIRE(restoreBackup(backup.path, desk.path, desk.folder, desk.clock));
        CHECK(desk.holds(expected));
    }
}

TEST_CASE("A store of each released schema opens with all that was in it, after a backup where it is brought up")
{
    const int schema = GENERATE(1, 2, 3);
    const bool read = GENERATE(true, false);
    constexpr int newest = 4;
    Desk desk;
    const QString fixture = QStringLiteral(TEST_DATA "/stores/schema-%1.db").arg(schema);
    REQUIRE(writeDurably(desk.path, bytesOf(fixture), Existing::Keep));
    const QByteArray before = bytesOf(desk.path);
    const Result<std::unique_ptr<Store>> store
        = Store::open(desk.path, desk.clock, read ? Store::Access::Read : Store::Access::Write);
    REQUIRE(store);
    CHECK((*store)->path() == desk.path);
    const QList<ReportSummary> reports = (*store)->reports().value();
    REQUIRE(reports.size() == 2);
    CHECK(reports[0].unit == QStringLiteral("贵州省市场监督管理局"));
    const Report report = (*store)->load(reports[0].id).value();
    CHECK(report.forms[QStringLiteral("annex1")].rows.size() == 1);
    CHECK(report.forms[QStringLiteral("annex2")].sections.size() == 5);
    CHECK((*store)->ownUnits().value().size() == 1);
    CHECK((*store)->remembered(QStringLiteral("window")).value() == QStringLiteral("{}"));
    CHECK((*store)->versions(reports[0].id).value().size() == (schema == 1 ? 1 : 3));
    const bool upgraded = schema < newest && !read;
    CHECK(backupsIn(desk.folder, desk.path).size() == (upgraded ? 1 : 0));
    CHECK((bytesOf(desk.path) == before) == !upgraded);
    if (!read)
        CHECK(inspect(desk.path).value().damages.isEmpty());
}

TEST_CASE("A store of the third schema opens with its people, its log and what belongs to it")
{
    Desk desk;
    REQUIRE(writeDurably(desk.path, bytesOf(QStringLiteral(TEST_DATA "/stores/schema-3.db")), Existing::Keep));
    const std::unique_ptr<Store> store = desk.open();
    const QList<Account> people = store->accounts().value();
    REQUIRE(people.size() == 3);
    CHECK(people[2].person.name == QStringLiteral("李四"));
    CHECK(people[2].person.duties == Duty::Supervisor);
    CHECK(people[2].password.startsWith("$argon2id$"));
    const qint64 id = store->reports().value().first().id;
    CHECK(store->reviewStatus(id).value().state == ReportState::Sealed);
    const QList<LogEntry> entries = store->log(id).value();
    CHECK(entries.size() == 8);
    CHECK(entries.constLast().content == contentDigest(store->load(id).value()));
    CHECK(store->log().value().size() == 13);
    const QList<Comment> comments = commentsOf(entries);
    REQUIRE(comments.size() == 1);
    CHECK(comments[0].resolved);
    const QString scan = entries.constLast().detail.value(QStringLiteral("attachments")).toArray().first().toString();
    CHECK(store->attachment(QByteArray::fromHex(scan.toLatin1())).value().startsWith("%PDF"));
    const QList<OfficeKey> keys = store->keys().value();
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].secretKey.size() == 64);
}

TEST_CASE("Of a damaged store what can be read is recovered, and the rest from the backup")
{
    Desk desk;
    desk.fill(3, QStringLiteral("旧"));
    REQUIRE(backUp(desk.path, desk.folder, desk.clock));
    {
        const std::unique_ptr<Store> store = desk.open();
        Desk::write(*store, 1, QStringLiteral("新"));
        Desk::write(*store, 2, QStringLiteral("第二局新的一段"));
        Desk::write(*store, 4, QStringLiteral("备份之后"));
    }
    // The new text of the second report is spoilt, and so is the line of the third in the list.
    runSql(desk.path, QStringLiteral("UPDATE text SET content = 'x' WHERE content = '第二局新的一段'"));
    runSql(desk.path, QStringLiteral("UPDATE report SET unit = 'x' WHERE unit = '第3局'"));
    const QByteArray damaged = bytesOf(desk.path);
    REQUIRE(QDir(desk.temporary.path()).mkdir(QStringLiteral(".zhibao-recovery-cut0ff")));
    REQUIRE(Store::open(desk.path, desk.clock).error().code == ErrorCode::StoreDamaged);
    const Result<Recovery> recovery = recover(desk.path, desk.folder, desk.clock);
    REQUIRE(recovery);
    CHECK((bytesOf(recovery->aside) == damaged));
    CHECK_FALSE(recovery->backup.isEmpty());
    using Source = RecoveredReport::Source;
    QMap<QString, Source> sources;
    for (const RecoveredReport &report : recovery->reports)
        sources.insert(report.unit, report.source);
    CHECK(sources
        == QMap<QString, Source>{{QStringLiteral("第1局"), Source::Store},
            {QStringLiteral("第2局"), Source::StoreEarlier}, {QStringLiteral("第3局"), Source::Store},
            {QStringLiteral("第4局"), Source::Store}});
    CHECK(desk.textOf(1) == QStringLiteral("新"));
    CHECK(desk.textOf(2) == QStringLiteral("旧"));
    CHECK(desk.textOf(3) == QStringLiteral("旧"));
    CHECK(desk.textOf(4) == QStringLiteral("备份之后"));
    CHECK(inspect(desk.path).value().damages.isEmpty());
    CHECK(QDir(desk.temporary.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 3);
}

TEST_CASE("Where nothing of the store can be read the backup is what there is")
{
    Desk desk;
    desk.fill(2, QStringLiteral("旧"));
    const bool backedUp = GENERATE(true, false);
    if (backedUp)
        REQUIRE(backUp(desk.path, desk.folder, desk.clock));
    REQUIRE(writeDurably(desk.path, QByteArray(50'000, 'x'), Existing::Replace));
    const Result<Recovery> recovery = recover(desk.path, desk.folder, desk.clock);
    REQUIRE(recovery);
    CHECK(recovery->reports.size() == (backedUp ? 2 : 0));
    CHECK(desk.textOf(2) == (backedUp ? QStringLiteral("旧") : QStringLiteral("(missing)")));
}

TEST_CASE("Of a copy at the end only what came since the last whole look is looked through")
{
    Desk desk;
    desk.fill(2, QStringLiteral("旧的一段"));
    const Backup whole = backUp(desk.path, desk.folder, desk.clock).value();
    REQUIRE(whole.lookedThrough);
    Desk::write(*desk.open(), 1, QStringLiteral("新的一段"));
    const Backup quick = backUp(desk.path, desk.folder, desk.clock, whole.lookedThrough).value();
    CHECK(inspect(quick.path).value().damages.isEmpty());
    CHECK(quick.lookedThrough->version == whole.lookedThrough->version);
    CHECK(lookThrough(quick.path).value()->version > whole.lookedThrough->version);
    CHECK(QDir(desk.folder).entryList(QDir::Files | QDir::Hidden).size() == 2);
    const auto again = [&] { return backUp(desk.path, desk.folder, desk.clock, whole.lookedThrough); };
    SECTION("what came since")
    {
        const QString damage = GENERATE(QStringLiteral("UPDATE text SET content = 'x' WHERE content = '新的一段'"),
            QStringLiteral("UPDATE change SET position = 7 WHERE version = (SELECT max(id) FROM version)"),
            QStringLiteral("UPDATE version SET at = at + 1 WHERE id = (SELECT max(id) FROM version)"),
            QStringLiteral("UPDATE report SET words = words + 1"));
        runSql(desk.path, damage);
        CHECK(again().error() == Error{ErrorCode::StoreDamaged, {desk.path}});
        CHECK(backupsIn(desk.folder, desk.path).size() == 2);
    }
    SECTION("what is older is found when it is looked through whole")
    {
        runSql(desk.path, QStringLiteral("UPDATE text SET content = 'x' WHERE content = '旧的一段'"));
        const Backup unseen = again().value();
        CHECK(lookThrough(unseen.path).error() == Error{ErrorCode::BackupDamaged, {unseen.path}});
        CHECK(backUp(desk.path, desk.folder, desk.clock).error().code == ErrorCode::StoreDamaged);
    }
}

TEST_CASE("Of a copy at the end the log goes on from where it was looked through")
{
    Office office;
    const QString folder = backupFolderOf(office.path);
    const Clock clock = [&office] { return office.now(); };
    REQUIRE(office.record(EntryKind::Comment, office.supervisor, QStringLiteral("一")));
    const Backup whole = backUp(office.path, folder, clock).value();
    REQUIRE(office.record(EntryKind::Comment, office.supervisor, QStringLiteral("二")));
    REQUIRE(backUp(office.path, folder, clock, whole.lookedThrough));
    office.store.reset();
    const QString last = QStringLiteral("(SELECT max(number) FROM entry)");
    const QString damage = GENERATE(QStringLiteral("UPDATE entry SET reason = 'x' WHERE number = %1"),
        QStringLiteral("UPDATE entry SET previous = zeroblob(32) WHERE number = %1"),
        QStringLiteral("UPDATE entry SET chain = zeroblob(32) WHERE number = %1 - 1"),
        QStringLiteral("DELETE FROM entry WHERE number >= %1 - 1"));
    runSql(office.path, damage.arg(last));
    CHECK(backUp(office.path, folder, clock, whole.lookedThrough).error().code == ErrorCode::StoreDamaged);
}

} // namespace backup_test
