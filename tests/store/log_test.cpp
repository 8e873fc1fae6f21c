// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "base/signature.h"
#include "store/example.h"
#include "store/office.h"
#include "store/tampering.h"

#include <QJsonArray>

#include <catch2/catch.hpp>
#include <random>

namespace log_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");
const QString why = QStringLiteral("理由");

ErrorCode codeOf(const Result<LogEntry> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("Each step is told with who, when, why and the digest of the content, and leads to its state")
{
    Office office;
    struct Step {
        EntryKind kind;
        const Person &person;
        ReportState state;
    };
    const QList<Step> steps{
        {EntryKind::Submit, office.reporter, ReportState::Submitted},
        {EntryKind::Comment, office.supervisor, ReportState::Submitted},
        {EntryKind::Return, office.supervisor, ReportState::Returned},
        {EntryKind::Submit, office.reporter, ReportState::Submitted},
        {EntryKind::Withdraw, office.reporter, ReportState::Draft},
        {EntryKind::Submit, office.reporter, ReportState::Submitted},
        {EntryKind::Review, office.supervisor, ReportState::Reviewed},
        {EntryKind::Approve, office.supervisor, ReportState::Approved},
        {EntryKind::PlaceSeal, office.supervisor, ReportState::Sealed},
        {EntryKind::AttachScan, office.reporter, ReportState::Sealed},
        {EntryKind::Send, office.reporter, ReportState::Sent},
        {EntryKind::Unlock, office.supervisor, ReportState::Draft},
    };
    const qint64 before = office.store->log().value().size();
    for (const Step &step : steps) {
        const LogEntry entry = office.record(step.kind, step.person, why).value();
        CHECK(entry.kind == step.kind);
        CHECK(entry.person == step.person.name);
        CHECK(entry.office == step.person.office);
        CHECK(entry.post == step.person.post);
        CHECK(entry.verified);
        CHECK(entry.reason == why);
        CHECK(entry.state == step.state);
        CHECK(entry.at.isValid());
        CHECK(entry.notice == office.report.notice);
        CHECK(entry.unit == office.report.unit);
        CHECK(entry.version == office.store->currentVersion(office.id).value());
        CHECK(entry.content == contentDigest(office.report));
        CHECK(office.store->reports().value().first().state == step.state);
        CHECK(office.store->reviewStatus(office.id).value().state == step.state);
    }
    office.reopen();
    const QList<LogEntry> entries = office.store->log().value();
    REQUIRE(entries.size() == before + steps.size());
    CHECK_FALSE(firstBroken(entries));
    CHECK(office.store->log(office.id).value().size() == steps.size());
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(inspect(office.path).value().damages.isEmpty());
}

TEST_CASE("What the rule refuses is neither told nor done")
{
    Office office;
    const auto entries = [&] { return office.store->log().value().size(); };
    const qsizetype before = entries();
    CHECK(codeOf(office.record(EntryKind::Approve, office.supervisor)) == ErrorCode::ActionRefused);
    CHECK(codeOf(office.record(EntryKind::Submit, office.supervisor)) == ErrorCode::RoleMissing);
    CHECK(codeOf(office.record(EntryKind::Submit, {})) == ErrorCode::RoleMissing);
    CHECK(entries() == before);
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    CHECK(codeOf(office.record(EntryKind::Return, office.supervisor)) == ErrorCode::ReasonMissing);
    CHECK(codeOf(office.record(EntryKind::Return, office.supervisor, QStringLiteral(" \n　")))
        == ErrorCode::ReasonMissing);
    CHECK(codeOf(office.record(EntryKind::Withdraw, office.reporter)) == ErrorCode::ReasonMissing);
    CHECK(codeOf(office.record(EntryKind::Comment, office.supervisor)) == ErrorCode::ReasonMissing);
    CHECK(codeOf(office.record(EntryKind::Resolve, office.administrator)) == ErrorCode::RoleMissing);
    CHECK(entries() == before + 1);
    REQUIRE(office.record(EntryKind::Review, office.supervisor));
    REQUIRE(office.record(EntryKind::Approve, office.supervisor));
    CHECK(codeOf(office.record(EntryKind::Unlock, office.supervisor)) == ErrorCode::ReasonMissing);
    for (const EntryKind kind : {EntryKind::Comment, EntryKind::Reply, EntryKind::Resolve, EntryKind::Reopen})
        CHECK(codeOf(office.record(kind, office.supervisor, why)) == ErrorCode::ActionRefused);
    NewEntry nowhere = office.entry(EntryKind::Approve, office.supervisor);
    for (const qint64 report : {qint64(0), qint64(99)}) {
        nowhere.report = report;
        CHECK(codeOf(office.store->record(nowhere)) == ErrorCode::ReportNotFound);
    }
    CHECK(entries() == before + 3);
    CHECK(office.store->reviewStatus(office.id).value().state == ReportState::Approved);
    Report changed = office.report;
    changed.forms[outline].sections[0] = QStringLiteral("改");
    CHECK(office.store->save(office.id, changed, {}).error().code == ErrorCode::ActionRefused);
    CHECK(office.store->remove(office.id).error().code == ErrorCode::ActionRefused);
    CHECK(office.store->load(office.id).value() == office.report);
}

TEST_CASE("The duties that count are those that the store knows, whatever it is told")
{
    Office office;
    Person pretender = office.reporter;
    pretender.duties = allDuties;
    REQUIRE(office.record(EntryKind::Submit, pretender));
    CHECK(codeOf(office.record(EntryKind::Return, pretender, why)) == ErrorCode::RoleMissing);
    CHECK(codeOf(office.record(EntryKind::Return, {QStringLiteral("路人"), {}, {}, allDuties}, why))
        == ErrorCode::RoleMissing);
    NewEntry leaves = office.entry(EntryKind::PersonChanged, office.administrator);
    leaves.report = 0;
    leaves.account = Account{office.supervisor, false};
    REQUIRE(office.store->record(leaves));
    CHECK(codeOf(office.record(EntryKind::Return, office.supervisor, why)) == ErrorCode::RoleMissing);
}

TEST_CASE("Nobody approves what they handed in, unless the office is one of one person, and then it is told")
{
    Office office;
    office.giveDuties(office.supervisor, allDuties);
    REQUIRE(office.record(EntryKind::Submit, office.supervisor));
    CHECK(office.store->reviewStatus(office.id).value().submittedBy == office.supervisor.name);
    CHECK(office.record(EntryKind::Review, office.supervisor).error()
        == Error{ErrorCode::OwnSubmission, {office.supervisor.name}});
    office.allowSoleOffice(true);
    CHECK(office.store->reviewStatus(office.id).value().soleOffice);
    REQUIRE(office.record(EntryKind::Review, office.supervisor));
    office.allowSoleOffice(false);
    CHECK(codeOf(office.record(EntryKind::Approve, office.supervisor)) == ErrorCode::OwnSubmission);
    office.allowSoleOffice(true);
    const LogEntry approved = office.record(EntryKind::Approve, office.supervisor).value();
    CHECK(approved.detail.value(QStringLiteral("sole")).toBool());
    CHECK(office.record(EntryKind::Unlock, office.supervisor, why).value().detail.isEmpty());
}

TEST_CASE("An office without a list of people is one person")
{
    Office office(Office::People::None);
    const Person only{{}, {}, {}, allDuties};
    REQUIRE(office.record(EntryKind::Submit, only));
    CHECK(codeOf(office.record(EntryKind::Review, only)) == ErrorCode::OwnSubmission);
    office.allowSoleOffice(true);
    REQUIRE(office.record(EntryKind::Review, only));
    CHECK(office.record(EntryKind::Approve, only).value().detail.value(QStringLiteral("sole")).toBool());
}

TEST_CASE("A comment is kept with the version that it speaks of")
{
    Office office;
    const LogEntry comment = office.record(EntryKind::Comment, office.supervisor, QStringLiteral("数字不对")).value();
    office.save(QStringLiteral("改过"));
    CHECK(office.store->currentVersion(office.id).value() != comment.version);
    const QList<Comment> comments = commentsOf(office.store->log(office.id).value());
    REQUIRE(comments.size() == 1);
    CHECK(comments[0].version == comment.version);
    const Report then = office.store->loadVersion(office.id, comment.version).value();
    CHECK(contentDigest(then) == comment.content);
    CHECK(then != office.report);
    const QList<Version> versions = office.store->versions(office.id).value();
    for (const Version &version : versions)
        CHECK(version.kept == (version.id == comment.version));
}

TEST_CASE("Files, people and keys come with the entry that tells of them, or not at all")
{
    Office office;
    const QByteArray scan = QByteArrayLiteral("%PDF scan");
    const QByteArray digest = digestOfBytes(scan, DigestAlgorithm::Sha256);
    NewEntry attach = office.entry(EntryKind::AttachScan, office.supervisor);
    attach.attachments = {scan};
    CHECK(codeOf(office.store->record(attach)) == ErrorCode::ActionRefused);
    CHECK(office.store->attachment(digest).error().code == ErrorCode::FileNotFound);
    office.approve();
    const LogEntry entry = office.store->record(attach).value();
    CHECK(
        entry.detail.value(QStringLiteral("attachments")).toArray() == QJsonArray{QString::fromLatin1(digest.toHex())});
    CHECK(office.store->attachment(digest).value() == scan);
    REQUIRE(office.store->record(attach)); // the same file again
    NewEntry trust = office.entry(EntryKind::KeyTrusted, office.administrator);
    trust.report = 0;
    trust.key = OfficeKey{QByteArray(32, 'k'), {}, QStringLiteral("乙市局"), office.now()};
    REQUIRE(office.store->record(trust));
    office.reopen();
    const QList<OfficeKey> keys = office.store->keys().value();
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].own); // first
    CHECK(keys[0].secretKey.size() == 64);
    CHECK(keys[1] == *trust.key);
    CHECK(office.store->accounts().value().size() == 3);
    CHECK(inspect(office.path).value().damages.isEmpty());
}

TEST_CASE("Every entry is signed by the office's key, which a password alone opens")
{
    Office office(Office::People::WithPasswords);
    office.approve();
    const OfficeKey own = office.store->keys().value().constFirst();
    CHECK(own.own);
    const QList<LogEntry> entries = office.store->log().value();
    REQUIRE(entries.size() == 6);
    for (const LogEntry &entry : entries)
        CHECK(isSignedBy(signedBytes(entry, own.publicKey), entry.signature, own.publicKey));

    office.reopen();
    CHECK(office.store->keys()->constFirst().own);
    CHECK(office.store->keys()->constFirst().secretKey.isEmpty());
    CHECK(codeOf(office.record(EntryKind::PlaceSeal, office.supervisor)) == ErrorCode::SignInNeeded);
    const Account account = office.store->accounts()->constFirst();
    QByteArray other = randomBytes(32);
    CHECK(office.store->unseal(account, Secret(other)).error() == Error{ErrorCode::KeyReplaced, {account.person.name}});
    CHECK(codeOf(office.record(EntryKind::PlaceSeal, office.supervisor)) == ErrorCode::SignInNeeded);
    CHECK(office.store->log()->size() == 6);
    office.enter();
    REQUIRE(office.record(EntryKind::PlaceSeal, office.supervisor));
    office.store->sealAgain();
    CHECK(codeOf(office.record(EntryKind::Unlock, office.supervisor, why)) == ErrorCode::SignInNeeded);
    CHECK(inspect(office.path)->damages.isEmpty());
    CHECK(inspect(office.path)->protection == Inspection::Protection::Sealed);
}

TEST_CASE("Nothing is signed behind a tail that was cut off")
{
    Office office(Office::People::WithPasswords);
    office.approve();
    office.store.reset();
    office.cutLog(5);
    office.reopen();
    CHECK(office.store->accounts().error().code == ErrorCode::LogBroken);
    CHECK(office.store->log().error().code == ErrorCode::LogBroken);
    CHECK(codeOf(office.record(EntryKind::Approve, office.supervisor)) == ErrorCode::LogBroken);
}

TEST_CASE("Signing begins with what is told first, and tells what people are then")
{
    Office office(Office::People::None);
    REQUIRE(office.record(EntryKind::Submit, Person{{}, {}, {}, allDuties}));
    const QList<LogEntry> entries = office.store->log().value();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].kind == EntryKind::SigningBegun);
    CHECK(entries[1].kind == EntryKind::Submit);
    CHECK_FALSE(entries[1].signature.isEmpty());
    CHECK(inspect(office.path)->protection == Inspection::Protection::InTheOpen);
}

TEST_CASE("Wrong tries are counted, and leave no trace in the log")
{
    Office office;
    const qsizetype before = office.store->log().value().size();
    const QDateTime at = office.now();
    REQUIRE(office.store->noteFailures(office.reporter.name, 3, at));
    office.reopen();
    const QList<Account> accounts = office.store->accounts().value();
    const auto found = std::find_if(accounts.cbegin(), accounts.cend(),
        [&](const Account &account) { return account.person.name == office.reporter.name; });
    REQUIRE(found != accounts.cend());
    CHECK(found->failures == 3);
    CHECK(found->failed == at);
    CHECK(office.store->noteFailures(QStringLiteral("路人"), 1, at).error().code == ErrorCode::PersonUnknown);
    CHECK(office.store->log().value().size() == before);
}

TEST_CASE("Odd texts in an entry are chained as they are kept")
{
    Office office;
    const QString odd = QString(QChar(u'\0')) + QStringLiteral(" 𠮷\n\"\\") + QChar(0xd83d);
    NewEntry entry = office.entry(EntryKind::Comment, office.supervisor, odd);
    entry.detail = {{QStringLiteral("quote"), odd}, {odd, 1e300}, {QStringLiteral("n"), QJsonValue()}};
    REQUIRE(office.store->record(entry));
    CHECK_FALSE(firstBroken(office.store->log().value()));
    CHECK(inspect(office.path).value().damages.isEmpty());
}

TEST_CASE("Nothing is added to a log that was changed beside the program")
{
    Office office;
    REQUIRE(office.record(EntryKind::Submit, office.reporter));
    office.store.reset();
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE entry SET reason = 'x' WHERE kind = 'submit'")}) == QString());
    office.reopen();
    CHECK(codeOf(office.record(EntryKind::Comment, office.supervisor, why)) == ErrorCode::LogBroken);
    CHECK(office.store->log().error().code == ErrorCode::LogBroken);
    CHECK(office.store->log(office.id).error().code == ErrorCode::LogBroken);
    CHECK(office.store->reviewStatus(office.id).error().code == ErrorCode::LogBroken);
}

TEST_CASE("A head that somebody wrote down tells whether the log was cut")
{
    Office office;
    office.approve();
    const LogEntry head = office.store->log().value().last();
    CHECK(office.store->holds(head.number, head.chain).value());
    CHECK_FALSE(office.store->holds(head.number, QByteArray(32, 'x')).value());
    CHECK_FALSE(office.store->holds(head.number + 1, head.chain).value());
    office.store.reset();
    // The log ends before the approval, and all else was made to fit.
    office.cutLog(head.number - 1);
    office.reopen();
    CHECK(office.store->reviewStatus(office.id).value().state == ReportState::Reviewed);
    CHECK(inspect(office.path).value().damages.isEmpty());
    CHECK_FALSE(office.store->holds(head.number, head.chain).value());
    REQUIRE(office.record(EntryKind::Approve, office.supervisor));
    CHECK_FALSE(office.store->holds(head.number, head.chain).value());
}

TEST_CASE("Thinning never changes what a settled version says")
{
    std::mt19937 random(GENERATE(range(1U, 5U)));
    const auto below = [&](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
    Office office;
    QMap<qint64, ContentDigest> settled;
    for (int day = 0; day < 60; ++day) {
        for (int edit = below(6); edit > 0; --edit) {
            office.advance(600 + below(4000));
            FormAnswer &table = office.report.forms[QStringLiteral("table")];
            if (below(4) == 0 && table.rows.size() > 1)
                table.rows.removeAt(below(int(table.rows.size())));
            else if (below(3) == 0)
                table.rows.insert(
                    below(int(table.rows.size()) + 1), Row{{{QStringLiteral("a"), QString::number(below(5))}}, {}});
            else
                office.report.forms[outline].sections[below(3)] = QString::number(below(4));
            REQUIRE(office.store->save(office.id, office.report, {}));
        }
        if (below(3) == 0) {
            const LogEntry told = office.record(EntryKind::Comment, office.supervisor, why).value();
            settled.insert(told.version, told.content);
        }
        if (below(8) == 0) {
            const LogEntry approved = office.approve();
            settled.insert(approved.version, approved.content);
            REQUIRE(office.store->thin(office.id));
            REQUIRE(office.record(EntryKind::Unlock, office.supervisor, why));
        }
        office.advance(20 * 3600);
        REQUIRE(office.store->thin(office.id));
    }
    REQUIRE(settled.size() > 10);
    for (auto version = settled.cbegin(); version != settled.cend(); ++version)
        CHECK(contentDigest(office.store->loadVersion(office.id, version.key()).value()) == *version);
    CHECK(office.store->load(office.id).value() == office.report);
    CHECK(inspect(office.path).value().damages.isEmpty());
}

} // namespace log_test
