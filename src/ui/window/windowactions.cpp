// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowactions.h"

#include "ui/menutext.h"
#include "ui/parts/commandstate.h"
#include "ui/theme.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>

namespace zhibao {

namespace {

// `icon` is "" for a command that has none.
QAction *makeAction(
    QMainWindow *window, const QString &text, const QIcon &icon, const QList<QKeySequence> &shortcuts = {})
{
    auto *action = new QAction(window);
    action->setIcon(icon);
    setMenuText(action, text);
    action->setShortcuts(shortcuts);
    return action;
}

QString stepText(const QString &command, const std::optional<QString> &step)
{
    return command.arg(step.value_or(QString())).trimmed();
}

} // namespace

WindowActions::WindowActions(QMainWindow *window)
    : reports(makeAction(window, tr("全部报表(&A)"), theme::icon(QStringLiteral("list")), {Qt::CTRL | Qt::Key_O}))
    , create(makeAction(window, tr("新建报表(&N)…"), theme::icon(QStringLiteral("file-plus")), {Qt::CTRL | Qt::Key_N}))
    , import(makeAction(window, tr("导入报表文件(&I)…"), theme::icon(QStringLiteral("file-import")),
          {Qt::CTRL | Qt::SHIFT | Qt::Key_O}))
    , openNotice(makeAction(
          window, tr("打开通知文件(&T)…"), theme::icon(QStringLiteral("file-text")), {Qt::CTRL | Qt::ALT | Qt::Key_N}))
    , exportFile(makeAction(window, tr("导出报表文件(&S)…"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_S}))
    , export_(makeAction(window, tr("导出(&E)…"), theme::icon(QStringLiteral("file-export")), {Qt::CTRL | Qt::Key_E}))
    , exportBlank(makeAction(window, tr("导出空白表(&B)…"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}))
    , print(makeAction(window, tr("打印(&P)…"), theme::icon(QStringLiteral("printer")), {Qt::CTRL | Qt::Key_P}))
    , printAll(makeAction(window, tr("打印全部附件(&F)…"), {}, {Qt::CTRL | Qt::ALT | Qt::Key_P}))
    , quit(makeAction(window, tr("退出(&X)"), theme::icon(QStringLiteral("door-exit")), {Qt::CTRL | Qt::Key_Q}))
    , undo(makeAction(window, tr("撤销(&U)"), theme::icon(QStringLiteral("arrow-back-up")), {Qt::CTRL | Qt::Key_Z}))
    , redo(makeAction(window, tr("重做(&R)"), theme::icon(QStringLiteral("arrow-forward-up")),
          {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}))
    , find(makeAction(window, tr("查找(&F)…"), theme::icon(QStringLiteral("search")), {Qt::CTRL | Qt::Key_F}))
    , replace(makeAction(window, tr("替换(&E)…"), theme::icon(QStringLiteral("replace")), {Qt::CTRL | Qt::Key_H}))
    , findNext(makeAction(window, tr("查找下一处(&N)"), {}, {Qt::Key_F3}))
    , findPrevious(makeAction(window, tr("查找上一处(&V)"), {}, {Qt::SHIFT | Qt::Key_F3}))
    , preview(makeAction(window, tr("预览(&V)"), theme::icon(QStringLiteral("layout-sidebar-right")), {Qt::Key_F9}))
    , largerText(makeAction(window, tr("放大文字(&L)"), theme::icon(QStringLiteral("text-increase")),
          {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}))
    , smallerText(makeAction(
          window, tr("缩小文字(&S)"), theme::icon(QStringLiteral("text-decrease")), {Qt::CTRL | Qt::Key_Minus}))
    , normalText(
          makeAction(window, tr("默认文字大小(&D)"), theme::icon(QStringLiteral("text-size")), {Qt::CTRL | Qt::Key_0}))
    , findings(
          makeAction(window, tr("检查报表(&C)"), theme::icon(QStringLiteral("list-check")), {Qt::CTRL | Qt::Key_F8}))
    , nextFinding(makeAction(window, tr("下一处问题(&N)"), theme::icon(QStringLiteral("arrow-down")), {Qt::Key_F8}))
    , previousFinding(
          makeAction(window, tr("上一处问题(&P)"), theme::icon(QStringLiteral("arrow-up")), {Qt::SHIFT | Qt::Key_F8}))
    , correctAll(makeAction(
          window, tr("全部改正(&M)…"), theme::icon(QStringLiteral("list-check")), {Qt::CTRL | Qt::SHIFT | Qt::Key_F8}))
    , restore(makeAction(
          window, tr("备份与还原(&B)…"), theme::icon(QStringLiteral("restore")), {Qt::CTRL | Qt::SHIFT | Qt::Key_B}))
    , lateness(makeAction(window, tr("迟报原因(&D)…"), theme::icon(QStringLiteral("clock"))))
    , lockSession(makeAction(window, tr("锁定(&L)"), theme::icon(QStringLiteral("lock")), {Qt::CTRL | Qt::Key_L}))
    , switchPerson(makeAction(
          window, tr("换人登录(&S)…"), theme::icon(QStringLiteral("login")), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}))
    , people(makeAction(window, tr("人员与口令(&U)…"), theme::icon(QStringLiteral("users"))))
    , ownPassword(makeAction(window, tr("修改口令(&W)…"), {}))
    , help(makeAction(window, tr("帮助(&H)"), theme::icon(QStringLiteral("help")), {Qt::Key_F1}))
    , about(makeAction(window, tr("关于质报(&A)"), theme::icon(QStringLiteral("info-circle"))))
{
    preview->setCheckable(true);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::buildMenus(QMainWindow *window)
{
    QMenu *report = window->menuBar()->addMenu(tr("报表(&R)"));
    report->addActions({reports, create, import, exportFile});
    report->addSeparator();
    report->addActions({export_, print, printAll});
    report->addSeparator();
    report->addAction(openNotice);
    report->addAction(exportBlank);
    printBlankMenu = report->addMenu(tr("打印空白表(&K)"));
    report->addSeparator();
    report->addAction(quit);

    editMenu = window->menuBar()->addMenu(tr("编辑(&E)"));
    setEditMenu({});

    viewMenu = window->menuBar()->addMenu(tr("查看(&V)"));
    viewMenu->addSeparator();
    viewMenu->addAction(preview);
    viewMenu->addSeparator();
    viewMenu->addActions({largerText, smallerText, normalText});

    reviewMenu = window->menuBar()->addMenu(tr("审核(&S)"));

    QMenu *tools = window->menuBar()->addMenu(tr("工具(&T)"));
    tools->addActions({findings, nextFinding, previousFinding, correctAll});
    tools->addAction(lateness);
    tools->addSeparator();
    tools->addActions({lockSession, switchPerson, ownPassword, people});
    tools->addSeparator();
    tools->addAction(restore);

    QMenu *helpMenu = window->menuBar()->addMenu(tr("帮助(&H)"));
    helpMenu->addActions({help, about});

    // Qt leaves this key to the platform, and not every one knows it.
    new QShortcut(Qt::Key_F10, window->menuBar(),
        [bar = window->menuBar()] { bar->setActiveAction(bar->actions().constFirst()); });
}

void WindowActions::setEditMenu(const QList<QAction *> &ofPage)
{
    editMenu->clear(); // the separators; the actions belong to the window and the page
    editMenu->addActions({undo, redo});
    editMenu->addSeparator();
    for (QAction *action : ofPage) {
        if (action)
            editMenu->addAction(action);
        else
            editMenu->addSeparator();
    }
    editMenu->addSeparator();
    editMenu->addActions({find, replace, findNext, findPrevious});
}

void WindowActions::setPages(const QList<QAction *> &pages)
{
    qDeleteAll(m_pages);
    m_pages = pages;
    viewMenu->insertActions(viewMenu->actions().first(), pages);
}

void WindowActions::enable(const CommandState &state)
{
    for (QAction *action : QList<QAction *>{exportFile, export_, print, printAll, findings} + m_pages)
        action->setEnabled(state.hand != Hand::Empty);
    const bool open = state.hand == Hand::Open;
    for (QAction *action : {find, findNext, findPrevious, preview, nextFinding, previousFinding})
        action->setEnabled(open);
    for (QAction *action : {replace, correctAll})
        action->setEnabled(open && state.editable);
    undo->setEnabled(state.undo.has_value());
    setMenuText(undo, stepText(tr("撤销 %1"), state.undo) + QStringLiteral("(&U)"));
    redo->setEnabled(state.redo.has_value());
    setMenuText(redo, stepText(tr("重做 %1"), state.redo) + QStringLiteral("(&R)"));
    lateness->setEnabled(open && state.late);
    create->setEnabled(state.writable);
    import->setEnabled(state.writable);
    openNotice->setEnabled(state.writable);
    lockSession->setEnabled(state.verified);
    switchPerson->setEnabled(state.hasPeople);
    ownPassword->setVisible(state.hasPeople);
    ownPassword->setEnabled(state.writable);
    people->setEnabled(state.administers);
}

} // namespace zhibao
