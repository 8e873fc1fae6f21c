// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"
#include "base/path.h"
#include "base/processmemory.h"
#include "cli/commandline.h"
#include "cli/output.h"
#include "workspace/office/catalogue.h"
#ifdef ZHIBAO_UI
#include "window.h"
#endif

#include <QCoreApplication>

#include <langinfo.h>

#include <array>
#include <clocale>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>

using namespace zhibao;

namespace {

constexpr std::size_t memoryToTell = 1024 * 1024; // bytes, for the sentence that memory is full

// Qt complains on standard error where the locale's encoding is not UTF-8, and then uses UTF-8 all the same.
void ensureUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("zhibao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZHIBAO_VERSION));
}

int runCommand(int argc, char *argv[], const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    log::start(log::defaultFolder());
    const Result<Catalogue> catalogue = readCatalogue();
    return catalogue ? cli::run(arguments, *catalogue) : cli::fail(catalogue.error());
}

int runGiven(int argc, char *argv[])
{
    const QStringList arguments = argumentsOfBytes(argc, argv);
#ifdef ZHIBAO_UI
    if (!cli::handles(arguments))
        return runWindow(argc, argv);
#endif
    return runCommand(argc, argv, arguments);
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit for files fails, and is told as such
    ensureUtf8();
    nameApplication();
    auto reserve = std::make_unique<std::array<char, memoryToTell>>();
    try {
        return runGiven(argc, argv);
    } catch (const std::bad_alloc &) {
        reserve.reset();
        return cli::fail({ErrorCode::MemoryFull, {}});
    }
}
