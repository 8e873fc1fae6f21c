// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/fileerrors.h"

#include "base/path.h"

#include <cerrno>

namespace zhibao {

Error writeFailure(const QString &path, int cause)
{
    switch (cause) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::FolderMissing, {folderOf(path)}};
    case EEXIST:
        return {ErrorCode::FileExists, {path}};
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull, {path}};
    case EFBIG: // larger than the file system, or whoever set a limit for this process, lets a file be
        return {ErrorCode::FileSizeLimited, {path}};
    case EROFS:
        return {ErrorCode::ReadOnlyMedium, {path}};
    case EACCES:
    case EPERM:
        return {ErrorCode::PermissionDenied, {path}};
    case EIO:
    case ENODEV:
    case ENXIO:
    case ESTALE:
    case ENOTCONN:
        return {ErrorCode::MediumGone, {path}};
    case EBADMSG: // what is read back is not what was written
        return {ErrorCode::NotVerified, {path}};
    case ETXTBSY:
    case EBUSY:
        return {ErrorCode::FileInUse, {path}};
    default:
        return {ErrorCode::WriteFailed, {path, QString::number(cause)}};
    }
}

Error readFailure(const QString &path, int cause)
{
    if (cause == ENOENT || cause == ENOTDIR)
        return {ErrorCode::FileNotFound, {path}};
    return {ErrorCode::FileNotReadable, {path, QString::number(cause)}};
}

} // namespace zhibao
