// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/faults.h"
#include "store/example.h"
#include "store/reports/parts.h"
#include "store/store.h"

#include <QTemporaryDir>

#include <sys/syscall.h>

#include <catch2/catch.hpp>
#include <cerrno>

namespace reports_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

struct Opened {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("a.db"));
    std::unique_ptr<Store> store;
    Opened() { reopen(); }
    void reopen()
    {
        store.reset();
        Result<std::unique_ptr<Store>> opened = Store::open(path, steppingClock());
        REQUIRE(opened);
        store = std::move(*opened);
    }
};

} // namespace

TEST_CASE("A report comes back exactly as it was put in")
{
    Opened opened;
    const Report report = exampleReport();
    const Result<qint64> id = opened.store->add(report, {12, 34});
    REQUIRE(id);
    opened.reopen();
    CHECK(opened.store->load(*id).value() == report);
    CHECK(opened.store->find(keyOf(report)).value() == *id);
    CHECK(opened.store->find({report.notice, QStringLiteral("无")}).value() == std::nullopt);
}

TEST_CASE("Every kind of change is saved")
{
    const bool fresh = GENERATE(false, true);
    Opened opened;
    Report report = exampleReport();
    const qint64 id = opened.store->add(report, {}).value();
    FormAnswer &table = report.forms[QStringLiteral("table")];
    FormAnswer &outline = report.forms[QStringLiteral("outline")];
    SECTION("a text")
    {
        table.rows[0].cells[QStringLiteral("a")] = QStringLiteral("改");
    }
    SECTION("a row less")
    {
        table.rows.removeFirst();
    }
    SECTION("a row more")
    {
        table.rows.insert(1, Row{});
    }
    SECTION("no rows")
    {
        table.rows.clear();
    }
    SECTION("a field less")
    {
        table.fields.clear();
    }
    SECTION("a section")
    {
        outline.sections[1] = QStringLiteral("二");
    }
    SECTION("fewer sections")
    {
        outline.sections.removeLast();
    }
    SECTION("a form less")
    {
        report.forms.remove(QStringLiteral("table"));
    }
    SECTION("an empty form less")
    {
        report.forms.remove(QStringLiteral("untouched"));
    }
    SECTION("a form more")
    {
        report.forms.insert(QStringLiteral("new"), {});
    }
    if (fresh)
        opened.reopen(); // the store no longer knows by itself what is stored
    REQUIRE(opened.store->save(id, report, {}));
    opened.reopen();
    CHECK(opened.store->load(id).value() == report);
}

TEST_CASE("An edit of one cell writes that row and no more")
{
    const Report before = exampleReport();
    Report after = before;
    after.forms[QStringLiteral("table")].rows[2].cells[QStringLiteral("a")] = QStringLiteral("改");
    const PartChanges changes = difference(before, after);
    REQUIRE(changes.written.size() == 1);
    CHECK(changes.written[0].kind == kind::row);
    CHECK(changes.written[0].position == 2);
    CHECK(changes.removed.isEmpty());
    CHECK(difference(before, before).isEmpty());
}

TEST_CASE("The list shows the latest change first, and a save without a change is none")
{
    Opened opened;
    Report first = exampleReport();
    Report second = first;
    second.unit = QStringLiteral("乙局");
    const qint64 a = opened.store->add(first, {}).value();
    const qint64 b = opened.store->add(second, {}).value();
    CHECK(opened.store->reports().value().first().id == b);

    const QDateTime unchanged = opened.store->save(a, first, {}).value();
    CHECK(opened.store->reports().value().first().id == b);
    CHECK(unchanged == opened.store->reports().value().last().changed);

    first.forms[QStringLiteral("outline")].sections[0] = QStringLiteral("改");
    const QDateTime changed = opened.store->save(a, first, {5, 60}).value();
    const ReportSummary line = opened.store->reports().value().first();
    CHECK(line.id == a);
    CHECK(line.unit == first.unit);
    CHECK(line.notice == first.notice);
    CHECK(line.state == ReportState::Draft);
    CHECK(line.words == 5);
    CHECK(line.progress == 60);
    CHECK(line.changed == changed);
}

TEST_CASE("One unit answers a notice once")
{
    Opened opened;
    REQUIRE(opened.store->add(exampleReport(), {}));
    const Result<qint64> again = opened.store->add(exampleReport(), {});
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::StoreFailed);
    CHECK(opened.store->reports().value().size() == 1);
}

TEST_CASE("What is done together is kept together, though a part that failed was passed over")
{
    Opened opened;
    Report other = exampleReport();
    other.unit = QStringLiteral("乙县市场监督管理局");
    const auto addBoth = [&](bool again) {
        return opened.store->together([&]() -> Result<void> {
            REQUIRE(opened.store->add(exampleReport(), {}));
            if (again)
                CHECK_FALSE(opened.store->add(exampleReport(), {}));
            REQUIRE(opened.store->add(other, {}));
            return {};
        });
    };
    CHECK_FALSE(addBoth(true));
    CHECK(opened.store->reports().value().isEmpty());
    REQUIRE(addBoth(false));
    CHECK(opened.store->reports().value().size() == 2);
    CHECK(opened.store->load(opened.store->find(keyOf(other)).value().value()).value() == other);
    const Error refused{ErrorCode::NoticeUnknown, {QString(), QString()}};
    CHECK(opened.store->together([&] { return Result<void>(refused); }).error() == refused);
}

TEST_CASE("A removed report is off the list and comes back with its history")
{
    Opened opened;
    const qint64 id = opened.store->add(exampleReport(), {}).value();
    REQUIRE(opened.store->remove(id));
    CHECK(opened.store->reports().value().isEmpty());
    CHECK(opened.store->removedReports().value().first().id == id);
    CHECK(opened.store->load(id).error().code == ErrorCode::ReportNotFound);
    CHECK(opened.store->save(id, exampleReport(), {}).error().code == ErrorCode::ReportNotFound);
    CHECK(opened.store->remove(id).error().code == ErrorCode::ReportNotFound);
    CHECK(opened.store->find(keyOf(exampleReport())).value() == std::nullopt);
    SECTION("alone")
    {
        REQUIRE(opened.store->putBack(id));
        opened.reopen();
        CHECK(opened.store->load(id).value() == exampleReport());
        CHECK(opened.store->versions(id).value().size() == 1);
    }
    SECTION("not where another took its place")
    {
        const Report other{exampleReport().notice, exampleReport().unit, {}};
        const qint64 second = opened.store->add(other, {}).value();
        CHECK(second != id);
        CHECK_FALSE(opened.store->putBack(id));
        REQUIRE(opened.store->remove(second));
        REQUIRE(opened.store->putBack(id));
        CHECK(opened.store->load(id).value() == exampleReport());
    }
}

TEST_CASE("On a full disk a save fails whole, and succeeds once there is room")
{
    Opened opened;
    const Report before = exampleReport();
    Report after = before;
    after.forms[QStringLiteral("outline")].sections[0] = QString(100'000, u'字');
    const qint64 id = opened.store->add(before, {}).value();
    opened.store.reset();
    const QString path = opened.path;
    CHECK(withFailingCall(SYS_pwrite64, ENOSPC, [=] {
        const Result<std::unique_ptr<Store>> store = Store::open(path, steppingClock());
        if (!store)
            return 200;
        const Result<QDateTime> saved = (*store)->save(id, after, {});
        return saved ? 201 : static_cast<int>(saved.error().code);
    }) == static_cast<int>(ErrorCode::DiskFull));
    opened.reopen();
    CHECK(opened.store->load(id).value() == before);
    REQUIRE(opened.store->save(id, after, {}));
    CHECK(opened.store->load(id).value() == after);
}

TEST_CASE("Own units and small facts are kept")
{
    Opened opened;
    const Unit unit{QString(), QStringLiteral("甲县局"), QString()};
    REQUIRE(opened.store->addUnit(unit));
    REQUIRE(opened.store->addUnit({QStringLiteral("520000"), QStringLiteral("乙县局"), QStringLiteral("乙")}));
    REQUIRE(opened.store->addUnit(unit));
    REQUIRE(opened.store->remember(QStringLiteral("page"), QStringLiteral("1")));
    REQUIRE(opened.store->remember(QStringLiteral("page"), QStringLiteral("2")));
    opened.reopen();
    CHECK(opened.store->ownUnits().value().size() == 2);
    CHECK(opened.store->ownUnits().value().contains(unit));
    CHECK(opened.store->remembered(QStringLiteral("page")).value() == QStringLiteral("2"));
    CHECK(opened.store->remembered(QStringLiteral("caret")).value().isEmpty());
}

} // namespace reports_test
