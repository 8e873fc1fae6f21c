// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"

#include "base/descriptor.h"
#include "base/fileerrors.h"
#include "base/path.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <utility>

namespace zhibao {

namespace {

// Whether the medium gives back what the digest was made of: 0, EBADMSG, or the errno of what failed.
int verify(int folder, const char *name, const QByteArray &digest, qint64 size)
{
    const Descriptor file(::openat(folder, name, O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return errno;
    // From the medium, not from memory; where the kernel does not take the advice there is nothing better.
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    QCryptographicHash found(QCryptographicHash::Sha256);
    qint64 length = 0;
    const int cause = readAll(file, [&](QByteArrayView block) {
        found.addData(block);
        length += block.size();
        return 0;
    });
    if (cause != 0)
        return cause;
    return length == size && found.result() == digest ? 0 : EBADMSG;
}

bool isRemovable(dev_t device)
{
    const QString link = QStringLiteral("/sys/dev/block/%1:%2").arg(::major(device)).arg(::minor(device));
    const QString place = QFileInfo(link).canonicalFilePath();
    if (place.isEmpty())
        return false;
    // Disks in a USB case do not call themselves removable, though they are.
    if (place.contains(QStringLiteral("/usb")))
        return true;
    const QDir disk(place);
    for (const QString &entry : {QStringLiteral("removable"), QStringLiteral("../removable")}) {
        QFile file(disk.filePath(entry));
        if (file.open(QIODevice::ReadOnly))
            return file.readAll().trimmed() == QByteArrayLiteral("1");
    }
    return false;
}

// Word processors hold a lock on the file they edit; replacing it behind their back would lose one of the versions.
bool isLockedByAnother(int folder, const char *name)
{
    const Descriptor file(::openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return false;
    struct flock range { };
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    if (::fcntl(file, F_GETLK, &range) == 0 && range.l_type != F_UNLCK)
        return true;
    return ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

// Where the file system cannot rename without replacing, the name is claimed by an exclusive create first.
int renameOverClaim(int folder, const char *from, const char *to)
{
    Descriptor claim(::openat(folder, to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!claim.isOpen())
        return errno;
    claim.close();
    if (::renameat(folder, from, folder, to) == 0)
        return 0;
    const int cause = errno;
    ::unlinkat(folder, to, 0);
    return cause;
}

// 0, or the errno of what failed. Some network file systems cannot sync a folder and say so with EINVAL.
int syncFolder(const Descriptor &folder)
{
    return ::fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

int putInPlace(int folder, const char *from, const char *to, Existing existing)
{
    if (existing == Existing::Replace)
        return ::renameat(folder, from, folder, to) == 0 ? 0 : errno;
    if (::renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return errno;
    return renameOverClaim(folder, from, to);
}

} // namespace

struct DurableFile::Data {
    QString path; // as asked for, to be named in errors
    QByteArray name;
    Existing existing = Existing::Keep;
    Descriptor folder;
    QByteArray temporary; // empty once it got its own name
    QCryptographicHash written{QCryptographicHash::Sha256};
    qint64 size = 0; // bytes

    Data(const QString &asked, const QString &target, Existing wanted)
        : path(asked)
        , name(bytesOfPath(QFileInfo(target).fileName()))
        , existing(wanted)
        , folder(::open(bytesOfPath(folderOf(target)).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
    }

    ~Data()
    {
        if (!temporary.isEmpty())
            ::unlinkat(folder, temporary.constData(), 0);
    }

    // The descriptor of a new file of the owner's alone, or -1.
    int createTemporary()
    {
        std::random_device random;
        for (;;) {
            const QByteArray candidate = QByteArrayLiteral(".zhibao-") + QByteArray::number(random(), 36);
            const int number = ::openat(folder, candidate.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
            if (number >= 0)
                temporary = candidate;
            if (number >= 0 || errno != EEXIST)
                return number;
        }
    }
};

namespace {

int append(DurableFile::Data &data, const Descriptor &file, QByteArrayView bytes)
{
    data.written.addData(bytes);
    data.size += bytes.size();
    return writeAll(file, bytes);
}

// 0, or the errno of what failed.
int finish(const DurableFile::Data &data, Descriptor &file)
{
    if (::fsync(file) != 0)
        return errno;
    struct stat status { };
    if (::fstat(file, &status) != 0)
        return errno;
    if (status.st_size != data.size)
        return ENOSPC;
    return file.close() ? verify(data.folder, data.temporary.constData(), data.written.result(), data.size) : errno;
}

// Where the file will be, found to be free to be written.
Result<std::unique_ptr<DurableFile::Data>> target(const QString &path, Existing existing)
{
    // A link stays a link: what it points to is replaced.
    const bool follows = existing == Existing::Replace && exists(path);
    auto data = std::make_unique<DurableFile::Data>(path, follows ? canonicalPath(path) : absolutePath(path), existing);
    if (!data->folder.isOpen())
        return writeFailure(path, errno);
    // A pipe or a device would no longer be what others take it for.
    if (follows && !isRegularFile(path) && !isFolder(path))
        return Error{ErrorCode::NotRegularFile, {path}};
    if (existing == Existing::Replace && isLockedByAnother(data->folder, data->name.constData()))
        return Error{ErrorCode::FileInUse, {path}};
    // Told here already, though only place() can rule it out.
    if (existing == Existing::Keep && ::faccessat(data->folder, data->name.constData(), F_OK, 0) == 0)
        return Error{ErrorCode::FileExists, {path}};
    return data;
}

} // namespace

DurableFile::DurableFile(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
DurableFile::~DurableFile() = default;
DurableFile::DurableFile(DurableFile &&) noexcept = default;
DurableFile &DurableFile::operator=(DurableFile &&) noexcept = default;

Result<DurableFile> DurableFile::prepare(const QString &path, const QByteArray &bytes, Existing existing)
{
    Result<std::unique_ptr<Data>> data = target(path, existing);
    if (!data)
        return data.error();
    Descriptor file((*data)->createTemporary());
    if (!file.isOpen())
        return writeFailure(path, errno);
    if (const int cause = append(**data, file, bytes); cause != 0)
        return writeFailure(path, cause);
    if (const int cause = finish(**data, file); cause != 0)
        return writeFailure(path, cause);
    return DurableFile(std::move(*data));
}

Result<DurableFile> DurableFile::prepareCopy(const QString &path, const QString &source, Existing existing)
{
    const Descriptor original(::open(bytesOfPath(source).constData(), O_RDONLY | O_CLOEXEC));
    if (!original.isOpen())
        return readFailure(source, errno);
    Result<std::unique_ptr<Data>> data = target(path, existing);
    if (!data)
        return data.error();
    Descriptor file((*data)->createTemporary());
    if (!file.isOpen())
        return writeFailure(path, errno);
    int writing = 0;
    const int reading = readAll(original, [&](QByteArrayView block) { return writing = append(**data, file, block); });
    if (writing == 0 && reading != 0)
        return readFailure(source, reading);
    if (writing == 0)
        writing = finish(**data, file);
    if (writing != 0)
        return writeFailure(path, writing);
    return DurableFile(std::move(*data));
}

Result<DurableFile> DurableFile::adopt(const QString &path, const QString &temporary, Existing existing)
{
    Result<std::unique_ptr<Data>> data = target(path, existing);
    if (!data)
        return data.error();
    const QByteArray name = bytesOfPath(QFileInfo(temporary).fileName());
    Descriptor file(::openat((*data)->folder, name.constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return writeFailure(path, errno);
    (*data)->temporary = name;
    const int reading = readAll(file, [&](QByteArrayView block) {
        (*data)->written.addData(block);
        (*data)->size += block.size();
        return 0;
    });
    if (reading != 0)
        return writeFailure(path, reading);
    if (const int cause = finish(**data, file); cause != 0)
        return writeFailure(path, cause);
    return DurableFile(std::move(*data));
}

QByteArray DurableFile::digest() const
{
    return m_data->written.result();
}

Result<void> DurableFile::place()
{
    Result<void> named = rename();
    return named ? settle() : named;
}

Result<void> DurableFile::rename()
{
    const int cause
        = putInPlace(m_data->folder, m_data->temporary.constData(), m_data->name.constData(), m_data->existing);
    if (cause != 0)
        return writeFailure(m_data->path, cause);
    m_data->temporary.clear();
    return {};
}

Result<void> DurableFile::settle()
{
    if (const int cause = syncFolder(m_data->folder); cause != 0)
        return writeFailure(m_data->path, cause);
    struct stat status { };
    if (::fstat(m_data->folder, &status) != 0 || !isRemovable(status.st_dev))
        return {};
    if (::syncfs(m_data->folder) != 0)
        return writeFailure(m_data->path, errno);
    const int difference = verify(m_data->folder, m_data->name.constData(), m_data->written.result(), m_data->size);
    return difference == 0 ? Result<void>() : Result<void>(writeFailure(m_data->path, difference));
}

bool isOnRemovableMedium(const QString &path)
{
    struct stat status { };
    return ::stat(bytesOfPath(path).constData(), &status) == 0 && isRemovable(status.st_dev);
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes, Existing existing)
{
    Result<DurableFile> file = DurableFile::prepare(path, bytes, existing);
    return file ? file->place() : Result<void>(file.error());
}

Result<void> makeFolder(const QString &path, unsigned int mode)
{
    if (::mkdir(bytesOfPath(path).constData(), mode) == 0)
        return {};
    const int cause = errno;
    if (cause != EEXIST)
        return writeFailure(path, cause);
    return isFolder(path) ? Result<void>() : Result<void>(Error{ErrorCode::FolderMissing, {path}});
}

Result<void> makeFolderDurably(const QString &path, unsigned int mode)
{
    if (Result<void> made = makeFolder(path, mode); !made)
        return made;
    return settleFolder(folderOf(path));
}

Result<void> settleFolder(const QString &path)
{
    const Descriptor folder(::open(bytesOfPath(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const int cause = folder.isOpen() ? syncFolder(folder) : errno;
    return cause == 0 ? Result<void>() : Result<void>(writeFailure(path, cause));
}

Result<void> settleFile(const QString &path)
{
    const Descriptor file(::open(bytesOfPath(path).constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file) != 0)
        return writeFailure(path, errno);
    return settleFolder(folderOf(path));
}

} // namespace zhibao
