// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace zhibao {

struct ArchivePart {
    QString name;
    QByteArray bytes;
};

// A zip archive of the parts in the given order, made in memory with a fixed time stamp, so that equal parts give
// equal bytes. Error: RenderFailed.
Result<QByteArray> zipArchive(const QList<ArchivePart> &parts);

// One part of an archive that came from anywhere, of at most `limit` bytes; nothing where there is no such archive,
// part or size.
std::optional<QByteArray> zipPart(const QByteArray &archive, const QString &name, qint64 limit);

} // namespace zhibao
