// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/reviewsteps.h"
#include "ui/start/latenessbar.h"
#include "ui/start/reportlist.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace lateness_test {

using namespace zhibao;

namespace {

const QString annex1 = QStringLiteral("annex1");

struct LateDesk : OpenWindow {
    LateDesk(QDate today)
    {
        now = QDateTime(today, QTime(9, 0));
        create();
    }

    LatenessBar *bar() const { return child<LatenessBar>(); }
    QLineEdit *reason() const { return child<QLineEdit>(QStringLiteral("latenessReason")); }
    void answer(const QString &words)
    {
        for (QPushButton *button : bar()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == words) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL("no such answer");
    }
    QString told() const { return workspace->review().latenessReason(annex1); }
};

} // namespace

TEST_CASE("the reason of lateness is asked for three days before the deadline, and not earlier")
{
    LateDesk early(QDate(2023, 3, 27));
    CHECK_FALSE(early.bar()->isVisible());
    CHECK_FALSE(early.action(QStringLiteral("迟报原因"))->isEnabled());
    LateDesk late(QDate(2023, 3, 28));
    CHECK(late.bar()->isVisible());
    CHECK(late.bar()->sentence().contains(QStringLiteral("附件1")));
    CHECK(late.bar()->sentence().contains(QStringLiteral("还有 3 天")));
    CHECK(QApplication::focusWidget() != late.reason()); // it waits
}

TEST_CASE("the reason is told in place, shown in the list and can be changed")
{
    LateDesk desk(QDate(2023, 4, 2));
    CHECK(desk.bar()->sentence().contains(QStringLiteral("逾期 2 天")));
    desk.reason()->setFocus();
    press(Qt::Key_Return);
    CHECK(desk.bar()->isVisible()); // nothing was told
    typeKeys(QStringLiteral("等待会签"));
    press(Qt::Key_Return);
    CHECK(desk.told() == QStringLiteral("等待会签"));
    CHECK_FALSE(desk.bar()->isVisible());

    press(Qt::Key_O, Qt::ControlModifier);
    const auto *table = desk.child<QTableView>(QStringLiteral("table"));
    const QModelIndex deadline = table->model()->index(0, ReportList::DeadlineColumn);
    CHECK(deadline.data(Qt::ToolTipRole).toString().contains(QStringLiteral("等待会签")));
    CHECK(deadline.data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("等待会签")));
    press(Qt::Key_Return);

    desk.action(QStringLiteral("迟报原因"))->trigger();
    REQUIRE(desk.bar()->isVisible());
    CHECK(QApplication::focusWidget() == desk.reason());
    CHECK(desk.reason()->text() == QStringLiteral("等待会签"));
    typeKeys(QStringLiteral("会签尚未办结"));
    desk.answer(QStringLiteral("记下原因"));
    CHECK(desk.told() == QStringLiteral("会签尚未办结"));
    CHECK_FALSE(desk.bar()->isVisible());
}

TEST_CASE("the question can be put off for the day, and is only asked beside the report")
{
    LateDesk desk(QDate(2023, 4, 2));
    press(Qt::Key_O, Qt::ControlModifier);
    CHECK_FALSE(desk.bar()->isVisible());
    press(Qt::Key_Return);
    CHECK(desk.bar()->isVisible());
    desk.answer(QStringLiteral("以后再说"));
    CHECK_FALSE(desk.bar()->isVisible());
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK_FALSE(desk.bar()->isVisible());
    desk.restart();
    CHECK_FALSE(desk.bar()->isVisible());
    desk.now = desk.now.addDays(1);
    desk.restart();
    CHECK(desk.bar()->isVisible());
    desk.reason()->setFocus();
    press(Qt::Key_Escape);
    CHECK_FALSE(desk.bar()->isVisible());
    CHECK(desk.told().isEmpty());
}

TEST_CASE("each form that is late is asked about, and none of a report that is sent")
{
    using enum ReviewAction;
    LateDesk desk(QDate(2024, 1, 2));
    desk.reason()->setFocus();
    typeKeys(QStringLiteral("等待会签"));
    press(Qt::Key_Return);
    CHECK(desk.bar()->isVisible());
    CHECK(desk.bar()->sentence().contains(QStringLiteral("附件2")));
    CHECK(desk.reason()->text().isEmpty());
    takeThrough(desk, {{1, {Submit, Review, Approve, PlaceSeal, Send}}});
    CHECK(desk.workspace->review().state() == ReportState::Sent);
    CHECK_FALSE(desk.bar()->isVisible());
    CHECK_FALSE(desk.action(QStringLiteral("迟报原因"))->isEnabled());
}

} // namespace lateness_test
