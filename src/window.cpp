// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "window.h"

#include "base/log.h"
#include "base/path.h"
#include "cli/output.h"
#include "ui/theme.h"
#include "ui/window/application.h"
#include "ui/window/firstwindow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/problemwindow.h"
#include "workspace/describe/describe.h"
#include "workspace/office/storesettings.h"
#include "workspace/workspace.h"

#include <QCommandLineParser>

#include <memory>

namespace zhibao {

namespace {

// What a damaged store could be recovered from; "" where the problem is another.
QString recoveryOffer(const Error &error, const QString &path)
{
    if (error.code != ErrorCode::StoreDamaged && error.code != ErrorCode::StoreFilesMissing
        && error.code != ErrorCode::StoreNotDatabase)
        return {};
    const QString chosen = readStoreSettings(path).backupFolder;
    const QList<Backup> backups = allBackups(chosen.isEmpty() ? backupFolderOf(path) : chosen, path);
    if (error.code == ErrorCode::StoreNotDatabase && backups.isEmpty())
        return {}; // most likely no store of ours
    return backups.isEmpty()
        ? QCoreApplication::translate("main", "没有备份；可以取回数据文件中仍能读出的内容，损坏的文件会另存。")
        : QCoreApplication::translate("main", "可以用 %1 的备份和数据文件中仍能读出的内容修复，损坏的文件会另存。")
              .arg(describe(backups.constFirst().at));
}

void recoverStore(Workspace &workspace, const QString &path)
{
    if (const Result<Recovery> recovery = workspace.recoverStore(path); recovery)
        RecoveryWindow(*recovery).exec();
    else
        ProblemWindow(describe(recovery.error())).exec();
}

enum class Start { Window, Leave, FrontWindow };

// Opens the store, brings the window to the front that has it open already, or says why neither can be until it can, or
// the person leaves. A store that lies with somebody else is opened for reading. `reviewFile`: what the window that has
// it is to open, or "".
Start openStore(Workspace &workspace, const QString &path, const QString &reviewFile)
{
    while (true) {
        const Result<void> opened = workspace.openStore(path);
        if (opened)
            return Start::Window;
        if (opened.error().code == ErrorCode::StoreInUse) {
            if (FirstWindow::ask(path, reviewFile))
                return Start::FrontWindow;
            // A command of the program may have had it, and be done.
            if (workspace.openStore(path) || workspace.openStore(path, StoreAccess::Read))
                return Start::Window;
        }
        const int answer = ProblemWindow(describe(opened.error()), recoveryOffer(opened.error(), path)).exec();
        if (answer == ProblemWindow::Leave)
            return Start::Leave;
        if (answer == ProblemWindow::Recover)
            recoverStore(workspace, path);
    }
}

} // namespace

int runWindow(int argc, char *argv[])
{
    const std::unique_ptr<Application> application = Application::connect(argc, argv, cli::fail);
    QApplication::setApplicationDisplayName(QCoreApplication::translate("main", "质报"));
    QApplication::setDesktopFileName(QStringLiteral("cn.zhibao.Zhibao"));
    QCommandLineParser parser;
    const QCommandLineOption store(QStringLiteral("store"), QString(), QStringLiteral("FILE"), defaultStorePath());
    parser.addOption(store);
    parser.addPositionalArgument(QStringLiteral("file"), QString());
    // Qt has taken out what is its own.
    parser.process(QStringList{QString()} + argumentsOfBytes(argc, argv));
    const QString given = parser.positionalArguments().value(0);
    const QString reviewFile = given.isEmpty() ? QString() : absolutePath(given);
    log::start(log::defaultFolder());
    theme::apply(*application);

    Result<Catalogue> catalogue = readCatalogue();
    if (!catalogue) {
        ProblemWindow(describe(catalogue.error())).exec();
        return EXIT_FAILURE;
    }
    Workspace workspace(std::move(*catalogue), systemClock());
    const Start start = openStore(workspace, parser.value(store), reviewFile);
    if (start != Start::Window)
        return start == Start::FrontWindow ? EXIT_SUCCESS : EXIT_FAILURE;
    MainWindow window(workspace);
    window.show();
    if (!reviewFile.isEmpty())
        window.openReviewFile(reviewFile);
    const int code = QApplication::exec();
    if (application->isMemoryFull())
        ProblemWindow(describe({ErrorCode::MemoryFull, {}})).exec();
    return code;
}

} // namespace zhibao
