// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"

namespace zhibao {

// The files in a ZIP that somebody sent, by the names they have there, in whatever encoding these are: each is then
// read as one that came alone. What file systems of others leave beside them is passed over. Errors, with `path`:
// FileEncrypted, FileTooLarge (more than 1,000 files, or 128 MiB of them), DocumentUnreadable.
Result<QList<ArchivePart>> containedFiles(const QByteArray &archive, const QString &path);

} // namespace zhibao
