// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/lock.h"

#include "base/fileerrors.h"
#include "base/path.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace zhibao {

namespace {

// Whether the file is still the one of that name: its last holder takes it away.
bool isInPlace(int file, const QByteArray &path)
{
    struct stat held { };
    struct stat named { };
    return ::fstat(file, &held) == 0 && ::stat(path.constData(), &named) == 0 && held.st_dev == named.st_dev
        && held.st_ino == named.st_ino;
}

Error failure(const QString &store, int cause)
{
    switch (cause) {
    case EWOULDBLOCK:
        return {ErrorCode::StoreInUse, {store}};
    case EROFS:
        return {ErrorCode::PermissionDenied, {store}};
    default:
        return writeFailure(store, cause);
    }
}

} // namespace

QString lockOf(const QString &store)
{
    return store + QStringLiteral(".lock");
}

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString &store)
{
    const QByteArray path = bytesOfPath(lockOf(store));
    for (;;) {
        const int file = ::open(
            path.constData(), O_RDONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
        if (file < 0)
            return failure(store, errno);
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            const int cause = errno;
            ::close(file);
            return failure(store, cause);
        }
        if (isInPlace(file, path))
            return std::unique_ptr<StoreLock>(new StoreLock(path, file));
        ::close(file);
    }
}

StoreLock::~StoreLock()
{
    ::unlink(m_path.constData());
    ::close(m_file);
}

FolderLock::FolderLock(const QString &folder)
    : m_folder(::open(bytesOfPath(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    , m_isHeld(m_folder.isOpen() && ::flock(m_folder, LOCK_EX) == 0)
{
}

bool isLocked(const QString &store)
{
    const int file = ::open(bytesOfPath(lockOf(store)).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    const bool isHeld = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return isHeld;
}

} // namespace zhibao
