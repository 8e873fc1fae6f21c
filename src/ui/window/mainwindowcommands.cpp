// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the main window's commands act on, and which of them are on.
#include "ui/export/exportpage.h"
#include "ui/parts/mayedit.h"
#include "ui/review/reviewcommands.h"
#include "ui/start/latenessbar.h"
#include "ui/start/startpage.h"
#include "ui/start/unitchooser.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reportdesk.h"
#include "workspace/workspace.h"

#include <QStackedWidget>

namespace zhibao {

Hand MainWindow::hand() const
{
    const QWidget *page = m_stack->currentWidget();
    if (page == m_start)
        return m_start->selected() ? Hand::Selected : Hand::Empty;
    const bool ofNone = page == m_chooser || (page == m_export && m_export->isBlank());
    return ofNone || !m_workspace.openReport().isOpen() ? Hand::Empty : Hand::Open;
}

// The row that is selected in the list is opened first.
void MainWindow::withReport(const std::function<void()> &command)
{
    const Hand now = hand();
    if (now == Hand::Open || (now == Hand::Selected && m_desk->open(*m_start->selected())))
        command();
}

void MainWindow::refreshCommands()
{
    const Session &session = m_workspace.office().session();
    const QUndoStack &steps = *m_workspace.openReport().undoStack();
    CommandState state;
    state.hand = hand();
    state.writable = !m_workspace.office().readOnlyReason();
    state.editable = mayEdit(m_workspace.openReport());
    if (state.hand == Hand::Open && state.editable) {
        if (steps.canUndo())
            state.undo = steps.undoText();
        if (steps.canRedo())
            state.redo = steps.redoText();
    } else if (m_stack->currentWidget() == m_start && m_desk->hasRemoved()) {
        state.undo = tr("删除报表");
    }
    state.late = m_lateness->canAsk();
    state.verified = session.isVerified();
    state.hasPeople = session.hasPeople();
    state.administers = session.person().duties.testFlag(Duty::Administrator);
    m_actions.enable(state);
    m_reviewCommands->enable(m_workspace, state.hand, m_start->selected());
    showTitle();
}

// In the list it is the last removal that is taken back.
void MainWindow::undo()
{
    if (m_stack->currentWidget() == m_start)
        m_desk->putBackLast();
    else
        m_forms->undo();
}

// What the title says is what the commands act on; nothing of it while nobody may see it.
void MainWindow::showTitle()
{
    const Session &session = m_workspace.office().session();
    const QWidget *page = m_stack->currentWidget();
    const Hand now = hand();
    QString what;
    if (session.isSignedIn() && !session.isLocked()) {
        if (now == Hand::Open)
            what = m_workspace.openReport().name();
        else if (now == Hand::Selected)
            what = tr("全部报表：%1").arg(m_start->selectedName());
        else
            what = page == m_chooser ? tr("新建报表") : page == m_export ? tr("导出空白表") : tr("全部报表");
    }
    setWindowTitle(what.isEmpty() ? tr("质报") : tr("%1 — 质报").arg(what));
}

} // namespace zhibao
