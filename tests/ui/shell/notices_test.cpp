// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Notices that come from outside: looked at, added, followed.
#include "core/data.h"
#include "ui/notebar.h"
#include "ui/notice/noticebar.h"
#include "ui/notice/noticewindow.h"
#include "ui/shell/openwindow.h"
#include "ui/start/reportlist.h"
#include "ui/start/unitchooser.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>

namespace notices_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

struct NoticeDesk : OpenWindow {
    QString write(const QString &name, const Notice &notice) const
    {
        QFile written(folder.filePath(name));
        REQUIRE(written.open(QIODevice::WriteOnly));
        REQUIRE(written.write(notice.json) == notice.json.size());
        return written.fileName();
    }
    void choose(const QString &path)
    {
        file = path;
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    }
    NoticeWindow *shown() const
    {
        for (NoticeWindow *each : window->findChildren<NoticeWindow *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString told() const { return child<NoteBar>(QStringLiteral("note"))->sentence(); }
    static void answer(const NoticeWindow *shown)
    {
        auto *const accept = shown->findChild<QPushButton *>(QStringLiteral("noticeAccept"));
        REQUIRE(accept);
        QTest::mouseClick(accept, Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    NoticeBar *bar() const { return child<NoticeBar>(QStringLiteral("noticeBar")); }
};

Notice corrected()
{
    return reworded(shippedNotice(), {{"\"label\": \"领导同志批示情况\"", "\"label\": \"主要领导批示情况\""}});
}

QString textOf(const NoticeWindow *shown)
{
    return shown->findChild<QTextBrowser *>(QStringLiteral("noticeText"))->toPlainText();
}

} // namespace

TEST_CASE("a notice is shown before it is added, and can be reported to then")
{
    NoticeDesk desk;
    desk.create();
    const QString path = desk.write(QStringLiteral("通知.json"), inventedNotice());
    desk.choose(path);
    const NoticeWindow *const shown = desk.shown();
    REQUIRE(shown);
    CHECK(textOf(shown).contains(QStringLiteral("云溪市计量协会关于开展《计量惠民行动方案》落实情况调查的函")));
    CHECK(textOf(shown).contains(QStringLiteral("2031年6月底前")));
    CHECK(desk.workspace->office().catalogue().notices.size() == 1); // so far
    desk.answer(shown);
    CHECK_FALSE(desk.shown());
    CHECK(desk.told().contains(QStringLiteral("已加入通知“云溪计函〔2031〕4号”")));
    CHECK(desk.workspace->office().catalogue().notices.size() == 2);

    press(Qt::Key_N, Qt::ControlModifier);
    auto *const notices = desk.child<QComboBox>(QStringLiteral("notice"));
    CHECK(notices->isVisible());
    CHECK(notices->count() == 2);

    // It is known: there is nothing to do.
    desk.choose(path);
    REQUIRE(desk.shown());
    CHECK_FALSE(desk.shown()->findChild<QPushButton *>(QStringLiteral("noticeAccept")));
    QTest::keyClick(desk.shown(), Qt::Key_Escape);
    CHECK_FALSE(desk.shown());
}

TEST_CASE("a notice that is imported as a report file is told as what it is, and one that is broken where")
{
    NoticeDesk desk;
    desk.create();
    desk.file = desk.write(QStringLiteral("通知.json"), inventedNotice());
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(desk.shown());
    QTest::keyClick(desk.shown(), Qt::Key_Escape);
    CHECK(desk.workspace->office().catalogue().notices.size() == 1);

    Notice broken = inventedNotice();
    broken.json.replace("\"outline\"", "\"poem\"");
    desk.choose(desk.write(QStringLiteral("坏.json"), broken));
    CHECK_FALSE(desk.shown());
    CHECK(desk.told().contains(QStringLiteral("forms[1].kind")));
}

TEST_CASE("a corrected notice is offered to the report in hand, with what it changes, and followed when one says so")
{
    NoticeDesk desk;
    desk.create(QStringLiteral("贵州省市场监督管理局"), true);
    const Report before = desk.workspace->openReport().report();
    press(Qt::Key_1, Qt::ControlModifier);
    CHECK_FALSE(desk.bar()->isVisible());
    desk.choose(desk.write(QStringLiteral("更正.json"), corrected()));
    REQUIRE(desk.shown());
    CHECK(textOf(desk.shown()).contains(QStringLiteral("栏目“领导同志批示情况”改为“主要领导批示情况”")));
    desk.answer(desk.shown());
    CHECK_FALSE(desk.bar()->isHidden());
    CHECK(desk.bar()->sentence().contains(QStringLiteral("改了 1 处")));

    SECTION("followed")
    {
        Q_EMIT desk.bar()->followWanted();
        REQUIRE(desk.shown());
        desk.answer(desk.shown());
        CHECK(desk.told().contains(QStringLiteral("已改用更正后的通知")));
        CHECK(desk.bar()->isHidden());
        CHECK(desk.isShown("zhibao::FormPages"));
        CHECK(desk.workspace->openReport().notice().forms[0].table()->columns[1].label
            == QStringLiteral("主要领导批示情况"));
        CHECK(desk.workspace->openReport().report().forms == before.forms);
    }
    SECTION("put off for the day")
    {
        desk.bar()->setFocus();
        QTest::keyClick(desk.bar(), Qt::Key_Escape);
        CHECK(desk.bar()->isHidden());
        desk.restart();
        CHECK(desk.bar()->isHidden());
        desk.close();
        desk.now = desk.now.addDays(1);
        desk.open();
        press(Qt::Key_1, Qt::ControlModifier);
        CHECK_FALSE(desk.bar()->isHidden());
    }
    SECTION("not while it is handed in")
    {
        REQUIRE(desk.workspace->review().perform(ReviewAction::Submit));
        CHECK(desk.bar()->isHidden());
    }
}

TEST_CASE("a report to a notice that is answered every month is begun for the month that is proposed, or another")
{
    NoticeDesk desk;
    desk.create();
    press(Qt::Key_O, Qt::ControlModifier);
    auto *const table = desk.child<QTableView>(QStringLiteral("table"));
    CHECK(table->isColumnHidden(ReportList::OccasionColumn));
    const Notice monthly = monthlyNotice();
    REQUIRE(desk.workspace->office().addNotice(monthly));
    const auto begin = [&](const QString &occasion) {
        press(Qt::Key_N, Qt::ControlModifier);
        auto *const notices = desk.child<QComboBox>(QStringLiteral("notice"));
        auto *const asked = desk.child<QLineEdit>(QStringLiteral("occasion"));
        notices->setCurrentIndex(notices->findData(shippedNotice().number));
        CHECK_FALSE(asked->isVisible());
        CHECK(asked->text().isEmpty());
        notices->setCurrentIndex(notices->findData(monthly.number));
        CHECK(asked->isVisible());
        CHECK(asked->text() == QStringLiteral("2023-12"));
        if (!occasion.isEmpty()) {
            asked->setFocus();
            asked->selectAll();
            typeKeys(occasion);
        }
        desk.child<QLineEdit>(QStringLiteral("sought"))->setFocus();
        typeKeys(QStringLiteral("甲局"));
        press(Qt::Key_Return);
    };
    begin({});
    REQUIRE(desk.workspace->openReport().report().notice == monthly.number);
    CHECK(desk.workspace->openReport().report().occasion == QStringLiteral("2023-12"));
    CHECK(desk.window->windowTitle().contains(QStringLiteral("甲局（2023年12月）")));
    begin(QStringLiteral("2024-01"));
    CHECK(desk.workspace->openReport().report().occasion == QStringLiteral("2024-01"));
    begin(QStringLiteral("2024-13"));
    CHECK(desk.told().contains(QStringLiteral("没有“2024-13”这一期")));

    press(Qt::Key_O, Qt::ControlModifier);
    REQUIRE(table->model()->rowCount() == 3);
    CHECK_FALSE(table->isColumnHidden(ReportList::OccasionColumn));
    auto *const filter = desk.child<QLineEdit>(QStringLiteral("filter"));
    filter->setText(QStringLiteral("甲局"));
    table->sortByColumn(ReportList::OccasionColumn, Qt::AscendingOrder);
    REQUIRE(table->model()->rowCount() == 2);
    CHECK(table->model()->index(0, ReportList::OccasionColumn).data().toString() == QStringLiteral("2023年12月"));
    CHECK(table->model()->index(1, ReportList::OccasionColumn).data().toString() == QStringLiteral("2024年1月"));
    filter->setText(QStringLiteral("2024年1月"));
    REQUIRE(table->model()->rowCount() == 1);
    press(Qt::Key_Return);
    CHECK(desk.workspace->openReport().report().occasion == QStringLiteral("2024-01"));
}

} // namespace notices_test
