// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace zhibao {

enum class Existing { Keep, Replace };

// A file that is written completely or not at all. prepare() writes it to a temporary file beside its place, checks
// the size and syncs it; place() renames it and syncs the folder. Several files are prepared before the first is
// placed, so that a full disk leaves none of them. What was not placed is taken away again. With Existing::Keep a file
// of that name is an error (FileExists). The new file is readable by its owner only. Errors: FolderMissing, FileExists,
// DiskFull, ReadOnlyMedium, PermissionDenied, FileInUse, WriteFailed (with the errno); the old file is untouched then.
class DurableFile {
public:
    static Result<DurableFile> prepare(const QString &path, const QByteArray &bytes, Existing existing);
    ~DurableFile();
    DurableFile(DurableFile &&) noexcept;
    DurableFile &operator=(DurableFile &&) noexcept;

    Result<void> place();

private:
    struct Data;
    explicit DurableFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

// Prepares and places one file.
Result<void> writeDurably(const QString &path, const QByteArray &bytes, Existing existing);

// Makes one folder with the POSIX permissions `mode` (less the process's umask), unless it is there; none is made above
// it. Errors: FolderMissing (also where a file has its name), and those of DurableFile.
Result<void> makeFolder(const QString &path, unsigned int mode);

// The whole content of a file of at most `limit` bytes. Errors: FileNotFound, FileNotReadable (with the errno),
// FileTooLarge.
Result<QByteArray> readWhole(const QString &path, qint64 limit);

} // namespace zhibao
