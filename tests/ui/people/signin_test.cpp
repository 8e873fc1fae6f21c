// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/officewindow.h"

#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

namespace signin_test {

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("a store without people opens as ever, and names nobody")
{
    OpenWindow desk;
    CHECK(desk.window->findChild<SessionGate *>() != nullptr);
    CHECK(desk.isShown("zhibao::UnitChooser"));
    CHECK_FALSE(desk.child<QToolButton>(QStringLiteral("person"))->isVisible());
    CHECK_FALSE(desk.action(QStringLiteral("锁定"))->isEnabled());
    CHECK_FALSE(desk.action(QStringLiteral("换人登录"))->isEnabled());
    CHECK(desk.action(QStringLiteral("人员与口令"))->isEnabled());
}

TEST_CASE("a store with people opens on the sign-in page, behind which nothing can be reached")
{
    OfficeWindow desk;
    CHECK(desk.isGateClosed());
    CHECK_FALSE(desk.workspace->openReport().isOpen());
    CHECK(desk.window->windowTitle() == QStringLiteral("质报"));
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_E, Qt::Key_F, Qt::Key_L, Qt::Key_N, Qt::Key_O, Qt::Key_P}) {
        press(key, Qt::ControlModifier);
        CHECK(desk.isGateClosed());
    }
    press(Qt::Key_F1);
    CHECK(desk.isGateClosed());
    CHECK_FALSE(desk.workspace->openReport().isOpen());
    for (const QWidget *window : QApplication::topLevelWidgets())
        CHECK(window->isVisible() == (window == desk.window.get()));
}

TEST_CASE("the right password and Enter open the window where it was left, and the status line names the person")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    CHECK(desk.workspace->office().session().person() == chief);
    CHECK(desk.workspace->office().session().isVerified());
    CHECK(desk.workspace->openReport().isOpen());
    CHECK(desk.isShown("zhibao::FormPages"));
    CHECK(desk.window->windowTitle().contains(QStringLiteral("贵州省")));
    const auto *person = desk.child<QToolButton>(QStringLiteral("person"));
    CHECK(person->isVisible());
    CHECK(person->text() == chief.name);
    CHECK(desk.action(QStringLiteral("锁定"))->isEnabled());
}

TEST_CASE("a wrong password is told in place, and after three the waiting counts down")
{
    OfficeWindow desk;
    desk.choose(clerk.name);
    for (int attempt = 0; attempt < 3; ++attempt) {
        desk.enterPassword(QStringLiteral("something else"));
        CHECK(desk.said().contains(QStringLiteral("口令不对")));
        CHECK(desk.child<PasswordEdit>(QStringLiteral("password"))->isEmpty());
    }
    desk.enterPassword(clerkWord);
    CHECK(desk.isGateClosed());
    CHECK(desk.said().contains(QStringLiteral("请等 5 秒")));
    auto *button = desk.child<QPushButton>(QStringLiteral("signIn"));
    CHECK_FALSE(button->isEnabled());
    CHECK(QTest::qWaitFor([&] { return desk.said().contains(QStringLiteral("请等 4 秒")); }));

    desk.choose(chief.name); // who need not wait
    CHECK(button->isEnabled());
    CHECK(desk.said().isEmpty());
    desk.choose(clerk.name);
    CHECK_FALSE(button->isEnabled());
    desk.signIn(chief, chiefWord);
}

TEST_CASE("Enter in the list leads to the password; nothing typed is no try")
{
    OfficeWindow desk;
    desk.choose(clerk.name);
    desk.child<QListWidget>(QStringLiteral("people"))->setFocus();
    for (int attempt = 0; attempt < 4; ++attempt) {
        press(Qt::Key_Return);
        CHECK(QApplication::focusWidget() == desk.child<PasswordEdit>(QStringLiteral("password")));
    }
    desk.enterPassword(clerkWord);
    CHECK_FALSE(desk.isGateClosed());
}

TEST_CASE("who signed in last is chosen the next time, and only who is active is listed")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    REQUIRE(desk.workspace->office().session().addPerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, nullptr));
    REQUIRE(desk.workspace->office().session().changePerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, false));
    desk.gate().signOut();
    desk.signIn(clerk, clerkWord);
    desk.restart();
    const auto *people = desk.child<QListWidget>(QStringLiteral("people"));
    CHECK(people->count() == 2);
    CHECK(people->currentItem()->text() == clerk.name);
    CHECK(QApplication::focusWidget() == desk.child<PasswordEdit>(QStringLiteral("password")));
}

TEST_CASE("who has no password signs in by one press")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    REQUIRE(desk.workspace->office().session().setPassword(clerk.name, nullptr));
    QTest::mouseClick(desk.child<QToolButton>(QStringLiteral("person")), Qt::LeftButton); // another one
    REQUIRE(desk.isGateClosed());
    desk.choose(clerk.name);
    CHECK_FALSE(desk.child<PasswordEdit>(QStringLiteral("password"))->isEnabled());
    QTest::mouseClick(desk.child<QPushButton>(QStringLiteral("signIn")), Qt::LeftButton);
    CHECK_FALSE(desk.isGateClosed());
    CHECK(desk.workspace->office().session().person() == clerk);
    CHECK_FALSE(desk.action(QStringLiteral("锁定"))->isEnabled());
    CHECK_FALSE(desk.action(QStringLiteral("人员与口令"))->isEnabled());
}

TEST_CASE("another person takes over where the report is")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(desk.isGateClosed());
    CHECK_FALSE(desk.window->windowTitle().contains(QStringLiteral("贵州")));
    CHECK_FALSE(desk.workspace->office().session().isSignedIn());
    desk.signIn(clerk, clerkWord);
    CHECK(desk.workspace->openReport().isOpen());
    CHECK(desk.window->windowTitle().contains(QStringLiteral("贵州")));
}

TEST_CASE("the arrows choose the person while the keys go to the password")
{
    OfficeWindow desk;
    desk.signIn(chief, chiefWord);
    REQUIRE(desk.workspace->office().session().addPerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, nullptr));
    const Secret word = secret(QStringLiteral("the third's password"));
    REQUIRE(desk.workspace->office().session().addPerson({QStringLiteral("赵六"), {}, {}, Duty::Reporter}, &word));
    desk.gate().signOut();
    const auto *people = desk.child<QListWidget>(QStringLiteral("people"));
    auto *password = desk.child<PasswordEdit>(QStringLiteral("password"));
    desk.choose(chief.name);
    password->setFocus();
    typeKeys(QStringLiteral("half of a"));
    press(Qt::Key_Down);
    CHECK(people->currentItem()->text() == clerk.name);
    CHECK(password->isEmpty()); // it was not theirs
    CHECK(QApplication::focusWidget() == password);
    press(Qt::Key_Up);
    press(Qt::Key_Up); // there is none above
    CHECK(people->currentItem()->text() == chief.name);

    // Past somebody who has none, who can sign in from there.
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    CHECK(people->currentItem()->text() == QStringLiteral("王五"));
    CHECK(QApplication::focusWidget() == people);
    press(Qt::Key_Down);
    CHECK(people->currentItem()->text() == QStringLiteral("赵六"));
    CHECK(QApplication::focusWidget() == password);
    for (int step = 0; step < 3; ++step)
        press(Qt::Key_Up);
    CHECK(people->currentItem()->text() == chief.name);
    typeKeys(chiefWord);
    press(Qt::Key_Return);
    CHECK(desk.workspace->office().session().person() == chief);
}

TEST_CASE("the arrows in the list itself leave the keys there")
{
    OfficeWindow desk;
    desk.choose(chief.name);
    auto *people = desk.child<QListWidget>(QStringLiteral("people"));
    people->setFocus();
    press(Qt::Key_Down);
    CHECK(people->currentItem()->text() == clerk.name);
    CHECK(QApplication::focusWidget() == people);
}

} // namespace signin_test
