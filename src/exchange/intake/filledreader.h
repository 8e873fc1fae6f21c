// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/intake/filledfile.h"

#include <QByteArray>

namespace zhibao {

inline constexpr qint64 filledFileLimit = 64 * 1024 * 1024; // bytes

// What a file is that somebody filled elsewhere, by its bytes, and what it holds. Within 2 seconds and 256 MiB whatever
// the bytes are. `path` is named in errors; nothing else hangs on it, but that an office program's lock file is known
// by its name. Errors: FileEmpty, LockFile, FileEncrypted, FormatForeign (rich text, Word 95 and the like),
// FileTooLarge, DocumentUnreadable (damaged), WrongFormat (pictures, PDF and the like, as FileKind names them).
Result<FilledFile> readFilledFile(const QByteArray &bytes, const QString &path);

} // namespace zhibao
