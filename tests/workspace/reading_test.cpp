// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// An office reads any report without taking it in hand, and takes in many at once or none.
#include "base/digest.h"
#include "base/durablefile.h"
#include "workspace/desk.h"
#include "workspace/report/changedplaces.h"

#include <catch2/catch.hpp>

namespace reading_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

Place cell(int row = 0)
{
    return {QStringLiteral("annex1"), QStringLiteral("study"), row};
}

QByteArray contentOf(const QString &path)
{
    const Result<QByteArray> bytes = readWhole(path, 1 << 26);
    REQUIRE(bytes);
    return *bytes;
}

Report reportOf(const Notice &notice, const QString &unit, const QString &text)
{
    Report report = newReport(notice, unit);
    report.forms[QStringLiteral("annex1")].rows.first().cells.insert(QStringLiteral("study"), text);
    return report;
}

} // namespace

TEST_CASE("Reading a report changes nothing, neither in the store nor in hand")
{
    Desk desk;
    const qint64 inHand = desk.create();
    REQUIRE(desk.workspace->openReport().setText(cell(), QStringLiteral("正在填写")));
    REQUIRE(desk.workspace->openReport().flush());
    QList<qint64> others;
    for (int number = 1; number <= 3; ++number) {
        const QString unit = QStringLiteral("第%1县市场监督管理局").arg(number);
        const auto imported = desk.workspace->importReport(reportOf(desk.notice, unit, unit));
        REQUIRE(imported);
        others.append(imported->id);
    }
    const QByteArray before = contentOf(desk.path);
    int told = 0;
    const auto tell = [&] { ++told; };
    QObject::connect(&desk.workspace->openReport(), &OpenReport::opened, tell);
    QObject::connect(&desk.workspace->openReport(), &OpenReport::changed, tell);
    QList<StoredReport> read;
    for (const qint64 id : std::as_const(others)) {
        const Result<StoredReport> report = desk.workspace->office().read(id);
        REQUIRE(report);
        CHECK(report->id == id);
        CHECK(report->notice.number == desk.notice.number);
        CHECK(report->status.state == ReportState::Draft);
        CHECK(report->changed == *desk.now);
        CHECK_FALSE(check(report->report, report->notice).isEmpty());
        CHECK(desk.workspace->office().marks(*report)->marginMark == draftMark());
        read.append(*report);
    }
    // Several at once: none is another's.
    CHECK(textAt(read.at(0).report, cell()) == QStringLiteral("第1县市场监督管理局"));
    CHECK(textAt(read.at(2).report, cell()) == QStringLiteral("第3县市场监督管理局"));
    CHECK_FALSE(changedPlaces(read.at(0).report, read.at(1).report, desk.notice).isEmpty());
    CHECK(told == 0);
    CHECK(desk.workspace->openReport().id() == inHand);
    CHECK(textAt(desk.workspace->openReport().report(), cell()) == QStringLiteral("正在填写"));
    CHECK(contentOf(desk.path) == before);
    CHECK(desk.workspace->office().read(4711).error().code == ErrorCode::ReportNotFound);
}

TEST_CASE("Many reports come in together, after one backup, or none does")
{
    Desk desk;
    desk.create();
    REQUIRE(desk.workspace->openReport().close());
    Office &office = desk.workspace->office();
    QList<Report> reports;
    for (int number = 1; number <= 100; ++number)
        reports.append(
            reportOf(desk.notice, QStringLiteral("第%1县市场监督管理局").arg(number), QString::number(number)));
    const auto backups = office.backups().list().size();

    SECTION("All are taken in")
    {
        // The last one says more of a unit that is in the same batch.
        reports.append(reportOf(desk.notice, reports.constFirst().unit, QStringLiteral("又一次")));
        const Result<QList<ImportedReport>> imported = office.importReports(reports);
        REQUIRE(imported);
        REQUIRE(imported->size() == 101);
        CHECK(imported->constFirst().added);
        CHECK_FALSE(imported->constLast().added);
        CHECK(imported->constLast().changed.contains(cell()));
        CHECK(office.reports()->size() == 101);
        CHECK(textAt(desk.stored(imported->constFirst().id), cell()) == QStringLiteral("又一次"));
        CHECK(textAt(desk.stored(imported->at(57).id), cell()) == QStringLiteral("58"));
        CHECK(office.backups().list().size() == backups + 1);
        // What says nothing new is no change, and nothing to be backed up.
        REQUIRE(office.backups().make());
        const auto made = office.backups().list().size();
        REQUIRE(office.importReports({reports.at(1)}));
        REQUIRE(office.importReports({reports.at(1)}));
        CHECK(office.backups().list().size() == made);
    }
    SECTION("One that is refused takes the others with it")
    {
        reports.insert(60, Report{QStringLiteral("无此文号"), QStringLiteral("某县市场监督管理局"), {}});
        CHECK(office.importReports(reports).error().code == ErrorCode::NoticeUnknown);
        CHECK(office.reports()->size() == 1);
        // The store is as it was, and goes on working.
        CHECK(desk.create() == office.reports()->constFirst().id);
        REQUIRE(desk.workspace->openReport().setText(cell(), QStringLiteral("照常")));
        REQUIRE(desk.workspace->openReport().flush());
        CHECK(textAt(desk.stored(*desk.workspace->openReport().id()), cell()) == QStringLiteral("照常"));
        reports.removeAt(60);
        CHECK(office.importReports(reports)->size() == 100);
    }
}

TEST_CASE("Findings are told once, after the last of many keys")
{
    Desk desk;
    desk.create();
    int told = 0;
    QObject::connect(&desk.workspace->openReport(), &OpenReport::findingsChanged, [&] { ++told; });
    for (const char16_t letter : std::u16string(u"不是所有的字都要检查一次")) {
        const QString text = textAt(desk.workspace->openReport().report(), cell()) + QChar(letter);
        REQUIRE(desk.workspace->openReport().setText(cell(), text));
    }
    CHECK(told == 0);
    REQUIRE(waitFor([&] { return told > 0; }, 5000));
    CHECK(told == 1);
    // A report that was closed meanwhile has none.
    REQUIRE(desk.workspace->openReport().setText(cell(), QStringLiteral("改")));
    REQUIRE(desk.workspace->openReport().close());
    CHECK_FALSE(waitFor([&] { return told > 1; }, 400));
}

} // namespace reading_test
