// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/incomingwindow.h"
#include "ui/shell/openwindow.h"

#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace incoming_test {

using namespace zhibao;

namespace {

constexpr Qt::KeyboardModifiers command = Qt::ControlModifier | Qt::ShiftModifier;

// Two offices, and the file that the first hands in.
class Offices {
public:
    Offices()
    {
        OpenWindow sender;
        sender.create(QStringLiteral("贵州省市场监督管理局"), true);
        REQUIRE(sender.workspace->review().perform(ReviewAction::Submit, QStringLiteral("请审阅")));
        sender.file = path;
        press(Qt::Key_N, command);
        REQUIRE(QFile::exists(path));
        report = sender.workspace->openReport().report();
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("送审.zbsh"));
    Report report;
};

IncomingWindow *shown(const OpenWindow &desk)
{
    auto *window = desk.window->findChild<IncomingWindow *>();
    REQUIRE(window);
    REQUIRE(QTest::qWaitForWindowActive(window));
    return window;
}

QPushButton *button(const IncomingWindow *window, const char *name)
{
    return window->findChild<QPushButton *>(QString::fromLatin1(name));
}

void openByMenu(OpenWindow &desk, const QString &path)
{
    desk.file = path;
    press(Qt::Key_I, command);
}

} // namespace

TEST_CASE("a file of an unknown office is taken over only after its fingerprint was compared, and once")
{
    const Offices offices;
    OpenWindow desk;
    openByMenu(desk, offices.path);
    IncomingWindow *window = shown(desk);
    CHECK_FALSE(window->findChild<QLabel *>(QStringLiteral("fingerprint"))->text().isEmpty());
    CHECK(window->findChild<QListWidget *>(QStringLiteral("news"))->count() == 1);
    CHECK_FALSE(button(window, "take")->isEnabled());
    QTest::mouseClick(button(window, "trust"), Qt::LeftButton);
    REQUIRE(button(window, "take")->isEnabled());
    QTest::mouseClick(button(window, "take"), Qt::LeftButton);
    CHECK(desk.isShown("zhibao::ReviewPage"));
    CHECK(desk.workspace->openReport().report() == offices.report);
    CHECK(desk.workspace->review().state() == ReportState::Submitted);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    openByMenu(desk, offices.path);
    window = shown(desk);
    CHECK(window->findChild<QLabel *>(QStringLiteral("newsTitle"))->text().contains(QStringLiteral("没有新的内容")));
    CHECK_FALSE(button(window, "take")->isEnabled());
}

TEST_CASE("what is not taken over changes nothing")
{
    const Offices offices;
    OpenWindow desk;
    openByMenu(desk, offices.path);
    QTest::mouseClick(button(shown(desk), "leave"), Qt::LeftButton);
    CHECK(desk.workspace->office().reports()->isEmpty());
}

TEST_CASE("a file that is dropped on the window is shown, on a text field too, and is no text")
{
    const Offices offices;
    OpenWindow desk;
    desk.create();
    press(Qt::Key_2, Qt::ControlModifier);
    const Report before = desk.workspace->openReport().report();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(offices.path)});
    QDragEnterEvent enter(QPoint(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.window.get(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(20, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.window.get(), &drop);
    REQUIRE(QTest::qWaitFor([&] { return desk.window->findChild<IncomingWindow *>() != nullptr; }));
    CHECK(desk.workspace->openReport().report() == before);
}

} // namespace incoming_test
