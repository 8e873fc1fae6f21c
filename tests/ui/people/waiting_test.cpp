// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What waits for who signs in comes first.
#include "ui/people/officewindow.h"
#include "ui/start/startpage.h"

#include <QTableView>
#include <QToolButton>

namespace waiting_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString guizhou = QStringLiteral("贵州省市场监督管理局");
const QString qinghai = QStringLiteral("青海省市场监督管理局");
const QString shanxi = QStringLiteral("山西省市场监督管理局");

// The clerk has a report of each of three offices, hands in those of the units, and leaves.
struct WaitingDesk : OfficeWindow {
    explicit WaitingDesk(const QStringList &handedIn)
    {
        signIn(clerk, clerkWord);
        create(qinghai);
        create(shanxi);
        for (const QString &unit : handedIn) {
            REQUIRE(workspace->openReport().open(idOf(unit)));
            REQUIRE(workspace->review().perform(ReviewAction::Submit));
        }
        REQUIRE(workspace->openReport().open(idOf(shanxi)));
        gate().signOut();
    }

    qint64 idOf(const QString &unit) const
    {
        const Result<QList<ReportSummary>> reports = workspace->office().reports();
        REQUIRE(reports);
        for (const ReportSummary &report : *reports) {
            if (report.unit == unit)
                return report.id;
        }
        FAIL("no report of " << unit.toStdString());
        return 0;
    }
    QToolButton *waiting() const { return child<QToolButton>(QStringLiteral("waiting")); }
    int rows() const { return child<QTableView>(QStringLiteral("table"))->model()->rowCount(); }
    bool showsList() const { return isShown("zhibao::StartPage"); }
};

} // namespace

TEST_CASE("a supervisor who signs in sees what waits for them, the first of it in hand")
{
    WaitingDesk desk({guizhou, qinghai});
    desk.signIn(chief, chiefWord);
    REQUIRE(desk.showsList());
    CHECK(desk.waiting()->isVisible());
    CHECK(desk.waiting()->text() == QStringLiteral("待我审核 2 份"));
    CHECK(desk.waiting()->isChecked());
    CHECK(desk.rows() == 2);
    const QString first = desk.child<StartPage>()->selectedName();
    CHECK((first == guizhou || first == qinghai));
    press(Qt::Key_Return);
    CHECK(desk.workspace->openReport().report().unit == first);

    press(Qt::Key_O, Qt::ControlModifier);
    QTest::mouseClick(desk.waiting(), Qt::LeftButton); // all of them
    CHECK(desk.rows() == 3);
}

TEST_CASE("what no longer waits leaves the list, and nothing is narrowed to nothing")
{
    WaitingDesk desk({guizhou, qinghai});
    desk.signIn(chief, chiefWord);
    const auto sendBack = [&](const QString &unit) {
        REQUIRE(desk.workspace->openReport().open(desk.idOf(unit)));
        REQUIRE(desk.workspace->review().perform(ReviewAction::Return, QStringLiteral("请补充")));
        desk.window->showReports();
    };
    sendBack(guizhou);
    CHECK(desk.waiting()->text() == QStringLiteral("待我审核 1 份"));
    CHECK(desk.rows() == 1);
    sendBack(qinghai);
    CHECK_FALSE(desk.waiting()->isVisible());
    CHECK(desk.rows() == 3);
}

TEST_CASE("who comes back to a locked window, and for whom nothing waits, are where they were")
{
    WaitingDesk desk({guizhou, qinghai});
    desk.signIn(clerk, clerkWord); // who may not pass it
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.workspace->openReport().report().unit == shanxi);
    desk.window->showReports();
    CHECK_FALSE(desk.waiting()->isVisible());
    CHECK(desk.rows() == 3);
    desk.gate().signOut();

    desk.signIn(chief, chiefWord);
    REQUIRE(desk.showsList());
    REQUIRE(desk.workspace->openReport().open(desk.idOf(shanxi)));
    desk.window->showPage(0);
    desk.gate().lock();
    desk.enterPassword(chiefWord);
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.workspace->openReport().report().unit == shanxi);
}

TEST_CASE("the one report that waits stays in front where it is there already, and else is listed at the start")
{
    WaitingDesk desk({shanxi});
    desk.signIn(chief, chiefWord);
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.workspace->openReport().report().unit == shanxi);
    REQUIRE(desk.workspace->openReport().open(desk.idOf(guizhou)));
    desk.window->showPage(0);
    desk.restart();
    desk.signIn(chief, chiefWord);
    CHECK(desk.showsList());
    CHECK(desk.child<StartPage>()->selectedName() == shanxi);
}

} // namespace waiting_test
