// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What is written beside the program gives nobody a right: people, keys and entries count only as the signed log tells.
#include "base/signature.h"
#include "core/review/receipt.h"
#include "store/forging.h"
#include "store/log/toldpeople.h"
#include "store/office.h"
#include "store/reports/rowdigests.h"
#include "store/tampering.h"

#include <array>
#include <catch2/catch.hpp>

namespace trust_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString why = QStringLiteral("理由");

// Of the reporter 张三, unless another is named.
struct Edit {
    const char *sql;
    const char *name; // whose row the refusal names
};

constexpr std::array edits{
    Edit{"UPDATE person SET duties = 7 WHERE name = '张三'", "张三"},
    Edit{"UPDATE person SET duties = 3 WHERE name = '张三'", "张三"},
    Edit{"UPDATE person SET active = 0 WHERE name = '李四'", "李四"},
    Edit{"UPDATE person SET office = '办公室' WHERE name = '张三'", "张三"},
    Edit{"UPDATE person SET (password, share) = (SELECT password, share FROM person WHERE name = '张三') "
         "WHERE name = '李四'",
        "李四"},
    Edit{"UPDATE person SET password = '' WHERE name = '王五'", "王五"},
    Edit{"UPDATE person SET share = zeroblob(8) WHERE name = '王五'", "王五"},
    Edit{"INSERT INTO person SELECT '赵六', office, post, 7, active, password, failures, failed, digest, share, "
         "failed_boot, failed_uptime FROM person WHERE name = '张三'",
        "赵六"},
    Edit{"DELETE FROM person WHERE name = '李四'", "李四"},
    Edit{"DELETE FROM person", nullptr},
};

// An entry of the report as somebody who is nobody would write it: signed by a key made up.
LogEntry madeUp(const Office &office, const SigningKey &key, EntryKind kind, ReportState state)
{
    const LogEntry last = office.store->log(office.id).value().last();
    LogEntry entry = last;
    entry.uid = QByteArray(16, static_cast<char>(kind));
    entry.kind = kind;
    entry.person = office.supervisor.name;
    entry.state = state;
    entry.origin = key.publicKey;
    entry.signature = sign(signedBytes(entry, key.publicKey), key.secretKey.bytes());
    return entry;
}

// One that a recovery would write: of nobody, without a signature.
LogEntry unsignedEntry(EntryKind kind, const QJsonObject &detail = {})
{
    LogEntry entry;
    entry.kind = kind;
    entry.at = QDateTime(QDate(2023, 3, 1), QTime(9, 0));
    entry.detail = detail;
    return entry;
}

LogEntry putBackToWork(const Office &office)
{
    const LogEntry last = office.store->log(office.id).value().last();
    LogEntry entry = unsignedEntry(EntryKind::Recovered);
    entry.notice = last.notice;
    entry.unit = last.unit;
    entry.report = last.report;
    entry.version = last.version;
    entry.content = last.content;
    return entry;
}

} // namespace

TEST_CASE("Nobody has a duty, a password or a place here that the signed log does not tell")
{
    const Edit edit = GENERATE(from_range(edits));
    INFO(edit.sql);
    Office office(Office::People::WithPasswords);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    const bool isOpen = GENERATE(false, true); // while the program runs
    const QList<Account> before = office.store->accounts().value();
    if (!isOpen)
        office.store.reset();
    REQUIRE(tamper(office.path, {QString::fromUtf8(edit.sql)}) == QString());
    forge(office.path);
    if (!isOpen) {
        office.reopen();
        const Result<PasswordCheck> check = checkPassword(Office::password(), before.constFirst().password);
        REQUIRE(office.store->unseal(before.constFirst(), *check->key));
    }
    const Result<QList<Account>> accounts = office.store->accounts();
    REQUIRE_FALSE(accounts);
    CHECK(accounts.error().code == ErrorCode::StoreDamaged);
    if (edit.name)
        CHECK(accounts.error().arguments.value(1) == QString::fromUtf8(edit.name));
    const qsizetype entries = office.store->log()->size();
    for (const Person *person : {&office.reporter, &office.supervisor, &office.administrator}) {
        CHECK(office.record(EntryKind::Comment, *person, why).error().code == ErrorCode::StoreDamaged);
        NewEntry added = office.entry(EntryKind::PersonAdded, *person);
        added.report = 0;
        added.account = Account{{QStringLiteral("鬼"), {}, {}, allDuties}};
        CHECK(office.store->record(added).error().code == ErrorCode::StoreDamaged);
    }
    CHECK(office.store->log()->size() == entries);
}

TEST_CASE("Failed tries are no affair of the log, and keep nobody out")
{
    Office office(Office::People::WithPasswords);
    REQUIRE(office.store->noteFailures(office.reporter.name, 2, office.now()));
    CHECK(office.store->accounts()->at(1).failures == 2);
    CHECK(office.record(EntryKind::Submit, office.reporter));
}

TEST_CASE("What an administrator does is done by nobody else, whoever asks the store")
{
    Office office(Office::People::WithPasswords);
    for (const EntryKind kind : {EntryKind::PersonAdded, EntryKind::PersonChanged, EntryKind::PasswordSet,
             EntryKind::SoleOffice, EntryKind::SealPicture, EntryKind::KeyTrusted}) {
        NewEntry entry = office.entry(kind, office.reporter);
        entry.report = 0;
        CHECK(
            office.store->record(entry).error() == Error{ErrorCode::RoleMissing, {nameOf(kind), office.reporter.name}});
        entry.person.duties = allDuties; // by his own word
        CHECK(office.store->record(entry).error().code == ErrorCode::RoleMissing);
    }
}

TEST_CASE("What another office may do is what the log tells, not what its line says")
{
    Office office(Office::People::WithPasswords);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    const SigningKey other = newSigningKey();
    NewEntry trusted = office.entry(EntryKind::KeyTrusted, office.administrator);
    trusted.report = 0;
    trusted.key = OfficeKey{
        other.publicKey, {}, QStringLiteral("外局"), office.now(), {office.report.unit}, OfficeRole::HandIn};
    REQUIRE(office.store->record(trusted));
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE office_key SET roles = 7 WHERE name = '外局'")}) == QString());
    forge(office.path);
    const LogEntry review = madeUp(office, other, EntryKind::Review, ReportState::Reviewed);
    const IncomingFile file{office.report.notice, office.report.unit, other.publicKey, {}, {{review, -1, true}}};
    NewEntry told = office.entry(EntryKind::Received, office.administrator);
    told.report = 0;
    CHECK(office.store->checkReceipt(file, told).error().code == ErrorCode::StoreDamaged);
    CHECK(office.store->receive(file, {}, told).error().code == ErrorCode::StoreDamaged);
    CHECK(office.store->reviewStatus(office.id)->state == ReportState::Submitted);
}

TEST_CASE("Nothing counts behind the signed end of the log that somebody's key signed")
{
    Office office(Office::People::WithPasswords);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    const SigningKey key = newSigningKey();
    const LogEntry approved = madeUp(office, key, EntryKind::Approve, ReportState::Approved);
    const bool isOpen = GENERATE(false, true);
    if (!isOpen)
        office.store.reset();
    append(office.path, approved);
    if (!isOpen)
        office.reopen();
    const QList<Damage> damages = inspect(office.path)->damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].kind == Damage::Kind::Signature);
    CHECK(office.store->log().error().code == ErrorCode::LogBroken);
    CHECK(office.store->unconfirmed().error().code == ErrorCode::LogBroken);
    CHECK(office.store->accounts().error().code == ErrorCode::LogBroken);
    if (isOpen) {
        NewEntry confirmed = office.entry(EntryKind::Confirmed, office.administrator);
        confirmed.report = 0;
        CHECK(office.store->record(confirmed).error().code == ErrorCode::LogBroken);
    }
}

TEST_CASE("An earlier end of the log does not let what was signed behind it be dropped or put in another order")
{
    Office office(Office::People::WithPasswords);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    const LogHead earlier = headIn(office.path);
    REQUIRE(office.record(EntryKind::Comment, office.supervisor, why));
    REQUIRE(office.record(EntryKind::Comment, office.supervisor, QStringLiteral("其次")));
    const qint64 number = earlier.number;
    office.store.reset();
    SECTION("put back") { }
    SECTION("and one dropped")
    {
        REQUIRE(
            tamper(office.path,
                {QStringLiteral("DELETE FROM entry WHERE number = %1").arg(number + 1),
                    QStringLiteral("UPDATE entry SET number = %1 WHERE number = %2").arg(number + 1).arg(number + 2)})
            == QString());
        forge(office.path);
    }
    SECTION("and two in another order")
    {
        REQUIRE(
            tamper(office.path,
                {QStringLiteral("UPDATE entry SET number = -1 WHERE number = %1").arg(number + 1),
                    QStringLiteral("UPDATE entry SET number = %1 WHERE number = %2").arg(number + 1).arg(number + 2),
                    QStringLiteral("UPDATE entry SET number = %1 WHERE number = -1").arg(number + 2)})
            == QString());
        forge(office.path);
    }
    putHead(office.path, earlier);
    office.reopen();
    CHECK(office.store->log().error().code == ErrorCode::LogBroken);
    CHECK_FALSE(inspect(office.path)->damages.isEmpty());
}

TEST_CASE("An entry without a signature tells nothing but what its kind may")
{
    Office office(Office::People::WithPasswords);
    office.approve();
    Account raised = office.store->accounts()->at(1);
    raised.person.duties = allDuties;
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    const QJsonObject person{{QStringLiteral("name"), raised.person.name}, {QStringLiteral("duties"), 7},
        {QStringLiteral("active"), true}, {QStringLiteral("digest"), hex(digestOfPerson(raised))}};
    QJsonObject away = person;
    away.insert(QStringLiteral("active"), false);
    QJsonObject stranger = away;
    stranger.insert(QStringLiteral("name"), QStringLiteral("某人"));
    QJsonObject restored = person;
    restored.insert(QStringLiteral("backup"), QStringLiteral("x.db"));
    LogEntry released = putBackToWork(office);
    released.detail = person;
    LogEntry sealed = putBackToWork(office);
    sealed.state = ReportState::Sealed;
    LogEntry named = unsignedEntry(EntryKind::Restored);
    named.person = office.administrator.name;
    const QList<LogEntry> entries{unsignedEntry(EntryKind::Restored, restored),
        unsignedEntry(EntryKind::Recovered, person), unsignedEntry(EntryKind::PersonChanged, person),
        unsignedEntry(EntryKind::PersonChanged, away), unsignedEntry(EntryKind::PersonChanged, stranger),
        unsignedEntry(EntryKind::SoleOffice), released, sealed, named, unsignedEntry(EntryKind::Confirmed),
        unsignedEntry(EntryKind::KeyTrusted)};
    const LogEntry entry = GENERATE_COPY(from_range(entries));
    office.store.reset();
    append(office.path, entry);
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE person SET duties = 7 WHERE name = '张三'")}) == QString());
    forgeLines(office.path);
    office.reopen();
    CHECK_FALSE(inspect(office.path)->damages.isEmpty());
    CHECK_FALSE(office.store->accounts());
    CHECK_FALSE(office.store->log());
}

TEST_CASE("What nobody could sign counts for nothing until an administrator confirmed what was shown")
{
    Office office(Office::People::WithPasswords);
    const LogEntry approval = office.approve();
    const QList<LogEntry> before = office.store->log().value();
    append(office.path, putBackToWork(office));
    CHECK(office.store->log()->size() == before.size());
    CHECK(inForce(office.store->log(office.id).value(), EntryKind::Approve)->number == approval.number);
    CHECK(inspect(office.path)->damages.isEmpty());
    CHECK(inspect(office.path)->pending == 1);
    CHECK_FALSE(isSound(inspect(office.path).value()));
    // Nobody's act signs it along.
    const Error waits{ErrorCode::SignInNeeded, {QString(), QStringLiteral("1")}};
    CHECK(office.record(EntryKind::Submit, office.reporter).error() == waits);
    CHECK(office.record(EntryKind::Comment, office.administrator, why).error() == waits);
    CHECK(office.confirm(office.reporter).error().code == ErrorCode::RoleMissing);
    CHECK(office.confirm(office.supervisor).error().code == ErrorCode::RoleMissing);
    // Nor is more confirmed than was shown.
    NewEntry confirmed = office.entry(EntryKind::Confirmed, office.administrator);
    confirmed.report = 0;
    CHECK(office.store->record(confirmed).error().code == ErrorCode::LogBroken);
    confirmed.detail
        = {{QStringLiteral("chain"), QString::fromLatin1(office.store->unconfirmed()->constLast().chain.toHex())}};
    append(office.path, unsignedEntry(EntryKind::Restored));
    CHECK(office.store->record(confirmed).error().code == ErrorCode::LogBroken);
    CHECK(office.store->unconfirmed()->size() == 2);
    REQUIRE(office.confirm(office.administrator));
    CHECK(office.store->unconfirmed()->isEmpty());
    CHECK(office.store->log()->size() == before.size() + 3);
    CHECK_FALSE(inForce(office.store->log(office.id).value(), EntryKind::Approve));
    CHECK(isSound(inspect(office.path).value()));
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
}

TEST_CASE("Where the end is lost an entry of an office that was never known ends the log")
{
    Office office(Office::People::WithPasswords);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    const LogHead end = headIn(office.path);
    const SigningKey key = newSigningKey();
    const LogEntry approved = madeUp(office, key, EntryKind::Approve, ReportState::Approved);
    append(office.path, approved);
    putHead(office.path, {0, QByteArray(32, 0), end.signer, QByteArray(64, 0)});
    CHECK(office.store->unconfirmed().error()
        == Error{ErrorCode::LogBroken, {office.path, QString::number(end.number + 1)}});
    CHECK_FALSE(inspect(office.path)->damages.isEmpty());
}

TEST_CASE("Who may not sign in any more is told by an unsigned entry only as a recovery would tell it")
{
    Office office(Office::People::WithPasswords);
    const Account away = deactivated(office.supervisor.name, office.supervisor.duties);
    append(office.path,
        unsignedEntry(EntryKind::PersonChanged,
            {{QStringLiteral("name"), away.person.name}, {QStringLiteral("duties"), away.person.duties.toInt()},
                {QStringLiteral("active"), false},
                {QStringLiteral("digest"), QString::fromLatin1(digestOfPerson(away).toHex())}}));
    CHECK_FALSE(office.store->accounts()); // his line is as it was
    REQUIRE(tamper(office.path,
                {QStringLiteral("UPDATE person SET active = 0, office = '', post = '', password = '', share = NULL "
                                "WHERE name = '李四'")})
        == QString());
    forgeLines(office.path);
    CHECK(office.store->accounts());
    CHECK(inspect(office.path)->damages.isEmpty());
    REQUIRE(office.confirm(office.administrator));
    CHECK(isSound(inspect(office.path).value()));
    CHECK_FALSE(office.store->accounts()->at(2).active);
}

} // namespace trust_test
