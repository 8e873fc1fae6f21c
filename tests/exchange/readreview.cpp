// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/notice/noticereader.h"
#include "exchange/review/reviewfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>

#include <cstdio>

using namespace zhibao;

namespace {

// The most memory this process ever held, MiB. getrusage() would count what the one that started it held too.
double peak()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(3).trimmed().toDouble() / 1024;
    }
    return -1;
}

} // namespace

// Reads the review file FILE, made for the notice defined in NOTICE, in a process of its own, and tells as JSON what
// came of it and how much memory it took: code (-1: it was read), arguments, peak (MiB). What takes longer than LIMIT
// seconds of the processor is ended by the system.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const rlim_t seconds = arguments[3].toUInt();
    const rlimit processor{seconds, seconds};
    const rlimit noCore{0, 0};
    if (setrlimit(RLIMIT_CPU, &processor) != 0 || setrlimit(RLIMIT_CORE, &noCore) != 0)
        return 2;
    QFile definition(arguments[2]);
    if (!definition.open(QIODevice::ReadOnly))
        return 2;
    const Result<Notice> notice = readNotice(definition.readAll(), arguments[2]);
    if (!notice)
        return 2;
    const Result<ReviewFile> file = readReviewFile(arguments[1], {*notice});
    const QJsonObject told{
        {QStringLiteral("code"), file ? -1 : static_cast<int>(file.error().code)},
        {QStringLiteral("arguments"), QJsonArray::fromStringList(file ? QStringList() : file.error().arguments)},
        {QStringLiteral("peak"), peak()},
    };
    std::puts(QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
