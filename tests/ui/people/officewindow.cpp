// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/officewindow.h"

#include "ui/session/signinpage.h"

#include <QApplication>
#include <QListWidget>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>

namespace zhibao {

void waitForKeys(QWidget *window)
{
    window->activateWindow();
    REQUIRE(QTest::qWaitFor([window] { return QApplication::activeWindow() == window; }));
}

OfficeWindow::OfficeWindow()
{
    create();
    close();
    test::foundOffice(storePath(), [this] { return now; });
    open();
}

void OfficeWindow::choose(const QString &name)
{
    auto *people = child<QListWidget>(QStringLiteral("people"));
    const QList<QListWidgetItem *> found = people->findItems(name, Qt::MatchExactly);
    REQUIRE(found.size() == 1);
    people->setCurrentItem(found.first());
}

void OfficeWindow::enterPassword(const QString &password)
{
    waitForKeys(window.get());
    child<PasswordEdit>(QStringLiteral("password"))->setFocus();
    typeKeys(password);
    press(Qt::Key_Return);
}

void OfficeWindow::signIn(const Person &person, const QString &password)
{
    choose(person.name);
    enterPassword(password);
    REQUIRE_FALSE(isGateClosed());
}

bool OfficeWindow::isGateClosed() const
{
    const bool page = child<SignInPage>()->isVisible();
    const bool work = child<QStackedWidget>(QStringLiteral("pages"))->isVisible();
    CHECK(page != work);
    CHECK(window->menuBar()->isVisible() == work);
    CHECK(window->statusBar()->isVisible() == work);
    return page;
}

} // namespace zhibao
