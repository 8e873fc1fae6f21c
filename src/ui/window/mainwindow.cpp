// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/mainwindow.h"

#include "base/processmemory.h"
#include "ui/export/exportpage.h"
#include "ui/find/findbar.h"
#include "ui/findings/findingspage.h"
#include "ui/formpage.h"
#include "ui/history/historypage.h"
#include "ui/notebar.h"
#include "ui/notice/noticebar.h"
#include "ui/preview/previewpane.h"
#include "ui/review/lockbar.h"
#include "ui/review/remarkbar.h"
#include "ui/review/reviewcommands.h"
#include "ui/review/reviewdesk.h"
#include "ui/review/reviewpage.h"
#include "ui/session/sessiongate.h"
#include "ui/start/latenessbar.h"
#include "ui/start/startpage.h"
#include "ui/start/unitchooser.h"
#include "ui/theme.h"
#include "ui/window/firstwindow.h"
#include "ui/window/formpages.h"
#include "ui/window/lowcolumn.h"
#include "ui/window/navigation.h"
#include "ui/window/notestack.h"
#include "ui/window/noticedesk.h"
#include "ui/window/pagestack.h"
#include "ui/window/reportdesk.h"
#include "ui/window/statusline.h"
#include "ui/window/storenotes.h"
#include "workspace/workspace.h"

#include <QCloseEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace zhibao {

namespace {

constexpr int memoryDelay = 1000; // milliseconds

} // namespace

MainWindow::MainWindow(Workspace &workspace, Dialogs dialogs, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_dialogs(std::move(dialogs))
    , m_actions(this)
    , m_memory(windowMemory(workspace.office()))
    , m_note(new NoteBar(this))
    , m_storeNotes(new StoreNotes(workspace.openReport(), this))
    , m_navigation(new Navigation(this))
    , m_panes(new QSplitter(this))
    , m_stack(new PageStack(this))
    , m_start(new StartPage(workspace.office(), this))
    , m_chooser(new UnitChooser(workspace.office(), this))
    , m_forms(new FormPages(workspace.openReport(), this))
    , m_findings(new FindingsPage(workspace.openReport(), this))
    , m_history(new HistoryPage(workspace, this))
    , m_reviewCommands(new ReviewCommands(this))
    , m_review(new ReviewPage(workspace, *m_reviewCommands, this))
    , m_export(new ExportPage(workspace, m_dialogs, this))
    , m_findBar(new FindBar(workspace.openReport(), this))
    , m_lock(new LockBar(workspace, this))
    , m_remarks(new RemarkBar(workspace, this))
    , m_lateness(new LatenessBar(workspace, this))
    , m_noticeBar(new NoticeBar(workspace, this))
    , m_status(new StatusLine(workspace.openReport(), this))
    , m_desk(new ReportDesk(workspace, m_dialogs, *m_note, this))
    , m_reviewDesk(new ReviewDesk(workspace, m_dialogs, *m_note, this))
    , m_noticeDesk(new NoticeDesk(workspace, m_dialogs, *m_note, this))
{
    m_memoryTimer.setSingleShot(true);
    m_memoryTimer.setInterval(memoryDelay);
    m_closedTimer.setSingleShot(true);
    m_closedTimer.setInterval(memoryDelay);
    connect(&m_closedTimer, &QTimer::timeout, this, [this] {
        if (!m_workspace.openReport().isOpen()) // else one followed the other
            giveBackMemory();
    });
    buildLayout();
    m_actions.buildMenus(this);
    connectReportActions();
    connectNotices();
    connectEditActions();
    connectViewActions();
    connectPages();
    connectReview();
    connectReviewFiles();
    connectWorkspace();
    closed();
    connectPeople();
    restore();
    if (!m_workspace.office().readOnlyReason())
        connect(new FirstWindow(m_workspace.office().storePath(), this), &FirstWindow::wanted, this,
            [this](const QString &file) {
                comeToFront();
                if (!file.isEmpty())
                    openReviewFile(file);
            });
}

void MainWindow::buildLayout()
{
    m_note->setObjectName(QStringLiteral("note"));
    m_stack->setObjectName(QStringLiteral("pages"));
    for (QWidget *page : QList<QWidget *>{m_start, m_chooser, m_forms, m_findings, m_history, m_review, m_export})
        m_stack->addWidget(page);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new NoteStack(QList{m_storeNotes->saveFailed(), m_note} + m_storeNotes->others()
        + QList<NoteBar *>{m_lock, m_noticeBar, m_lateness}));
    column->addWidget(m_stack, 1);
    column->addWidget(m_remarks);
    column->addWidget(m_findBar);
    m_panes->addWidget(m_navigation);
    m_panes->addWidget(new LowColumn(middle, this));
    m_panes->setChildrenCollapsible(false);
    m_panes->setStretchFactor(1, 1);

    setCentralWidget(m_panes);
    setStatusBar(m_status);
}

void MainWindow::connectPages()
{
    connect(m_navigation->backAction(), &QAction::triggered, this, &MainWindow::showReports);
    connect(m_navigation, &Navigation::pageWanted, this, [this](int page) {
        if (page != m_page)
            showPage(page);
    });
    connect(m_forms, &FormPages::pageShown, this, &MainWindow::formShown);
    connect(m_forms, &FormPages::placeChanged, m_findBar, &FindBar::setStart);
    connect(m_findBar, &FindBar::showPlace, m_forms, &FormPages::showPlace);
    connect(m_findings, &FindingsPage::wanted, m_forms, qOverload<const Finding &>(&FormPages::showFinding));
    connect(m_findings, &FindingsPage::correctionsWanted, m_actions.correctAll, &QAction::trigger);
    connect(m_history, &HistoryPage::problem, this,
        [this](const QString &sentence) { m_note->tell(NoteBar::Kind::Problem, sentence); });
    connect(m_history, &HistoryPage::restored, this, [this](const QString &sentence) {
        m_note->tell(NoteBar::Kind::Calm, sentence);
        m_note->endWithNextStep(*m_workspace.openReport().undoStack());
    });
    connect(m_export, &ExportPage::beginning, m_forms, &FormPages::commit);
    connect(m_export, &ExportPage::findingsWanted, m_actions.findings, &QAction::trigger);
    connect(m_status, &StatusLine::findingsWanted, m_actions.findings, &QAction::trigger);
    connect(m_storeNotes, &StoreNotes::restoreWanted, this, &MainWindow::showRestore);
    connect(m_storeNotes, &StoreNotes::recoveryWanted, this, &MainWindow::recover);
    connect(m_desk, &ReportDesk::recoveryWanted, this, &MainWindow::recover);
    connect(m_storeNotes, &StoreNotes::leaveAnyway, this, [this] {
        m_leaving = true;
        close();
    });
    const auto keepSoon = [this] {
        if (!m_memoryTimer.isActive())
            m_memoryTimer.start();
    };
    connect(m_forms, &FormPages::pageShown, this, keepSoon);
    connect(m_forms, &FormPages::placeChanged, this, keepSoon);
    connect(&m_memoryTimer, &QTimer::timeout, this, [this] {
        keepReportMemory();
        keepWindowMemory();
    });
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace.openReport(), &OpenReport::opened, this, &MainWindow::opened);
    connect(&m_workspace.openReport(), &OpenReport::closed, this, &MainWindow::closed);
    connect(&m_workspace.openReport(), &OpenReport::savedChanged, m_status, &StatusLine::showSaved);
    connect(&m_workspace.openReport(), &OpenReport::changed, this, &MainWindow::showLength);
    connect(&m_workspace.openReport(), &OpenReport::findingsChanged, this, &MainWindow::refreshFindings);
}

void MainWindow::opened()
{
    m_page = reportMemory(m_workspace.office(), *m_workspace.openReport().id()).page;
    m_forms->open(reportMemory(m_workspace.office(), *m_workspace.openReport().id()));
    m_navigation->setReport(m_workspace.openReport().name(), m_workspace.openReport().notice());
    QList<QAction *> pages;
    for (int page = 0; page < m_navigation->count(); ++page) {
        auto *action = new QAction(tr("%1(&%2)").arg(m_navigation->label(page)).arg(page + 1), this);
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(page + 1)));
        connect(action, &QAction::triggered, this, [this, page] { withReport([this, page] { showPage(page); }); });
        pages.append(action);
    }
    m_actions.setPages(pages);
    m_reviewed = false;
    refreshReview();
    m_status->showSaved();
    showLength();
    refreshFindings();
}

void MainWindow::closed()
{
    m_forms->close();
    m_memoryTimer.stop();
    m_actions.setPages({});
    m_actions.setEditMenu({});
    m_remarks->leave();
    if (m_preview)
        m_preview->showForm({});
    m_closedTimer.start();
    refreshReview();
    m_status->showSaved();
    showLength();
    m_status->showFindings();
}

void MainWindow::refreshFindings()
{
    if (!m_workspace.openReport().isOpen())
        return;
    m_navigation->setFindings(static_cast<int>(m_workspace.openReport().findings().size()));
    m_status->showFindings();
    if (m_findings->isVisible())
        m_findings->refresh();
    if (m_export->isVisible())
        m_export->refreshFindings();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_forms->commit();
    if (!m_leaving && !m_workspace.openReport().flush()) {
        m_storeNotes->askToLeave();
        event->ignore();
        return;
    }
    m_memoryTimer.stop();
    leaveReport();
    keepWindowMemory();
    QMainWindow::closeEvent(event);
}

const Notice &MainWindow::noticeInHand() const
{
    return m_workspace.openReport().isOpen() ? m_workspace.openReport().notice()
                                             : m_workspace.office().catalogue().notices.first();
}

} // namespace zhibao
