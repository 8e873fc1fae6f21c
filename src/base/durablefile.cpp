// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"

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

class Descriptor {
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (isOpen())
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool isOpen() const { return m_number >= 0; }
    operator int() const { return m_number; }
    // Network file systems report a failed write here at the latest.
    bool close()
    {
        const int number = std::exchange(m_number, -1);
        return ::close(number) == 0;
    }

private:
    int m_number;
};

Error failure(const QString &path, int cause)
{
    switch (cause) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::FolderMissing, {QFileInfo(path).absolutePath()}};
    case EEXIST:
        return {ErrorCode::FileExists, {path}};
    case ENOSPC:
    case EDQUOT:
    case EFBIG: // over the file size that the medium or the administrator allows: no room for this file either
        return {ErrorCode::DiskFull, {path}};
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

Error notReadable(const QString &path, int cause)
{
    if (cause == ENOENT || cause == ENOTDIR)
        return {ErrorCode::FileNotFound, {path}};
    return {ErrorCode::FileNotReadable, {path, QString::number(cause)}};
}

constexpr qsizetype blockSize = 256 * 1024; // bytes

// 0, or the errno of what failed.
int writeAll(const Descriptor &file, QByteArrayView bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(file, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        done += written;
    }
    return 0;
}

// Reads to the end, block by block; 0, or the errno of what failed.
template <typename Take>
int readAll(const Descriptor &file, Take take)
{
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(file, block.data(), static_cast<size_t>(block.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            return 0;
        if (const int cause = take(QByteArrayView(block).first(count)); cause != 0)
            return cause;
    }
}

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

    Data(const QString &asked, const QFileInfo &target, Existing wanted)
        : path(asked)
        , name(QFile::encodeName(target.fileName()))
        , existing(wanted)
        , folder(::open(QFile::encodeName(target.absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
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
    const QFileInfo asked(path);
    const bool follows = existing == Existing::Replace && asked.exists();
    auto data = std::make_unique<DurableFile::Data>(
        path, QFileInfo(follows ? asked.canonicalFilePath() : asked.absoluteFilePath()), existing);
    if (!data->folder.isOpen())
        return failure(path, errno);
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
        return failure(path, errno);
    if (const int cause = append(**data, file, bytes); cause != 0)
        return failure(path, cause);
    if (const int cause = finish(**data, file); cause != 0)
        return failure(path, cause);
    return DurableFile(std::move(*data));
}

Result<DurableFile> DurableFile::prepareCopy(const QString &path, const QString &source, Existing existing)
{
    const Descriptor original(::open(QFile::encodeName(source).constData(), O_RDONLY | O_CLOEXEC));
    if (!original.isOpen())
        return notReadable(source, errno);
    Result<std::unique_ptr<Data>> data = target(path, existing);
    if (!data)
        return data.error();
    Descriptor file((*data)->createTemporary());
    if (!file.isOpen())
        return failure(path, errno);
    int writing = 0;
    const int reading = readAll(original, [&](QByteArrayView block) { return writing = append(**data, file, block); });
    if (writing == 0 && reading != 0)
        return notReadable(source, reading);
    if (writing == 0)
        writing = finish(**data, file);
    if (writing != 0)
        return failure(path, writing);
    return DurableFile(std::move(*data));
}

Result<DurableFile> DurableFile::adopt(const QString &path, const QString &temporary, Existing existing)
{
    Result<std::unique_ptr<Data>> data = target(path, existing);
    if (!data)
        return data.error();
    const QByteArray name = QFile::encodeName(QFileInfo(temporary).fileName());
    Descriptor file(::openat((*data)->folder, name.constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return failure(path, errno);
    (*data)->temporary = name;
    const int reading = readAll(file, [&](QByteArrayView block) {
        (*data)->written.addData(block);
        (*data)->size += block.size();
        return 0;
    });
    if (reading != 0)
        return failure(path, reading);
    if (const int cause = finish(**data, file); cause != 0)
        return failure(path, cause);
    return DurableFile(std::move(*data));
}

Result<void> DurableFile::place()
{
    const int cause
        = putInPlace(m_data->folder, m_data->temporary.constData(), m_data->name.constData(), m_data->existing);
    if (cause != 0)
        return failure(m_data->path, cause);
    m_data->temporary.clear();
    // Some network file systems cannot sync a folder and say so with EINVAL.
    if (::fsync(m_data->folder) != 0 && errno != EINVAL && errno != ENOTSUP)
        return failure(m_data->path, errno);
    struct stat status { };
    if (::fstat(m_data->folder, &status) != 0 || !isRemovable(status.st_dev))
        return {};
    if (::syncfs(m_data->folder) != 0)
        return failure(m_data->path, errno);
    const int difference = verify(m_data->folder, m_data->name.constData(), m_data->written.result(), m_data->size);
    return difference == 0 ? Result<void>() : Result<void>(failure(m_data->path, difference));
}

bool isOnRemovableMedium(const QString &path)
{
    struct stat status { };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && isRemovable(status.st_dev);
}

Result<void> writeDurably(const QString &path, const QByteArray &bytes, Existing existing)
{
    Result<DurableFile> file = DurableFile::prepare(path, bytes, existing);
    return file ? file->place() : Result<void>(file.error());
}

Result<void> makeFolder(const QString &path, unsigned int mode)
{
    if (::mkdir(QFile::encodeName(path).constData(), mode) == 0)
        return {};
    const int cause = errno;
    if (cause != EEXIST)
        return failure(path, cause);
    return QFileInfo(path).isDir() ? Result<void>() : Result<void>(Error{ErrorCode::FolderMissing, {path}});
}

Result<QByteArray> readWhole(const QString &path, qint64 limit)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return notReadable(path, errno);
    const Error tooLarge{ErrorCode::FileTooLarge, {path, QString::number(limit / (1024 * 1024))}};
    struct stat status { };
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > limit)
        return tooLarge;

    // Read to the end rather than for the size told: pipes and devices tell none.
    QByteArray bytes;
    const int cause = readAll(file, [&](QByteArrayView block) {
        bytes.append(block);
        return bytes.size() > limit ? EFBIG : 0;
    });
    if (cause == EFBIG && bytes.size() > limit)
        return tooLarge;
    return cause == 0 ? Result<QByteArray>(bytes) : Result<QByteArray>(notReadable(path, cause));
}

} // namespace zhibao
