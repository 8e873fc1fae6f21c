// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"
#include "cli/commandline.h"
#include "cli/output.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "ui/window/problemwindow.h"
#include "workspace/describe.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>

#include <langinfo.h>

#include <clocale>
#include <cstring>

using namespace zhibao;

namespace {

// Qt complains on standard error where the locale's encoding is not UTF-8, and then uses UTF-8 all the same.
void ensureUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

QStringList givenArguments(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    return arguments;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("zhibao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZHIBAO_VERSION));
}

int runCommand(int argc, char *argv[], const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    const Result<Catalogue> catalogue = readCatalogue();
    return catalogue ? cli::run(arguments, *catalogue) : cli::fail(catalogue.error());
}

// Says why the store can not be opened until it can, or the person leaves.
bool openStore(Workspace &workspace, const QString &path)
{
    while (true) {
        const Result<void> opened = workspace.openStore(path);
        if (opened)
            return true;
        if (ProblemWindow(describe(opened.error())).exec() != QDialog::Accepted)
            return false;
    }
}

int runWindow(int argc, char *argv[])
{
    QApplication application(argc, argv);
    nameApplication();
    QApplication::setApplicationDisplayName(QCoreApplication::translate("main", "质报"));
    QApplication::setDesktopFileName(QStringLiteral("cn.zhibao.Zhibao"));
    QCommandLineParser parser;
    const QCommandLineOption store(QStringLiteral("store"), QString(), QStringLiteral("FILE"), defaultStorePath());
    parser.addOption(store);
    parser.process(application);
    log::start(log::defaultFolder());
    theme::apply(application);

    Result<Catalogue> catalogue = readCatalogue();
    if (!catalogue) {
        ProblemWindow(describe(catalogue.error())).exec();
        return EXIT_FAILURE;
    }
    Workspace workspace(std::move(*catalogue), systemClock());
    if (!openStore(workspace, parser.value(store)))
        return EXIT_FAILURE;
    MainWindow window(workspace);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    ensureUtf8();
    const QStringList arguments = givenArguments(argc, argv);
    return cli::handles(arguments) ? runCommand(argc, argv, arguments) : runWindow(argc, argv);
}
