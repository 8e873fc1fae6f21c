// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/comparisonview.h"
#include "ui/review/reviewwindow.h"

#include <QComboBox>
#include <QLabel>

namespace changes_test {

using namespace zhibao;

namespace {

QStringList labels(const OfficeWindow &desk)
{
    QStringList texts;
    for (const QLabel *label : desk.window->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts;
}

} // namespace

TEST_CASE("a report that is handed in for the first time is not said to be unchanged")
{
    OfficeWindow desk;
    desk.signIn(test::clerk, test::clerkWord);
    REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
    desk.gate().signOut();
    desk.signIn(test::chief, test::chiefWord);
    press(Qt::Key_5, Qt::ControlModifier);
    const QString told = labels(desk).join(u'\n');
    CHECK_FALSE(told.contains(QStringLiteral("没有改动")));
    CHECK(told.contains(QStringLiteral("没有可以比较的版本")));
}

TEST_CASE("who looks at a change in its place comes back to it")
{
    ReviewWindow desk;
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("请修改")));
    desk.become(test::clerk, test::clerkWord);
    for (int index = 0; index < 3; ++index) {
        const Place place = ReviewWindow::section(index);
        REQUIRE(desk.workspace->openReport().setText(
            place, QStringLiteral("改写") + textAt(desk.workspace->openReport().report(), place)));
    }
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.become(test::chief, test::chiefWord);
    press(Qt::Key_5, Qt::ControlModifier);
    auto *changes = desk.child<ComparisonView>(QStringLiteral("changes"));
    REQUIRE(changes->count() == 3);
    press(Qt::Key_F7);
    press(Qt::Key_Return);
    REQUIRE(desk.isShown("zhibao::FormPages"));
    press(Qt::Key_F7);
    REQUIRE(desk.isShown("zhibao::ReviewPage"));
    CHECK(changes->current()->after == ReviewWindow::section(1));
    press(Qt::Key_F7);
    CHECK(changes->current()->after == ReviewWindow::section(2));
}

TEST_CASE("who looks for the first time sees the whole report as new, and later what changed since")
{
    ReviewWindow desk;
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("请修改")));
    desk.become(test::clerk, test::clerkWord);
    const Place place = ReviewWindow::section(0);
    REQUIRE(desk.workspace->openReport().setText(
        place, QStringLiteral("改写") + textAt(desk.workspace->openReport().report(), place)));
    REQUIRE(desk.review().perform(ReviewAction::Submit));
    desk.become(test::chief, test::chiefWord);
    press(Qt::Key_5, Qt::ControlModifier);
    CHECK(desk.child<ComparisonView>(QStringLiteral("changes"))->count() == 1); // since it was returned

    OfficeWindow first;
    first.signIn(test::clerk, test::clerkWord);
    const Report empty = first.workspace->openReport().report();
    for (int index = 0; index < 3; ++index) {
        REQUIRE(first.workspace->openReport().setText(ReviewWindow::section(index), QStringLiteral("逐次保存")));
        REQUIRE(first.workspace->openReport().flush());
    }
    REQUIRE(first.workspace->review().perform(ReviewAction::Submit));
    first.gate().signOut();
    first.signIn(test::chief, test::chiefWord);
    press(Qt::Key_5, Qt::ControlModifier);
    auto *versions = first.child<QComboBox>(QStringLiteral("comparedVersion"));
    CHECK(versions->currentText().startsWith(QStringLiteral("全部内容")));
    CHECK(first.child<ComparisonView>(QStringLiteral("changes"))->count() == 3);
    QStringList names;
    for (int row = 0; row < versions->count(); ++row)
        names.append(versions->itemText(row));
    CHECK(names.size() == 5); // four versions of one second, and the blank report
    CHECK(names.removeDuplicates() == 0);
    CHECK(names.constFirst().contains(QStringLiteral("09:30:00 填写")));
    CHECK(names.constFirst().contains(QStringLiteral("附件2")));
}

} // namespace changes_test
