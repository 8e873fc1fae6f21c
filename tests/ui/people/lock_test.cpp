// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/officewindow.h"
#include "ui/session/idlewatch.h"
#include "ui/window/restorewindow.h"

#include <QFile>
#include <QListWidget>
#include <QMenu>
#include <QStackedWidget>

namespace lock_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

RestoreWindow *restoreWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<RestoreWindow *>(window))
            return found;
    }
    return nullptr;
}

} // namespace

TEST_CASE("locking saves what is being typed, and unlocking leads back to it")
{
    OfficeWindow desk;
    desk.signIn(clerk, clerkWord);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Return); // into the first row's cell
    typeKeys(QStringLiteral("写到一半"));
    press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(desk.isGateClosed());
    CHECK(desk.workspace->office().session().isLocked());
    CHECK(desk.workspace->openReport().isSaved());
    const Form &form = desk.workspace->openReport().notice().forms.first();
    const bool kept = std::any_of(
        form.table()->columns.begin(), form.table()->columns.end(), [&](const Column &column) {
            return textAt(desk.workspace->openReport().report(), {form.id, column.id, 0}) == QStringLiteral("写到一半");
        });
    CHECK(kept);
    CHECK_FALSE(desk.window->windowTitle().contains(QStringLiteral("贵州")));

    desk.enterPassword(QStringLiteral("something else"));
    CHECK(desk.isGateClosed());
    desk.enterPassword(clerkWord);
    CHECK_FALSE(desk.isGateClosed());
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.window->windowTitle().contains(QStringLiteral("贵州")));
    const QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus);
    CHECK(desk.child<QStackedWidget>(QStringLiteral("pages"))->isAncestorOf(focus));
}

TEST_CASE("locking takes other windows and menus away, and brings the windows back")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    desk.action(QStringLiteral("备份与还原"))->trigger();
    QPointer<RestoreWindow> other = restoreWindow();
    REQUIRE(other);
    REQUIRE(other->isVisible());
    QMenu menu(other);
    menu.addAction(QStringLiteral("甲"));
    menu.popup(QPoint());
    REQUIRE(menu.isVisible());
    desk.gate().lock();
    REQUIRE(desk.isGateClosed());
    REQUIRE(other);
    CHECK_FALSE(other->isVisible());
    CHECK_FALSE(menu.isVisible());

    QWidget late; // something begun before opens a window now
    late.show();
    CHECK(QTest::qWaitFor([&late] { return !late.isVisible(); }));

    desk.enterPassword(chiefWord);
    CHECK_FALSE(desk.isGateClosed());
    REQUIRE(other);
    CHECK(other->isVisible());
    CHECK(late.isVisible());
    other->reject();
}

TEST_CASE("no command has a shortcut while the window is locked")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    desk.gate().lock();
    REQUIRE(desk.isGateClosed());
    int tried = 0;
    QStringList acted;
    for (QAction *action : desk.window->findChildren<QAction *>()) {
        if (action->shortcut().count() != 1 || !action->isEnabled())
            continue;
        ++tried;
        QObject::connect(action, &QAction::triggered, desk.window.get(), [&, action] { acted.append(action->text()); });
        const QKeyCombination key = action->shortcut()[0];
        press(key.key(), key.keyboardModifiers());
        QCoreApplication::processEvents();
    }
    CHECK(tried > 10);
    CHECK(acted == QStringList());
    CHECK(desk.isGateClosed());
    for (const QWidget *window : QApplication::topLevelWidgets())
        CHECK((window == desk.window.get() || !window->isVisible()));
    desk.enterPassword(chiefWord);
    CHECK_FALSE(desk.isGateClosed());
    press(Qt::Key_F7, Qt::ControlModifier);
    CHECK_FALSE(acted.isEmpty());
}

TEST_CASE("nobody at the desk locks it, but not where there is no password")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    desk.gate().setIdleLimit(30);
    CHECK(QTest::qWaitFor([&desk] { return desk.workspace->office().session().isLocked(); }));
    CHECK(desk.isGateClosed());

    OpenWindow single;
    single.window->findChild<SessionGate *>()->setIdleLimit(10);
    QTest::qWait(60);
    CHECK_FALSE(single.workspace->office().session().isLocked());
}

TEST_CASE("key and mouse in any window put the idle lock off; after a sleep the first touch only wakes")
{
    qint64 now = 0;
    IdleWatch watch([&now] { return now; });
    watch.setLimit(600'000);
    int idle = 0;
    QObject::connect(&watch, &IdleWatch::idle, [&idle] { ++idle; });
    OpenWindow desk;
    desk.create();
    QWidget other;
    other.show();
    now = 500'000;
    QTest::mouseMove(&other);
    QTest::mouseClick(&other, Qt::LeftButton);
    now = 1'000'000;
    press(Qt::Key_1, Qt::ControlModifier);
    now = 1'500'000;
    CHECK(idle == 0);
    press(Qt::Key_1, Qt::ControlModifier);
    CHECK(idle == 0);
    now = 9'000'000;
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(idle == 1);
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(idle == 1);
}

TEST_CASE("a second start brings the locked window to the front, locked")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    desk.gate().lock();
    QFile question(desk.storePath() + QStringLiteral(".front-1"));
    REQUIRE(question.open(QIODevice::WriteOnly));
    question.close();
    REQUIRE(QTest::qWaitFor([&question] { return !question.exists(); }));
    CHECK(desk.isGateClosed());
}

TEST_CASE("a locked window can be closed, and opens on the sign-in page with the report it had")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    REQUIRE(desk.workspace->openReport().isOpen());
    desk.gate().lock();
    desk.restart();
    CHECK(desk.isGateClosed());
    desk.restart(); // nobody signed in meanwhile
    desk.signIn(chief, chiefWord);
    CHECK(desk.workspace->openReport().isOpen());
}

} // namespace lock_test
