// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the main window's commands call.
#include "core/notice/noticereader.h"
#include "ui/export/exportpage.h"
#include "ui/find/findbar.h"
#include "ui/findings/correctionswindow.h"
#include "ui/notebar.h"
#include "ui/notice/noticebar.h"
#include "ui/start/startpage.h"
#include "ui/start/unitchooser.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "ui/window/navigation.h"
#include "ui/window/noticedesk.h"
#include "ui/window/problemwindow.h"
#include "ui/window/reportdesk.h"
#include "ui/window/restorewindow.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QStackedWidget>

namespace zhibao {

void MainWindow::connectReportActions()
{
    const auto importFile = [this] { importReport(m_desk->askForReportFile()); };
    connect(m_actions.reports, &QAction::triggered, this, &MainWindow::showReports);
    connect(m_actions.create, &QAction::triggered, this, &MainWindow::showCreate);
    connect(m_actions.import, &QAction::triggered, this, importFile);
    connect(m_actions.exportFile, &QAction::triggered, this, [this] {
        m_forms->commit();
        withReport([this] { m_desk->exportFile(); });
    });
    connect(m_actions.export_, &QAction::triggered, this,
        [this] { withReport([this] { showPage(m_navigation->count() - 1); }); });
    connect(m_actions.exportBlank, &QAction::triggered, this, &MainWindow::showBlankExport);
    const auto print = [this](bool all) {
        m_forms->commit();
        withReport([this, all] {
            if (m_stack->currentWidget() == m_start)
                showForms(); // what comes out of the printer
            const Notice &notice = m_workspace.openReport().notice();
            m_desk->printForms(all ? notice.forms : QList<Form>{*notice.form(m_forms->form())}, notice, false);
        });
    };
    connect(m_actions.print, &QAction::triggered, this, [print] { print(false); });
    connect(m_actions.printAll, &QAction::triggered, this, [print] { print(true); });
    connect(m_actions.restore, &QAction::triggered, this, &MainWindow::showRestore);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);

    connect(m_start, &StartPage::openWanted, this, [this](qint64 report) { enter(m_desk->open(report)); });
    connect(m_start, &StartPage::exportWanted, m_actions.export_, &QAction::trigger);
    connect(m_start, &StartPage::selectionChanged, this, &MainWindow::refreshCommands);
    connect(m_start, &StartPage::removeWanted, this, [this](qint64 report) {
        m_desk->remove(report);
        showReports();
    });
    connect(m_start, &StartPage::createWanted, this, &MainWindow::showCreate);
    connect(m_start, &StartPage::importWanted, this, importFile);
    connect(m_start, &StartPage::problem, this,
        [this](const QString &sentence) { m_note->tell(NoteBar::Kind::Problem, sentence); });
    connect(m_chooser, &UnitChooser::chosen, this,
        [this](const QString &notice, const QString &unit, const QString &occasion) {
            enter(m_desk->create(notice, unit, occasion));
        });
    connect(m_chooser, &UnitChooser::importWanted, this, importFile);
    connect(m_chooser, &UnitChooser::cancelled, this, &MainWindow::showReports);
    connect(m_export, &ExportPage::left, this, &MainWindow::leaveBlankExport);
    connect(m_desk, &ReportDesk::putBack, this, [this](qint64 report) {
        showReports();
        m_start->select(report);
    });
}

void MainWindow::connectNotices()
{
    m_noticeBar->setObjectName(QStringLiteral("noticeBar"));
    connect(m_actions.openNotice, &QAction::triggered, this, [this] {
        m_forms->commit();
        m_noticeDesk->open();
    });
    connect(m_noticeBar, &NoticeBar::followWanted, this, [this] {
        m_forms->commit();
        m_noticeDesk->follow();
    });
    connect(m_noticeDesk, &NoticeDesk::following, this, &MainWindow::leaveReport);
    connect(m_noticeDesk, &NoticeDesk::followed, this, [this] { enter(m_workspace.openReport().isOpen()); });
    connect(&m_workspace.office(), &Office::noticesChanged, m_chooser, &UnitChooser::fillNotices);
}

void MainWindow::importReport(const QString &path)
{
    if (path.isEmpty())
        return;
    m_forms->commit();
    if (isNoticeFile(path)) {
        m_noticeDesk->open(path);
        return;
    }
    leaveReport();
    enter(m_desk->importFile(path));
}

void MainWindow::showRestore()
{
    m_forms->commit();
    leaveReport();
    auto *window = new RestoreWindow(m_workspace, m_dialogs, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &RestoreWindow::restored, this, [this](const QString &sentence) {
        m_desk->forgetRemoved();
        showReports();
        m_note->tell(NoteBar::Kind::Calm, sentence);
    });
    connect(window, &RestoreWindow::putBack, this, [this](qint64 report) {
        m_desk->forget(report);
        m_start->reload();
        m_start->select(report);
        refreshCommands();
    });
    window->open();
}

void MainWindow::recover()
{
    const QString store = m_workspace.office().storePath();
    const Result<Recovery> recovery = m_workspace.recoverStore(store);
    const Result<void> opened = m_workspace.openStore(store);
    m_desk->forgetRemoved();
    showReports();
    if (!recovery || !opened) {
        m_note->tell(NoteBar::Kind::Problem, describe(recovery ? opened.error() : recovery.error()));
        return;
    }
    m_note->hide();
    auto *outcome = new RecoveryWindow(*recovery, this);
    outcome->setAttribute(Qt::WA_DeleteOnClose);
    outcome->open();
}

void MainWindow::connectEditActions()
{
    connect(m_workspace.openReport().undoStack(), &QUndoStack::indexChanged, this, &MainWindow::refreshCommands);
    connect(m_actions.undo, &QAction::triggered, this, &MainWindow::undo);
    connect(m_actions.redo, &QAction::triggered, m_forms, &FormPages::redo);
    // What is found and replaced is on screen.
    const auto onForms = [this](QAction *action, void (FindBar::*command)()) {
        connect(action, &QAction::triggered, this, [this, command] {
            showForms();
            (m_findBar->*command)();
        });
    };
    onForms(m_actions.find, &FindBar::openFind);
    onForms(m_actions.replace, &FindBar::openReplace);
    onForms(m_actions.findNext, &FindBar::findNext);
    onForms(m_actions.findPrevious, &FindBar::findPrevious);
    connect(m_actions.findings, &QAction::triggered, this,
        [this] { withReport([this] { showPage(static_cast<int>(m_workspace.openReport().notice().forms.size())); }); });
    connect(m_actions.nextFinding, &QAction::triggered, m_forms, [this] { m_forms->showFinding(Direction::Forward); });
    connect(m_actions.correctAll, &QAction::triggered, this, &MainWindow::correctAll);
    connect(
        m_actions.previousFinding, &QAction::triggered, m_forms, [this] { m_forms->showFinding(Direction::Backward); });
}

void MainWindow::correctAll()
{
    m_forms->commit();
    if (correctionsOf(m_workspace.openReport().findings()).isEmpty()) {
        m_note->tell(NoteBar::Kind::Calm, tr("没有只有一种改法的问题；其他问题请逐处修改（F8）。"));
        return;
    }
    auto *window = new CorrectionsWindow(m_workspace.openReport(), this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &CorrectionsWindow::corrected, this, [this](const QString &sentence) {
        m_note->tell(NoteBar::Kind::Calm, sentence);
        m_note->endWithNextStep(*m_workspace.openReport().undoStack());
    });
    window->open();
}

} // namespace zhibao
