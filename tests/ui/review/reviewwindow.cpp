// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewwindow.h"

#include "exchange/report/reportfile.h"
#include "ui/window/formpages.h"

namespace zhibao {

using namespace test;

ReviewWindow::ReviewWindow()
{
    signIn(clerk, clerkWord);
    const Result<ReportFile> example
        = readReportFile(QStringLiteral(SOURCE_ROOT "/resources/examples/贵州省市场监督管理局.json"),
            workspace->office().catalogue().notices);
    REQUIRE(example);
    REQUIRE(workspace->importReport(example->report));
    const QList<Finding> findings = workspace->openReport().findings();
    for (const Finding &finding : findings)
        REQUIRE(workspace->openReport().setText(finding.place, QStringLiteral("已印发（2023年3月）")));
    REQUIRE(workspace->openReport().flush());
    REQUIRE(review().perform(ReviewAction::Submit, QStringLiteral("请审阅")));
    become(chief, chiefWord);
}

void ReviewWindow::go(const Place &place, int offset, int length) const
{
    child<FormPages>()->showPlace(place, offset, length);
}

void ReviewWindow::approve() const
{
    REQUIRE(review().perform(ReviewAction::Review));
    REQUIRE(review().approve(true));
}

void ReviewWindow::become(const Person &person, const QString &password)
{
    gate().signOut();
    signIn(person, password);
    REQUIRE(workspace->openReport().isOpen());
}

} // namespace zhibao
