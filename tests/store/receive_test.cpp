// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"
#include "store/office.h"

#include <catch2/catch.hpp>

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");
const QString why = QStringLiteral("理由");

// Two machines: staff at `here`, the supervisor `there`, each with a store and a key of its own.
struct Correspondents {
    Office here;
    Office there{Office::People::None};
    Person chief{QStringLiteral("赵六"), QStringLiteral("局领导"), {}, allDuties};
    QByteArray keyHere = QByteArray(32, 'h');
    QByteArray keyThere = QByteArray(32, 't');

    Correspondents()
    {
        makeKey(here, keyHere);
        makeKey(there, keyThere);
        REQUIRE(there.store->remove(there.id)); // the report comes from the staff
    }

    static void makeKey(Office &office, const QByteArray &key)
    {
        NewEntry made = office.entry(EntryKind::KeyTrusted, office.administrator);
        made.report = 0;
        made.key = OfficeKey{key, QByteArray(64, 's'), {}, office.now()};
        REQUIRE(office.store->record(made));
    }

    // What a file holds: all entries of the report, with what each speaks of.
    static QList<IncomingEntry> sent(const Office &office, qint64 report, const QByteArray &key)
    {
        QList<IncomingEntry> all;
        const QList<LogEntry> entries = office.store->log(report).value();
        for (LogEntry entry : entries) {
            if (entry.origin.isEmpty())
                entry.origin = key;
            IncomingEntry incoming{entry, {}};
            if (entry.version > 0)
                incoming.content = office.store->loadVersion(report, entry.version).value();
            all.append(incoming);
        }
        return all;
    }
    QList<IncomingEntry> fromHere() const { return sent(here, here.id, keyHere); }
    QList<IncomingEntry> fromThere() const { return sent(there, reportThere(), keyThere); }

    qint64 reportThere() const { return there.store->find(here.report.notice, here.report.unit).value().value_or(0); }

    static Result<ReceivedEntries> receive(Office &office, const Report &report, const QList<IncomingEntry> &entries,
        const QList<QByteArray> &attachments = {})
    {
        NewEntry told = office.entry(EntryKind::Received, office.administrator);
        told.report = 0;
        return office.store->receive(report, {1, 2}, entries, attachments, told);
    }
    Result<ReceivedEntries> receiveThere(const QList<IncomingEntry> &entries)
    {
        return receive(there, here.report, entries);
    }
    Result<ReceivedEntries> receiveHere(const QList<IncomingEntry> &entries)
    {
        return receive(here, here.report, entries);
    }

    Result<LogEntry> act(EntryKind kind, const QString &reason = {})
    {
        NewEntry entry = there.entry(kind, chief, reason);
        entry.report = reportThere();
        return there.store->record(entry);
    }

    ReportState stateHere() const { return here.store->reviewStatus(here.id).value().state; }
    ReportState stateThere() const { return there.store->reviewStatus(reportThere()).value().state; }
};

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
    const QList<IncomingEntry> file = two.fromHere();
    REQUIRE(two.receiveThere(file));
    const QList<LogEntry> before = two.there.store->log().value();
    const ReceivedEntries again = two.receiveThere(file).value();
    CHECK(again.added == 0);
    CHECK(again.known == 1);
    CHECK(two.receiveThere(file + file).value().known == 2);
    CHECK(two.there.store->log().value().size() == before.size());
    CHECK(two.there.store->versions(two.reportThere()).value().size() == 1);
    // Nor the same entry twice in one file.
    REQUIRE(two.act(EntryKind::Comment, why));
    const QList<IncomingEntry> answer = two.fromThere();
    const ReceivedEntries received = two.receiveHere(answer + answer).value();
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
    const QList<IncomingEntry> early = two.fromThere();
    REQUIRE(two.receiveHere(early));
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    REQUIRE(two.act(EntryKind::Review));
    REQUIRE(two.act(EntryKind::Approve));
    const QList<IncomingEntry> later = two.fromThere();
    SECTION("the later file first")
    {
        REQUIRE(two.receiveHere(later));
        CHECK(two.receiveHere(early).value().added == 0);
        CHECK(two.stateHere() == ReportState::Approved);
    }
    SECTION("the entries of a file the other way round")
    {
        QList<IncomingEntry> reversed = later;
        std::reverse(reversed.begin(), reversed.end());
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

TEST_CASE("Nobody approves from another machine what they handed in here")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    REQUIRE(two.receiveThere(two.fromHere()));
    two.chief.name = two.here.reporter.name;
    QList<IncomingEntry> file = two.fromHere();
    LogEntry review = file[0].entry;
    review.uid = QByteArray(16, 'r');
    review.kind = EntryKind::Review;
    review.origin = two.keyThere;
    file.append({review, file[0].content});
    const qsizetype before = two.here.store->log().value().size();
    CHECK(two.receiveHere(file).error() == Error{ErrorCode::OwnSubmission, {two.chief.name}});
    CHECK(two.here.store->log().value().size() == before);
    CHECK(two.stateHere() == ReportState::Submitted);
    SECTION("unless their administrator allowed it, and the entry says so")
    {
        file.last().entry.detail = {{QStringLiteral("sole"), true}};
        REQUIRE(two.receiveHere(file));
        CHECK(two.stateHere() == ReportState::Reviewed);
    }
}

TEST_CASE("Who handed in is not changed by a handing-in that came too late")
{
    Correspondents two;
    two.here.giveDuties(two.here.supervisor, Duties(Duty::Reporter) | Duty::Supervisor);
    REQUIRE(two.here.record(EntryKind::Submit, two.here.supervisor));
    QList<IncomingEntry> file = two.fromHere();
    LogEntry again = file[0].entry;
    again.uid = QByteArray(16, 's');
    again.person = two.here.reporter.name;
    again.origin = two.keyThere;
    file.append({again, file[0].content});
    const ReceivedEntries received = two.receiveHere(file).value();
    CHECK(received.added == 1);
    CHECK(received.late == 1);
    CHECK(two.here.record(EntryKind::Review, two.here.supervisor).error()
        == Error{ErrorCode::OwnSubmission, {two.here.supervisor.name}});
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

TEST_CASE("The user without a name is another one at each office")
{
    Correspondents two;
    Office &staff = two.there; // has no people
    Office &chief = two.here;
    Report own = staff.report;
    own.unit = QStringLiteral("无名单位");
    staff.report = own;
    staff.id = staff.store->add(own, {}).value();
    const Person nobody{{}, {}, {}, allDuties};
    REQUIRE(staff.record(EntryKind::Submit, nobody));
    const QList<IncomingEntry> file = Correspondents::sent(staff, staff.id, two.keyThere);
    IncomingEntry review = file[0];
    review.entry.uid = QByteArray(16, 'r');
    review.entry.kind = EntryKind::Review;
    SECTION("one that reviews what one of another office handed in")
    {
        review.entry.origin = QByteArray(32, 'x');
        CHECK(Correspondents::receive(staff, own, file + QList{review}).value().added == 1);
        CHECK(staff.store->reviewStatus(staff.id).value().state == ReportState::Reviewed);
    }
    SECTION("one that reviews what it handed in itself")
    {
        CHECK(Correspondents::receive(chief, own, file + QList{review}).error().code == ErrorCode::OwnSubmission);
        CHECK_FALSE(chief.store->find(own.notice, own.unit).value());
    }
    SECTION("here, where the other's may be approved by anybody who has the duty")
    {
        const qint64 id = Correspondents::receive(chief, own, file).value().report;
        CHECK_FALSE(chief.store->reviewStatus(id).value().submittedBy);
        NewEntry reviewed = chief.entry(EntryKind::Review, chief.supervisor);
        reviewed.report = id;
        CHECK(chief.store->record(reviewed));
    }
}

TEST_CASE("What does not fit together is refused whole")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const QList<IncomingEntry> good = two.fromHere();
    QList<IncomingEntry> file = good;
    LogEntry &entry = file[0].entry;
    Report &content = *file[0].content;
    SECTION("a content that is not what its entry says")
    {
        content.forms[outline].sections[0] += u'x';
    }
    SECTION("a digest")
    {
        entry.content.sha256[0] = static_cast<char>(entry.content.sha256[0] ^ 1);
    }
    SECTION("no content at all")
    {
        file[0].content.reset();
    }
    SECTION("the content of another unit")
    {
        content.unit += u'x';
        entry.content = contentDigest(content);
    }
    SECTION("an entry of another unit")
    {
        entry.unit += u'x';
    }
    SECTION("an entry of another notice")
    {
        entry.notice += u'x';
    }
    SECTION("an entry without a number of its own")
    {
        entry.uid.clear();
    }
    SECTION("an affair of this store")
    {
        entry.kind = EntryKind::SoleOffice;
        entry.detail = {{QStringLiteral("allowed"), true}};
    }
    SECTION("a person of this store")
    {
        entry.kind = EntryKind::PersonAdded;
    }
    const qsizetype before = two.there.store->log().value().size();
    const Result<ReceivedEntries> received = two.receiveThere(file);
    REQUIRE_FALSE(received);
    CHECK(received.error() == Error{ErrorCode::ArchiveMalformed, {QString(), QStringLiteral("inconsistent")}});
    CHECK(two.there.store->log().value().size() == before);
    CHECK(two.reportThere() == 0);
    CHECK(two.receiveThere(good));
}

TEST_CASE("What claims to have been written here is not taken for the store's own")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    QList<IncomingEntry> file = two.fromHere();
    IncomingEntry forged = file[0];
    forged.entry.uid = QByteArray(16, 'f');
    forged.entry.kind = EntryKind::Review;
    forged.entry.person = two.here.supervisor.name;
    forged.entry.origin.clear();
    file.append(forged);
    REQUIRE(two.receiveHere(file));
    CHECK(two.here.store->log(two.here.id).value().last().origin == two.keyHere);
}

TEST_CASE("Files that belong to an answer come with it, or not at all")
{
    Correspondents two;
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const QByteArray scan = QByteArrayLiteral("%PDF scan");
    const QByteArray digest = digestOfBytes(scan, DigestAlgorithm::Sha256);
    QList<IncomingEntry> wrong = two.fromHere();
    wrong[0].content.reset();
    CHECK_FALSE(Correspondents::receive(two.there, two.here.report, wrong, {scan}));
    CHECK(two.there.store->attachment(digest).error().code == ErrorCode::FileNotFound);
    REQUIRE(Correspondents::receive(two.there, two.here.report, two.fromHere(), {scan}));
    CHECK(two.there.store->attachment(digest).value() == scan);
}
