// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/connection.h"
#include "store/example.h"
#include "store/office.h"

#include <catch2/catch.hpp>
#include <iostream>

namespace approved_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// Attempts to change what was approved, by SQL through the program's own connection. Each is a list of statements that
// are tried one after the other. The approved report is number 1, its version 2; number 2 is a draft.
const QList<QStringList> &attempts()
{
    static const QList<QStringList> all{
        // The report's line
        {QStringLiteral("UPDATE report SET version = 1 WHERE id = 1")},
        {QStringLiteral("UPDATE report SET unit = 'x' WHERE id = 1")},
        {QStringLiteral("UPDATE report SET state = 'draft' WHERE id = 1")},
        {QStringLiteral("UPDATE report SET removed = 1 WHERE id = 1")},
        {QStringLiteral("UPDATE report SET occasion = '2023-06' WHERE id = 1")},
        {QStringLiteral("UPDATE report SET words = 7 WHERE id = 1")},
        {QStringLiteral("UPDATE report SET digest = zeroblob(32) WHERE id = 1")},
        {QStringLiteral("UPDATE report SET id = 7 WHERE id = 1")},
        {QStringLiteral("UPDATE OR REPLACE report SET notice = (SELECT notice FROM report WHERE id = 1), "
                        "unit = (SELECT unit FROM report WHERE id = 1) WHERE id = 2")},
        {QStringLiteral("UPDATE OR REPLACE report SET id = 1 WHERE id = 2")},
        {QStringLiteral("DELETE FROM report WHERE id = 1")},
        {QStringLiteral("REPLACE INTO report SELECT id, notice, unit, 'draft', words, progress, due, version, removed, "
                        "digest, occasion FROM report WHERE id = 1")},
        {QStringLiteral("INSERT INTO report SELECT id, notice, unit, state, words, progress, due, 1, removed, digest, "
                        "occasion FROM report WHERE id = 1 ON CONFLICT DO UPDATE SET version = excluded.version")},
        // The version
        {QStringLiteral("UPDATE version SET cause = 'imported' WHERE id = 2")},
        {QStringLiteral("UPDATE version SET report = 2 WHERE id = 2")},
        {QStringLiteral("UPDATE version SET kept = 0 WHERE id = 2"),
            QStringLiteral("DELETE FROM version WHERE id = 2")},
        {QStringLiteral("UPDATE version SET digest = zeroblob(32) WHERE id = 2")},
        {QStringLiteral("REPLACE INTO version SELECT id, report, 0, cause, kept, digest FROM version WHERE id = 2")},
        {QStringLiteral("INSERT INTO version SELECT 99, report, at, cause, kept, digest FROM version WHERE id = 2"),
            QStringLiteral("UPDATE report SET version = 99 WHERE id = 1")},
        {QStringLiteral("DELETE FROM version")},
        // What it is made of
        {QStringLiteral("UPDATE change SET text = NULL WHERE version = 2")},
        {QStringLiteral("UPDATE change SET version = 1 WHERE version = 2")},
        {QStringLiteral("UPDATE change SET version = 2 WHERE version = 1 AND kind = 'section' AND position = 0")},
        {QStringLiteral("UPDATE OR REPLACE change SET version = 2 WHERE version = 1 AND kind = 'section'")},
        {QStringLiteral("UPDATE change SET version = 3 WHERE report = 1")},
        {QStringLiteral("UPDATE change SET digest = zeroblob(32) WHERE report = 1")},
        {QStringLiteral("UPDATE change SET report = 2 WHERE report = 1")},
        {QStringLiteral("DELETE FROM change WHERE version = 2")},
        {QStringLiteral("DELETE FROM change WHERE report = 1")},
        {QStringLiteral("REPLACE INTO change SELECT report, form, kind, name, position, version, NULL, digest "
                        "FROM change WHERE version = 2")},
        {QStringLiteral("INSERT INTO change SELECT report, form, kind, name, 9, version, text, digest FROM change "
                        "WHERE version = 2")},
        {QStringLiteral("INSERT INTO change SELECT 2, form, kind, name, position, version, text, digest FROM change "
                        "WHERE version = 2")},
        {QStringLiteral("UPDATE text SET content = 'x'")},
        {QStringLiteral("UPDATE OR IGNORE text SET digest = zeroblob(32)")},
        {QStringLiteral("DELETE FROM text")},
        {QStringLiteral("REPLACE INTO text SELECT digest, content || 'x' FROM text")},
        {QStringLiteral("INSERT INTO text SELECT digest, 'x' FROM text WHERE true "
                        "ON CONFLICT DO UPDATE SET content = excluded.content")},
        // The log, and what belongs to it
        {QStringLiteral("UPDATE entry SET state = 'draft'")},
        {QStringLiteral("UPDATE entry SET sm3 = zeroblob(32), sha256 = zeroblob(32)")},
        {QStringLiteral("DELETE FROM entry")},
        {QStringLiteral("DELETE FROM entry WHERE kind = 'approve'"),
            QStringLiteral("UPDATE report SET state = 'reviewed' WHERE id = 1")},
        {QStringLiteral("REPLACE INTO entry SELECT number, uid, notice, unit, report, version, at, kind, 'x', office, "
                        "post, verified, origin, reason, detail, state, sm3, sha256, previous, chain, digest, "
                        "signature, occasion FROM entry")},
        {QStringLiteral("INSERT INTO entry SELECT number + 1, randomblob(16), notice, unit, report, version, at, "
                        "'unlock', person, office, post, verified, origin, 'x', detail, 'draft', sm3, sha256, chain, "
                        "zeroblob(32), zeroblob(32), NULL, NULL FROM entry ORDER BY number DESC LIMIT 1"),
            QStringLiteral("UPDATE report SET state = 'draft' WHERE id = 1"),
            QStringLiteral("UPDATE report SET version = 1 WHERE id = 1")},
        {QStringLiteral("UPDATE file SET size = 1")},
        {QStringLiteral("DELETE FROM file")},
        {QStringLiteral("REPLACE INTO file SELECT digest, 1 FROM file")},
        {QStringLiteral("UPDATE person SET duties = 7")},
        {QStringLiteral("DELETE FROM person")},
        {QStringLiteral("UPDATE office_key SET public = zeroblob(32)")},
        {QStringLiteral("DELETE FROM head")},
        {QStringLiteral("UPDATE head SET number = 0")},
        {QStringLiteral("REPLACE INTO head SELECT id, 0, chain, signer, signature FROM head")},
        // The means
        {QStringLiteral("DROP TRIGGER text_update"), QStringLiteral("UPDATE text SET content = 'x'")},
        {QStringLiteral("DROP TABLE entry")},
        {QStringLiteral("ALTER TABLE text RENAME TO text_2")},
        {QStringLiteral("ALTER TABLE text ADD COLUMN more TEXT")},
        {QStringLiteral("CREATE TRIGGER more AFTER INSERT ON remembered BEGIN UPDATE report SET version = 1; END"),
            QStringLiteral("INSERT INTO remembered VALUES ('a', 'b', x'00')")},
        {QStringLiteral("CREATE TEMP TRIGGER more AFTER INSERT ON remembered BEGIN DELETE FROM text; END"),
            QStringLiteral("INSERT INTO remembered VALUES ('c', 'd', x'00')")},
        {QStringLiteral("PRAGMA writable_schema = ON"),
            QStringLiteral("DELETE FROM sqlite_schema WHERE type = 'trigger'"),
            QStringLiteral("UPDATE text SET content = 'x'")},
        {QStringLiteral("PRAGMA recursive_triggers = OFF"),
            QStringLiteral("REPLACE INTO change SELECT report, form, kind, name, position, version, NULL, digest "
                           "FROM change WHERE version = 2"),
            QStringLiteral("REPLACE INTO text SELECT digest, 'x' FROM text")},
        {QStringLiteral("PRAGMA foreign_keys = OFF"), QStringLiteral("DELETE FROM version WHERE id = 2"),
            QStringLiteral("DELETE FROM text")},
        {QStringLiteral("PRAGMA defer_foreign_keys = ON"), QStringLiteral("DELETE FROM text")},
        {QStringLiteral("PRAGMA ignore_check_constraints = ON"),
            QStringLiteral("UPDATE version SET kept = 2 WHERE id = 2")},
        {QStringLiteral("PRAGMA journal_mode = OFF")},
        {QStringLiteral("PRAGMA user_version = 1")},
        {QStringLiteral("ATTACH 'file:other.db?mode=memory' AS other"),
            QStringLiteral("CREATE TABLE other.text (digest, content)")},
        {QStringLiteral("VACUUM")},
        {QStringLiteral("REINDEX")},
        {QStringLiteral("SAVEPOINT a"), QStringLiteral("DELETE FROM text"), QStringLiteral("RELEASE a")},
    };
    return all;
}

} // namespace

TEST_CASE("No SQL through the program's own connection changes what was approved")
{
    Office office;
    Report other = office.report;
    office.save(QStringLiteral("核定的内容"));
    other.unit = QStringLiteral("乙局");
    REQUIRE(office.store->add(other, {}));
    NewEntry trust = office.entry(EntryKind::KeyTrusted, office.administrator);
    trust.report = 0;
    trust.key = OfficeKey{QByteArray(32, 'k'), {}, QStringLiteral("丁局"), office.now()};
    REQUIRE(office.store->record(trust));
    const LogEntry approved = office.approve();
    REQUIRE(approved.version == 2);
    const QByteArray scan = QByteArrayLiteral("a scan");
    NewEntry attach = office.entry(EntryKind::AttachScan, office.supervisor);
    attach.attachments = {scan};
    REQUIRE(office.store->record(attach));
    office.store.reset();

    int succeeded = 0;
    REQUIRE(attempts().size() >= 60);
    for (const QStringList &attempt : attempts()) {
        INFO(attempt.join(u';').toStdString());
        {
            const Result<std::unique_ptr<Connection>> own = Connection::open(office.path, Connection::Mode::Write);
            REQUIRE(own);
            // Each may be refused: what counts is what is left.
            for (const QString &statement : attempt)
                static_cast<void>((*own)->run(statement));
        }
        office.reopen();
        const Result<Report> content = office.store->loadVersion(office.id, approved.version);
        const bool holds = content && contentDigest(*content) == approved.content
            && office.store->load(office.id).value() == office.report
            && office.store->reviewStatus(office.id).value().state == ReportState::Sealed
            && office.store->log(office.id).value().at(2).chain == approved.chain
            && office.store->accounts().value().size() == 3 && office.store->keys().value().size() == 2;
        CHECK(holds);
        succeeded += holds ? 0 : 1;
        office.store.reset();
    }
    std::cout << attempts().size() << " attempts to change what was approved, " << succeeded << " succeeded\n";
    const QList<Damage> damages = inspect(office.path).value().damages;
    // The attempts by way of a trigger wrote a fact about the window, as anybody may.
    CHECK(std::all_of(damages.cbegin(), damages.cend(),
        [](const Damage &damage) { return damage.kind == Damage::Kind::Remembered; }));
}

TEST_CASE("Each function writes what is its own task")
{
    Office office;
    office.store.reset();
    const Result<std::unique_ptr<Connection>> own = Connection::open(office.path, Connection::Mode::Write);
    REQUIRE(own);
    const auto may = [&](const char *sql) { return static_cast<bool>((*own)->run(QString::fromLatin1(sql))); };
    const char *const failures = "UPDATE person SET failures = 0";
    const char *const thinned = "DELETE FROM text WHERE false";
    CHECK(may("SELECT count(*) FROM person"));
    CHECK(may("PRAGMA schema_version"));
    CHECK_FALSE(may("PRAGMA schema_version = 7"));
    CHECK_FALSE(may(failures));
    CHECK_FALSE(may(thinned));
    {
        const TaskScope logging(**own, Task::Log);
        CHECK(may(failures));
        CHECK_FALSE(may(thinned));
        {
            const TaskScope thinning(**own, Task::Thinning);
            CHECK(may(thinned));
            CHECK_FALSE(may(failures));
        }
        CHECK(may(failures));
    }
    CHECK_FALSE(may(failures));
}

TEST_CASE("The triggers hold by themselves, where nothing else guards the store")
{
    Office office;
    office.save(QStringLiteral("核定的内容"));
    const LogEntry approved = office.approve();
    office.store.reset();
    {
        const Result<std::unique_ptr<Connection>> open = Connection::open(office.path, Connection::Mode::Migrate);
        REQUIRE(open);
        for (const char *const pragma : {"PRAGMA recursive_triggers = OFF", "PRAGMA foreign_keys = OFF"})
            REQUIRE((*open)->run(QString::fromLatin1(pragma)));
        const auto isRefused = [&](const QStringList &attempt) {
            return std::none_of(attempt.cbegin(), attempt.cend(),
                [&](const QString &statement) { return static_cast<bool>((*open)->run(statement)); });
        };
        const QList<QStringList> writes = attempts().mid(0, 41);
        int refused = 0;
        for (const QStringList &attempt : writes)
            refused += isRefused(attempt) ? 1 : 0;
        // Four of them find nothing to change here.
        CHECK(refused >= writes.size() - 4);
    }
    office.reopen();
    CHECK(contentDigest(office.store->loadVersion(office.id, approved.version).value()) == approved.content);
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(office.store->reviewStatus(office.id).value().state == ReportState::Approved);
    CHECK(inspect(office.path).value().damages.isEmpty());
}

} // namespace approved_test
