// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Reports of one unit to one notice, on several occasions: none of them is ever taken for another.
#include "store/backup/recovery.h"
#include "store/correspondents.h"
#include "store/database/connection.h"
#include "store/example.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <catch2/catch.hpp>

namespace occasions_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");
const QString june = QStringLiteral("2031-06");
const QString july = QStringLiteral("2031-07");

Report on(const Report &report, const QString &occasion)
{
    Report other = report;
    other.occasion = occasion;
    other.forms[outline].sections[0] = occasion;
    return other;
}

void checkSound(const QString &path)
{
    const Result<Inspection> inspection = inspect(path);
    REQUIRE(inspection);
    CHECK(inspection->damages.isEmpty());
}

qint64 countOf(const QString &path, const QString &sql)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
    REQUIRE(connection);
    Statement statement(**connection, sql);
    REQUIRE(statement.run());
    REQUIRE(statement.next());
    return statement.number(0);
}

} // namespace

TEST_CASE("A report is known by notice, unit and occasion, and taken off the list and put back by itself")
{
    Office office;
    const Report once = office.report;
    const qint64 ofJune = office.store->add(on(once, june), {}).value();
    const qint64 ofJuly = office.store->add(on(once, july), {}).value();
    CHECK(office.store->find(keyOf(once)).value() == office.id);
    CHECK(office.store->find({once.notice, once.unit, june}).value() == ofJune);
    CHECK(office.store->find({once.notice, once.unit, july}).value() == ofJuly);
    CHECK_FALSE(office.store->find({once.notice, once.unit, QStringLiteral("2031-08")}).value());
    CHECK_FALSE(office.store->add(on(once, june), {})); // there is one
    CHECK(office.store->load(ofJune).value() == on(once, june));
    CHECK(keyOf(office.store->reports()->constFirst()) == ReportKey{once.notice, once.unit, july});

    REQUIRE(office.store->remove(ofJune));
    CHECK_FALSE(office.store->find({once.notice, once.unit, june}).value());
    CHECK(office.store->find({once.notice, once.unit, july}).value() == ofJuly);
    CHECK(office.store->removedReports()->constFirst().occasion == june);
    const qint64 another = office.store->add(on(once, june), {}).value();
    CHECK_FALSE(office.store->putBack(ofJune));
    REQUIRE(office.store->remove(another));
    REQUIRE(office.store->putBack(ofJune));
    CHECK(office.store->find({once.notice, once.unit, june}).value() == ofJune);
    checkSound(office.path);
}

TEST_CASE("What was written under the sixth schema stays byte for byte, and is known without an occasion")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.db"));
    REQUIRE(QFile::copy(QStringLiteral(TEST_DATA "/stores/schema-6.db"), path));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const QString log = QStringLiteral("SELECT count(*) FROM entry");
    const qint64 entries = countOf(path, log);
    {
        const Result<std::unique_ptr<Store>> store = Store::open(path, steppingClock());
        REQUIRE(store);
        const QList<ReportSummary> reports = (*store)->reports().value();
        REQUIRE(reports.size() == 3);
        int approved = 0;
        for (const ReportSummary &report : reports) {
            CHECK(report.occasion.isEmpty());
            CHECK((*store)->find(keyOf(report)).value() == report.id);
            const QList<LogEntry> told = (*store)->log(report.id).value();
            const std::optional<LogEntry> approval = inForce(told, EntryKind::Approve);
            approved += approval ? 1 : 0;
            if (approval)
                CHECK(contentDigest((*store)->load(report.id).value()) == approval->content);
        }
        CHECK(approved == 1);
        CHECK((*store)->log()->size() == entries);
        CHECK_FALSE(firstBroken((*store)->log().value()));
        // And the same unit on an occasion beside it.
        Report other = (*store)->load(reports[0].id).value();
        other.occasion = june;
        REQUIRE((*store)->add(other, {}));
    }
    CHECK(countOf(path, QStringLiteral("SELECT count(*) FROM entry WHERE occasion IS NOT NULL")) == 0);
    CHECK(countOf(path, QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")) == 0);
    CHECK(isUsable(inspect(path).value()));
}

TEST_CASE("The approval of one occasion holds for no other")
{
    Office office;
    office.report = on(office.report, june);
    const qint64 ofJune = office.store->add(office.report, {}).value();
    const qint64 ofJuly = office.store->add(on(office.report, july), {}).value();
    office.id = ofJune;
    const LogEntry approval = office.approve();
    CHECK(approval.occasion == june);
    CHECK(office.store->reviewStatus(ofJune)->state == ReportState::Approved);
    CHECK(office.store->reviewStatus(ofJuly)->state == ReportState::Draft);
    CHECK_FALSE(inForce(office.store->log(ofJuly).value(), EntryKind::Approve));
    CHECK_FALSE(office.store->remove(ofJune));
    CHECK(office.store->remove(ofJuly));
    checkSound(office.path);
}

TEST_CASE("A file of one occasion adds to no other, and what it tells of another is refused")
{
    Correspondents two;
    two.here.report = on(two.here.report, june);
    two.here.id = two.here.store->add(two.here.report, {}).value();
    const qint64 ofJuly = two.there.store->add(on(two.here.report, july), {}).value();
    REQUIRE(two.here.record(EntryKind::Submit, two.here.reporter));
    const IncomingFile file = two.fromHere();
    CHECK(file.occasion == june);
    IncomingFile asJuly = file;
    asJuly.occasion = july;
    CHECK(two.receiveThere(asJuly).error().code == ErrorCode::ArchiveMalformed);
    // The same words under the name of another month are another content, and none that was signed.
    for (Report &content : asJuly.contents)
        content.occasion = july;
    for (IncomingEntry &entry : asJuly.entries)
        entry.entry.occasion = july;
    CHECK(two.receiveThere(asJuly).error().code == ErrorCode::ArchiveMalformed);

    const ReceivedEntries received = two.receiveThere(file).value();
    CHECK(received.report == two.reportThere());
    CHECK(received.report != ofJuly);
    CHECK(two.stateThere() == ReportState::Submitted);
    CHECK(two.there.store->reviewStatus(ofJuly)->state == ReportState::Draft);
    CHECK(two.there.store->log(ofJuly)->isEmpty());
    checkSound(two.there.path);
}

TEST_CASE("A damaged store is recovered occasion by occasion")
{
    Office office;
    const Report once = office.report;
    QMap<QString, Report> expected{{QString(), once}};
    for (const QString &occasion : {june, july}) {
        expected.insert(occasion, on(once, occasion));
        REQUIRE(office.store->add(expected.value(occasion), {}));
    }
    office.store.reset();
    const Result<Recovery> recovery
        = recover(office.path, office.folder.filePath(QStringLiteral("b")), steppingClock());
    REQUIRE(recovery);
    CHECK(recovery->reports.size() == 3);
    office.reopen();
    const QList<ReportSummary> reports = office.store->reports().value();
    CHECK(reports.size() == 3);
    for (const ReportSummary &report : reports)
        CHECK(office.store->load(report.id).value() == expected.value(report.occasion));
    for (const RecoveredReport &report : recovery->reports)
        CHECK(expected.contains(report.occasion));
    checkSound(office.path);
}

// Whatever is done with some of them, in whatever order, the others stay what they are.
TEST_CASE("Several occasions never mix")
{
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
    INFO("seed " << seed);
    QRandomGenerator random(seed);
    Office office;
    struct Known {
        qint64 id = 0;
        QList<Report> states;
        ReportState state = ReportState::Draft;
        bool removed = false;
    };
    QMap<QString, Known> known;
    const QStringList occasions{QString(), june, july, QStringLiteral("2031Q2"), QStringLiteral("1"),
        QStringLiteral("12"), QStringLiteral("2")};
    known.insert(QString(), {office.id, {office.report}, ReportState::Draft, false});
    for (int step = 0; step < 120; ++step) {
        const QString occasion = occasions[random.bounded(static_cast<int>(occasions.size()))];
        if (!known.contains(occasion)) {
            const Report begun = on(office.report, occasion);
            known.insert(occasion, {office.store->add(begun, {}).value(), {begun}, ReportState::Draft, false});
            continue;
        }
        Known &one = known[occasion];
        const bool inHand = one.state == ReportState::Draft && !one.removed;
        switch (random.bounded(4)) {
        case 0: {
            Report next = one.states.constLast();
            next.forms[outline].sections[0] = QStringLiteral("%1 %2").arg(occasion).arg(step);
            const bool saved = static_cast<bool>(office.store->save(one.id, next, {}));
            REQUIRE(saved == inHand);
            if (saved)
                one.states.append(next);
            break;
        }
        case 1: {
            const bool done = one.removed ? static_cast<bool>(office.store->putBack(one.id))
                                          : static_cast<bool>(office.store->remove(one.id));
            if (done)
                one.removed = !one.removed;
            REQUIRE((done || one.state == ReportState::Approved));
            break;
        }
        case 2: {
            if (!inHand)
                break;
            office.id = one.id;
            office.report = one.states.constLast();
            office.approve();
            one.state = ReportState::Approved;
            break;
        }
        default: {
            if (one.state != ReportState::Approved)
                break;
            office.id = one.id;
            REQUIRE(office.record(EntryKind::Unlock, office.supervisor, QStringLiteral("再改")));
            one.state = ReportState::Draft;
        }
        }
    }
    for (auto one = known.cbegin(); one != known.cend(); ++one) {
        INFO(one.key().toStdString());
        const ReportKey key{office.report.notice, office.report.unit, one.key()};
        CHECK(office.store->find(key).value() == (one->removed ? std::nullopt : std::optional(one->id)));
        if (!one->removed) {
            CHECK(office.store->load(one->id).value() == one->states.constLast());
            CHECK(office.store->reviewStatus(one->id)->state == one->state);
        }
        const QList<Version> versions = office.store->versions(one->id).value();
        REQUIRE(versions.size() == one->states.size());
        for (qsizetype i = 0; i < versions.size(); ++i)
            CHECK(office.store->loadVersion(one->id, versions[versions.size() - 1 - i].id).value() == one->states[i]);
        const QList<LogEntry> entries = office.store->log(one->id).value();
        CHECK(std::all_of(entries.cbegin(), entries.cend(),
            [&](const LogEntry &entry) { return entry.occasion == one.key() && entry.report == one->id; }));
        CHECK(inForce(entries, EntryKind::Approve).has_value() == (one->state == ReportState::Approved));
    }
    checkSound(office.path);
}

} // namespace occasions_test
