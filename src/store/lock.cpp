// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/lock.h"

namespace zhibao {

QString lockOf(const QString &path)
{
    return path + QStringLiteral(".lock");
}

Result<std::unique_ptr<QLockFile>> lockStore(const QString &path)
{
    auto file = std::make_unique<QLockFile>(lockOf(path));
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

bool isLocked(const QString &path)
{
    qint64 process = 0;
    QString machine;
    QString program;
    return QLockFile(lockOf(path)).getLockInfo(&process, &machine, &program);
}

} // namespace zhibao
