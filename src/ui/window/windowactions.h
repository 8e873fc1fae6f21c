// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QList>

class QAction;
class QMainWindow;
class QMenu;

namespace zhibao {

struct CommandState;

// Every command of the window that is not a page's own, with its shortcut. Owned by the window.
struct WindowActions {
    Q_DECLARE_TR_FUNCTIONS(zhibao::WindowActions)
public:
    explicit WindowActions(QMainWindow *window);

    QAction *reports, *create, *import, *openNotice, *exportFile, *export_, *exportBlank, *print, *printAll, *quit;
    QAction *undo, *redo, *find, *replace, *findNext, *findPrevious;
    QAction *preview, *largerText, *smallerText, *normalText;
    QAction *findings, *nextFinding, *previousFinding, *correctAll, *restore;
    QAction *lateness, *lockSession, *switchPerson, *people, *ownPassword;
    QAction *help, *about;

    QMenu *printBlankMenu = nullptr; // a line a form of the notice
    QMenu *editMenu = nullptr; // changes with the page in front
    QMenu *viewMenu = nullptr; // begins with the pages of the report
    QMenu *reviewMenu = nullptr; // filled by what review knows

    // Puts them into the window's menu bar.
    void buildMenus(QMainWindow *window);
    void setEditMenu(const QList<QAction *> &ofPage);
    void setPages(const QList<QAction *> &pages);
    // Every command of the window is on or off by this alone.
    void enable(const CommandState &state);

private:
    QList<QAction *> m_pages;
};

} // namespace zhibao
