// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/workflow.h"
#include "ui/dialogs.h"
#include "ui/memory.h"
#include "ui/parts/commandstate.h"
#include "ui/window/windowactions.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace zhibao {

class ExportPage;
class FindBar;
class FindingsPage;
class FormPages;
class HelpWindow;
class HistoryPage;
class LatenessBar;
class LockBar;
class LogWindow;
class Navigation;
class NoteBar;
class NoticeBar;
class NoticeDesk;
class PreviewPane;
class RemarkBar;
class ReportDesk;
class ReviewCommands;
class ReviewDesk;
class ReviewPage;
class SessionGate;
class StartPage;
class StatusLine;
class StoreNotes;
class UnitChooser;
class VerifyWindow;
class Workspace;
struct Notice;

// Pages, menus and actions.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workspace &workspace, Dialogs dialogs = systemDialogs(), QWidget *parent = nullptr);

    void showReports(); // or, where there are none, the choice of a unit
    void showPage(int page); // of the navigation, from 0
    void openReviewFile(const QString &path); // 送审文件, from another office
    void verify(const QStringList &files); // whether they are what was approved

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void connectReportActions();
    void connectEditActions();
    void connectViewActions();
    void connectPages();
    void connectReview();
    void connectReviewFiles();
    void connectWorkspace();
    void connectPeople();
    void restore();
    void keepWindowMemory();
    void keepReportMemory();
    void leaveReport(); // another one, or none, comes to the front

    void opened(); // a report is in hand
    void closed();
    void enter(bool inHand); // shows the page of the report that was last in front
    void bringToFront(QWidget *page);
    void formShown();
    void showLength();
    void showCreate();
    void showBlankExport();
    void leaveBlankExport();
    void showPreview();
    void makePreview();
    void scaleText(int percent);
    void refreshFindings();
    void refreshReview();
    void refreshCommands();
    Hand hand() const; // what the commands act on
    void withReport(const std::function<void()> &command);
    void showForms(); // the one that was last in front
    void undo();
    void correctAll();
    void noteSeen();
    void showReview();
    void verifyAsGuest();
    void showLog();
    void takeDropped(const QStringList &files);
    void importReport(const QString &path);
    void connectNotices();
    void askFor(ReviewAction action);
    void stepChange(int by);
    void stepComment(int by);
    void showRemarks();
    void fillBlankMenu();
    void showHelp();
    void enterStore(bool anew); // where the last one left it, or where somebody who signs in has something to do
    bool showWaiting();
    void showPeople();
    void showOwnPassword();
    void showTitle();
    void showRestore();
    void recover();
    void comeToFront();
    const Notice &noticeInHand() const; // or the first one there is

    Workspace &m_workspace;
    const Dialogs m_dialogs;
    WindowActions m_actions;
    WindowMemory m_memory;
    NoteBar *m_note;
    StoreNotes *m_storeNotes;
    Navigation *m_navigation;
    QSplitter *m_panes;
    QStackedWidget *m_stack;
    StartPage *m_start;
    UnitChooser *m_chooser;
    FormPages *m_forms;
    FindingsPage *m_findings;
    HistoryPage *m_history;
    ReviewCommands *m_reviewCommands;
    ReviewPage *m_review;
    ExportPage *m_export;
    FindBar *m_findBar;
    LockBar *m_lock;
    RemarkBar *m_remarks;
    LatenessBar *m_lateness;
    NoticeBar *m_noticeBar;
    StatusLine *m_status;
    ReportDesk *m_desk;
    ReviewDesk *m_reviewDesk;
    NoticeDesk *m_noticeDesk;
    SessionGate *m_gate = nullptr; // before all of it
    PreviewPane *m_preview = nullptr; // made when it is first shown
    HelpWindow *m_help = nullptr; // likewise
    VerifyWindow *m_verify = nullptr; // likewise
    LogWindow *m_log = nullptr; // likewise
    QTimer m_closedTimer; // after which what a report took is given back
    QTimer m_memoryTimer; // where one is is kept while one works: a crash asks nobody
    int m_page = 0; // of the report, in front or last in front
    QWidget *m_beforeBlank = nullptr; // the page from which the blank forms were asked for
    QString m_waitingFile; // 送审文件, until somebody signs in
    bool m_reviewed = false; // its review was looked at
    bool m_entered = false; // what was in hand the last time is again
    bool m_leaving = false; // without what could not be saved
};

} // namespace zhibao
