// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/signature.h"
#include "core/review/receipt.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao {

// Something that was done or said. Of the entry the file holds uid, time, kind, person, office, post, verified, origin,
// reason, detail, content and signature; its numbers, state and chain are each store's own.
struct ReviewItem {
    LogEntry entry;
    int content = -1; // what the report said then, from 0 in ReviewFile::contents; -1: it is not in the file
};

// What two machines exchange for review (送审文件): the contents of a report that the difference needs, and what was
// done and said, signed by the office that sends it. The file is a zip archive: manifest.json (format "zhibao.review",
// version 2), entries.json, contents/1.json, 2, … (report files), attachments/<SHA-256 of the bytes>; its comment holds
// the sender's public key and the Ed25519 signature over the archive as it is without a comment. From version 2 on each
// entry carries the signature of the office that made it; in a file of version 1, which is read for ever, the file's
// own stands for those of the sender.
struct ReviewFile {
    QString notice; // number
    QString unit;
    QString office; // what the office that sends calls itself: nobody vouches for it
    QByteArray sender; // its public key
    QList<Report> contents; // each is spoken of by an item
    QList<ReviewItem> items; // in the order in which it was done
    QList<QByteArray> attachments; // files that the details name by their digests
    // Definitions of the notice that the contents follow: to be written, all; as it was read, those among the
    // attachments that were not known.
    QList<Notice> definitions = {};
    QString occasion = {}; // "" where the notice is answered once
};

inline const QString reviewFileSuffix = QStringLiteral("zbsh");

// In bytes, where not said otherwise.
inline constexpr qint64 reviewFileLimit = 64 * 1024 * 1024; // of the file; of the attachments expanded, together
// Of all attachments of a report together, where they are attached: what leaves room for all else in its file.
inline constexpr qint64 reviewAttachmentsLimit = 40 * 1024 * 1024;
inline constexpr qint64 reviewTextLimit = 20 * 1024 * 1024; // of a file without attachments; of all else expanded
inline constexpr qsizetype reviewItemLimit = reviewEntryLimit; // number
inline constexpr qsizetype reviewValueLimit = 1'000'000; // of the JSON of a content, number
inline constexpr qsizetype reviewRowLimit = 100'000; // rows and entries of all contents, number
inline constexpr qsizetype reviewNameLimit = 1'000; // UTF-16 units of a person's, office's, post's or unit's name

// What counts towards the limit of rows.
qsizetype reviewRowsOf(const Report &report);

// Whether the office of origin signed the entry: by itself, or by the file of version 1 that it sent.
bool isProven(const LogEntry &entry, const QByteArray &sender);

// Writes one, signed with the key; `sender` is not looked at. An empty origin of an entry (written here) becomes the
// key's public one, and what was not signed then is signed now; those of others must be signed. What has no form in
// UTF-8 is written as in a report file. The bytes were read again, so that the other office can read them too. Errors,
// with `path` as the name to tell: ExchangeTooLarge (of the unit); RenderFailed; those of parseReviewFile where an item
// names a content that is not there, or says something else, or is of the store, or is not signed.
Result<QByteArray> writeReviewFile(
    const ReviewFile &file, const Notice &notice, const SigningKey &key, const QString &path = {});

// Reads one as hostile input, the signature before all else; nothing is written anywhere. That the signature holds
// tells who sent the file, not that the sender is trusted: `sender` is for the caller to judge, and so are the offices
// that made the entries. In what was read every entry has an origin, and a signature of it that holds or none (version
// 1: isProven). Errors, with `path` or the part of it
// (path/entries.json): FileTooLarge; ArchiveMalformed with a cause of zipParts, "unsigned", "missing-part" or
// "inconsistent" (contents, digests, names and keys do not agree); SignatureInvalid; WrongFormat, NewerVersion,
// NoticeUnknown; NotUtf8, NotJson, and WrongType with the JSON path and a kind of JsonFault (core/json.h) or
// "unknown-key", "unknown-kind", "bad-id", "too-many-values".
Result<ReviewFile> parseReviewFile(QByteArray bytes, const QString &path, const QList<Notice> &notices);

// The same from a file; also FileNotFound, FileNotReadable.
Result<ReviewFile> readReviewFile(const QString &path, const QList<Notice> &notices);

} // namespace zhibao
