// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace zhibao {

enum class Existing { Keep, Replace };

// A file that is written completely or not at all. prepare() writes it to a temporary file beside its place, syncs it,
// and reads it back from the medium to compare; place() renames it, syncs the folder and, on a removable medium, the
// whole medium, from which it is then read once more. Several files are prepared before the first is placed, so that a
// full disk leaves none of them. What was not placed is taken away again. With Existing::Keep a file of that name is an
// error (FileExists). The new file is readable by its owner only. Errors: FolderMissing, FileExists, DiskFull,
// FileSizeLimited, ReadOnlyMedium, PermissionDenied, FileInUse, MediumGone, NotVerified, NotRegularFile, WriteFailed
// (with the errno); the old file is untouched then.
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

    // SHA-256 of what it holds.
    QByteArray digest() const;

    Result<void> place();
    // The two steps of place(), for a set of files whose names are all to change in one moment: the new name, and the
    // syncing of it.
    Result<void> rename();
    Result<void> settle();

    struct Data; // known to the implementation alone

private:
    explicit DurableFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

// Prepares and places one file.
Result<void> writeDurably(const QString &path, const QByteArray &bytes, Existing existing);

struct FileToWrite {
    QString path;
    QByteArray bytes;
    Existing existing = Existing::Keep;
};

// Writes all of them or none: all are prepared, then all get their names, one rename behind the other, and where one
// cannot, those that have theirs are taken away, and what they replaced is put back. A kill or power cut between two
// renames leaves some of them, each whole, and of the others what was there before. Errors: those of DurableFile, of
// the file that could not be written.
Result<void> writeDurably(const QList<FileToWrite> &files);

// Whether the path lies on a medium that can be pulled out (a stick, a card, a disk on USB): only after all was written
// to it may one say so.
bool isOnRemovableMedium(const QString &path);

// Makes one folder with the POSIX permissions `mode` (less the process's umask), unless it is there; none is made above
// it. Errors: FolderMissing (also where a file has its name), and those of DurableFile.
Result<void> makeFolder(const QString &path, unsigned int mode);

// The same, and on the disk when it returns, whoever made it.
Result<void> makeFolderDurably(const QString &path, unsigned int mode);

// Sees that what was made, renamed or taken away in a folder is so on the disk.
Result<void> settleFolder(const QString &path);

// Sees that a file that is there is on the disk, with its name: who wrote it may have been cut short before. Errors:
// those of DurableFile.
Result<void> settleFile(const QString &path);

// The SHA-256 digest of what lies on a disk, of any size. Errors: those of readRegularFile, but for FileTooLarge.
Result<QByteArray> digestOfFile(const QString &path);

// The whole content of a file of at most `limit` bytes; of a pipe that was handed over (/dev/fd/3, /dev/stdin), what
// comes until it is closed. Other pipes, and devices, are refused at once. Errors: FileNotFound, FileNotReadable (with
// the errno; ENOTSUP: it is a pipe or a device), FileTooLarge.
Result<QByteArray> readWhole(const QString &path, qint64 limit);

// The same of what lies on a disk; anything else is refused at once (NotRegularFile), since nobody
// may ever write into a pipe that was put in a file's place.
Result<QByteArray> readRegularFile(const QString &path, qint64 limit);
// Its first bytes, or all where it has fewer. Errors: those of readRegularFile, but for FileTooLarge.
Result<QByteArray> readBeginning(const QString &path, qint64 size);

} // namespace zhibao
