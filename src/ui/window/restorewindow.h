// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace zhibao {

class NoteBar;
class Workspace;

// The way back: the store's backups, and the reports that were taken off the list.
class RestoreWindow : public QDialog {
    Q_OBJECT
public:
    RestoreWindow(Workspace &workspace, const Dialogs &dialogs, QWidget *parent = nullptr);

Q_SIGNALS:
    void restored(const QString &sentence); // the store, from a backup
    void putBack(qint64 report);

private:
    QWidget *makeBackupPage();
    QWidget *makeRemovedPage();
    void fillBackups();
    void fillRemoved();
    void restoreBackup();
    void makeBackup();
    void chooseFolder();
    void putBackReport();

    Workspace &m_workspace;
    const Dialogs &m_dialogs;
    NoteBar *m_note;
    QTreeWidget *m_backups;
    QPushButton *m_restore;
    QLabel *m_folder;
    QTreeWidget *m_removed;
    QPushButton *m_putBack;
};

} // namespace zhibao
