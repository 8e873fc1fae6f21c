// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/review/reviewfile.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "core/notice/noticereader.h"
#include "core/text/encoding.h"
#include "exchange/report/reportfile.h"
#include "exchange/review/reviewfilejson.h"
#include "exchange/review/reviewfileparts.h"
#include "exchange/review/reviewfilesignature.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <future>

namespace zhibao {

namespace {

// The parts of the archive that were not read yet.
using Parts = QMap<QString, QByteArray>;

Error malformed(const QString &path, const char *cause)
{
    return {ErrorCode::ArchiveMalformed, {path, QString::fromLatin1(cause)}};
}

// The parts of an archive whose signature holds. Errors: those of zipParts; FileTooLarge.
Result<Parts> unpack(const QByteArray &bytes, const QString &path)
{
    ArchiveLimits limits;
    limits.archive = reviewFileLimit;
    limits.part = reviewFileLimit;
    limits.total = reviewFileLimit + reviewTextLimit;
    const Result<QList<ArchivePart>> read = zipParts(bytes, limits, path);
    if (!read)
        return read.error();
    Parts parts;
    qint64 text = 0;
    bool hasAttachments = false;
    for (const ArchivePart &part : *read) {
        parts.insert(part.name, part.bytes);
        if (part.name.startsWith(reviewAttachmentsFolder))
            hasAttachments = true;
        else
            text += part.bytes.size();
    }
    if (text > reviewTextLimit)
        return malformed(path, "too-large");
    if (!hasAttachments && bytes.size() > reviewTextLimit)
        return tooLarge(path, reviewTextLimit);
    return parts;
}

Result<QByteArray> take(Parts &parts, const QString &name, const QString &path)
{
    const auto part = parts.find(name);
    if (part == parts.end())
        return malformed(path, "missing-part");
    const QByteArray bytes = *part;
    parts.erase(part);
    return bytes;
}

Result<ReviewManifest> readManifest(Parts &parts, const QString &path)
{
    const Result<QByteArray> json = take(parts, reviewManifestName, path);
    return json ? parseReviewManifest(*json, path) : Result<ReviewManifest>(json.error());
}

// The definitions of its notice that the file brings: items name them, and they are not known. Errors: those of
// readNotice; ArchiveMalformed where one is of another notice; NoticeUnknown where none of it is known then.
Result<QList<Notice>> readDefinitions(const Parts &parts, const QString &path, const QList<ReviewItem> &items,
    const QString &number, const QList<Notice> &notices)
{
    QList<Notice> brought;
    const auto isKnown = [&](const QByteArray &digest) {
        const Notice *const known = findNotice(notices + brought, number, digest);
        return known && (digest.isEmpty() || known->digest == digest);
    };
    for (const ReviewItem &item : items) {
        const QByteArray digest = definitionOf(item.entry);
        const QString name = reviewAttachmentsFolder + hexadecimal(digest);
        if (digest.isEmpty() || isKnown(digest) || !parts.contains(name))
            continue;
        Result<Notice> notice = parts.value(name).size() > noticeFileLimit
            ? Result<Notice>(malformed(path, "too-large"))
            : readNotice(parts.value(name), reviewPartPath(path, name));
        if (!notice)
            return notice.error();
        if (notice->number != number || notice->digest != digest)
            return malformed(path, "inconsistent");
        notice->isImplied = false;
        brought.append(*notice);
    }
    return isKnown({}) ? Result<QList<Notice>>(brought) : Error{ErrorCode::NoticeUnknown, {path, number}};
}

// Whether each item from the first to the last that carries a signature was signed by its office.
bool areSigned(const QList<ReviewItem> &items, qsizetype first, qsizetype last)
{
    return std::all_of(items.cbegin() + first, items.cbegin() + last, [](const ReviewItem &item) {
        const LogEntry &entry = item.entry;
        return entry.signature.isEmpty() || isSignedBy(signedBytes(entry, entry.origin), entry.signature, entry.origin);
    });
}

// Half of them meanwhile in a thread of its own: of a large file they are what takes long.
bool areSigned(const QList<ReviewItem> &items)
{
    const qsizetype half = items.size() / 2;
    std::future<bool> others = std::async([&items, half] { return areSigned(items, half, items.size()); });
    const bool holds = areSigned(items, 0, half);
    return others.get() && holds;
}

Result<QList<ReviewItem>> readItems(Parts &parts, const QString &path, const ReviewManifest &manifest)
{
    const Result<QByteArray> json = take(parts, reviewItemsName, path);
    if (!json)
        return json.error();
    Result<QList<ReviewItem>> items = parseReviewItems(*json, path, manifest.version);
    if (!items)
        return items;
    QSet<QByteArray> uids;
    for (ReviewItem &item : *items) {
        uids.insert(item.entry.uid);
        item.entry.notice = manifest.file.notice;
        item.entry.unit = manifest.file.unit;
        item.entry.occasion = manifest.file.occasion;
    }
    if (uids.size() != items->size())
        return malformed(path, "inconsistent");
    return areSigned(*items) ? items : Result<QList<ReviewItem>>(Error{ErrorCode::SignatureInvalid, {path}});
}

Result<QList<Report>> readContents(
    Parts &parts, const QString &path, const ReviewFile &manifest, const QList<Notice> &notices)
{
    QList<Report> contents;
    qsizetype rows = 0;
    while (true) {
        const QString name = reviewContentName(contents.size());
        const auto part = parts.find(name);
        if (part == parts.end())
            return contents;
        const Result<ReportFile> content
            = parseReport(*part, reviewPartPath(path, name), notices, TextsCome::AsTheyStand, reviewValueLimit);
        if (!content)
            return content.error();
        if (!content->ignored.isEmpty())
            return Error{ErrorCode::WrongType,
                {reviewPartPath(path, name), content->ignored.constFirst(), QStringLiteral("unknown-key")}};
        if (keyOf(content->report) != keyOf(manifest))
            return malformed(path, "inconsistent");
        rows += reviewRowsOf(content->report);
        if (rows > reviewRowLimit)
            return malformed(path, "too-many-values");
        contents.append(content->report);
        parts.erase(part);
    }
}

// What the items say of the contents is so, and each content is spoken of.
bool agree(const QList<ReviewItem> &items, const QList<Report> &contents)
{
    QList<ContentDigest> digests;
    for (const Report &content : contents)
        digests.append(contentDigest(content));
    QSet<int> named;
    for (const ReviewItem &item : items) {
        if (item.content < 0)
            continue;
        if (item.content >= digests.size() || digests[item.content] != item.entry.content)
            return false;
        named.insert(item.content);
    }
    return named.size() == contents.size();
}

// All that is left must be attachments.
Result<QList<QByteArray>> readAttachments(const Parts &parts, const QString &path)
{
    QList<QByteArray> attachments;
    for (auto part = parts.cbegin(); part != parts.cend(); ++part) {
        if (!part.key().startsWith(reviewAttachmentsFolder))
            return malformed(path, "bad-part-name");
        if (part.key() != reviewAttachmentName(*part))
            return malformed(path, "inconsistent");
        attachments.append(*part);
    }
    return attachments;
}

Result<ReviewFile> readParts(Parts parts, const QByteArray &signer, const QString &path, const QList<Notice> &notices)
{
    const Result<ReviewManifest> manifest = readManifest(parts, path);
    if (!manifest)
        return manifest.error();
    ReviewFile file = manifest->file;
    if (file.sender != signer)
        return malformed(path, "inconsistent");
    const Result<QList<ReviewItem>> items = readItems(parts, path, *manifest);
    // Of a notice that neither is known nor comes along nothing else is told.
    if (!items)
        return findNotice(notices, file.notice, {}) ? items.error()
                                                    : Error{ErrorCode::NoticeUnknown, {path, file.notice}};
    const Result<QList<Notice>> definitions = readDefinitions(parts, path, *items, file.notice, notices);
    if (!definitions)
        return definitions.error();
    const Result<QList<Report>> contents = readContents(parts, path, file, notices + *definitions);
    if (!contents)
        return contents.error();
    if (!agree(*items, *contents))
        return malformed(path, "inconsistent");
    const Result<QList<QByteArray>> attachments = readAttachments(parts, path);
    if (!attachments)
        return attachments.error();
    file.items = *items;
    file.contents = *contents;
    file.attachments = *attachments;
    file.definitions = *definitions;
    return file;
}

// What a hostile file would have told is never long.
Error shortened(Error error)
{
    constexpr qsizetype shown = 200;
    for (qsizetype i = 1; i < error.arguments.size(); ++i) {
        if (error.arguments[i].size() > shown)
            error.arguments[i] = wellFormed(error.arguments[i].left(shown)) + u'…';
    }
    return error;
}

} // namespace

qsizetype reviewRowsOf(const Report &report)
{
    qsizetype count = 0;
    for (const FormAnswer &answer : report.forms) {
        count += answer.rows.size();
        for (const Row &row : answer.rows)
            count += row.entries.size();
    }
    return count;
}

bool isProven(const LogEntry &entry, const QByteArray &sender)
{
    return !entry.signature.isEmpty() || entry.origin == sender;
}

Result<ReviewFile> parseReviewFile(QByteArray bytes, const QString &path, const QList<Notice> &notices)
{
    if (bytes.size() > reviewFileLimit)
        return tooLarge(path, reviewFileLimit);
    const Result<QByteArray> signer = signerOf(bytes, path);
    if (!signer)
        return signer.error();
    Result<Parts> parts = unpack(bytes, path);
    if (!parts)
        return parts.error();
    bytes.clear(); // what is large is held once
    Result<ReviewFile> file = readParts(std::move(*parts), *signer, path, notices);
    if (!file)
        return shortened(file.error());
    return file;
}

Result<ReviewFile> readReviewFile(const QString &path, const QList<Notice> &notices)
{
    Result<QByteArray> bytes = readWhole(path, reviewFileLimit);
    if (!bytes)
        return bytes.error();
    return parseReviewFile(std::move(*bytes), path, notices);
}

} // namespace zhibao
