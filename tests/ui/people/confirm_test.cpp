// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What a restoration wrote without a signature: told to everybody, shown to the administrator, confirmed by a click.
#include "store/backup/backup.h"
#include "ui/notebar.h"
#include "ui/people/confirmwindow.h"
#include "ui/people/officewindow.h"

#include <QListWidget>
#include <QPushButton>

namespace confirm_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

NoteBar *noteIn(const OfficeWindow &desk)
{
    return desk.child<NoteBar>(QStringLiteral("unconfirmedNote"));
}

ConfirmWindow *confirmWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<ConfirmWindow *>(window))
            return found;
    }
    return nullptr;
}

} // namespace

TEST_CASE("an administrator reads each entry that nobody signed before it is confirmed")
{
    OfficeWindow desk;
    CHECK_FALSE(noteIn(desk)->isVisible());
    const QString path = desk.storePath();
    REQUIRE(desk.workspace->office().backups().make());
    const QString backup = desk.workspace->office().backups().list().constFirst().path;
    const QString folder = desk.workspace->office().backups().folder();
    // Put back by somebody who may write the file, beside the program.
    const QString elsewhere = desk.folder.filePath(QStringLiteral("elsewhere.db"));
    REQUIRE(restoreBackup(backup, elsewhere, folder, systemClock()));
    REQUIRE(desk.workspace->openStore(elsewhere));

    desk.signIn(clerk, clerkWord);
    CHECK(noteIn(desk)->isVisible());
    CHECK(noteIn(desk)->findChildren<QPushButton *>().isEmpty());
    desk.gate().signOut();
    desk.signIn(chief, chiefWord);
    REQUIRE(noteIn(desk)->isVisible());
    CHECK(desk.workspace->office().session().unconfirmed()->size() == 1);
    QPushButton *look = nullptr;
    for (QPushButton *button : noteIn(desk)->findChildren<QPushButton *>())
        look = button->text().startsWith(QStringLiteral("逐条查看")) ? button : look;
    REQUIRE(look);
    look->click();
    ConfirmWindow *window = confirmWindow();
    REQUIRE(window);
    const auto *list = window->findChild<QListWidget *>(QStringLiteral("unconfirmed"));
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text().contains(QStringLiteral("从备份还原")));
    CHECK(list->item(0)->text().endsWith(QStringLiteral("没有写明办理人")));
    window->reject();
    CHECK(desk.workspace->office().session().unconfirmed()->size() == 1);
    CHECK(noteIn(desk)->isVisible());
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    for (QPushButton *button : noteIn(desk)->findChildren<QPushButton *>())
        look = button->text().startsWith(QStringLiteral("逐条查看")) ? button : look;
    look->click();
    window = confirmWindow();
    REQUIRE(window);
    window->findChild<QPushButton *>(QStringLiteral("confirm"))->click();
    CHECK(desk.workspace->office().session().unconfirmed()->isEmpty());
    CHECK_FALSE(noteIn(desk)->isVisible());
}

} // namespace confirm_test
