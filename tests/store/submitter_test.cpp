// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Who handed in, so that nobody approves it themselves, whichever machine it comes from.
#include "store/correspondents.h"

#include <catch2/catch.hpp>

namespace submitter_test {

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("Nobody approves from another machine what they handed in, whatever their office allows")
{
    Correspondents two;
    Office chief(Office::People::None); // receives from both
    REQUIRE(Correspondents::trust(chief, QStringLiteral("h"), two.keyHere, {two.here.report.unit}, allRoles));
    REQUIRE(Correspondents::trust(chief, QStringLiteral("t"), two.keyThere, {two.here.report.unit}, allRoles));
    REQUIRE(chief.store->remove(chief.id));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    IncomingFile file = two.fromHere();
    const qint64 report = Correspondents::receive(chief, file).value().report;
    const qsizetype before = chief.store->log().value().size();
    IncomingEntry &review = Correspondents::add(file, EntryKind::Review, 'r', two.keyHere);
    SECTION("by the same office") { }
    SECTION("by another one")
    {
        review.entry.origin = two.keyThere;
    }
    SECTION("under a name that looks the same")
    {
        review.entry.person = u' ' + review.entry.person + QChar(0x200B);
    }
    SECTION("with a word of its own that it is allowed")
    {
        review.entry.detail = {{QStringLiteral("sole"), true}};
    }
    SECTION("where it would be allowed here")
    {
        chief.allowSoleOffice(true);
    }
    const QString name = review.entry.person;
    CHECK(Correspondents::receive(chief, file).error() == Error{ErrorCode::OwnSubmission, {name}});
    CHECK(chief.store->log(report).value().size() == 1);
    CHECK(chief.store->log().value().size() <= before + 1); // what was allowed here
    CHECK(chief.store->reviewStatus(report).value().state == ReportState::Submitted);
    // Somebody else of that office may.
    file.entries.last().entry.person = QStringLiteral("赵六");
    CHECK(Correspondents::receive(chief, file).value().added == 1);
    CHECK(chief.store->reviewStatus(report).value().state == ReportState::Reviewed);
}

TEST_CASE("Who handed in is not changed by a handing-in that came too late")
{
    Correspondents two;
    two.here.giveDuties(two.here.supervisor, Duties(Duty::Reporter) | Duty::Supervisor);
    REQUIRE(two.here.record(EntryKind::Submit, two.here.supervisor));
    IncomingFile file = two.fromHere();
    Correspondents::add(file, EntryKind::Submit, 's', two.keyThere).entry.person = two.chief.name;
    const ReceivedEntries received = two.receiveHere(file).value();
    CHECK(received.added == 1);
    CHECK(received.late == 1);
    CHECK(two.here.record(EntryKind::Review, two.here.supervisor).error()
        == Error{ErrorCode::OwnSubmission, {two.here.supervisor.name}});
}

TEST_CASE("The user without a name is another one at each office")
{
    Correspondents two;
    Office &staff = two.there; // has no people
    Office &chief = two.here;
    Report own = staff.report;
    own.unit = QStringLiteral("无名单位");
    staff.report = own;
    staff.id = staff.store->add(own, {}).value();
    const QByteArray third(32, 'x');
    for (Office *const office : {&staff, &chief})
        REQUIRE(Correspondents::trust(*office, QStringLiteral("x"), third, {own.unit}, allRoles));
    REQUIRE(Correspondents::trust(chief, QStringLiteral("t"), two.keyThere, {own.unit}, allRoles));
    const Person nobody{{}, {}, {}, allDuties};
    REQUIRE(staff.record(EntryKind::Submit, nobody));
    IncomingFile file = Correspondents::sent(staff, staff.id, two.keyThere);
    SECTION("one that reviews what one of another office handed in")
    {
        Correspondents::add(file, EntryKind::Review, 'r', third);
        file.sender = third;
        CHECK(Correspondents::receive(staff, file).value().added == 1);
        CHECK(staff.store->reviewStatus(staff.id).value().state == ReportState::Reviewed);
    }
    SECTION("one that reviews what it handed in itself")
    {
        Correspondents::add(file, EntryKind::Review, 'r', two.keyThere);
        CHECK(Correspondents::receive(chief, file).error().code == ErrorCode::OwnSubmission);
        CHECK_FALSE(chief.store->find(keyOf(own)).value());
    }
    SECTION("here, where the other's may be approved by anybody who has the duty")
    {
        const qint64 id = Correspondents::receive(chief, file).value().report;
        CHECK_FALSE(chief.store->reviewStatus(id).value().submittedBy);
        NewEntry reviewed = chief.entry(EntryKind::Review, chief.supervisor);
        reviewed.report = id;
        CHECK(chief.store->record(reviewed));
    }
}

} // namespace submitter_test
