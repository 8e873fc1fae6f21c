// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/review/reviewfilejson.h"

#include "base/digest.h"
#include "core/json.h"
#include "core/text/encoding.h"
#include "exchange/review/reviewfileparts.h"

#include <QJsonDocument>

#include <cmath>

namespace zhibao {

namespace {

constexpr int firstVersion = 1;
constexpr int knownReviewVersion = 2;
constexpr int firstSigned = 2; // the version from which each entry is signed

const QString reviewFormatName = QStringLiteral("zhibao.review");

const QString formatKey = QStringLiteral("format");
const QString versionKey = QStringLiteral("version");
const QString noticeKey = QStringLiteral("notice");
const QString unitKey = QStringLiteral("unit");
const QString occasionKey = QStringLiteral("occasion"); // where the notice is answered more than once
const QString keyKey = QStringLiteral("key");

const QString entriesKey = QStringLiteral("entries");
const QString uidKey = QStringLiteral("uid");
const QString atKey = QStringLiteral("at");
const QString kindKey = QStringLiteral("kind");
const QString personKey = QStringLiteral("person");
const QString officeKey = QStringLiteral("office");
const QString postKey = QStringLiteral("post");
const QString verifiedKey = QStringLiteral("verified");
const QString originKey = QStringLiteral("origin");
const QString reasonKey = QStringLiteral("reason");
const QString detailKey = QStringLiteral("detail");
const QString sm3Key = QStringLiteral("sm3");
const QString sha256Key = QStringLiteral("sha256");
const QString contentKey = QStringLiteral("content");
const QString signatureKey = QStringLiteral("signature");

constexpr qsizetype uidSize = 16; // bytes
constexpr qsizetype digestSize = 32;
constexpr qsizetype publicKeySize = 32;
constexpr qsizetype signatureSize = 64;

// The entry as the file tells it, with what it is signed for: made here, it is signed now where it was not then.
LogEntry entryAsTold(LogEntry entry, const ReviewFile &file, const SigningKey &key)
{
    entry.notice = wellFormed(file.notice);
    entry.unit = wellFormed(file.unit);
    entry.occasion = wellFormed(file.occasion);
    for (QString *const text : {&entry.person, &entry.office, &entry.post, &entry.reason})
        *text = wellFormed(*text);
    entry.detail = wellFormed(entry.detail);
    if (entry.origin.isEmpty()) {
        entry.origin = key.publicKey;
        if (entry.signature.isEmpty())
            entry.signature = sign(signedBytes(entry, key.publicKey), key.secretKey.bytes());
    }
    return entry;
}

QJsonObject itemToJson(const LogEntry &entry, int content)
{
    QJsonObject object{
        {uidKey, hexadecimal(entry.uid)},
        {atKey, entry.at.toMSecsSinceEpoch()},
        {kindKey, nameOf(entry.kind)},
        {personKey, entry.person},
        {officeKey, entry.office},
        {postKey, entry.post},
        {verifiedKey, entry.verified},
        {originKey, hexadecimal(entry.origin)},
        {reasonKey, entry.reason},
        {detailKey, entry.detail},
        {signatureKey, hexadecimal(entry.signature)},
    };
    if (entry.content != ContentDigest{}) {
        object.insert(sm3Key, hexadecimal(entry.content.sm3));
        object.insert(sha256Key, hexadecimal(entry.content.sha256));
    }
    if (content >= 0)
        object.insert(contentKey, content + 1);
    return object;
}

// Bytes in lower-case hexadecimal digits, of which there is one spelling.
QByteArray takeBytes(ObjectReader &reader, const QString &key, qsizetype size)
{
    const QString digits = reader.require(key).text(key);
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    if (bytes.size() != size || hexadecimal(bytes) != digits)
        reader.fail(key, QStringLiteral("bad-id"));
    return bytes;
}

void refuseUnread(ObjectReader &reader)
{
    const QStringList unknown = reader.unread();
    if (!unknown.isEmpty())
        reader.failAt(unknown.constFirst(), QStringLiteral("unknown-key"));
}

QString takeName(ObjectReader &reader, const QString &key)
{
    const QString name = wellFormed(reader.require(key).text(key));
    if (name.size() > reviewNameLimit)
        reader.fail(key, QStringLiteral("too-many-values"));
    return name;
}

QDateTime takeTime(ObjectReader &reader, const QString &key)
{
    constexpr double last = 253'402'300'799'999; // the end of the year 9999 UTC, ms
    const double milliseconds = reader.require(key).number(key);
    if (std::trunc(milliseconds) == milliseconds && milliseconds >= 0 && milliseconds <= last)
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds));
    reader.fail(key, QStringLiteral("integer"));
    return {};
}

// What is of a store itself is nothing another office could tell.
EntryKind takeKind(ObjectReader &reader, const QString &key)
{
    const std::optional<EntryKind> kind = kindNamed(reader.require(key).text(key));
    if (kind && *kind < EntryKind::PersonAdded)
        return *kind;
    reader.fail(key, QStringLiteral("unknown-kind"));
    return EntryKind::Comment;
}

// `written`: the object that the reader reads, for what is taken as it stands.
ReviewItem takeItem(ObjectReader &reader, const QJsonObject &written, int version)
{
    ReviewItem item;
    LogEntry &entry = item.entry;
    entry.uid = takeBytes(reader, uidKey, uidSize);
    entry.at = takeTime(reader, atKey);
    entry.kind = takeKind(reader, kindKey);
    entry.person = takeName(reader, personKey);
    entry.office = takeName(reader, officeKey);
    entry.post = takeName(reader, postKey);
    entry.verified = reader.require(verifiedKey).boolean(verifiedKey);
    entry.origin = takeBytes(reader, originKey, publicKeySize);
    entry.reason = wellFormed(reader.require(reasonKey).text(reasonKey));
    static_cast<void>(reader.require(detailKey).object(detailKey));
    entry.detail = written.value(detailKey).toObject();
    if (wellFormed(entry.detail) != entry.detail)
        reader.fail(detailKey, QStringLiteral("text"));
    if (version >= firstSigned)
        entry.signature = takeBytes(reader, signatureKey, signatureSize);
    if (reader.has(sm3Key) || reader.has(sha256Key) || reader.has(contentKey))
        entry.content = {takeBytes(reader, sm3Key, digestSize), takeBytes(reader, sha256Key, digestSize)};
    if (reader.has(contentKey)) {
        item.content = reader.integer(contentKey) - 1;
        if (item.content < 0)
            reader.fail(contentKey, QStringLiteral("not-positive"));
    }
    refuseUnread(reader);
    return item;
}

} // namespace

QByteArray writeReviewManifest(const ReviewFile &file, const QByteArray &sender)
{
    QJsonObject manifest{
        {formatKey, reviewFormatName},
        {versionKey, knownReviewVersion},
        {noticeKey, wellFormed(file.notice)},
        {unitKey, wellFormed(file.unit)},
        {officeKey, wellFormed(file.office)},
        {keyKey, hexadecimal(sender)},
    };
    if (!file.occasion.isEmpty())
        manifest.insert(occasionKey, wellFormed(file.occasion));
    return QJsonDocument(manifest).toJson(QJsonDocument::Compact);
}

Result<ReviewManifest> parseReviewManifest(const QByteArray &json, const QString &path)
{
    const QString part = reviewPartPath(path, reviewManifestName);
    const Result<QJsonObject> object = readJson(json, part);
    if (!object)
        return object.error();
    std::optional<JsonFault> fault;
    ObjectReader reader(*object, QString(), fault);
    // Format and version come first: a later version may have other keys.
    const QString format = reader.require(formatKey).text(formatKey);
    const int version = reader.require(versionKey).integer(versionKey);
    if (version < firstVersion)
        reader.fail(versionKey, QStringLiteral("integer"));
    if (fault)
        return Error{ErrorCode::WrongType, {part, fault->path, fault->kind}};
    if (format != reviewFormatName)
        return Error{ErrorCode::WrongFormat, {path, format, reviewFormatName}};
    if (version > knownReviewVersion)
        return Error{ErrorCode::NewerVersion, {path, QString::number(version), QString::number(knownReviewVersion)}};
    ReviewFile file;
    file.notice = takeName(reader, noticeKey);
    file.unit = takeName(reader, unitKey);
    if (reader.has(occasionKey))
        file.occasion = takeName(reader, occasionKey);
    file.office = takeName(reader, officeKey);
    file.sender = takeBytes(reader, keyKey, publicKeySize);
    refuseUnread(reader);
    if (fault)
        return Error{ErrorCode::WrongType, {part, fault->path, fault->kind}};
    return ReviewManifest{file, version};
}

QByteArray writeReviewItems(const ReviewFile &file, const SigningKey &key)
{
    QJsonArray entries;
    for (const ReviewItem &item : file.items)
        entries.append(itemToJson(entryAsTold(item.entry, file, key), item.content));
    return QJsonDocument(QJsonObject{{entriesKey, entries}}).toJson(QJsonDocument::Compact);
}

Result<QList<ReviewItem>> parseReviewItems(const QByteArray &json, const QString &path, int version)
{
    const QString part = reviewPartPath(path, reviewItemsName);
    const Result<QJsonObject> object = readJson(json, part);
    if (!object)
        return object.error();
    std::optional<JsonFault> fault;
    ObjectReader reader(*object, QString(), fault);
    const QJsonArray written = object->value(entriesKey).toArray();
    if (written.size() > reviewItemLimit)
        return Error{ErrorCode::WrongType, {part, entriesKey, QStringLiteral("too-many-values")}};
    QList<ReviewItem> items;
    reader.require(entriesKey).eachObject(entriesKey, [&](ObjectReader &item) {
        items.append(takeItem(item, written.at(items.size()).toObject(), version));
    });
    refuseUnread(reader);
    if (fault)
        return Error{ErrorCode::WrongType, {part, fault->path, fault->kind}};
    return items;
}

} // namespace zhibao
