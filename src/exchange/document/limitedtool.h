// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace zhibao {

// What a tool writes about a file that came from anywhere, within 20 seconds and 1 GiB of memory. `options` stand
// before the path, `target` behind it. Errors: FileTooLarge (more than `longest` bytes), DocumentUnreadable (with
// "limit" where time or memory ran out), ToolMissing, Stopped (QThread::requestInterruption() of the thread that
// waits).
Result<QByteArray> toolOutput(const QString &program, const QStringList &options, const QString &path,
    const QStringList &target, qsizetype longest);

// The same of what it reads from its standard input, which was made of the file of that path.
Result<QByteArray> toolOutputOf(const QString &program, const QStringList &options, const QByteArray &input,
    const QString &path, qsizetype longest);

} // namespace zhibao
