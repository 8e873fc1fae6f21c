// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/workflow.h"
#include "ui/parts/commandstate.h"

#include <QList>
#include <QMap>
#include <QObject>

#include <optional>

class QAction;
class QKeySequence;
class QMenu;

namespace zhibao {

class Workspace;

// Every command of review, with its shortcut; what may not be done now is disabled and says why. Owned by the window.
class ReviewCommands : public QObject {
    Q_OBJECT
public:
    explicit ReviewCommands(QWidget *window);

    QAction *of(ReviewAction action) const { return m_steps.value(action); }
    const QList<QAction *> &steps() const { return m_order; } // along the way of a report
    QAction *showScan() const { return m_showScan; }
    QAction *exportSheet() const { return m_exportSheet; }
    QAction *printChanges() const { return m_printChanges; }
    QAction *writeFile() const { return m_writeFile; }
    QAction *openFile() const { return m_openFile; }
    QAction *verify() const { return m_verify; }
    QAction *log() const { return m_log; }
    QAction *comment() const { return m_comment; }
    QAction *nextChange() const { return m_nextChange; }
    QAction *previousChange() const { return m_previousChange; }
    QAction *nextComment() const { return m_nextComment; }
    QAction *previousComment() const { return m_previousComment; }

    void fill(QMenu *menu) const;
    // `selected`: the report that is selected in the list, where the steps act on that.
    void enable(Workspace &workspace, Hand hand, std::optional<qint64> selected);

Q_SIGNALS:
    void wanted(zhibao::ReviewAction action);

private:
    void addSteps();
    void enableSteps(Workspace &workspace, Hand hand, std::optional<qint64> selected);
    QAction *add(const QString &text, const QString &icon, const QKeySequence &shortcut);

    QWidget *m_window;
    QMap<ReviewAction, QAction *> m_steps;
    QList<QAction *> m_order;
    QAction *m_showScan;
    QAction *m_exportSheet;
    QAction *m_printChanges;
    QAction *m_writeFile;
    QAction *m_openFile;
    QAction *m_verify;
    QAction *m_log;
    QAction *m_comment;
    QAction *m_nextChange;
    QAction *m_previousChange;
    QAction *m_nextComment;
    QAction *m_previousComment;
};

} // namespace zhibao
