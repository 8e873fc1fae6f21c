// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace zhibao {

enum class Existing { Keep, Replace };

// A file that is written completely or not at all. prepare() writes it to a temporary file beside its place, syncs it,
// and reads it back from the medium to compare; place() renames it, syncs the folder and, on a removable medium, the
// whole medium, from which it is then read once more. Several files are prepared before the first is placed, so that a
// full disk leaves none of them. What was not placed is taken away again. With Existing::Keep a file of that name is an
// error (FileExists). The new file is readable by its owner only. Errors: FolderMissing, FileExists, DiskFull,
// ReadOnlyMedium, PermissionDenied, FileInUse, MediumGone, NotVerified, WriteFailed (with the errno); the old file is
// untouched then.
class DurableFile {
public:
    static Result<DurableFile> prepare(const QString &path, const QByteArray &bytes, Existing existing);
    // With the content of another file, of any size. Errors: also FileNotFound and FileNotReadable, of that file.
    static Result<DurableFile> prepareCopy(const QString &path, const QString &source, Existing existing);
    // With a file that another writer made under `temporary`, in the folder of `path`; it is taken away with this.
    static Result<DurableFile> adopt(const QString &path, const QString &temporary, Existing existing);
    ~DurableFile();
    DurableFile(DurableFile &&) noexcept;
    DurableFile &operator=(DurableFile &&) noexcept;

    Result<void> place();

    struct Data; // known to the implementation alone

private:
    explicit DurableFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

// Prepares and places one file.
Result<void> writeDurably(const QString &path, const QByteArray &bytes, Existing existing);

// Whether the path lies on a medium that can be pulled out (a stick, a card, a disk on USB): only after all was written
// to it may one say so.
bool isOnRemovableMedium(const QString &path);

// Makes one folder with the POSIX permissions `mode` (less the process's umask), unless it is there; none is made above
// it. Errors: FolderMissing (also where a file has its name), and those of DurableFile.
Result<void> makeFolder(const QString &path, unsigned int mode);

// The whole content of a file of at most `limit` bytes. Errors: FileNotFound, FileNotReadable (with the errno),
// FileTooLarge.
Result<QByteArray> readWhole(const QString &path, qint64 limit);

} // namespace zhibao
