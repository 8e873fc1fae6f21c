// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/passwordedit.h"
#include "ui/session/sessiongate.h"
#include "ui/shell/openwindow.h"
#include "workspace/people.h"

#include <QLabel>

namespace zhibao {

// Waits until keys go to the window: a dialog counts as active for Qt as soon as the window it belongs to is.
void waitForKeys(QWidget *window);

// The window of an office of two people, with one report, as a start of the program shows it: nobody has signed in.
class OfficeWindow : public OpenWindow {
public:
    OfficeWindow();

    void choose(const QString &name); // in the list of the sign-in page
    void enterPassword(const QString &password); // types it and presses Enter
    void signIn(const Person &person, const QString &password);
    bool isGateClosed() const; // by what is to be seen
    SessionGate &gate() const { return *window->findChild<SessionGate *>(); }
    QString said() const { return child<QLabel>(QStringLiteral("message"))->text(); }
    QString storePath() const { return folder.filePath(QStringLiteral("store/zhibao.db")); }
};

} // namespace zhibao
