// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/openwindow.h"

#include "exchange/report/reportfile.h"
#include "ui/menutext.h"

#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QUrl>

namespace zhibao {

OpenWindow::OpenWindow()
{
    REQUIRE(folder.isValid());
    open();
}

void OpenWindow::open()
{
    const Result<Catalogue> catalogue = readCatalogue();
    REQUIRE(catalogue);
    workspace = std::make_unique<Workspace>(*catalogue, [this] { return now; });
    REQUIRE(workspace->openStore(folder.filePath(QStringLiteral("store/zhibao.db"))));
    const Dialogs dialogs{
        .openFile = [this](QWidget *, const QString &, const QString &) { return file; },
        .openFiles = [this](QWidget *, const QString &, const QString &) { return QStringList{file}; },
        .saveFile = [this](QWidget *, const QString &, const QString &, const QString &) { return file; },
        .folder = [this](QWidget *, const QString &, const QString &) { return file; },
        .printer = [this](QPrinter &chosen, QWidget *, int) { return printer(chosen); },
        .open =
            [this](const QUrl &url) {
                outside = url.toLocalFile();
                return opens;
            },
    };
    window = std::make_unique<MainWindow>(*workspace, dialogs);
    window->setWindowState(Qt::WindowNoState);
    window->resize(1366, 720);
    window->show();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
}

void OpenWindow::close()
{
    REQUIRE(window->close());
    window.reset();
    workspace.reset();
}

qint64 OpenWindow::create(const QString &unit, bool example)
{
    const QString notice = workspace->office().catalogue().notices.first().number;
    const Result<qint64> id = workspace->openReport().create(notice, unit);
    REQUIRE(id);
    if (example) {
        const Result<ReportFile> report
            = readReportFile(QStringLiteral(SOURCE_ROOT "/resources/examples/%1.json").arg(unit),
                workspace->office().catalogue().notices);
        REQUIRE(report);
        REQUIRE(workspace->importReport(report->report));
        workspace->openReport().undoStack()->clear();
    }
    window->showPage(0);
    return *id;
}

bool OpenWindow::isShown(const char *className) const
{
    const auto *stack = qobject_cast<QStackedWidget *>(window->findChild<QWidget *>(QStringLiteral("pages")));
    REQUIRE(stack);
    return stack->currentWidget()->inherits(className);
}

QAction *OpenWindow::action(const QString &text) const
{
    for (const QAction *menu : window->menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (withoutMnemonic(action->text()).startsWith(text))
                return action;
        }
    }
    FAIL("no such command: " << text.toStdString());
    return nullptr;
}

} // namespace zhibao
