// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace zhibao {

class NoteBar;
class OpenReport;

// The notes on lasting states of the store, on every page: that it can only be read, that the last change is not saved,
// that backups do not go where they should, that the clock is not to be believed, that something waits to be confirmed.
class StoreNotes : public QObject {
    Q_OBJECT
public:
    StoreNotes(OpenReport &open, QWidget *window);

    NoteBar *saveFailed() const { return m_saveFailed; }
    QList<NoteBar *> others() const; // the weightiest first

    // The window is about to close on what could not be saved.
    void askToLeave();

Q_SIGNALS:
    void leaveAnyway();
    void restoreWanted(); // the backups are asked for
    void recoveryWanted(); // or a way out of damage

private:
    NoteBar *makeNote(const QString &name, bool closable) const;
    void tellReadOnly();
    void tellSaved();
    void tellBackup();
    void tellClock();
    void tellUnconfirmed();
    void showUnconfirmed();
    void saveAgain();

    OpenReport &m_open;
    QWidget *m_window;
    NoteBar *m_readOnly;
    NoteBar *m_saveFailed;
    NoteBar *m_backup;
    NoteBar *m_clock;
    NoteBar *m_unconfirmed;
};

} // namespace zhibao
