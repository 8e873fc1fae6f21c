// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// A low screen: nothing makes the window outgrow it, and what is in hand is in sight.
#include "ui/review/reviewwindow.h"
#include "ui/summary/textfield.h"

#include <QPlainTextEdit>

namespace room_test {

using namespace zhibao;

namespace {

bool isInSight(const QWidget *part)
{
    return part->isVisible() && part->visibleRegion().boundingRect().height() == part->height();
}

} // namespace

TEST_CASE("the window keeps to a low screen, whatever bars and panes are open")
{
    const QSize screen = GENERATE(QSize(1024, 600), QSize(960, 540));
    ReviewWindow desk;
    REQUIRE(desk.review().comment(ReviewWindow::cell(), -1, 0, QStringLiteral("请写明日期")));
    REQUIRE(desk.review().perform(ReviewAction::Return, QStringLiteral("请修改")));
    desk.become(test::clerk, test::clerkWord);
    desk.now = desk.now.addDays(-400); // and the clock is told of
    REQUIRE(desk.workspace->openReport().setText(ReviewWindow::section(1), QStringLiteral("钟表拨回之后")));
    REQUIRE(desk.workspace->openReport().flush());
    desk.window->resize(screen);
    desk.go(GENERATE(ReviewWindow::cell(), ReviewWindow::section(3)));
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_M, command);
    const auto *words = desk.child<QPlainTextEdit>(QStringLiteral("words"));
    REQUIRE(words->hasFocus());
    CHECK(QTest::qWaitFor([words] { return isInSight(words); }));
    CHECK(desk.window->size() == screen);
    CHECK(desk.window->minimumSizeHint().height() <= 540);
}

TEST_CASE("the place stays in sight when its comments open below it")
{
    const ReviewWindow desk;
    REQUIRE(desk.review().comment(ReviewWindow::section(2), -1, 0, QStringLiteral("请补充")));
    desk.window->resize(1366, 728);
    desk.go(ReviewWindow::section(0));
    press(Qt::Key_F6);
    REQUIRE(desk.child<QWidget>(QStringLiteral("remarks"))->isVisible());
    const auto *field = desk.child<TextField>(QStringLiteral("section2"));
    CHECK(QTest::qWaitFor(
        [field] { return field->viewport()->visibleRegion().boundingRect().contains(field->cursorRect().center()); }));
}

} // namespace room_test
