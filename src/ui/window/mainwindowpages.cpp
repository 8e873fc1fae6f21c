// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Which page of the main window is in front.
#include "ui/export/exportpage.h"
#include "ui/find/findbar.h"
#include "ui/findings/findingspage.h"
#include "ui/formpage.h"
#include "ui/history/historypage.h"
#include "ui/notice/noticebar.h"
#include "ui/review/lockbar.h"
#include "ui/review/remarkbar.h"
#include "ui/review/reviewpage.h"
#include "ui/start/latenessbar.h"
#include "ui/start/startpage.h"
#include "ui/start/unitchooser.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "ui/window/navigation.h"
#include "ui/window/statusline.h"
#include "workspace/workspace.h"

#include <QStackedWidget>

namespace zhibao {

void MainWindow::enter(bool inHand)
{
    if (inHand)
        showPage(std::clamp(m_page, 0, m_navigation->count() - 1));
}

void MainWindow::showReports()
{
    leaveReport();
    m_forms->commit();
    m_workspace.openReport().flush();
    const bool readable = m_start->reload();
    if (readable && m_start->count() == 0 && !m_workspace.office().readOnlyReason()) {
        m_chooser->begin(true);
        bringToFront(m_chooser);
        return;
    }
    bringToFront(m_start);
    m_start->setFocus();
}

void MainWindow::showCreate()
{
    leaveReport();
    bringToFront(m_chooser);
    m_chooser->begin(m_start->count() == 0);
}

void MainWindow::showPage(int page)
{
    if (!m_workspace.openReport().isOpen() || page < 0 || page >= m_navigation->count())
        return;
    const qsizetype forms = m_workspace.openReport().notice().forms.size();
    if (page < forms) {
        m_forms->showForm(m_workspace.openReport().notice().forms.at(page).id);
        return;
    }
    m_forms->commit();
    m_page = page;
    if (page == forms) {
        refreshFindings();
        bringToFront(m_findings);
    } else if (page == forms + 1) {
        bringToFront(m_history);
        m_history->refresh();
        m_actions.setEditMenu(m_history->editActions());
    } else if (page == forms + 2) {
        m_reviewed = true;
        bringToFront(m_review);
        m_review->begin();
    } else {
        m_export->prepareReport();
        bringToFront(m_export);
    }
    m_stack->currentWidget()->setFocus();
}

void MainWindow::showBlankExport()
{
    m_forms->commit();
    if (hand() != Hand::Empty || m_stack->currentWidget() != m_export)
        m_beforeBlank = m_stack->currentWidget();
    m_export->prepareBlank(noticeInHand());
    bringToFront(m_export);
    m_export->setFocus();
}

// To where one came from.
void MainWindow::leaveBlankExport()
{
    if (m_beforeBlank == m_chooser)
        showCreate();
    else if (m_beforeBlank == m_start || !m_workspace.openReport().isOpen())
        showReports();
    else
        showPage(m_page);
}

void MainWindow::showForms()
{
    if (m_stack->currentWidget() != m_forms)
        m_forms->showForm(m_forms->form());
}

void MainWindow::formShown()
{
    const QList<Form> &forms = m_workspace.openReport().notice().forms;
    for (int at = 0; at < forms.size(); ++at) {
        if (forms.at(at).id == m_forms->form())
            m_page = at;
    }
    bringToFront(m_forms);
    m_actions.setEditMenu(m_forms->page()->editActions());
}

// The limit of a form is shown where that form is.
void MainWindow::showLength()
{
    m_status->showLength(m_stack->currentWidget() == m_forms ? m_forms->form() : QString());
}

void MainWindow::bringToFront(QWidget *page)
{
    m_stack->setCurrentWidget(page);
    const bool ofReport = hand() == Hand::Open;
    m_navigation->setVisible(ofReport);
    m_status->setReportInFront(ofReport);
    showLength();
    m_navigation->setCurrent(ofReport ? m_page : -1);
    if (page != m_forms) {
        m_actions.setEditMenu({});
        m_remarks->leave();
        m_findBar->leave();
    }
    m_lock->setInFront(page == m_forms);
    m_lateness->setInFront(ofReport);
    m_noticeBar->setInFront(ofReport);
    showPreview();
    refreshCommands();
}

} // namespace zhibao
