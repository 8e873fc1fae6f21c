// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Files whose schema is not the program's: made to harm, older, newer.
#include "base/durablefile.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "store/backup/recovery.h"
#include "store/database/connection.h"
#include "store/database/migration.h"
#include "store/example.h"
#include "store/office.h"
#include "store/tampering.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <sys/stat.h>

#include <catch2/catch.hpp>

namespace schema_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr qint64 atOnce = 3000; // milliseconds

const QString endless = QStringLiteral(
    "CREATE VIEW report AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id, 'n' AS notice, "
    "'u' AS unit, 'draft' AS state, 0 AS words, 0 AS progress, '' AS due, 1 AS version, 0 AS removed, x'00' AS digest "
    "FROM r");

Result<std::unique_ptr<Store>> open(const QString &path, Store::Access access)
{
    return Store::open(path, steppingClock(), access);
}

QString makeStore(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const auto store = open(path, Store::Access::Write).value();
    REQUIRE(store->add(exampleReport(), {}));
    return path;
}

QList<Damage::Kind> kindsIn(const QString &path)
{
    QList<Damage::Kind> kinds;
    const QList<Damage> damages = inspect(path).value().damages;
    for (const Damage &damage : damages)
        kinds.append(damage.kind);
    return kinds;
}

// A store of an earlier release, as the tests keep them.
QString earlier(const QTemporaryDir &folder, int schema)
{
    const QString path = folder.filePath(QStringLiteral("earlier.db"));
    const QString fixture = QStringLiteral(TEST_DATA "/stores/schema-%1.db").arg(schema);
    REQUIRE(writeDurably(path, bytesOf(fixture), Existing::Keep));
    return path;
}

} // namespace

TEST_CASE("A schema that is not the program's ends everything at once")
{
    const QTemporaryDir folder;
    const QString path = makeStore(folder);
    const QString change = GENERATE(QStringLiteral("ALTER TABLE report RENAME TO report_0; ") + endless,
        QStringLiteral("CREATE TRIGGER alien AFTER INSERT ON text BEGIN DELETE FROM report; END"),
        QStringLiteral("CREATE VIEW v AS SELECT 1"), QStringLiteral("CREATE TABLE more (id INTEGER)"),
        QStringLiteral("CREATE INDEX slow ON text (length(content))"), QStringLiteral("DROP TRIGGER entry_update"),
        QStringLiteral("DROP INDEX entry_store"));
    REQUIRE(tamper(path, {change}) == QString());
    const QByteArray before = bytesOf(path);
    QElapsedTimer timer;
    timer.start();
    CHECK(open(path, Store::Access::Read).error().code == ErrorCode::StoreDamaged);
    CHECK(open(path, Store::Access::Write).error().code == ErrorCode::StoreDamaged);
    CHECK(kindsIn(path) == QList<Damage::Kind>{Damage::Kind::Schema});
    const QString backups = backupFolderOf(path);
    CHECK(backUp(path, backups, steppingClock()).error().code == ErrorCode::StoreDamaged);
    CHECK(backupsIn(backups, path).isEmpty());
    CHECK(timer.elapsed() < atOnce);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("What else a schema counts for is looked at in each version that is read")
{
    const QTemporaryDir folder;
    const int schema = GENERATE(1, 2, 3);
    const QString path = earlier(folder, schema);
    REQUIRE(tamper(path, {QStringLiteral("CREATE TRIGGER alien AFTER INSERT ON report BEGIN DELETE FROM unit; END")})
        == QString());
    const QByteArray before = bytesOf(path);
    CHECK(kindsIn(path) == QList<Damage::Kind>{Damage::Kind::Schema});
    CHECK(open(path, Store::Access::Read).error().code == ErrorCode::StoreDamaged);
    CHECK(open(path, Store::Access::Write).error().code == ErrorCode::StoreDamaged);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("A store of an earlier release is looked through, and stays as it is")
{
    const QTemporaryDir folder;
    const int schema = GENERATE(1, 2, 3);
    const QString path = earlier(folder, schema);
    const QByteArray before = bytesOf(path);
    const Inspection inspection = inspect(path).value();
    CHECK(isUsable(inspection));
    // The first schema has nothing to compare a text with.
    CHECK(isSound(inspection) == (schema > 1));
    CHECK((schema > 1 || inspection.unchecked == Error{ErrorCode::StoreUndigested, {path}}));
    CHECK(inspection.reports == 2);
    CHECK(inspection.texts > 0);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("What was changed in a store of an earlier release is found")
{
    const QTemporaryDir folder;
    const int schema = GENERATE(2, 3);
    const QString path = earlier(folder, schema);
    REQUIRE(
        tamper(path, {QStringLiteral("UPDATE text SET content = content || '改' WHERE content <> ''")}) == QString());
    CHECK(kindsIn(path).contains(Damage::Kind::Content));
    CHECK(backUp(path, backupFolderOf(path), steppingClock()).error().code == ErrorCode::StoreDamaged);
}

TEST_CASE("Of the first schema, which has no digests, a text that is no UTF-8 is found")
{
    const QTemporaryDir folder;
    const QString path = earlier(folder, 1);
    REQUIRE(tamper(path, {QStringLiteral("UPDATE part SET content = CAST(x'80' AS TEXT) WHERE content <> ''")})
        == QString());
    CHECK(inspect(path).error().code == ErrorCode::StoreDamaged);
    CHECK(open(path, Store::Access::Write).error().code == ErrorCode::StoreDamaged);
}

TEST_CASE(
    "A store of a newer program is told as not looked through, its backup too, and none is put in another's place")
{
    const QTemporaryDir folder;
    const QString path = makeStore(folder);
    REQUIRE(tamper(path,
                {QStringLiteral("UPDATE text SET content = content || '改'"), QStringLiteral("PRAGMA user_version=99")})
        == QString());
    const Error newer{ErrorCode::StoreNewer, {path, QStringLiteral("99"), QString::number(knownVersion())}};
    const Inspection inspection = inspect(path).value();
    CHECK(inspection.damages.isEmpty());
    CHECK(inspection.unchecked == newer);
    CHECK_FALSE(isSound(inspection));
    CHECK_FALSE(isUsable(inspection));
    const Backup backup = backUp(path, backupFolderOf(path), steppingClock()).value();
    REQUIRE(backup.unchecked);
    CHECK(backup.unchecked->code == ErrorCode::StoreNewer);
    const QString other = folder.filePath(QStringLiteral("b.db"));
    CHECK(restoreBackup(backup.path, other, backupFolderOf(other), steppingClock()).error().code
        == ErrorCode::StoreNewer);
    CHECK_FALSE(QFileInfo::exists(other));
}

TEST_CASE("A newer store with a view in the place of a table is not read")
{
    const QTemporaryDir folder;
    const QString path = makeStore(folder);
    REQUIRE(tamper(path,
                {QStringLiteral("ALTER TABLE report RENAME TO report_0; ") + endless,
                    QStringLiteral("PRAGMA user_version=99")})
        == QString());
    QElapsedTimer timer;
    timer.start();
    CHECK(open(path, Store::Access::Read).error().code == ErrorCode::StoreNewer);
    CHECK(open(path, Store::Access::Write).error().code == ErrorCode::StoreNewer);
    CHECK(inspect(path).value().unchecked);
    CHECK(timer.elapsed() < atOnce);
}

TEST_CASE("Whatever is asked of a file ends, where nothing was looked at before")
{
    const QTemporaryDir folder;
    const QString path = makeStore(folder);
    REQUIRE(tamper(path, {QStringLiteral("ALTER TABLE report RENAME TO report_0; ") + endless}) == QString());
    const Connection::Mode mode = GENERATE(Connection::Mode::Read, Connection::Mode::ReadOnly);
    const auto connection = Connection::open(path, mode).value();
    QElapsedTimer timer;
    timer.start();
    Statement statement(*connection, QStringLiteral("SELECT max(id) FROM report"));
    CHECK(statement.run().error() == Error{ErrorCode::StoreDamaged, {path}});
    CHECK(timer.elapsed() < atOnce);
    Statement sound(*connection, QStringLiteral("SELECT count(*) FROM report_0"));
    REQUIRE(sound.run());
    REQUIRE(sound.next());
    CHECK(sound.number(0) == 1);
}

TEST_CASE("A store with a view in the place of a table is recovered from its backup, and read no further")
{
    const QTemporaryDir folder;
    const QString path = makeStore(folder);
    const QString backups = backupFolderOf(path);
    REQUIRE(backUp(path, backups, steppingClock()));
    REQUIRE(tamper(path, {QStringLiteral("ALTER TABLE report RENAME TO report_0; ") + endless}) == QString());
    const Recovery recovery = recover(path, backups, steppingClock()).value();
    REQUIRE(recovery.reports.size() == 1);
    CHECK(recovery.reports[0].source == RecoveredReport::Source::Backup);
    CHECK(isSound(inspect(path).value()));
}

TEST_CASE("What lies beside a store must be files")
{
    const QTemporaryDir folder;
    const QString path = makeStore(folder);
    const QString beside = path + GENERATE(QStringLiteral("-journal"), QStringLiteral("-wal"));
    QFile::remove(beside);
    REQUIRE(::mkfifo(QFile::encodeName(beside).constData(), 0600) == 0);
    CHECK(open(path, Store::Access::Read).error().code == ErrorCode::StoreNotDatabase);
    CHECK(inspect(path).error().code == ErrorCode::StoreNotDatabase);
}

TEST_CASE("A store whose texts are not UTF-8 is none of the program's")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    REQUIRE(
        tamper(path,
            {QStringLiteral("PRAGMA encoding='UTF-16le'"), QStringLiteral("CREATE TABLE t (a)"),
                QStringLiteral("PRAGMA application_id=%1").arg(0x5A42414F), QStringLiteral("PRAGMA user_version=3")})
        == QString());
    CHECK(versionOfFile(path).error().code == ErrorCode::StoreNotDatabase);
}

TEST_CASE("What says something else than was approved is not given out as approved")
{
    Office office;
    const LogEntry approval = office.approve();
    CHECK(office.store->load(office.id));
    CHECK(office.store->loadVersion(office.id, approval.version));
    office.store.reset();
    // As one would who knows how digests are made: a text of the version is another one, and each row's digest holds.
    office.replaceText(approval.version);
    office.reopen();
    const Error told{ErrorCode::NotAsApproved, {office.report.unit, QString::number(approval.number)}};
    CHECK(office.store->load(office.id).error() == told);
    CHECK(office.store->loadVersion(office.id, approval.version).error() == told);
}

} // namespace schema_test
