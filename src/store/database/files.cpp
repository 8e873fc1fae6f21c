// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/files.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/log.h"
#include "base/path.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <sys/stat.h>

namespace zhibao {

namespace {

constexpr qsizetype digitsOfFolder = 2;

// Whether the folder cannot hold what belongs there is told by what is written into it.
bool isThere(const QString &path)
{
    return isLink(path) || exists(path);
}

} // namespace

Files::Files(QString folder)
    : m_folder(std::move(folder))
{
}

QString Files::pathOf(const QByteArray &digest) const
{
    const QString name = hexadecimal(digest);
    return m_folder + u'/' + name.first(qMin(digitsOfFolder, name.size())) + u'/' + name;
}

Files::State Files::lookAtSize(const FileName &file) const
{
    const QString path = pathOf(file.digest);
    if (!isThere(path))
        return State::Missing;
    return isRegularFile(path) && sizeOf(path) == file.size ? State::Whole : State::Changed;
}

Files::State Files::lookAtWhole(const FileName &file) const
{
    if (const State state = lookAtSize(file); state != State::Whole)
        return state;
    const Result<QByteArray> digest = digestOfFile(pathOf(file.digest));
    return digest && *digest == file.digest ? State::Whole : State::Changed;
}

Result<QByteArray> Files::read(const FileName &file, const QString &owner) const
{
    const State state = lookAtSize(file);
    if (state == State::Missing)
        return Error{ErrorCode::FileNotFound, {hexadecimal(file.digest)}};
    const Error damaged{ErrorCode::StoreDamaged, {owner}};
    if (state == State::Changed)
        return damaged;
    const Result<QByteArray> content = readRegularFile(pathOf(file.digest), file.size);
    if (!content)
        return content.error();
    return digestOfBytes(*content, DigestAlgorithm::Sha256) == file.digest ? content : damaged;
}

Result<void> Files::makeRoom(const QByteArray &digest) const
{
    // Each is on the disk before anything is put into it, whoever made it: who did may have been cut short.
    for (const QString &folder : {m_folder, folderOf(pathOf(digest))}) {
        if (m_made.contains(folder))
            continue;
        if (!isThere(folder))
            m_newFolders.append(folder);
        if (Result<void> made = makeFolderDurably(folder, S_IRWXU); !made)
            return made;
        m_made.insert(folder);
    }
    return {};
}

void Files::noteNew(const FileName &file) const
{
    if (!isThere(pathOf(file.digest)))
        m_newFiles.append(file.digest);
}

Result<FileName> Files::keep(const QByteArray &content) const
{
    const FileName file{digestOfBytes(content, DigestAlgorithm::Sha256), content.size()};
    if (const Result<void> made = makeRoom(file.digest); !made)
        return made.error();
    // One that is there may be of a start that was cut short: it is on the disk only once that was asked for.
    if (lookAtWhole(file) == State::Whole) {
        const Result<void> settled = settleFile(pathOf(file.digest));
        return settled ? Result<FileName>(file) : settled.error();
    }
    noteNew(file);
    const Result<void> written = writeDurably(pathOf(file.digest), content, Existing::Replace);
    return written ? Result<FileName>(file) : written.error();
}

Result<void> Files::take(const Files &from, const FileName &file) const
{
    if (Result<void> made = makeRoom(file.digest); !made)
        return made;
    Result<DurableFile> copy
        = DurableFile::prepareCopy(pathOf(file.digest), from.pathOf(file.digest), Existing::Replace);
    if (!copy)
        return copy.error();
    noteNew(file);
    if (copy->digest() != file.digest)
        return Error{ErrorCode::NotVerified, {from.pathOf(file.digest)}};
    return copy->place();
}

Result<void> Files::bring(const FileName &file, const QList<Files> &others) const
{
    if (lookAtWhole(file) == State::Whole)
        return settleFile(pathOf(file.digest));
    for (const Files &other : others) {
        if (other.lookAtWhole(file) == State::Whole)
            return take(other, file);
    }
    return Error{ErrorCode::FileNotFound, {hexadecimal(file.digest)}};
}

void Files::withdraw(const std::function<bool(const QByteArray &digest)> &isNamed) const
{
    for (const QByteArray &digest : std::as_const(m_newFiles)) {
        if (isThere(pathOf(digest)) && !isNamed(digest) && !removeFile(pathOf(digest)))
            log::warning(QStringLiteral("a file that nothing names could not be removed"));
    }
    // The inner ones came last; what is not empty stays.
    for (auto folder = m_newFolders.crbegin(); folder != m_newFolders.crend(); ++folder) {
        if (removeEmptyFolder(*folder))
            m_made.remove(*folder);
    }
    settle();
}

void Files::settle() const
{
    m_newFiles.clear();
    m_newFolders.clear();
}

QStringList Files::others(const QSet<QByteArray> &digests) const
{
    QStringList found;
    const QStringList folders = namesInFolder(m_folder);
    for (const QString &folder : folders) {
        const QString path = m_folder + u'/' + folder;
        const QStringList names = isLink(path) ? QStringList() : namesInFolder(path);
        if (!isFolder(path) || isLink(path))
            found.append(path);
        for (const QString &name : names) {
            const QByteArray digest = QByteArray::fromHex(name.toLatin1());
            if (!digests.contains(digest) || pathOf(digest) != path + u'/' + name)
                found.append(path + u'/' + name);
        }
    }
    return found;
}

Files filesOf(const QString &store)
{
    static const QRegularExpression backup(QStringLiteral("^(.+)-\\d{6,}-\\d{8}T\\d{6}\\.db$"));
    // The same by whatever name it is reached.
    const QString real = canonicalPath(store);
    static const QRegularExpression aside(QStringLiteral("\\.damaged-\\d+$"));
    const QString path = QString(real.isEmpty() ? store : real).remove(aside);
    const QRegularExpressionMatch match = backup.match(QFileInfo(path).fileName());
    return match.hasMatch() ? filesOfBackups(folderOf(path), match.captured(1) + QStringLiteral(".db"))
                            : Files(path + QStringLiteral(".files"));
}

Files filesOfBackups(const QString &folder, const QString &store)
{
    return Files(folder + u'/' + QFileInfo(store).completeBaseName() + QStringLiteral("-files"));
}

} // namespace zhibao
