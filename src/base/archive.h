// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao {

struct ArchivePart {
    QString name;
    QByteArray bytes;
};

// A zip archive of the parts in the given order, made in memory with a fixed time stamp, so that equal parts give
// equal bytes. Error: RenderFailed.
Result<QByteArray> zipArchive(const QList<ArchivePart> &parts);

} // namespace zhibao
