// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"

#include <QObject>

class QWidget;

namespace zhibao {

class NoteBar;
class Workspace;

// What is done with notices that come from outside: opened, added, and followed by the report in hand; each after it
// was shown. Tells the outcome in a line in place.
class NoticeDesk : public QObject {
    Q_OBJECT
public:
    NoticeDesk(Workspace &workspace, const Dialogs &dialogs, NoteBar &note, QWidget *window);

    void open(); // one that is asked for
    void open(const QString &path);
    void follow(); // the definition that is offered to the report in hand

Q_SIGNALS:
    void following(); // the report in hand is about to be taken in hand anew
    void followed(); // or was not, and is as it was

private:
    Workspace &m_workspace;
    const Dialogs &m_dialogs;
    NoteBar &m_note;
    QWidget *m_window;
};

} // namespace zhibao
