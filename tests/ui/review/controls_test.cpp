// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What a screen reader says of the controls of review, people, signing in and files of other offices.
#include "ui/nameless.h"
#include "ui/people/peoplewindow.h"
#include "ui/review/incomingwindow.h"
#include "ui/review/reviewwindow.h"

#include <QAccessible>
#include <QTabWidget>

namespace controls_test {

using namespace zhibao;

namespace {

QString spoken(QWidget *root, const QString &name)
{
    QAccessibleInterface *said = QAccessible::queryAccessibleInterface(root->findChild<QWidget *>(name));
    REQUIRE(said);
    return said->text(QAccessible::Name);
}

} // namespace

TEST_CASE("every control of signing in and of review has a name")
{
    ReviewWindow desk;
    REQUIRE(desk.review().comment(ReviewWindow::cell(), -1, 0, QStringLiteral("请写明日期")));
    for (const Qt::Key key : {Qt::Key_R, Qt::Key_G}) {
        press(key, command);
        CHECK(nameless(desk.window.get()) == QStringList());
    }
    desk.go(ReviewWindow::cell());
    press(Qt::Key_M, command);
    CHECK(nameless(desk.window.get()) == QStringList());
    desk.approve();
    REQUIRE(desk.workspace->office().session().setSoleOffice(true));
    press(Qt::Key_5, Qt::ControlModifier);
    CHECK(nameless(desk.window.get()) == QStringList());
    desk.gate().signOut();
    CHECK(nameless(desk.window.get()) == QStringList());
}

TEST_CASE("every control of people, seal and keys has a name, and the fingerprint is read out")
{
    const ReviewWindow desk;
    desk.action(QStringLiteral("人员与口令"))->trigger();
    auto *window = desk.window->findChild<PeopleWindow *>();
    REQUIRE(window);
    for (int page = 0; page < 3; ++page) {
        window->findChild<QTabWidget *>()->setCurrentIndex(page);
        CHECK(nameless(window) == QStringList());
    }
    const auto *own = window->findChild<QLabel *>(QStringLiteral("ownFingerprint"));
    CHECK(spoken(window, own->objectName()).contains(own->text()));
}

TEST_CASE("every control of a file of another office has a name, and its fingerprint is read out")
{
    const ReviewWindow desk;
    IncomingReview file;
    file.file.unit = desk.workspace->openReport().report().unit;
    file.file.office = file.file.unit;
    file.fingerprint = QStringLiteral("4F2A 91C0");
    file.news = *desk.review().entries();
    IncomingWindow window(*desk.workspace, file);
    window.show();
    CHECK(nameless(&window) == QStringList());
    CHECK(spoken(&window, QStringLiteral("fingerprint")).contains(file.fingerprint));
}

} // namespace controls_test
