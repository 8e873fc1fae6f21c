// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

namespace zhibao {

// A folder of the owner's alone that goes, with all that lies in it, when this does.
class TemporaryFolder {
public:
    // In the folder for such things (TMPDIR). Errors: TemporaryFolderUnusable, DiskFull.
    static Result<TemporaryFolder> make();
    // Under the beginning of a name in a folder.
    static Result<TemporaryFolder> makeIn(const QString &folder, const QString &name);
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder &&other) noexcept;
    TemporaryFolder &operator=(TemporaryFolder &&other) noexcept;

    const QString &path() const { return m_path; }
    QString filePath(const QString &name) const { return m_path + u'/' + name; }

private:
    explicit TemporaryFolder(QString path);
    QString m_path; // "": given away
};

// Takes a folder away with all that lies in it; whether nothing of it is left.
bool removeFolder(const QString &path);

} // namespace zhibao
