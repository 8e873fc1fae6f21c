// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/limitedtool.h"

#include "exchange/document/temporarycopy.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QThread>

#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>

namespace zhibao {

namespace {

const QString limitReached = QStringLiteral("limit");
constexpr int patience = 20'000; // ms
constexpr int glance = 100; // ms, after which it is seen that nobody waits any more
constexpr rlim_t mostMemory = 1024 * 1024 * 1024; // bytes

// Runs in the child before the tool is there. A tool that meets the limit fails, and that is told. `copy`: the
// descriptor of a TemporaryCopy that the tool is to find open, or -1.
void prepareChild(int copy)
{
    if (copy >= 0)
        ::fcntl(copy, F_SETFD, 0);
    const rlimit memory{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_AS, &memory);
    const rlimit time{patience / 1000, patience / 1000};
    ::setrlimit(RLIMIT_CPU, &time);
}

void prepare(QProcess &process, const QString &path)
{
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([copy = descriptorOfCopy(path)] { prepareChild(copy); });
}

// What a tool that was started writes; `path` is named in errors.
Result<QByteArray> outputOf(QProcess &process, const QString &path, qsizetype longest)
{
    if (!process.waitForStarted())
        return Error{ErrorCode::ToolMissing, {process.program()}};
    const QDeadlineTimer deadline(patience);
    QByteArray bytes;
    const auto isUnwanted = [] { return QThread::currentThread()->isInterruptionRequested(); };
    while (
        process.state() != QProcess::NotRunning && !deadline.hasExpired() && bytes.size() <= longest && !isUnwanted()) {
        process.waitForReadyRead(std::min(glance, static_cast<int>(deadline.remainingTime())));
        bytes += process.readAllStandardOutput();
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        if (isUnwanted())
            return Error{ErrorCode::Stopped, {}};
        if (bytes.size() <= longest)
            return Error{ErrorCode::DocumentUnreadable, {path, limitReached}};
    }
    bytes += process.readAllStandardOutput();
    if (bytes.size() > longest)
        return Error{ErrorCode::FileTooLarge, {path, QString::number(longest / 1024 / 1024)}};
    if (process.exitStatus() != QProcess::NormalExit)
        return Error{ErrorCode::DocumentUnreadable, {path, limitReached}};
    if (process.exitCode() != 0)
        return Error{ErrorCode::DocumentUnreadable, {path}};
    return bytes;
}

} // namespace

Result<QByteArray> toolOutput(const QString &program, const QStringList &options, const QString &path,
    const QStringList &target, qsizetype longest)
{
    QProcess process;
    prepare(process, path);
    process.setStandardInputFile(QProcess::nullDevice());
    // An absolute path never begins with a dash, so that it is not taken for an option.
    process.start(program, options + QStringList{QFileInfo(path).absoluteFilePath()} + target);
    return outputOf(process, path, longest);
}

Result<QByteArray> toolOutputOf(
    const QString &program, const QStringList &options, const QByteArray &input, const QString &path, qsizetype longest)
{
    QProcess process;
    prepare(process, path);
    process.start(program, options);
    process.write(input);
    process.closeWriteChannel();
    return outputOf(process, path, longest);
}

} // namespace zhibao
