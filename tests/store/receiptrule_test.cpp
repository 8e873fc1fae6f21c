// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What another office may do here.
#include "base/digest.h"
#include "store/correspondents.h"
#include "store/reports/rowdigests.h"
#include "store/tampering.h"

#include <catch2/catch.hpp>

namespace receiptrule_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString why = QStringLiteral("理由");
const QString outline = QStringLiteral("outline");

} // namespace

TEST_CASE("What claims to have been written here is taken only where this office signed it, by an administrator")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    file.sender = two.keyThere;
    IncomingEntry &lost = Correspondents::add(file, EntryKind::Review, 'f', two.keyHere);
    lost.entry.person = two.here.supervisor.name;
    const qsizetype before = two.here.store->log().value().size();
    SECTION("not signed")
    {
        lost.isProven = false;
        CHECK(two.receiveHere(file).error().code == ErrorCode::OriginUnproven);
    }
    SECTION("by somebody who does not administer")
    {
        for (const Person &person : {two.here.reporter, two.here.supervisor}) {
            NewEntry told = two.here.entry(EntryKind::Received, person);
            told.report = 0;
            CHECK(two.here.store->receive(file, {}, told).error().code == ErrorCode::OwnEntryUnknown);
        }
    }
    CHECK(two.here.store->log().value().size() == before);
    lost.isProven = true;
    REQUIRE(two.receiveHere(file));
    CHECK(two.here.store->log(two.here.id).value().last().origin == two.keyHere);
    CHECK(two.stateHere() == ReportState::Reviewed);
}

TEST_CASE("An office acts only for whom and in which roles it may, and a refusal leaves nothing")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Comment, why));
    REQUIRE(two.act(EntryKind::Review));
    REQUIRE(two.act(EntryKind::Approve));
    IncomingFile file = two.fromThere();
    file.attachments = {QByteArrayLiteral("file")};
    const QString unit = two.here.report.unit;
    const auto refused = [&](const char *what) {
        const qsizetype before = two.here.store->log().value().size();
        CHECK(two.receiveHere(file).error()
            == Error{ErrorCode::OfficeRefused, {QStringLiteral("t"), QString::fromLatin1(what), unit}});
        CHECK(two.here.store->log().value().size() == before);
        CHECK(two.stateHere() == ReportState::Submitted);
        const QByteArray digest = digestOfBytes(file.attachments.first(), DigestAlgorithm::Sha256);
        CHECK(two.here.store->attachment(digest).error().code == ErrorCode::FileNotFound);
        CHECK(inspect(two.here.path).value().damages.isEmpty());
    };
    REQUIRE(Correspondents::trust(two.here, QStringLiteral("t"), two.keyThere, {QStringLiteral("另一单位")}, allRoles));
    refused("comment");
    REQUIRE(Correspondents::trust(two.here, QStringLiteral("t"), two.keyThere, {unit}, {}));
    refused("comment");
    REQUIRE(Correspondents::trust(two.here, QStringLiteral("t"), two.keyThere, {unit}, OfficeRole::HandIn));
    refused("review");
    REQUIRE(Correspondents::trust(two.here, QStringLiteral("t"), two.keyThere, {unit}, OfficeRole::Review));
    refused("approve");
    REQUIRE(Correspondents::trust(
        two.here, QStringLiteral("t"), two.keyThere, {unit}, OfficeRoles(OfficeRole::Review) | OfficeRole::Approve));
    CHECK(two.receiveHere(file).value().added == 3);
    CHECK(two.stateHere() == ReportState::Approved);
    // What no entry names is not kept.
    CHECK_FALSE(two.here.store->attachment(digestOfBytes(file.attachments.first(), DigestAlgorithm::Sha256)));
    CHECK(inspect(two.here.path).value().damages.isEmpty());
}

TEST_CASE("What another office may do is told in the log, and what is changed beside it is found")
{
    Correspondents two;
    REQUIRE(
        Correspondents::trust(two.here, QStringLiteral("t"), two.keyThere, {two.here.report.unit}, OfficeRole::HandIn));
    const QList<OfficeKey> keys = two.here.store->keys().value();
    REQUIRE(keys.size() == 2);
    CHECK(keys.last().roles == OfficeRoles(OfficeRole::HandIn));
    CHECK(inspect(two.here.path).value().damages.isEmpty());
    two.here.store.reset();
    OfficeKey raised = keys.last();
    raised.roles = allRoles;
    REQUIRE(tamper(two.here.path,
                {QStringLiteral("UPDATE office_key SET roles = %1, digest = x'%2' WHERE secret IS NULL")
                        .arg(raised.roles.toInt())
                        .arg(QString::fromLatin1(digestOf(raised).toHex()))})
        == QString());
    const QList<Damage> damages = inspect(two.here.path).value().damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages.first().kind == Damage::Kind::Key);
}

TEST_CASE("A report begins with what was handed in, by an office that may hand in")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    const QString unit = two.here.report.unit;
    REQUIRE(Correspondents::trust(two.there, QStringLiteral("h"), two.keyHere, {unit}, OfficeRole::Approve));
    IncomingFile other = file;
    for (const EntryKind kind : {EntryKind::Comment, EntryKind::Approve, EntryKind::Unlock}) {
        other.entries.first().entry.kind = kind;
        CHECK(two.receiveThere(other).error()
            == Error{ErrorCode::OfficeRefused, {QStringLiteral("h"), QStringLiteral("submit"), unit}});
    }
    CHECK(two.receiveThere(file).error()
        == Error{ErrorCode::OfficeRefused, {QStringLiteral("h"), QStringLiteral("submit"), unit}});
    CHECK(two.reportThere() == 0);
    REQUIRE(Correspondents::trust(two.there, QStringLiteral("h"), two.keyHere, {unit}, OfficeRole::HandIn));
    // What was said of an earlier content does not stand in for what was handed in.
    Report earlier = two.here.report;
    earlier.forms[outline].sections[0] = QStringLiteral("先前的");
    file.contents.append(earlier);
    IncomingEntry comment = file.entries.constFirst();
    comment.entry.uid = QByteArray(16, 'c');
    comment.entry.kind = EntryKind::Comment;
    comment.entry.content = contentDigest(earlier);
    comment.content = 1;
    file.entries.prepend(comment);
    CHECK(two.receiveThere(file).value().added == 2);
    CHECK(two.there.store->load(two.reportThere()).value() == two.here.report);
    CHECK(two.there.store->versions(two.reportThere())->size() == 1);
    CHECK(inspect(two.there.path)->damages.isEmpty());
}

TEST_CASE("What is an affair of the store where it was written comes by no file")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    const QString unit = two.here.report.unit;
    for (const QByteArray &origin : {two.keyThere, two.keyHere}) {
        IncomingFile file = two.fromThere();
        Correspondents::add(file, EntryKind::Recovered, 'r', origin);
        CHECK(two.receiveHere(file).error()
            == Error{ErrorCode::OfficeRefused, {QStringLiteral("t"), QStringLiteral("recovered"), unit}});
    }
    CHECK(two.stateHere() == ReportState::Submitted);
}

TEST_CASE("Trust and what is taken over with it come together, or neither does")
{
    Correspondents two;
    Office chief(Office::People::WithPasswords);
    REQUIRE(chief.store->remove(chief.id));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    const QString unit = two.here.report.unit;
    file.entries.first().entry.person = QStringLiteral("外人"); // no name of somebody here
    file.trusted
        = OfficeKey{two.keyHere, {}, QStringLiteral("县局"), chief.now(), {QStringLiteral("另一单位")}, allRoles};
    const qsizetype before = chief.store->log()->size();
    const auto refused = [&] {
        const Result<ReceivedEntries> received = Correspondents::receive(chief, file);
        REQUIRE_FALSE(received);
        CHECK(chief.store->log()->size() == before);
        CHECK(chief.store->keys()->size() == 1);
        return received.error();
    };
    CHECK(refused() == Error{ErrorCode::OfficeRefused, {QStringLiteral("县局"), QStringLiteral("submit"), unit}});
    file.trusted->units = {unit};
    file.trusted->roles = OfficeRole::Approve;
    CHECK(refused().code == ErrorCode::OfficeRefused);
    file.trusted->roles = OfficeRole::HandIn;
    file.entries.first().isProven = false;
    CHECK(refused().code == ErrorCode::OriginUnproven);
    file.entries.first().isProven = true;
    // By an administrator alone.
    NewEntry told = chief.entry(EntryKind::Received, chief.reporter);
    told.report = 0;
    CHECK(chief.store->receive(file, {}, told).error().code == ErrorCode::RoleMissing);
    CHECK(chief.store->checkReceipt(file, told).error().code == ErrorCode::RoleMissing);
    CHECK(chief.store->keys()->size() == 1);
    // Never this office's own key.
    file.trusted->publicKey = Correspondents::ownKey(chief);
    CHECK(refused().code == ErrorCode::KeyUnknown);
    file.trusted->publicKey = two.keyHere;
    CHECK(Correspondents::receive(chief, file).value().added == 1);
    const QList<LogEntry> log = chief.store->log().value();
    REQUIRE(log.size() == before + 3);
    CHECK(log.at(before).kind == EntryKind::KeyTrusted);
    CHECK(log.last().kind == EntryKind::Received);
    CHECK(chief.store->keys()->last().name == QStringLiteral("县局"));
    // What it may do is changed with a file that brings nothing new.
    file.trusted->roles = allRoles;
    CHECK(Correspondents::receive(chief, file).value().added == 0);
    CHECK(chief.store->keys()->last().roles == allRoles);
    CHECK(isSound(inspect(chief.path).value()));
}

TEST_CASE("The names of those who left are kept for them")
{
    Correspondents two;
    NewEntry left = two.here.entry(EntryKind::PersonChanged, two.here.administrator);
    left.report = 0;
    left.account = Account{two.here.supervisor, false};
    REQUIRE(two.here.store->record(left));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Comment, why));
    IncomingFile file = two.fromThere();
    file.entries.last().entry.person = two.here.supervisor.name + u' ';
    CHECK(two.receiveHere(file).error().code == ErrorCode::NameReserved);
    file.entries.last().entry.person = two.chief.name;
    CHECK(two.receiveHere(file));
}

} // namespace receiptrule_test
