// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledreader.h"
#include "exchange/intake/filledtold.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/resource.h>

#include <cstdio>

using namespace zhibao;

namespace {

// The most memory this process ever held, MiB. getrusage() would count what the one that started it held too.
int peak()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(3).trimmed().toInt() / 1024;
    }
    return -1;
}

} // namespace

// Reads FILE in a process of its own and tells what it holds, a line each. What takes longer than SECONDS of the
// processor is ended by the system; 0: nothing is watched.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    QFile file(arguments[1]);
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QByteArray bytes = file.readAll();
    if (const rlim_t seconds = arguments[2].toUInt(); seconds > 0) {
        const rlimit processor{seconds, seconds};
        const rlimit noCore{0, 0};
        if (setrlimit(RLIMIT_CPU, &processor) != 0 || setrlimit(RLIMIT_CORE, &noCore) != 0)
            return 2;
    }
    const Result<FilledFile> filled = readFilledFile(bytes, arguments[1]);
    std::puts(filled ? test::told(*filled).join(u'\n').toUtf8().constData()
                     : ("error " + QByteArray::number(static_cast<int>(filled.error().code)) + " "
                         + filled.error().arguments.join(u' ').toUtf8())
                           .constData());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::fprintf(stderr, "peak %d MiB, %ld.%03ld s\n", peak(), usage.ru_utime.tv_sec, usage.ru_utime.tv_usec / 1000);
    return filled ? 0 : 3;
}
