// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "store/example.h"
#include "store/forging.h"
#include "store/office.h"
#include "store/tampering.h"

#include <QFileInfo>
#include <QJsonObject>

#include <catch2/catch.hpp>
#include <iostream>

namespace edits_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

// The approved report is number 1, its version 2; number 2 is a draft. The last two entries are approval and seal.
constexpr std::array edits{
    // the list of reports
    "UPDATE report SET id = 9 WHERE id = 1",
    "UPDATE report SET notice = notice || 'x' WHERE id = 1",
    "UPDATE report SET unit = '另一单位' WHERE id = 1",
    "UPDATE report SET state = 'draft' WHERE id = 1",
    "UPDATE report SET state = 'approved' WHERE id = 2",
    "UPDATE report SET words = words + 1 WHERE id = 1",
    "UPDATE report SET progress = 100 WHERE id = 1",
    "UPDATE report SET due = '2030-01-01' WHERE id = 1",
    "UPDATE report SET version = 1 WHERE id = 1",
    "UPDATE report SET removed = id WHERE id = 1",
    "UPDATE report SET occasion = '2023-06' WHERE id = 1",
    "UPDATE report SET digest = zeroblob(32) WHERE id = 1",
    "UPDATE report SET digest = (SELECT digest FROM report WHERE id = 2) WHERE id = 1",
    "UPDATE report SET unit = '' WHERE id = 1; UPDATE report SET unit = '𠮷林县局' WHERE id = 2; "
    "UPDATE report SET unit = '乙局' WHERE id = 1",
    "DELETE FROM report WHERE id = 1",
    "INSERT INTO report SELECT 3, notice, '第三局', state, words, progress, due, version, 0, digest, '' FROM report "
    "WHERE id = 1",
    "UPDATE report SET (words, digest) = (SELECT words, digest FROM report WHERE id = 2) WHERE id = 1",
    // versions
    "UPDATE version SET id = 90 WHERE id = 2",
    "UPDATE version SET report = 2 WHERE id = 2",
    "UPDATE version SET at = at - 86400000 WHERE id = 2",
    "UPDATE version SET cause = 'imported' WHERE id = 2",
    "UPDATE version SET kept = 0 WHERE id = 2",
    "UPDATE version SET digest = zeroblob(32) WHERE id = 2",
    "UPDATE version SET digest = (SELECT digest FROM version WHERE id = 1) WHERE id = 2",
    "DELETE FROM version WHERE id = 2",
    "DELETE FROM version WHERE id = 1",
    "INSERT INTO version SELECT 50, report, at, cause, kept, digest FROM version WHERE id = 2",
    "INSERT INTO version SELECT 50, report, at, cause, kept, digest FROM version WHERE id = 2; "
    "UPDATE report SET version = 50 WHERE id = 1",
    // texts
    "UPDATE text SET content = content || ' ' WHERE content = '核定的内容'",
    "UPDATE text SET content = '核定的内谷' WHERE content = '核定的内容'",
    "UPDATE text SET content = '' WHERE content = '核定的内容'",
    "UPDATE text SET content = (SELECT content FROM text WHERE content = '三') WHERE content = '核定的内容'",
    "UPDATE text SET digest = zeroblob(32) WHERE content = '核定的内容'",
    "UPDATE text SET content = CASE content WHEN '核定的内容' THEN '三' ELSE '核定的内容' END "
    "WHERE content IN ('核定的内容', '三')",
    "DELETE FROM text WHERE content = '核定的内容'",
    "DELETE FROM text",
    "UPDATE text SET content = content || char(0) WHERE content = '三'",
    "INSERT INTO text VALUES (zeroblob(32), '多余的文字')",
    // changes
    "UPDATE change SET report = 2 WHERE version = 2",
    "UPDATE change SET form = 'table' WHERE version = 2",
    "UPDATE change SET kind = 'field' WHERE version = 2",
    "UPDATE change SET name = 'x' WHERE version = 2",
    "UPDATE change SET position = 2 WHERE version = 2",
    "UPDATE change SET version = 1 WHERE kind = 'field' AND version = 3",
    "UPDATE change SET text = NULL WHERE version = 2",
    "UPDATE change SET text = (SELECT digest FROM text WHERE content = '三') WHERE version = 2",
    "UPDATE change SET digest = zeroblob(32) WHERE version = 2",
    "UPDATE change SET digest = (SELECT digest FROM change WHERE version = 1 AND kind = 'section' AND position = 0) "
    "WHERE version = 2",
    "UPDATE change SET (text, digest) = (SELECT text, digest FROM change WHERE version = 1 AND kind = 'section' "
    "AND position = 0) WHERE version = 2",
    "DELETE FROM change WHERE version = 2",
    "DELETE FROM change WHERE report = 1 AND kind = 'field' AND name = 'title'",
    "DELETE FROM change WHERE report = 1 AND kind = 'row' AND position = 2",
    "DELETE FROM change WHERE report = 1",
    "INSERT INTO change SELECT report, form, kind, name, 3, version, text, digest FROM change WHERE version = 2",
    "UPDATE change SET version = 4 WHERE version = 2",
    // the log
    "UPDATE entry SET number = 900 WHERE kind = 'approve'",
    "UPDATE entry SET uid = randomblob(16) WHERE kind = 'approve'",
    "UPDATE entry SET notice = notice || 'x' WHERE kind = 'approve'",
    "UPDATE entry SET unit = '乙局' WHERE kind = 'approve'",
    "UPDATE entry SET report = 2 WHERE kind = 'approve'",
    "UPDATE entry SET report = NULL WHERE kind = 'approve'",
    "UPDATE entry SET version = 1 WHERE kind = 'approve'",
    "UPDATE entry SET version = NULL WHERE kind = 'approve'",
    "UPDATE entry SET at = at + 1 WHERE kind = 'approve'",
    "UPDATE entry SET kind = 'review' WHERE kind = 'approve'",
    "UPDATE entry SET kind = 'unheard-of' WHERE kind = 'comment'",
    "UPDATE entry SET person = '王五' WHERE kind = 'approve'",
    "UPDATE entry SET office = '' WHERE kind = 'approve'",
    "UPDATE entry SET post = '局长' WHERE kind = 'approve'",
    "UPDATE entry SET verified = 0 WHERE kind = 'approve'",
    "PRAGMA ignore_check_constraints = ON; UPDATE entry SET verified = 2 WHERE kind = 'approve'",
    "UPDATE entry SET origin = zeroblob(32) WHERE kind = 'approve'",
    "UPDATE entry SET reason = '没有意见' WHERE kind = 'comment'",
    "UPDATE entry SET detail = '{\"sole\":true}' WHERE kind = 'approve'",
    "UPDATE entry SET detail = detail || ' ' WHERE kind = 'approve'",
    "UPDATE entry SET state = 'sent' WHERE kind = 'seal'",
    "UPDATE entry SET occasion = '2023-06' WHERE kind = 'approve'",
    "UPDATE entry SET occasion = '' WHERE kind = 'approve'",
    "UPDATE entry SET state = 'draft' WHERE kind = 'person-added'",
    "UPDATE entry SET sm3 = zeroblob(32) WHERE kind = 'approve'",
    "UPDATE entry SET sha256 = sm3 WHERE kind = 'approve'",
    "UPDATE entry SET previous = zeroblob(32) WHERE kind = 'approve'",
    "UPDATE entry SET chain = zeroblob(32) WHERE kind = 'seal'",
    "UPDATE entry SET digest = (SELECT digest FROM entry WHERE kind = 'review') WHERE kind = 'approve'",
    "UPDATE entry SET (person, digest) = (SELECT person, digest FROM entry WHERE kind = 'submit') "
    "WHERE kind = 'approve'",
    "DELETE FROM entry WHERE kind = 'comment'",
    "DELETE FROM entry WHERE number = 1",
    "DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)",
    "DELETE FROM entry",
    "INSERT INTO entry SELECT number + 1, randomblob(16), notice, unit, report, version, at, 'unlock', person, office, "
    "post, verified, origin, '改一下', detail, 'draft', sm3, sha256, chain, zeroblob(32), digest, NULL, NULL FROM "
    "entry "
    "ORDER BY number DESC LIMIT 1; UPDATE report SET state = 'draft' WHERE id = 1",
    "UPDATE entry SET number = -1 WHERE number = 5; UPDATE entry SET number = 5 WHERE number = 6; "
    "UPDATE entry SET number = 6 WHERE number = -1",
    // people
    "UPDATE person SET name = '赵六' WHERE name = '张三'",
    "UPDATE person SET office = '办公室' WHERE name = '张三'",
    "UPDATE person SET post = '局长' WHERE name = '张三'",
    "UPDATE person SET duties = 7 WHERE name = '张三'",
    "UPDATE person SET duties = duties + 4294967296 WHERE name = '张三'",
    "UPDATE person SET active = 0 WHERE name = '张三'",
    "UPDATE person SET password = '' WHERE name = '李四'",
    "UPDATE person SET password = (SELECT password FROM person WHERE name = '张三') WHERE name = '李四'",
    "UPDATE person SET failures = 0, failed = 0 WHERE name = '李四'",
    "UPDATE person SET failed = 1 WHERE name = '李四'",
    "UPDATE person SET digest = (SELECT digest FROM person WHERE name = '李四') WHERE name = '张三'",
    "DELETE FROM person WHERE name = '李四'",
    "INSERT INTO person SELECT '赵六', office, post, 7, active, '', failures, failed, digest, share, failed_boot, "
    "failed_uptime FROM person WHERE name = '李四'",
    "UPDATE person SET (duties, digest) = (SELECT duties, digest FROM person WHERE name = '王五') WHERE name = '张三'",
    // files and keys
    "UPDATE file SET size = size + 1",
    "UPDATE file SET digest = zeroblob(32)",
    "DELETE FROM file",
    "INSERT INTO file VALUES (zeroblob(32), 1)",
    "UPDATE office_key SET public = zeroblob(32) WHERE secret IS NULL",
    "UPDATE office_key SET secret = zeroblob(64) WHERE secret IS NULL",
    "UPDATE office_key SET name = '别的局' WHERE secret IS NULL",
    "UPDATE office_key SET at = at + 1",
    "UPDATE office_key SET digest = zeroblob(32)",
    "DELETE FROM office_key WHERE secret IS NULL",
    "INSERT INTO office_key SELECT zeroblob(32), NULL, name, at, digest, units, roles FROM office_key "
    "WHERE secret IS NULL",
    "UPDATE office_key SET units = '[\"x\"]' WHERE secret IS NULL",
    "UPDATE office_key SET roles = 7 WHERE secret IS NULL",
    // the end of the log
    "DELETE FROM head",
    "UPDATE head SET number = number - 1",
    "UPDATE head SET chain = zeroblob(32)",
    "UPDATE head SET signature = zeroblob(64)",
    "UPDATE head SET signer = zeroblob(32)",
    // units and facts about the window
    "UPDATE unit SET name = '丙局'",
    "UPDATE unit SET code = '999999'",
    "UPDATE unit SET common_name = 'x'",
    "UPDATE unit SET digest = zeroblob(32)",
    "UPDATE remembered SET key = 'x'",
    "UPDATE remembered SET value = 'x'",
    "UPDATE remembered SET digest = zeroblob(32)",
    // the schema
    "DROP TRIGGER entry_update",
    "DROP TRIGGER change_delete; CREATE TRIGGER change_delete BEFORE DELETE ON change BEGIN SELECT 1; END",
    "DROP INDEX entry_report",
    "DROP TABLE file",
    "ALTER TABLE entry ADD COLUMN note TEXT",
    "ALTER TABLE entry RENAME TO entry_2",
    "CREATE TABLE more (a)",
    "CREATE VIEW approved AS SELECT 1",
    "CREATE TRIGGER more AFTER INSERT ON entry BEGIN UPDATE report SET words = 0; END",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'entry'",
    "PRAGMA user_version = 2",
};

// As above, with all that a store may hold; every row in a page of its file alone.
void makeStore(const QString &path)
{
    Office office;
    Report other = office.report;
    office.save(QStringLiteral("核定的内容"));
    other.unit = QStringLiteral("乙局");
    const qint64 draft = office.store->add(other, {1, 2}).value();
    other.forms[QStringLiteral("outline")].sections[0] = QStringLiteral("草稿");
    REQUIRE(office.store->save(draft, other, {3, 4}));
    REQUIRE(office.record(EntryKind::Comment, office.supervisor, QStringLiteral("有意见")));
    REQUIRE(office.approve().version == 2);
    NewEntry seal = office.entry(EntryKind::PlaceSeal, office.supervisor);
    seal.attachments = {QByteArrayLiteral("a picture")};
    NewEntry password = office.entry(EntryKind::PasswordSet, office.supervisor);
    password.report = 0;
    password.account = Account{office.supervisor, true, QByteArrayLiteral("$argon2id$v=19$none")};
    REQUIRE(office.store->record(password));
    REQUIRE(office.store->noteFailures(office.supervisor.name, 3, office.now()));
    NewEntry trust = office.entry(EntryKind::KeyTrusted, office.administrator);
    trust.report = 0;
    trust.key = OfficeKey{QByteArray(32, 'k'), {}, QStringLiteral("丁局"), office.now()};
    REQUIRE(office.store->record(trust));
    REQUIRE(office.store->addUnit({QStringLiteral("520000"), QStringLiteral("甲县局"), QStringLiteral("甲")}));
    REQUIRE(office.store->remember(QStringLiteral("window"), QStringLiteral("{}")));
    REQUIRE(office.store->record(seal));
    office.store.reset();
    REQUIRE(writeDurably(path, bytesOf(office.path), Existing::Replace));
    REQUIRE(QFile::rename(office.path + QStringLiteral(".files"), path + QStringLiteral(".files")));
}

bool isFound(const QString &path)
{
    const Result<Inspection> inspection = inspect(path);
    return !inspection || !inspection->damages.isEmpty();
}

} // namespace

TEST_CASE("Every edit of the file by the sqlite3 shell is found")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    makeStore(path);
    const QByteArray sound = bytesOf(path);
    REQUIRE_FALSE(isFound(path));
    REQUIRE(edits.size() >= 100);
    int made = 0;
    int found = 0;
    for (const char *const edit : edits) {
        INFO(edit);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(sound) == sound.size());
        file.close();
        CHECK(tamper(path, {QString::fromUtf8(edit)}).toStdString().empty());
        CHECK((bytesOf(path) != sound));
        ++made;
        const bool isTold = isFound(path);
        found += isTold ? 1 : 0;
        CHECK(isTold);
    }
    std::cout << made << " edits of the store's file, " << found << " found\n";
}

namespace {

// In an office with passwords: the entries are the three people, handing in, review and approval, the key of another
// office, and the seal.
QStringList editsOfSignedLog()
{
    QStringList all;
    for (int number = 1; number <= 8; ++number) {
        for (const char *change : {"person = '赵六'", "at = at + 1", "reason = '同意'", "verified = 1 - verified",
                 "uid = randomblob(16)", "signature = NULL", "office = '别处'", "post = '局长'",
                 "detail = '{\"allowed\":true}'", "kind = 'comment'", "origin = zeroblob(32)"})
            all << QStringLiteral("UPDATE entry SET %1 WHERE number = %2").arg(QString::fromUtf8(change)).arg(number);
    }
    for (int number = 2; number <= 8; ++number)
        all << QStringLiteral("DELETE FROM entry WHERE number >= %1; UPDATE report SET state = coalesce((SELECT state "
                              "FROM entry WHERE report = 1 ORDER BY number DESC LIMIT 1), 'draft')")
                   .arg(number);
    for (const char *name : {"张三", "李四", "王五"}) {
        for (const char *change :
            {"duties = 7", "active = 0", "password = (SELECT password FROM person WHERE name <> '%1')", "password = ''",
                "share = NULL", "share = randomblob(104)", "office = '别处'", "post = '局长'",
                "password = "
                "'$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', "
                "share = NULL"})
            all << QStringLiteral("UPDATE person SET %1 WHERE name = '%2'")
                       .arg(QString::fromUtf8(change).replace(QStringLiteral("%1"), QString::fromUtf8(name)),
                           QString::fromUtf8(name));
    }
    const QString append = QStringLiteral(
        "INSERT INTO entry SELECT number + 1, randomblob(16), notice, unit, %1, NULL, at, '%2', "
        "person, office, post, verified, NULL, '', '%3', '%4', sm3, sha256, chain, chain, digest, %5, NULL "
        "FROM entry ORDER BY number DESC LIMIT 1; UPDATE report SET state = coalesce(nullif('%4', ''), state)");
    all << append.arg(QStringLiteral("1"), QStringLiteral("unlock"), QStringLiteral("{}"), QStringLiteral("draft"),
        QStringLiteral("NULL"))
        << append.arg(QStringLiteral("1"), QStringLiteral("unlock"), QStringLiteral("{}"), QStringLiteral("draft"),
               QStringLiteral("signature"))
        << append.arg(QStringLiteral("1"), QStringLiteral("sent"), QStringLiteral("{}"), QStringLiteral("sent"),
               QStringLiteral("randomblob(64)"))
        << append.arg(QStringLiteral("NULL"), QStringLiteral("sole-office"), QStringLiteral("{\"allowed\":true}"),
               QString(), QStringLiteral("NULL"))
        << append.arg(QStringLiteral("NULL"), QStringLiteral("signing-begun"), QStringLiteral("{}"), QString(),
               QStringLiteral("NULL"));
    // Whoever takes the signatures away has them all missing.
    all << QStringLiteral("UPDATE entry SET signature = NULL; DELETE FROM head") << QStringLiteral("DELETE FROM head")
        << QStringLiteral(
               "UPDATE entry SET signature = NULL, detail = '{\"active\":true,\"duties\":4,\"name\":\"王五\"}' "
               "WHERE number = 1; UPDATE entry SET signature = NULL; DELETE FROM head; DELETE FROM office_key "
               "WHERE name = ''")
        << QStringLiteral("UPDATE head SET signer = zeroblob(32)")
        << QStringLiteral("UPDATE office_key SET public = randomblob(32) WHERE name = ''")
        << QStringLiteral("UPDATE office_key SET roles = 7, units = '[\"甲局\"]' WHERE name <> ''")
        << QStringLiteral("UPDATE office_key SET name = '别的局' WHERE name <> ''")
        << QStringLiteral("DELETE FROM office_key WHERE name <> ''")
        << QStringLiteral("UPDATE text SET content = '改过的内容' WHERE content = '核定的内容'")
        << QStringLiteral("UPDATE report SET version = 1") << QStringLiteral("UPDATE report SET removed = id")
        << QStringLiteral("UPDATE report SET unit = '乙局'") << QStringLiteral("UPDATE report SET state = 'draft'");
    return all;
}

} // namespace

TEST_CASE("Where there are passwords every edit is found, though all digests and the chain were made to fit again")
{
    Office office(Office::People::WithPasswords);
    office.save(QStringLiteral("核定的内容"));
    office.approve();
    NewEntry trust = office.entry(EntryKind::KeyTrusted, office.administrator);
    trust.report = 0;
    trust.key = OfficeKey{QByteArray(32, 'k'), {}, QStringLiteral("丁局"), office.now()};
    REQUIRE(office.store->record(trust));
    REQUIRE(office.record(EntryKind::PlaceSeal, office.supervisor));
    office.store.reset();
    const QByteArray sound = bytesOf(office.path);
    REQUIRE(secretKeyIn(office.path).isEmpty());
    forge(office.path);
    REQUIRE_FALSE(isFound(office.path)); // it changes nothing where nothing was changed

    const QStringList all = editsOfSignedLog();
    REQUIRE(all.size() >= 100);
    int found = 0;
    for (const QString &edit : all) {
        INFO(edit.toStdString());
        REQUIRE(writeDurably(office.path, sound, Existing::Replace));
        CHECK(tamper(office.path, {edit}).toStdString().empty());
        forge(office.path);
        const bool isTold = isFound(office.path);
        found += isTold ? 1 : 0;
        CHECK(isTold);
    }
    std::cout << all.size() << " edits with digests and chain made anew, " << found << " found\n";
}

TEST_CASE("Where the key lies in the open its holder can write the log anew, and that is said")
{
    Office office;
    office.approve();
    office.store.reset();
    CHECK(inspect(office.path)->protection == Inspection::Protection::InTheOpen);
    REQUIRE(tamper(office.path,
                {QStringLiteral("DELETE FROM entry WHERE kind = 'approve'"),
                    QStringLiteral("UPDATE report SET state = 'reviewed'")})
        == QString());
    forge(office.path);
    CHECK(isFound(office.path));
    forge(office.path, secretKeyIn(office.path));
    CHECK_FALSE(isFound(office.path));
}

TEST_CASE("What is wrong with the log and with what belongs to it is named")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    makeStore(path);
    struct Case {
        const char *edit;
        Damage::Kind kind;
        qint64 entry;
        const char *unit;
    };
    const Case one
        = GENERATE(values<Case>({{"UPDATE entry SET reason = 'x' WHERE number = 4", Damage::Kind::Log, 4, "𠮷林县局"},
            {"DELETE FROM entry WHERE number = 5", Damage::Kind::Log, 5, "𠮷林县局"},
            {"UPDATE person SET duties = 7 WHERE name = '张三'", Damage::Kind::Person, 0, "张三"},
            {"DELETE FROM person WHERE name = '张三'", Damage::Kind::Person, 0, "张三"},
            {"UPDATE office_key SET name = '别的局' WHERE secret IS NULL", Damage::Kind::Key, 0, "别的局"},
            {"UPDATE head SET signature = zeroblob(64)", Damage::Kind::Signature, 10, "𠮷林县局"},
            {"UPDATE file SET size = 1", Damage::Kind::Attachment, 0, ""},
            {"DELETE FROM file", Damage::Kind::Attachment, 10, "𠮷林县局"}}));
    REQUIRE(tamper(path, {QString::fromUtf8(one.edit)}) == QString());
    const QList<Damage> damages = inspect(path).value().damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].kind == one.kind);
    CHECK(damages[0].entry == one.entry);
    CHECK(damages[0].unit == QString::fromUtf8(one.unit));
}

TEST_CASE("A settled version that says something else is told, though each of its rows holds")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    makeStore(path);
    // The change of the approved version is taken out whole, with its version's only trace in the list left as it was.
    REQUIRE(tamper(path, {QStringLiteral("DELETE FROM change WHERE version = 2")}) == QString());
    const QList<Damage> damages = inspect(path).value().damages;
    REQUIRE_FALSE(damages.isEmpty());
    CHECK(std::any_of(damages.cbegin(), damages.cend(),
        [](const Damage &damage) { return damage.kind == Damage::Kind::Settled && damage.entry > 0; }));
}

TEST_CASE("A report that is not in the state of its last entry is told at the start")
{
    Office office;
    office.approve();
    office.store.reset();
    REQUIRE(tamper(office.path, {QStringLiteral("DELETE FROM entry WHERE kind = 'approve'")}) == QString());
    CHECK(Store::open(office.path, [&] { return office.now(); }).error()
        == Error{ErrorCode::StoreDamaged, {office.path}});
}

} // namespace edits_test
