// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/contentdigest.h"
#include "core/report/lineids.h"
#include "store/backup/inspection.h"
#include "store/database/connection.h"
#include "store/example.h"
#include "store/reports/thinning.h"
#include "store/store.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <catch2/catch.hpp>

namespace history_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString outline = QStringLiteral("outline");
const QString table = QStringLiteral("table");

// A store whose clock is set by hand.
struct Opened {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("a.db"));
    std::shared_ptr<QDateTime> now = std::make_shared<QDateTime>(QDate(2023, 3, 1), QTime(8, 0));
    std::unique_ptr<Store> store;
    Report report = exampleReport();
    qint64 id = 0;

    Opened()
    {
        Result<std::unique_ptr<Store>> opened = Store::open(path, [at = now] { return *at; });
        REQUIRE(opened);
        store = std::move(*opened);
        id = store->add(report, {}).value();
    }

    void save(const QString &text)
    {
        report.forms[outline].sections[0] = text;
        REQUIRE(store->save(id, report, {}));
    }
};

} // namespace

TEST_CASE("Every saved state can be read again")
{
    Opened opened;
    QList<Report> states{opened.report};
    for (int count = 1; count <= 30; ++count) {
        switch (count % 5) {
        case 0:
            opened.report.forms[table].rows.prepend(Row{{{QStringLiteral("a"), QString::number(count)}}, {}});
            break;
        case 1:
            opened.report.forms[table].rows.removeLast();
            break;
        case 2:
            opened.report.forms[outline].sections[count % 3] += QString::number(count);
            break;
        case 3:
            opened.report.forms.remove(QStringLiteral("untouched"));
            opened.report.forms[outline].fields.clear();
            break;
        default:
            opened.report.forms.insert(QStringLiteral("untouched"), {});
            opened.report.forms[outline].fields.insert(QStringLiteral("title"), QString::number(count));
        }
        REQUIRE(opened.store->save(opened.id, opened.report, {}));
        states.append(opened.report);
    }
    const QList<Version> versions = opened.store->versions(opened.id).value();
    REQUIRE(versions.size() == states.size());
    for (qsizetype index = 0; index < versions.size(); ++index)
        CHECK(opened.store->loadVersion(opened.id, versions[index].id).value() == states[states.size() - 1 - index]);
    CHECK(versions.constLast().cause == VersionCause::Created);
    CHECK(versions.constFirst().cause == VersionCause::Edited);
}

TEST_CASE("A version tells what it changed, and when")
{
    Opened opened;
    *opened.now = opened.now->addSecs(60);
    opened.report.forms[outline].sections[2] = QStringLiteral("改");
    opened.report.forms[table].rows[1].cells[QStringLiteral("a")] = QStringLiteral("改");
    opened.report.forms[table].fields[QStringLiteral("contact")] = QStringLiteral("改");
    REQUIRE(opened.store->save(opened.id, opened.report, {}, VersionCause::Imported));
    const Version version = opened.store->versions(opened.id).value().first();
    CHECK(version.at == *opened.now);
    CHECK(version.cause == VersionCause::Imported);
    CHECK(
        version.changed == QList<Place>{{outline, {}, -1, -1, 2}, {table, QStringLiteral("contact")}, {table, {}, 1}});
}

TEST_CASE("What is no version of the report is not read as one")
{
    Opened opened;
    Report other = opened.report;
    other.unit = QStringLiteral("乙局");
    const qint64 second = opened.store->add(other, {}).value();
    const qint64 foreign = opened.store->versions(second).value().first().id;
    CHECK(opened.store->loadVersion(opened.id, foreign).error().code == ErrorCode::VersionNotFound);
    CHECK(opened.store->loadVersion(opened.id, 999).error().code == ErrorCode::VersionNotFound);
    CHECK(opened.store->loadVersion(999, foreign).error().code == ErrorCode::ReportNotFound);
}

TEST_CASE("The store grows with what changed, not with the report")
{
    Opened opened;
    opened.report.forms[outline].sections[1] = QString(200'000, u'长');
    opened.save(QStringLiteral("短"));
    const qint64 before = QFileInfo(opened.path).size();
    for (int count = 0; count < 100; ++count)
        opened.save(QStringLiteral("短%1").arg(count));
    CHECK(QFileInfo(opened.path).size() - before < 100 * 1024);
    // A text that comes back costs nothing.
    for (int count = 0; count < 100; ++count) {
        opened.report.forms[table].rows.prepend(Row{{{QStringLiteral("a"), QString(50'000, u'大')}}, {}});
        REQUIRE(opened.store->save(opened.id, opened.report, {}));
    }
    CHECK(QFileInfo(opened.path).size() - before < 6 * 1024 * 1024);
}

TEST_CASE("The order of the versions does not depend on the clock")
{
    Opened opened;
    const QDateTime start = *opened.now;
    int count = 0;
    for (const qint64 days : {0, -400, -399, 3650, 3651, 0, 1}) {
        *opened.now = start.addDays(days);
        opened.save(QString::number(++count));
        Report other = exampleReport();
        other.unit = QString::number(count);
        REQUIRE(opened.store->add(other, {}));
    }
    const QList<Version> versions = opened.store->versions(opened.id).value();
    REQUIRE(versions.size() == count + 1);
    // By the clock they would be in disorder.
    CHECK_FALSE(std::is_sorted(versions.cbegin(), versions.cend(),
        [](const Version &later, const Version &earlier) { return later.at > earlier.at; }));
    for (int index = 0; index < count; ++index) {
        const Report report = opened.store->loadVersion(opened.id, versions[index].id).value();
        CHECK(report.forms[outline].sections[0] == QString::number(count - index));
    }
    const QList<ReportSummary> reports = opened.store->reports().value();
    CHECK(reports[0].unit == QString::number(count));
    CHECK(reports[1].id == opened.id);
    CHECK(opened.store->lastChange().value() == *opened.now);
    *opened.now = start.addDays(-500);
    REQUIRE(opened.store->thin(opened.id));
    *opened.now = start.addDays(9999);
    REQUIRE(opened.store->thin(opened.id));
    CHECK(opened.store->versions(opened.id).value().size() == count + 1);
}

TEST_CASE("Old versions thin out, and what stays still reads as it did")
{
    Opened opened;
    QMap<qint64, Report> states;
    const auto remember = [&] {
        const QList<Version> versions = opened.store->versions(opened.id).value();
        states.insert(versions.first().id, opened.report);
    };
    remember();
    for (int hour = 1; hour < 24 * 80; hour += 3) {
        *opened.now = opened.now->addSecs(3 * 3600);
        for (const int minute : {0, 10}) {
            opened.report.forms[table].rows[hour % 3].cells[QStringLiteral("a")] = QString::number(hour % 7);
            opened.save(QStringLiteral("%1:%2").arg(hour).arg(minute));
            remember();
        }
        if (hour == 1)
            REQUIRE(opened.store->keepVersion(opened.store->currentVersion(opened.id).value()));
    }
    const qint64 kept = opened.store->versions(opened.id).value().at(states.size() - 3).id;
    REQUIRE(opened.store->thin(opened.id));
    const QList<Version> versions = opened.store->versions(opened.id).value();
    // 8 and 8 of today's hours (some of yesterday by now), 8 hours of 6 days, 28 days, 6 to 8 weeks, the kept one.
    CHECK(versions.size() > 80);
    CHECK(versions.size() < 120);
    int found = 0;
    for (const Version &version : versions) {
        CHECK(opened.store->loadVersion(opened.id, version.id).value() == states.value(version.id));
        found += version.id == kept && version.kept ? 1 : 0;
    }
    CHECK(found == 1);
    CHECK(opened.store->load(opened.id).value() == opened.report);
    REQUIRE(opened.store->thin(opened.id));
    CHECK(opened.store->versions(opened.id).value().size() == versions.size());
    const Inspection inspection = inspect(opened.path).value();
    CHECK(inspection.damages.isEmpty());
    CHECK(inspection.versions == versions.size());
}

TEST_CASE("Of today every version stays; of each hour, day and week before the last one")
{
    const QDateTime now(QDate(2023, 6, 15), QTime(12, 0)); // a Thursday
    QList<Version> versions;
    const auto add = [&](const QDateTime &at) {
        versions.append({1000 - versions.size(), at, VersionCause::Edited, false, {}});
    };
    add(now.addSecs(-60));
    add(now.addSecs(-120));
    add(now.addDays(-1).addSecs(120));
    add(now.addDays(-1).addSecs(60)); // of the same hour
    add(now.addDays(-1).addSecs(-3600)); // of the hour before
    add(now.addDays(-10));
    add(now.addDays(-10).addSecs(-7200)); // of the same day
    add(now.addDays(-11));
    add(now.addDays(-50));
    add(now.addDays(-51)); // of the same week
    add(now.addDays(-60));
    CHECK(superfluous(versions, now) == QList<qint64>{997, 994, 991});
}

TEST_CASE("A row that is put in above 3,000 others writes three rows of change, and each state is read again as it was")
{
    Opened opened;
    for (int row = 0; row < 3'000; ++row)
        opened.report.forms[table].rows.append(
            Row{{{QStringLiteral("a"), QString::number(row)}}, {{{QStringLiteral("t"), QStringLiteral("文")}}}});
    opened.report = withLineIds(opened.report, {});
    REQUIRE(opened.store->save(opened.id, opened.report, {}));
    const Report before = opened.report;
    // Each time anew: what is saved shares it.
    const auto rows = [&opened]() -> QList<Row> & { return opened.report.forms[table].rows; };
    const auto written = [&opened](qint64 version) {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(opened.path, Connection::Mode::Read);
        REQUIRE(connection);
        Statement count(**connection, QStringLiteral("SELECT count(*) FROM change WHERE version = ?"));
        REQUIRE(count.with(version).run());
        REQUIRE(count.next());
        return count.number(0);
    };
    rows().prepend(Row{{{QStringLiteral("a"), QStringLiteral("新")}}, {}, newLineId()});
    REQUIRE(opened.store->save(opened.id, opened.report, {}));
    const qint64 inserted = opened.store->currentVersion(opened.id).value();
    CHECK(written(inserted) <= 3);
    rows().move(7, 2'000);
    REQUIRE(opened.store->save(opened.id, opened.report, {}));
    CHECK(written(opened.store->currentVersion(opened.id).value()) == 1);
    rows().removeAt(5);
    REQUIRE(opened.store->save(opened.id, opened.report, {}));
    const qint64 removed = opened.store->currentVersion(opened.id).value();
    CHECK(written(removed) == 2);

    const Report now = opened.store->load(opened.id).value();
    CHECK(now == opened.report);
    CHECK(lineIds(now) == lineIds(opened.report));
    CHECK(opened.store->loadVersion(opened.id, inserted - 1).value() == before);
    CHECK(lineIds(opened.store->loadVersion(opened.id, inserted - 1).value()) == lineIds(before));
    // What a version changed is told by where it stood.
    const QList<Version> versions = opened.store->versions(opened.id).value();
    CHECK(versions.at(0).changed == QList{Place{table, {}, 5}});
    CHECK(versions.at(1).changed == QList{Place{table, {}}});
    CHECK(versions.at(2).changed == QList{Place{table, {}, 0}});
}

TEST_CASE("Rows without ids are read as they are, and get them with the next save; the digest of what is said stays")
{
    Opened opened; // its rows have none
    const Report bare = opened.store->load(opened.id).value();
    CHECK(lineIds(bare).isEmpty());
    const qint64 first = opened.store->currentVersion(opened.id).value();
    opened.report = withLineIds(bare, {});
    CHECK(opened.report == bare);
    CHECK(contentDigest(opened.report) == contentDigest(bare));
    REQUIRE(opened.store->save(opened.id, opened.report, {}));
    CHECK(lineIds(opened.store->load(opened.id).value()).size() == 5); // three rows, two entries
    CHECK(opened.store->load(opened.id).value() == bare);
    CHECK(lineIds(opened.store->loadVersion(opened.id, first).value()).isEmpty());
    // And back, as a version from then that is put in force again by another program would be.
    REQUIRE(opened.store->save(opened.id, bare, {}));
    CHECK(opened.store->load(opened.id).value() == bare);
    CHECK(isSound(inspect(opened.path).value()));
}

} // namespace history_test
