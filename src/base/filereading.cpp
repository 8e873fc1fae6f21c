// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/descriptor.h"
#include "base/digest.h"
#include "base/durablefile.h"
#include "base/fileerrors.h"
#include "base/path.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

namespace zhibao {

namespace {

// A pipe that was handed over open, by a shell or another program, rather than named by a path: there somebody writes.
bool isHandedOver(const QString &path)
{
    static const QStringList places{
        QStringLiteral("/dev/fd/"), QStringLiteral("/proc/self/fd/"), QStringLiteral("/dev/stdin")};
    return std::any_of(places.begin(), places.end(), [&](const QString &place) { return path.startsWith(place); });
}

// Which kinds of files are read.
enum class Kinds { Regular, RegularAndPipes };

bool isOfKind(const struct stat &status, const QString &path, Kinds kinds)
{
    if (S_ISREG(status.st_mode))
        return true;
    // Of a folder reading tells that it is one.
    return kinds == Kinds::RegularAndPipes
        && (S_ISDIR(status.st_mode) || (S_ISFIFO(status.st_mode) && isHandedOver(path)));
}

// Its descriptor, or -1 with an errno: ENOTSUP where it is of another kind. Opening a pipe must not wait for somebody
// who writes into it; reading from one that was handed over does.
int openOfKind(const QString &path, Kinds kinds)
{
    const int file = ::open(bytesOfPath(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat status { };
    if (file < 0)
        return file;
    if (::fstat(file, &status) == 0 && isOfKind(status, path, kinds)) {
        ::fcntl(file, F_SETFL, 0);
        return file;
    }
    ::close(file);
    errno = ENOTSUP;
    return -1;
}

Error notRegular(const QString &path, int cause)
{
    return cause == ENOTSUP ? Error{ErrorCode::NotRegularFile, {path}} : readFailure(path, cause);
}

// Read to the end rather than for the size told: pipes tell none.
Result<QByteArray> readOpened(const Descriptor &file, const QString &path, qint64 limit)
{
    const Error overLimit{ErrorCode::FileTooLarge, {path, QString::number(limit / (1024 * 1024))}};
    struct stat status { };
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > limit)
        return overLimit;
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(S_ISREG(status.st_mode) ? status.st_size : 0));
    const int cause = readAll(file, [&](QByteArrayView block) {
        bytes.append(block);
        return bytes.size() > limit ? EFBIG : 0;
    });
    if (cause == EFBIG && bytes.size() > limit)
        return overLimit;
    return cause == 0 ? Result<QByteArray>(bytes) : Result<QByteArray>(readFailure(path, cause));
}

} // namespace

Result<QByteArray> readWhole(const QString &path, qint64 limit)
{
    const Descriptor file(openOfKind(path, Kinds::RegularAndPipes));
    return file.isOpen() ? readOpened(file, path, limit) : Result<QByteArray>(readFailure(path, errno));
}

Result<QByteArray> readRegularFile(const QString &path, qint64 limit)
{
    const Descriptor file(openOfKind(path, Kinds::Regular));
    return file.isOpen() ? readOpened(file, path, limit) : Result<QByteArray>(notRegular(path, errno));
}

Result<QByteArray> readBeginning(const QString &path, qint64 size)
{
    const Descriptor file(openOfKind(path, Kinds::Regular));
    if (!file.isOpen())
        return notRegular(path, errno);
    QByteArray bytes;
    const int cause = readAll(file, [&](QByteArrayView block) {
        bytes.append(block.first(std::min(block.size(), size - bytes.size())));
        return bytes.size() == size ? ENODATA : 0;
    });
    return cause == 0 || cause == ENODATA ? Result<QByteArray>(bytes) : Result<QByteArray>(readFailure(path, cause));
}

Result<QByteArray> digestOfFile(const QString &path)
{
    const Descriptor file(openOfKind(path, Kinds::Regular));
    if (!file.isOpen())
        return notRegular(path, errno);
    BytesDigest digest;
    const int cause = readAll(file, [&](QByteArrayView block) {
        digest.add(block);
        return 0;
    });
    return cause == 0 ? Result<QByteArray>(digest.result()) : Result<QByteArray>(readFailure(path, cause));
}

} // namespace zhibao
