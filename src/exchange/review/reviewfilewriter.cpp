// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/report/reportfile.h"
#include "exchange/review/reviewfile.h"
#include "exchange/review/reviewfilejson.h"
#include "exchange/review/reviewfileparts.h"
#include "exchange/review/reviewfilesignature.h"

#include <QMap>

namespace zhibao {

namespace {

// Each attachment once, in the order of the names: equal files have equal bytes.
QList<ArchivePart> attachmentParts(const QList<QByteArray> &attachments)
{
    QMap<QString, QByteArray> named;
    for (const QByteArray &attachment : attachments)
        named.insert(reviewAttachmentName(attachment), attachment);
    QList<ArchivePart> parts;
    for (auto attachment = named.cbegin(); attachment != named.cend(); ++attachment)
        parts.append({attachment.key(), attachment.value()});
    return parts;
}

const Notice &noticeOf(const Report &content, const ReviewFile &file, const Notice &otherwise)
{
    const Notice *const found = content.definition == otherwise.definition()
        ? nullptr
        : findNotice(file.definitions, content.notice, content.definition);
    return found ? *found : otherwise;
}

qint64 sizeOf(const QList<ArchivePart> &parts)
{
    qint64 size = 0;
    for (const ArchivePart &part : parts)
        size += part.bytes.size();
    return size;
}

} // namespace

Result<QByteArray> writeReviewFile(
    const ReviewFile &file, const Notice &notice, const SigningKey &key, const QString &path)
{
    QList<ArchivePart> parts{
        {reviewManifestName, writeReviewManifest(file, key.publicKey)},
        {reviewItemsName, writeReviewItems(file, key)},
    };
    for (qsizetype i = 0; i < file.contents.size(); ++i)
        parts.append({reviewContentName(i), writeReport(file.contents[i], noticeOf(file.contents[i], file, notice))});
    const QList<ArchivePart> attachments = attachmentParts(file.attachments);
    const auto tooLarge = [&](qint64 limit) {
        return Error{ErrorCode::ExchangeTooLarge, {file.unit, QString::number(limit / (1024 * 1024))}};
    };
    if (sizeOf(parts) > reviewTextLimit)
        return tooLarge(reviewTextLimit);
    if (sizeOf(attachments) > reviewFileLimit)
        return tooLarge(reviewFileLimit);
    const Result<QByteArray> bytes = signedArchive(parts + attachments, key);
    if (!bytes)
        return bytes;
    const Result<ReviewFile> again = parseReviewFile(*bytes, path, file.definitions + QList<Notice>{notice});
    return again ? bytes : Result<QByteArray>(again.error());
}

} // namespace zhibao
