// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace zhibao {

struct ArchivePart {
    QString name;
    QByteArray bytes;
    friend bool operator==(const ArchivePart &, const ArchivePart &) = default;
};

// A zip archive of the parts in the given order, made in memory with a fixed time stamp, so that equal parts give
// equal bytes; with a comment of at most 65,535 bytes at its end. Error: RenderFailed.
Result<QByteArray> zipArchive(const QList<ArchivePart> &parts, const QByteArray &comment = {});

struct CommentedArchive {
    QByteArray archive; // as it was before it got the comment
    QByteArray comment;
};

// Parts an archive from the comment at its very end; nothing where the bytes do not end as an archive does.
std::optional<CommentedArchive> splitComment(const QByteArray &archive);

// How much of an archive that came from anywhere is read, in bytes where not said otherwise.
struct ArchiveLimits {
    qint64 archive = 64 * 1024 * 1024;
    qint64 parts = 1'000; // number
    qint64 part = 32 * 1024 * 1024; // expanded
    qint64 total = 100 * 1024 * 1024; // expanded
    bool passOverFolders = false; // entries of folders, which some programs write, are no error
    bool (*isWanted)(const QString &name) = nullptr; // what others hold is not read, they come without bytes
    // What a name is as text where it need be no path of plain names: of files that are read where they are, and never
    // written anywhere. Null: the name is refused.
    QString (*nameOf)(const QByteArray &written) = nullptr;
};

// All parts of an archive that came from anywhere, in its order. Every name is a relative path of plain names in UTF-8
// that no other part has, not even in other case; every part is a file, stored or deflated, and not encrypted. Sizes
// are counted of what really comes out. Error: ArchiveMalformed with `path` and one of "not-an-archive", "truncated",
// "too-many-parts", "too-large", "bad-part-name", "duplicate-part".
Result<QList<ArchivePart>> zipParts(
    const QByteArray &archive, const ArchiveLimits &limits = {}, const QString &path = {});

// Whether the archive is its parts and nothing besides: they follow one another from the first byte on in the order of
// the directory, which tells of each what it says of itself, and the record at the end ends the file. So no program
// finds other parts in it, and there is no room for a file of another format.
bool holdsOnlyParts(const QByteArray &archive);

// The names of all its parts and folders as they are written, in its order; none where it is no archive.
QList<QByteArray> zipNames(const QByteArray &archive);

// One part of an archive that came from anywhere, of at most `limit` bytes; nothing where there is no such archive,
// part or size.
std::optional<QByteArray> zipPart(const QByteArray &archive, const QString &name, qint64 limit);

} // namespace zhibao
