// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace zhibao {

enum class Existing { Keep, Replace };

// Puts the bytes at the path completely or not at all: written to a temporary file beside it, size checked, synced,
// renamed over the old file, and the folder synced. With Existing::Keep a file of that name is an error (FileExists).
// The new file is readable by its owner only. Errors: FolderMissing, FileExists, DiskFull, ReadOnlyMedium,
// PermissionDenied, FileInUse, WriteFailed; the old file is untouched then.
Result<void> writeDurably(const QString &path, const QByteArray &bytes, Existing existing);

// The whole content of a file of at most `limit` bytes. Errors: FileNotFound, FileNotReadable, FileTooLarge.
Result<QByteArray> readWhole(const QString &path, qint64 limit);

} // namespace zhibao
