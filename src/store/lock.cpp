// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/lock.h"

namespace zhibao {

Result<std::unique_ptr<QLockFile>> lockStore(const QString &path)
{
    auto file = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    // A window stays open for days; only the death of its process makes a lock stale.
    file->setStaleLockTime(0);
    if (file->tryLock())
        return file;
    switch (file->error()) {
    case QLockFile::LockFailedError:
        return Error{ErrorCode::StoreInUse, {path}};
    case QLockFile::PermissionError:
        return Error{ErrorCode::PermissionDenied, {path}};
    default:
        return Error{ErrorCode::DiskFull, {path}};
    }
}

} // namespace zhibao
