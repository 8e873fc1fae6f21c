// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Rounds between two machines, and answers that come twice, late or out of order.
#include "store/correspondents.h"

#include <catch2/catch.hpp>

namespace receive_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");
const QString why = QStringLiteral("理由");

} // namespace

TEST_CASE("A round between two machines leads both to the same states and contents")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const ReceivedEntries first = two.receiveThere(two.fromHere()).value();
    CHECK(first.added == 1);
    CHECK(first.late == 0);
    CHECK(first.report == two.reportThere());
    CHECK(two.stateThere() == ReportState::Submitted);
    CHECK(two.there.store->load(two.reportThere()).value() == two.here.report);
    const LogEntry taken = two.there.store->log(two.reportThere()).value().first();
    CHECK(taken.origin == two.keyHere);
    CHECK(taken.person == two.here.reporter.name);

    REQUIRE(two.act(EntryKind::Comment, QStringLiteral("改这里")));
    REQUIRE(two.act(EntryKind::Return, why));
    CHECK(two.receiveHere(two.fromThere()).value().added == 2);
    CHECK(two.stateHere() == ReportState::Returned);
    two.here.save(QStringLiteral("改好了"));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const ReceivedEntries second = two.receiveThere(two.fromHere()).value();
    CHECK(second.added == 1);
    CHECK(second.known == 3);
    CHECK(two.there.store->load(two.reportThere()).value() == two.here.report);
    CHECK(two.there.store->versions(two.reportThere()).value().size() == 2);
    REQUIRE(two.act(EntryKind::Review));
    REQUIRE(two.act(EntryKind::Approve));
    CHECK(two.receiveHere(two.fromThere()).value().added == 2);
    CHECK(two.stateHere() == ReportState::Approved);
    const LogEntry approved = two.here.store->log(two.here.id).value().last();
    CHECK(approved.content == contentDigest(two.here.report));
    CHECK(approved.version == two.here.store->currentVersion(two.here.id).value());
    CHECK(approved.origin == two.keyThere);
    for (const Office *office : {&two.here, &two.there}) {
        CHECK_FALSE(firstBroken(office->store->log().value()));
        CHECK(inspect(office->path).value().damages.isEmpty());
    }
}

TEST_CASE("A file that is opened twice changes nothing twice")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const IncomingFile file = two.fromHere();
    REQUIRE(two.receiveThere(file));
    const QList<LogEntry> before = two.there.store->log().value();
    const ReceivedEntries again = two.receiveThere(file).value();
    CHECK(again.added == 0);
    CHECK(again.known == 1);
    IncomingFile doubled = file;
    doubled.entries += file.entries;
    CHECK(two.receiveThere(doubled).value().known == 2);
    CHECK(two.there.store->log().value().size() == before.size());
    CHECK(two.there.store->versions(two.reportThere()).value().size() == 1);
    // Nor the same entry twice in one file.
    REQUIRE(two.act(EntryKind::Comment, why));
    IncomingFile answer = two.fromThere();
    answer.entries += QList(answer.entries);
    const ReceivedEntries received = two.receiveHere(answer).value();
    CHECK(received.added == 1);
    CHECK(received.known == 3);
}

TEST_CASE("An answer that comes when the report has moved on is told, and changes neither state nor text")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Review));
    REQUIRE(two.act(EntryKind::Approve));
    REQUIRE(two.here.record(EntryKind::Withdraw, two.here.reporter, why));
    two.here.save(QStringLiteral("其后又改"));
    SECTION("while it is being changed") { }
    SECTION("when it was handed in again")
    {
        REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    }
    const ReportState before = two.stateHere();
    const ReceivedEntries late = two.receiveHere(two.fromThere()).value();
    CHECK(late.added == 2);
    CHECK(late.late == 2);
    CHECK(two.stateHere() == before);
    CHECK(two.here.store->load(two.here.id).value() == two.here.report);
    // Both are told of the version that they speak of.
    const LogEntry approved = two.here.store->log(two.here.id).value().last();
    CHECK(approved.kind == EntryKind::Approve);
    CHECK(approved.state == before);
    CHECK(contentDigest(two.here.store->loadVersion(two.here.id, approved.version).value()) == approved.content);
    CHECK(inspect(two.here.path).value().damages.isEmpty());
}

TEST_CASE("Answers that come out of order change nothing that they may not")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Return, why));
    const IncomingFile early = two.fromThere();
    REQUIRE(two.receiveHere(early));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Review));
    REQUIRE(two.act(EntryKind::Approve));
    const IncomingFile later = two.fromThere();
    SECTION("the later file first")
    {
        REQUIRE(two.receiveHere(later));
        CHECK(two.receiveHere(early).value().added == 0);
        CHECK(two.stateHere() == ReportState::Approved);
    }
    SECTION("the entries of a file the other way round")
    {
        IncomingFile reversed = later;
        std::reverse(reversed.entries.begin(), reversed.entries.end());
        CHECK(two.receiveHere(reversed).value().late == 1); // approved before it was reviewed
        CHECK(two.stateHere() == ReportState::Reviewed);
    }
    CHECK_FALSE(firstBroken(two.here.store->log().value()));
    CHECK(inspect(two.here.path).value().damages.isEmpty());
}

TEST_CASE("What was typed meanwhile stays in the history where another office hands in its own")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Return, why));
    Report typed = two.here.report;
    typed.forms[outline].sections[1] = QStringLiteral("审核人自己改的");
    REQUIRE(two.there.store->save(two.reportThere(), typed, {}));
    const qint64 typedAt = two.there.store->currentVersion(two.reportThere()).value();
    REQUIRE(two.receiveHere(two.fromThere()));
    two.here.save(QStringLiteral("填报人改的"));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    CHECK(two.receiveThere(two.fromHere()).value().late == 0);
    CHECK(two.there.store->load(two.reportThere()).value() == two.here.report);
    CHECK(two.there.store->loadVersion(two.reportThere(), typedAt).value() == typed);
    const QList<Version> versions = two.there.store->versions(two.reportThere()).value();
    CHECK(versions[0].cause == VersionCause::Imported);
    CHECK(versions[1].id == typedAt);
    CHECK(versions[1].kept);
}

TEST_CASE("A scan of what was approved before is not attached to what is approved now")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    for (const EntryKind kind : {EntryKind::Review, EntryKind::Approve, EntryKind::AttachScan})
        REQUIRE(two.act(kind));
    REQUIRE(two.here.record(EntryKind::Withdraw, two.here.reporter, why));
    two.here.save(QStringLiteral("其后又改"));
    two.here.approve();
    REQUIRE(two.here.record(EntryKind::AttachScan, two.here.supervisor));
    const QList<LogEntry> before = two.here.store->log(two.here.id).value();
    CHECK(two.receiveHere(two.fromThere()).value().late == 3);
    const QList<LogEntry> after = two.here.store->log(two.here.id).value();
    CHECK(two.stateHere() == ReportState::Sealed);
    for (const EntryKind kind : {EntryKind::Approve, EntryKind::AttachScan}) {
        REQUIRE(inForce(before, kind));
        CHECK(inForce(after, kind)->number == inForce(before, kind)->number);
    }
}

TEST_CASE("An answer to a report that was removed meanwhile does not bring half of it back")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Return, why));
    REQUIRE(two.here.store->remove(two.here.id));
    CHECK(two.receiveHere(two.fromThere()).error()
        == Error{ErrorCode::ReportNotFound, {two.here.report.unit, two.here.report.notice}});
    CHECK(two.here.store->reports().value().isEmpty());
    REQUIRE(two.here.store->putBack(two.here.id));
    REQUIRE(two.receiveHere(two.fromThere()));
    CHECK(two.stateHere() == ReportState::Returned);
}

} // namespace receive_test
