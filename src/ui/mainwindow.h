// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/dialogs.h"
#include "ui/memory.h"
#include "ui/window/windowactions.h"

#include <QMainWindow>
#include <QTimer>

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
class Navigation;
class NoteBar;
class PreviewPane;
class ReportDesk;
class SessionGate;
class StartPage;
class StatusLine;
class StoreNotes;
class UnitChooser;
class Workspace;
struct Notice;

// Pages, menus and actions.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workspace &workspace, Dialogs dialogs = systemDialogs(), QWidget *parent = nullptr);

    void showReports(); // or, where there are none, the choice of a unit
    void showPage(int page); // of the navigation, from 0

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void connectReportActions();
    void connectEditActions();
    void connectViewActions();
    void connectPages();
    void connectWorkspace();
    void connectPeople();
    void restore();
    void keepWindowMemory();
    void keepReportMemory();

    void opened(); // a report is in hand
    void closed();
    void enter(bool inHand); // shows the page of the report that was last in front
    void bringToFront(QWidget *page);
    void formShown();
    void showCreate();
    void showBlankExport();
    void showPreview();
    void makePreview();
    void scaleText(int percent);
    void refreshFindings();
    void fillBlankMenu();
    void showHelp();
    void enterStore(); // where the last one left it
    void followSession();
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
    ExportPage *m_export;
    FindBar *m_findBar;
    LatenessBar *m_lateness;
    StatusLine *m_status;
    ReportDesk *m_desk;
    SessionGate *m_gate = nullptr; // before all of it
    PreviewPane *m_preview = nullptr; // made when it is first shown
    HelpWindow *m_help = nullptr; // likewise
    QTimer m_findingsTimer; // findings wait for a pause in typing
    QTimer m_memoryTimer; // where one is is kept while one works: a crash asks nobody
    int m_page = 0; // of the report, in front or last in front
    bool m_entered = false; // what was in hand the last time is again
    bool m_leaving = false; // without what could not be saved
};

} // namespace zhibao
