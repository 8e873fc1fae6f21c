// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "base/durablefile.h"
#include "store/backup/backup.h"
#include "store/backup/recovery.h"
#include "store/database/files.h"
#include "store/example.h"
#include "store/forging.h"
#include "store/office.h"
#include "store/tampering.h"

#include <QFile>
#include <QJsonArray>

#include <catch2/catch.hpp>

namespace recovery_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

using Source = RecoveredReport::Source;

const QByteArray scan = QByteArrayLiteral("a scan");
const QByteArray scanDigest = digestOfBytes(scan, DigestAlgorithm::Sha256);

// An office whose store is damaged after a report was approved and its scan attached.
struct Damaged : Office {
    QString backups = backupFolderOf(path);
    QList<LogEntry> before; // the log as it was
    LogEntry approved;

    void backUpNow()
    {
        REQUIRE(backUp(path, backups, [this] { return now(); }));
    }

    void work()
    {
        save(QStringLiteral("核定的内容"));
        REQUIRE(record(EntryKind::Comment, supervisor, QStringLiteral("有意见")));
        approved = approve();
        NewEntry attach = entry(EntryKind::AttachScan, supervisor);
        attach.attachments = {scan};
        REQUIRE(store->record(attach));
        NewEntry trust = entry(EntryKind::KeyTrusted, administrator);
        trust.report = 0;
        trust.detail = {{QStringLiteral("unit"), QStringLiteral("丁局")}};
        trust.key = OfficeKey{QByteArray(32, 'k'), {}, QStringLiteral("丁局"), now()};
        REQUIRE(store->record(trust));
        before = store->log().value();
    }

    // A line of the list is spoilt, so that the store opens no more, and whatever else is asked for.
    Recovery recoverAfter(const QStringList &damage)
    {
        store.reset();
        QStringList all = damage;
        all << QStringLiteral("UPDATE report SET words = words + 1");
        REQUIRE(tamper(path, all).toStdString().empty());
        REQUIRE(Store::open(path, [this] { return now(); }).error().code == ErrorCode::StoreDamaged);
        const Result<Recovery> recovery = recover(path, backups, [this] { return now(); });
        REQUIRE(recovery);
        reopen();
        const std::optional<qint64> found = store->find(keyOf(report)).value();
        REQUIRE(found);
        id = *found;
        CHECK(inspect(path).value().damages.isEmpty());
        return *recovery;
    }

    ReportState state() const { return store->reviewStatus(id).value().state; }

    // How many entries of the log are those of the log before.
    qsizetype kept() const
    {
        const QList<LogEntry> entries = store->log().value();
        qsizetype count = 0;
        while (count < qMin(entries.size(), before.size()) && entries[count].chain == before[count].chain)
            ++count;
        return count;
    }
};

} // namespace

TEST_CASE("A damaged store keeps its log, people, keys and files, with a backup and without")
{
    Damaged office;
    const bool backedUp = GENERATE(true, false);
    if (backedUp)
        office.backUpNow();
    office.work();
    REQUIRE(office.store->noteFailures(office.supervisor.name, 2, office.now()));
    const QList<Account> people = office.store->accounts().value();
    const Recovery recovery = office.recoverAfter({});
    CHECK(recovery.backup.isEmpty() != backedUp);
    CHECK(office.kept() == office.before.size());
    CHECK(office.store->log().value().size() == office.before.size());
    CHECK(office.store->accounts().value() == people);
    CHECK(office.store->keys().value().size() == 2);
    CHECK(office.store->attachment(scanDigest).value() == scan);
    CHECK(office.state() == ReportState::Sealed);
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(office.store->holds(office.approved.number, office.approved.chain).value());
    const QList<LogEntry> entries = office.store->log(office.id).value();
    CHECK(contentDigest(office.store->loadVersion(office.id, entries[0].version).value()) == entries[0].content);
    REQUIRE(recovery.reports.size() == 1);
    // The work goes on.
    REQUIRE(office.record(EntryKind::Unlock, office.supervisor, QStringLiteral("理由")));
    office.save(QStringLiteral("其后"));
    CHECK(office.approve().content == contentDigest(office.report));
    office.backUpNow();
}

TEST_CASE("Where what was approved can not be read the report goes back to work, and the log says so")
{
    Damaged office;
    office.work();
    office.recoverAfter({QStringLiteral("UPDATE text SET content = 'x' WHERE content = '核定的内容'")});
    CHECK(office.kept() == office.before.size());
    CHECK(office.state() == ReportState::Draft);
    const QList<LogEntry> entries = office.store->log(office.id).value();
    CHECK(std::any_of(entries.cbegin(), entries.cend(),
        [](const LogEntry &entry) { return entry.kind == EntryKind::Recovered && entry.state == ReportState::Draft; }));
    CHECK(office.store->load(office.id).value() == exampleReport());
}

TEST_CASE("What was approved is had from the backup where the store has spoilt it")
{
    Damaged office;
    office.work();
    office.backUpNow();
    const Recovery recovery
        = office.recoverAfter({QStringLiteral("UPDATE text SET content = 'x' WHERE content = '核定的内容'")});
    CHECK(office.state() == ReportState::Sealed);
    CHECK(office.store->load(office.id).value() == office.report);
    REQUIRE(recovery.reports.size() == 1);
    CHECK(recovery.reports[0].source == Source::Backup);
}

TEST_CASE("What was changed after an unlocking that the log has lost is not lost with it")
{
    Damaged office;
    office.work();
    office.backUpNow();
    REQUIRE(office.record(EntryKind::Unlock, office.supervisor, QStringLiteral("理由")));
    office.save(QStringLiteral("其后改的"));
    office.recoverAfter({QStringLiteral("UPDATE entry SET reason = 'x' WHERE kind = 'unlock'")});
    CHECK(office.kept() == office.before.size());
    CHECK(office.state() == ReportState::Draft);
    CHECK(office.store->log(office.id).value().last().kind == EntryKind::Recovered);
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(contentDigest(office.store->loadVersion(office.id, office.approved.version).value())
        == office.approved.content);
}

TEST_CASE("The log is taken over up to the first entry that is not as it was written")
{
    Damaged office;
    const bool backedUp = GENERATE(true, false);
    office.work();
    if (backedUp)
        office.backUpNow();
    const qint64 broken = office.approved.number;
    office.recoverAfter({QStringLiteral("UPDATE entry SET person = 'x' WHERE number = %1").arg(broken)});
    CHECK(office.kept() == (backedUp ? office.before.size() : broken - 1));
    CHECK(office.state() == (backedUp ? ReportState::Sealed : ReportState::Reviewed));
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(office.store->accounts().value().size() == 3);
    CHECK(office.store->keys().value().size() == (backedUp ? 2 : 1));
}

TEST_CASE("Who can not be read comes from the backup, or may not sign in until an administrator says so")
{
    Damaged office;
    const bool backedUp = GENERATE(true, false);
    if (backedUp)
        office.backUpNow();
    office.giveDuties(office.supervisor, Duties(Duty::Supervisor) | Duty::Reporter);
    office.work();
    office.recoverAfter({QStringLiteral("UPDATE person SET password = 'x' WHERE name = '李四'")});
    const QList<Account> people = office.store->accounts().value();
    const auto found = std::find_if(people.cbegin(), people.cend(),
        [&](const Account &account) { return account.person.name == office.supervisor.name; });
    REQUIRE(found != people.cend());
    CHECK(found->person.duties == office.supervisor.duties);
    CHECK(found->active == backedUp);
}

TEST_CASE("Rights that were raised beside the program do not outlast a recovery, which waits for an administrator")
{
    Office office(Office::People::WithPasswords);
    office.approve();
    office.store.reset();
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE person SET duties = 7 WHERE name = '张三'")}) == QString());
    forge(office.path);
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE report SET words = words + 1")}) == QString());
    REQUIRE(recover(office.path, backupFolderOf(office.path), [&office] { return office.now(); }));
    office.reopen();
    const Inspection inspection = inspect(office.path).value();
    CHECK(inspection.damages.isEmpty());
    CHECK(inspection.protection == Inspection::Protection::Sealed);
    CHECK(inspection.pending == 1);
    const QList<Account> people = office.store->accounts().value();
    const auto raised = std::find_if(people.cbegin(), people.cend(),
        [&](const Account &account) { return account.person.name == office.reporter.name; });
    REQUIRE(raised != people.cend());
    CHECK_FALSE(raised->active);
    CHECK(raised->person.duties == office.reporter.duties);

    office.enter();
    CHECK(office.store->unconfirmed()->size() == 1);
    REQUIRE(office.confirm(office.administrator));
    CHECK(office.store->unconfirmed()->isEmpty());
    CHECK(inspect(office.path)->damages.isEmpty());
}

TEST_CASE("An approval that was written in beside the program does not outlast a recovery")
{
    Office office(Office::People::WithPasswords);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    office.store.reset();
    REQUIRE(
        tamper(office.path,
            {QStringLiteral("INSERT INTO entry SELECT number + 1, randomblob(16), notice, unit, report, version, at, "
                            "'approve', '李四', '', '', 1, NULL, '', '{}', 'approved', sm3, sha256, chain, chain, "
                            "digest, NULL, NULL FROM entry ORDER BY number DESC LIMIT 1"),
                QStringLiteral("UPDATE report SET state = 'approved'")})
        == QString());
    forge(office.path);
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE report SET words = words + 1")}) == QString());
    REQUIRE(recover(office.path, backupFolderOf(office.path), [&office] { return office.now(); }));
    office.reopen();
    CHECK(office.store->reviewStatus(office.id)->state == ReportState::Submitted);
    // The end that was signed is lost with what was written over it: nothing counts until an administrator signs anew.
    CHECK(office.store->log().error().code == ErrorCode::LogBroken);
    CHECK(inspect(office.path)->damages.size() == 1);
    office.enter();
    CHECK(office.record(EntryKind::Review, office.supervisor).error().code == ErrorCode::LogBroken);
    CHECK(office.store->unconfirmed()->size() == 4);
    REQUIRE(office.confirm(office.administrator));
    const QList<LogEntry> entries = office.store->log().value();
    REQUIRE(entries.size() == 5);
    CHECK(entries[3].kind == EntryKind::Submit);
    CHECK(inspect(office.path)->damages.isEmpty());
}

TEST_CASE("A file that is lost is told, and the store is sound without it")
{
    Damaged office;
    office.work();
    const QString file = filesOf(office.path).pathOf(scanDigest);
    const bool isMissing = GENERATE(true, false);
    REQUIRE(QFile::remove(file));
    if (!isMissing)
        REQUIRE(writeDurably(file, QByteArrayLiteral("a scar"), Existing::Keep));
    office.recoverAfter({});
    CHECK(office.kept() == office.before.size());
    const LogEntry last = office.store->log().value().last();
    CHECK(last.kind == EntryKind::Recovered);
    CHECK(last.detail.value(QStringLiteral("lost")).toArray() == QJsonArray{QString::fromLatin1(scanDigest.toHex())});
    CHECK(office.state() == ReportState::Sealed);
}

TEST_CASE("People and keys that the rest of the log knows nothing of are told anew")
{
    Damaged office;
    office.work();
    office.recoverAfter({QStringLiteral("UPDATE entry SET person = 'x' WHERE number = 1")});
    CHECK(office.kept() == 0);
    CHECK(office.state() == ReportState::Draft);
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(office.store->accounts().value().size() == 3);
    CHECK(office.store->keys().value().size() == 2);
    CHECK(office.approve().content == contentDigest(office.report));
}

} // namespace recovery_test
