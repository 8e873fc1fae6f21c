// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/path.h"

#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

#include <dirent.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

namespace zhibao {

namespace {

constexpr char16_t firstByte = 0xDC80; // stands for 0x80
constexpr char16_t lastByte = 0xDCFF;
constexpr qsizetype longestCharacter = 4; // bytes

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

struct Free {
    void operator()(char *path) const { std::free(path); }
};

// The bytes that the first character has; 0 where they are no UTF-8.
qsizetype characterLength(QByteArrayView bytes)
{
    const qsizetype most = std::min(longestCharacter, bytes.size());
    for (qsizetype length = 1; length <= most; ++length) {
        if (bytes.first(length).isValidUtf8())
            return length;
    }
    return 0;
}

// A byte order mark at the start is part of a name.
QString decoded(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(bytes);
}

std::optional<struct stat> statusOf(const QString &path)
{
    struct stat status { };
    if (::stat(bytesOfPath(path).constData(), &status) != 0)
        return std::nullopt;
    return status;
}

QString currentFolder()
{
    const std::unique_ptr<char, Free> path(::getcwd(nullptr, 0));
    return path ? pathOfBytes(path.get()) : QStringLiteral("/");
}

} // namespace

QString pathOfBytes(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return decoded(bytes);
    QString path;
    while (!bytes.isEmpty()) {
        const qsizetype length = characterLength(bytes);
        if (length == 0)
            path += QChar(static_cast<char16_t>(0xDC00 + static_cast<unsigned char>(bytes.front())));
        else
            path += decoded(bytes.first(length));
        bytes = bytes.sliced(std::max<qsizetype>(length, 1));
    }
    return path;
}

bool isByteOfPath(const QString &path, qsizetype at)
{
    const bool isTrailing = at > 0 && path[at - 1].isHighSurrogate();
    return !isTrailing && path[at] >= firstByte && path[at] <= lastByte;
}

QStringList argumentsOfBytes(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index)
        arguments.append(pathOfBytes(argv[index]));
    return arguments;
}

QByteArray bytesOfPath(const QString &path)
{
    QByteArray bytes;
    qsizetype from = 0;
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (!isByteOfPath(path, at))
            continue;
        bytes += QStringView(path).sliced(from, at - from).toUtf8();
        bytes += static_cast<char>(path[at].unicode() - 0xDC00);
        from = at + 1;
    }
    return bytes + QStringView(path).sliced(from).toUtf8();
}

QString pathOfEnvironment(const char *name)
{
    return pathOfBytes(qgetenv(name));
}

QString homeFolder()
{
    const QString named = pathOfEnvironment("HOME");
    if (!named.isEmpty())
        return QDir::cleanPath(named);
    const passwd *const user = ::getpwuid(::getuid());
    return user ? pathOfBytes(user->pw_dir) : QStringLiteral("/");
}

QString userFolder(const char *variable, const QString &inHome)
{
    const QString named = pathOfEnvironment(variable);
    return named.startsWith(u'/') ? named : homeFolder() + u'/' + inHome;
}

QString absolutePath(const QString &path)
{
    return QDir::cleanPath(path.startsWith(u'/') ? path : currentFolder() + u'/' + path);
}

QString folderOf(const QString &path)
{
    return QFileInfo(absolutePath(path)).path();
}

QString canonicalPath(const QString &path)
{
    const std::unique_ptr<char, Free> real(::realpath(bytesOfPath(path).constData(), nullptr));
    return real ? pathOfBytes(real.get()) : QString();
}

bool exists(const QString &path)
{
    return statusOf(path).has_value();
}

bool isFolder(const QString &path)
{
    const std::optional<struct stat> status = statusOf(path);
    return status && S_ISDIR(status->st_mode);
}

bool isLink(const QString &path)
{
    struct stat status { };
    return ::lstat(bytesOfPath(path).constData(), &status) == 0 && S_ISLNK(status.st_mode);
}

bool isRegularFile(const QString &path)
{
    const std::optional<struct stat> status = statusOf(path);
    return status && S_ISREG(status->st_mode);
}

bool isWritable(const QString &path)
{
    return ::access(bytesOfPath(path).constData(), W_OK) == 0;
}

qint64 sizeOf(const QString &path)
{
    const std::optional<struct stat> status = statusOf(path);
    return status ? status->st_size : 0;
}

QStringList namesInFolder(const QString &folder)
{
    const std::unique_ptr<DIR, CloseFolder> opened(::opendir(bytesOfPath(folder).constData()));
    QStringList names;
    if (!opened)
        return names;
    while (const dirent *const entry = ::readdir(opened.get())) {
        const QString name = pathOfBytes(entry->d_name);
        if (name != QStringLiteral(".") && name != QStringLiteral(".."))
            names.append(name);
    }
    names.sort();
    return names;
}

bool removeFile(const QString &path)
{
    return ::unlink(bytesOfPath(path).constData()) == 0;
}

bool removeEmptyFolder(const QString &path)
{
    return ::rmdir(bytesOfPath(path).constData()) == 0;
}

} // namespace zhibao
