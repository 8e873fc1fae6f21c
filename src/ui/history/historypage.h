// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/report/openreport.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QKeySequence;

namespace Ui {
class HistoryPage;
}

namespace zhibao {

class VersionList;
class Workspace;

// The saved states of the report in hand; what one of them has otherwise than another; the way back to it.
class HistoryPage : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPage(Workspace &workspace, QWidget *parent = nullptr);
    ~HistoryPage() override;

    // Reads the versions anew (what is not saved yet is saved first). While the page is in sight it follows the report
    // by itself.
    void refresh();
    // What the edit menu shows while this page is in front; a null pointer stands for a separator.
    QList<QAction *> editActions() const { return m_actions; }

Q_SIGNALS:
    void problem(const QString &sentence);
    void restored(const QString &sentence);

private:
    // An older and a newer version, or why there is nothing to lay side by side.
    struct Pair {
        Version older;
        Version newer;
        QString reason;
    };

    void setUp();
    void addActions();
    QAction *addEditAction(const QString &text, const QString &icon, const QKeySequence &shortcut);
    void fillOthers();
    void showVersions(const QList<Version> &versions);
    void versionChosen();
    void updateActions();
    std::optional<Version> chosen() const;
    Pair pair(const Version &version) const;
    void compare();
    void showMessage(const QString &message);
    void showPosition();
    void restore();

    Workspace &m_workspace;
    std::unique_ptr<Ui::HistoryPage> m_ui;
    VersionList *m_list;
    QTimer m_pause; // versions are compared after a pause in choosing
    QTimer m_follow; // and read anew after a pause in changing
    QList<QAction *> m_actions;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_copyOlder = nullptr;
    QAction *m_copyNewer = nullptr;
    QAction *m_restore = nullptr;
};

} // namespace zhibao
