// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace zhibao {

// What a tool of poppler writes about a PDF that came from anywhere, within 20 seconds and 1 GiB of memory. `options`
// stand before the path, `target` behind it. Errors: FileTooLarge (more than `longest` bytes), PictureUnreadable,
// ToolMissing.
Result<QByteArray> popplerOutput(const QString &program, const QStringList &options, const QString &path,
    const QStringList &target, qsizetype longest);

} // namespace zhibao
