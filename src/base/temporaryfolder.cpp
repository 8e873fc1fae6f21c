// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/temporaryfolder.h"

#include "base/fileerrors.h"
#include "base/path.h"

#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace zhibao {

Result<TemporaryFolder> TemporaryFolder::make()
{
    const QString chosen = pathOfEnvironment("TMPDIR");
    const QString folder = chosen.isEmpty() ? QStringLiteral("/tmp") : absolutePath(chosen);
    Result<TemporaryFolder> made = makeIn(folder, QStringLiteral("zhibao-"));
    if (!made && made.error().code != ErrorCode::DiskFull)
        return Error{ErrorCode::TemporaryFolderUnusable, {folder}};
    return made;
}

Result<TemporaryFolder> TemporaryFolder::makeIn(const QString &folder, const QString &name)
{
    QByteArray pattern = bytesOfPath(folder + u'/' + name) + "XXXXXX";
    if (!::mkdtemp(pattern.data()))
        return errno == ENOENT || errno == ENOTDIR ? Error{ErrorCode::FolderMissing, {folder}}
                                                   : writeFailure(folder, errno);
    return TemporaryFolder(pathOfBytes(pattern));
}

TemporaryFolder::TemporaryFolder(QString path)
    : m_path(std::move(path))
{
}

TemporaryFolder::TemporaryFolder(TemporaryFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, QString()))
{
}

TemporaryFolder &TemporaryFolder::operator=(TemporaryFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

TemporaryFolder::~TemporaryFolder()
{
    if (!m_path.isEmpty())
        removeFolder(m_path);
}

bool removeFolder(const QString &path)
{
    std::error_code failed;
    std::filesystem::remove_all(bytesOfPath(path).toStdString(), failed);
    return !failed;
}

} // namespace zhibao
