// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/medium.h"

#include "durability/apart.h"

#include <QFile>
#include <QProcess>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace zhibao::durability {

namespace {

constexpr qint64 mediumSize = 24 * 1024 * 1024; // bytes; ext4 with a journal and exFAT need several
const QString notMounted = QStringLiteral("not mounted");

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool sharesNoMount()
{
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    return mounts.open(QIODevice::ReadOnly) && !mounts.readAll().contains(" shared:");
}

// Mounts are this process's own from here on; without privileges, in a namespace in which it has them.
bool leaveMounts()
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    if (user != 0) {
        const bool mapped = writeTo("/proc/self/setgroups", "deny")
            && writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
            && writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
        if (!mapped)
            return false;
    }
    // In a chroot the root is no mount of its own; then there must be none that others share.
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 || (errno == EINVAL && sharesNoMount());
}

bool succeeds(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool mountImage(const QString &folder, const QString &maker, const QStringList &options, const QString &type)
{
    const QString image = folder + QStringLiteral(".image");
    QFile file(image);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(mediumSize))
        return false;
    // Tools of the system's administration are not on everyone's path.
    for (const QString &place : {QString(), QStringLiteral("/sbin/"), QStringLiteral("/usr/sbin/")}) {
        if (succeeds(place + maker, options + QStringList{image}))
            return succeeds(QStringLiteral("mount"),
                {QStringLiteral("-t"), type, QStringLiteral("-o"), QStringLiteral("loop"), image, folder});
    }
    return false;
}

bool mountMedium(Medium medium, const QString &folder)
{
    switch (medium) {
    case Medium::Memory:
        return ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0,
                   ("size=" + QByteArray::number(mediumSize)).constData())
            == 0;
    case Medium::Ext4:
        return mountImage(folder, QStringLiteral("mkfs.ext4"),
            {QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("0")}, QStringLiteral("ext4"));
    case Medium::Exfat:
        return mountImage(folder, QStringLiteral("mkfs.exfat"), {}, QStringLiteral("exfat"));
    }
    return false;
}

} // namespace

const char *nameOf(Medium medium)
{
    constexpr std::array names{"tmpfs", "ext4", "exFAT"};
    return names[static_cast<std::size_t>(medium)];
}

std::optional<QString> onMedium(Medium medium, const QString &folder, const std::function<QString()> &work)
{
    const QString found = apart([&] { return leaveMounts() && mountMedium(medium, folder) ? work() : notMounted; });
    return found == notMounted ? std::nullopt : std::optional(found);
}

qint64 freeBlocks(const QString &folder)
{
    struct statvfs status { };
    return ::statvfs(QFile::encodeName(folder).constData(), &status) == 0 ? static_cast<qint64>(status.f_bavail) : 0;
}

bool leaveBlocks(const QString &folder, const QString &ballast, qint64 blocks)
{
    struct statvfs status { };
    const QByteArray path = QFile::encodeName(ballast);
    ::unlink(path.constData());
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    // What was just deleted is free only once the file system has written that down.
    bool sound = ::syncfs(file) == 0 && ::fstatvfs(file, &status) == 0;
    // The ballast's own index takes room, too: it grows by less and less, to the last block that it can have.
    off_t size = 0;
    qint64 growth = freeBlocks(folder) - blocks;
    while (sound && growth > 0) {
        const off_t bytes = static_cast<off_t>(growth * static_cast<qint64>(status.f_frsize));
        const int cause = ::posix_fallocate(file, size, bytes);
        sound = cause == 0 || cause == ENOSPC;
        size += cause == 0 ? bytes : 0;
        growth = cause == 0 ? freeBlocks(folder) - blocks : growth / 2;
    }
    return ::close(file) == 0 && sound;
}

} // namespace zhibao::durability
