// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Who is at the main window: signing in and out, people and passwords, and the reason of lateness they are asked for.
#include "ui/formpage.h"
#include "ui/notebar.h"
#include "ui/people/passwordwindow.h"
#include "ui/people/peoplewindow.h"
#include "ui/session/sessiongate.h"
#include "ui/start/latenessbar.h"
#include "ui/start/startpage.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reportdesk.h"
#include "ui/window/statusline.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QStackedWidget>

namespace zhibao {

void MainWindow::connectPeople()
{
    m_gate = new SessionGate(m_workspace, this);
    // What one was told is not for who comes next.
    connect(m_gate, &SessionGate::leaving, m_note, &QWidget::hide);
    connect(m_gate, &SessionGate::leaving, this, [this] {
        m_forms->commit();
        leaveReport();
        m_desk->forgetRemoved();
    });
    connect(m_gate, &SessionGate::opened, this, &MainWindow::enterStore);
    connect(m_gate, &SessionGate::recoveryWanted, this, &MainWindow::recover);
    connect(m_gate, &SessionGate::verifyWanted, this, &MainWindow::verifyAsGuest);
    connect(m_actions.lockSession, &QAction::triggered, m_gate, &SessionGate::lock);
    connect(m_actions.switchPerson, &QAction::triggered, m_gate, &SessionGate::signOut);
    connect(m_status, &StatusLine::personWanted, m_gate, &SessionGate::signOut);
    connect(m_actions.people, &QAction::triggered, this, &MainWindow::showPeople);
    connect(m_actions.ownPassword, &QAction::triggered, this, &MainWindow::showOwnPassword);
    m_lateness->setObjectName(QStringLiteral("lateness"));
    connect(m_actions.lateness, &QAction::triggered, this, [this] { m_lateness->ask(m_forms->form()); });
    connect(m_lateness, &LatenessBar::changed, this, &MainWindow::refreshCommands);
    refreshCommands();
}

// What waits for somebody is what they are here for: all of it, unless it is the one report that would be in front.
bool MainWindow::showWaiting()
{
    if (!m_start->reload())
        return false;
    const QList<qint64> waiting = m_start->waiting();
    const std::optional<qint64> last = hand() == Hand::Open ? m_workspace.openReport().id() : std::nullopt;
    const std::optional<qint64> front = m_entered ? last : m_memory.report;
    if (waiting.isEmpty() || (front && waiting == QList<qint64>{*front}))
        return false;
    m_entered = true;
    showReports();
    m_start->showWaiting();
    return true;
}

void MainWindow::enterStore(bool anew)
{
    if (anew && showWaiting())
        return;
    if (m_entered) {
        // What had the focus may be gone: the editor of a cell closes as what is typed is saved.
        QWidget *front = m_stack->currentWidget() == m_forms ? m_forms->page() : m_stack->currentWidget();
        if (front && !m_stack->isAncestorOf(QApplication::focusWidget()))
            front->setFocus();
        return;
    }
    m_entered = true;
    // The report may have gone since: then the list is shown, which says as much.
    if (m_memory.report && m_workspace.openReport().open(*m_memory.report))
        enter(true);
    else
        showReports();
}

void MainWindow::showPeople()
{
    m_forms->commit();
    auto *window = new PeopleWindow(m_workspace.office(), m_dialogs, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

void MainWindow::showOwnPassword()
{
    const QString name = m_workspace.office().session().person().name;
    auto *window = new PasswordWindow(m_workspace.office(), name, PasswordWindow::Asker::Oneself, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

} // namespace zhibao
