// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/popplertool.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include <sys/resource.h>

namespace zhibao {

namespace {

constexpr int patience = 20'000; // ms
constexpr rlim_t mostMemory = 1024 * 1024 * 1024; // bytes

// Runs in the child before the tool is there. A tool that meets the limit fails, and that is told.
void limitChild()
{
    const rlimit memory{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_AS, &memory);
    const rlimit time{patience / 1000, patience / 1000};
    ::setrlimit(RLIMIT_CPU, &time);
}

} // namespace

Result<QByteArray> popplerOutput(const QString &program, const QStringList &options, const QString &path,
    const QStringList &target, qsizetype longest)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier(limitChild);
    // An absolute path never begins with a dash, so that it is not taken for an option.
    process.start(program, options + QStringList{QFileInfo(path).absoluteFilePath()} + target);
    if (!process.waitForStarted())
        return Error{ErrorCode::ToolMissing, {program}};
    const QDeadlineTimer deadline(patience);
    QByteArray bytes;
    while (process.state() != QProcess::NotRunning && !deadline.hasExpired() && bytes.size() <= longest) {
        process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        bytes += process.readAllStandardOutput();
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        if (bytes.size() <= longest)
            return Error{ErrorCode::PictureUnreadable, {path}};
    }
    bytes += process.readAllStandardOutput();
    if (bytes.size() > longest)
        return Error{ErrorCode::FileTooLarge, {path, QString::number(longest / 1024 / 1024)}};
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error{ErrorCode::PictureUnreadable, {path}};
    return bytes;
}

} // namespace zhibao
