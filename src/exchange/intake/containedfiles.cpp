// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/containedfiles.h"

#include "exchange/text/decodedtext.h"

namespace zhibao {

namespace {

// Windows writes names in the code page of the machine, and parts folders by either slash.
QString containedName(const QByteArray &written)
{
    return decodedText(written).value_or(QString()).replace(u'\\', u'/');
}

bool isLitter(const QString &name)
{
    const QString file = name.section(u'/', -1);
    return name.startsWith(QStringLiteral("__MACOSX/")) || file.isEmpty() || file == QStringLiteral(".DS_Store")
        || file == QStringLiteral("Thumbs.db");
}

// The first file says so of itself (APPNOTE 4.4.4).
bool isEncrypted(const QByteArray &archive)
{
    constexpr qsizetype flagsAt = 6;
    return archive.size() > flagsAt && (archive[flagsAt] & 1) != 0;
}

} // namespace

Result<QList<ArchivePart>> containedFiles(const QByteArray &archive, const QString &path)
{
    ArchiveLimits limits;
    limits.part = 64 * 1024 * 1024;
    limits.total = 128 * 1024 * 1024;
    limits.passOverFolders = true;
    limits.isWanted = [](const QString &name) { return !isLitter(name); };
    limits.nameOf = containedName;
    if (isEncrypted(archive))
        return Error{ErrorCode::FileEncrypted, {path}};
    Result<QList<ArchivePart>> files = zipParts(archive, limits, path);
    if (files) {
        files.value().removeIf([](const ArchivePart &file) { return isLitter(file.name); });
        return files;
    }
    const QString cause = files.error().arguments.value(1);
    if (cause == u"too-large" || cause == u"too-many-parts")
        return Error{ErrorCode::FileTooLarge, {path, QString::number(limits.total / 1024 / 1024)}};
    return Error{ErrorCode::DocumentUnreadable, {path}};
}

} // namespace zhibao
