// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What the main window's part in review is: to bring its page and its bars to the front, and to hand on.
#include "base/log.h"
#include "ui/export/exportpage.h"
#include "ui/formpage.h"
#include "ui/notebar.h"
#include "ui/parts/droppedfile.h"
#include "ui/review/lockbar.h"
#include "ui/review/logwindow.h"
#include "ui/review/remarkbar.h"
#include "ui/review/reviewcommands.h"
#include "ui/review/reviewdesk.h"
#include "ui/review/reviewpage.h"
#include "ui/session/sessiongate.h"
#include "ui/start/startpage.h"
#include "ui/verify/verifywindow.h"
#include "ui/window/formpages.h"
#include "ui/window/mainwindow.h"
#include "ui/window/navigation.h"
#include "workspace/describe/describe.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>

namespace zhibao {

void MainWindow::connectReview()
{
    setAcceptDrops(true);
    m_reviewCommands->fill(m_actions.reviewMenu);
    m_forms->setWindowActions({m_reviewCommands->comment()});
    connect(m_reviewCommands, &ReviewCommands::wanted, this, &MainWindow::askFor);
    connect(m_reviewCommands->comment(), &QAction::triggered, this, &MainWindow::showRemarks);
    connect(m_reviewCommands->nextChange(), &QAction::triggered, this, [this] { stepChange(1); });
    connect(m_reviewCommands->previousChange(), &QAction::triggered, this, [this] { stepChange(-1); });
    connect(m_reviewCommands->nextComment(), &QAction::triggered, this, [this] { stepComment(1); });
    connect(m_reviewCommands->previousComment(), &QAction::triggered, this, [this] { stepComment(-1); });
    connect(m_forms, &FormPages::commentsWanted, this, [this] { m_remarks->openToAnswer(*m_forms->page()); });
    connect(m_lock, &LockBar::actionWanted, this, &MainWindow::askFor);
    connect(m_lock, &LockBar::reviewWanted, this, &MainWindow::showReview);
    connect(m_remarks, &RemarkBar::placeWanted, m_forms, &FormPages::showPlace);
    connect(m_remarks, &RemarkBar::left, m_forms, [this] {
        if (FormPage *page = m_forms->page())
            page->setFocus();
    });
    connect(m_review, &ReviewPage::placeWanted, m_forms, &FormPages::showPlace);
    connect(m_review, &ReviewPage::findingsWanted, m_actions.findings, &QAction::trigger);
    connect(m_review, &ReviewPage::acting, m_forms, &FormPages::commit);
    connect(m_review, &ReviewPage::acted, this, [this](const QString &sentence) {
        m_note->tell(NoteBar::Kind::Calm, sentence);
        noteSeen();
    });
    connect(&m_workspace.review(), &Review::changed, this, &MainWindow::refreshReview);
    connect(&m_workspace.office().session(), &Session::changed, this, [this] {
        refreshReview();
        if (m_workspace.openReport().isOpen() && m_stack->currentWidget() == m_review)
            m_review->begin(); // what another person has seen is another version
    });
    const auto openWaiting = [this] {
        if (!m_waitingFile.isEmpty())
            openReviewFile(m_waitingFile);
    };
    // Once the window is there again.
    connect(&m_workspace.office().session(), &Session::changed, this, openWaiting, Qt::QueuedConnection);
}

void MainWindow::connectReviewFiles()
{
    connect(m_review, &ReviewPage::scanWanted, m_reviewDesk, &ReviewDesk::attachScan);
    connect(m_review, &ReviewPage::filesWanted, m_reviewDesk, &ReviewDesk::writeFilesToSend);
    connect(m_review, &ReviewPage::draftWanted, m_reviewDesk, &ReviewDesk::writeDraft);
    connect(m_reviewCommands->showScan(), &QAction::triggered, m_reviewDesk, &ReviewDesk::showScans);
    connect(m_reviewCommands->exportSheet(), &QAction::triggered, m_reviewDesk, &ReviewDesk::exportSheet);
    connect(m_export, &ExportPage::sheetWanted, m_reviewDesk, &ReviewDesk::exportSheet);
    connect(m_reviewCommands->printChanges(), &QAction::triggered, this, [this] {
        if (!m_review->since())
            showReview();
        if (const std::optional<qint64> since = m_review->since())
            m_reviewDesk->exportChanges(*since);
    });
    connect(m_reviewCommands->writeFile(), &QAction::triggered, this, [this] {
        m_forms->commit();
        m_reviewDesk->writeFile();
    });
    connect(m_reviewCommands->openFile(), &QAction::triggered, this, [this] {
        m_forms->commit();
        m_reviewDesk->openFile();
    });
    connect(m_reviewCommands->verify(), &QAction::triggered, this, [this] { verify({}); });
    connect(m_reviewCommands->log(), &QAction::triggered, this, &MainWindow::showLog);
    connect(m_reviewDesk, &ReviewDesk::received, this, [this] { showReview(); });
}

void MainWindow::refreshReview()
{
    refreshCommands();
    if (!m_workspace.openReport().isOpen())
        return;
    const Review &review = m_workspace.review();
    m_navigation->setReview(describe(review.state()), review.openComments());
}

// A supervisor who read only the forms has seen the report as well; to who fills it in it is no news.
void MainWindow::noteSeen()
{
    if (!m_workspace.openReport().isOpen() || !m_workspace.office().session().isSignedIn())
        return;
    const bool reads = !m_workspace.office().session().person().duties.testFlag(Duty::Reporter);
    if (!m_reviewed && !reads)
        return;
    if (const Result<void> noted = m_workspace.review().noteSeen(); !noted)
        log::warning(QStringLiteral("the version that was seen could not be noted"));
}

void MainWindow::showReview()
{
    if (m_workspace.openReport().isOpen())
        showPage(static_cast<int>(m_workspace.openReport().notice().forms.size()) + 2);
}

void MainWindow::askFor(ReviewAction action)
{
    m_forms->commit();
    withReport([this, action] {
        showReview();
        m_review->ask(action);
    });
}

void MainWindow::stepChange(int by)
{
    if (m_stack->currentWidget() == m_review)
        m_review->stepChange(by);
    else
        showReview();
}

void MainWindow::stepComment(int by)
{
    const bool editing = m_stack->currentWidget() == m_forms;
    if (editing)
        m_remarks->step(by);
    else if (m_stack->currentWidget() != m_review)
        showReview();
    if (!editing)
        m_review->stepComment(by);
}

void MainWindow::showRemarks()
{
    FormPage *page = m_forms->page();
    if (page && m_stack->currentWidget() == m_forms) {
        m_remarks->open(*page);
        return;
    }
    if (m_stack->currentWidget() != m_review)
        showReview();
    m_review->writeComment();
}

// While nobody is signed in nothing is shown of it.
void MainWindow::openReviewFile(const QString &path)
{
    const Session &session = m_workspace.office().session();
    if (!session.isSignedIn() || session.isLocked()) {
        m_waitingFile = path;
        return;
    }
    m_waitingFile.clear();
    m_forms->commit();
    m_reviewDesk->openFile(path);
}

void MainWindow::verify(const QStringList &files)
{
    if (!m_verify)
        m_verify = new VerifyWindow(m_workspace.office(), m_dialogs, ApprovedTexts::Shown, this);
    m_verify->showFront();
    m_verify->verify(files);
}

// Who is not signed in, or stands before the locked window, may know what a file is, but not read what was approved.
void MainWindow::verifyAsGuest()
{
    auto *window = new VerifyWindow(m_workspace.office(), m_dialogs, ApprovedTexts::Hidden, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_gate->letThrough(window);
    window->showFront();
}

void MainWindow::showLog()
{
    if (!m_log)
        m_log = new LogWindow(m_workspace, this);
    if (hand() == Hand::Selected)
        m_log->showFront(*m_start->selected(), m_start->selectedName());
    else if (hand() == Hand::Open)
        m_log->showFront(*m_workspace.openReport().id(), m_workspace.openReport().name());
    else
        m_log->showFront(0, {});
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (isForWindow(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (!isForWindow(*event->mimeData()))
        return;
    event->acceptProposedAction();
    // The window that drags waits for the drop to be done.
    QMetaObject::invokeMethod(
        this, [this, files = localFilesIn(*event->mimeData())] { takeDropped(files); }, Qt::QueuedConnection);
}

// What is none of these is told as what it is where it is read.
void MainWindow::takeDropped(const QStringList &files)
{
    if (areDocuments(files))
        verify(files);
    else if (isReviewFile(files.constFirst()))
        openReviewFile(files.constFirst());
    else
        importReport(files.constFirst());
}

} // namespace zhibao
