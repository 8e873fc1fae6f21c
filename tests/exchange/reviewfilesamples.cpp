// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/reviewfilesamples.h"

#include "base/archive.h"
#include "core/data.h"
#include "core/json.h"
#include "core/text/encoding.h"
#include "generate/entries.h"
#include "generate/random.h"
#include "generate/reports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace zhibao::test {

using generate::RawPart;

namespace {

bool saysTheSame(const ReviewItem &one, const ReviewItem &other)
{
    const LogEntry &a = one.entry;
    const LogEntry &b = other.entry;
    const auto originOf
        = [](const LogEntry &entry) { return entry.origin.isEmpty() ? sampleKey().publicKey : entry.origin; };
    return one.content == other.content && a.uid == b.uid && a.notice == b.notice && a.unit == b.unit && a.at == b.at
        && a.kind == b.kind && a.person == b.person && a.office == b.office && a.post == b.post
        && a.verified == b.verified && originOf(a) == originOf(b) && a.reason == b.reason && a.detail == b.detail
        && a.content == b.content;
}

} // namespace

const SigningKey &sampleKey()
{
    static const SigningKey key = newSigningKey();
    return key;
}

const SigningKey &otherKey()
{
    static const SigningKey key = newSigningKey();
    return key;
}

void signOthers(ReviewFile &review)
{
    for (ReviewItem &item : review.items) {
        LogEntry &entry = item.entry;
        if (entry.origin.isEmpty())
            continue;
        entry.origin = otherKey().publicKey;
        // As that office let them in.
        for (QString *const text : {&entry.person, &entry.office, &entry.post, &entry.reason})
            *text = wellFormed(*text);
        entry.detail = wellFormed(entry.detail);
        entry.signature = sign(signedBytes(entry, entry.origin), otherKey().secretKey.bytes());
    }
}

QJsonObject signedAgain(QJsonObject object, const QString &notice, const QString &unit)
{
    const auto text = [&](const char *key) { return object.value(QString::fromLatin1(key)).toString(); };
    const auto bytes = [&](const char *key) { return QByteArray::fromHex(text(key).toLatin1()); };
    LogEntry entry;
    entry.notice = notice;
    entry.unit = unit;
    entry.uid = bytes("uid");
    entry.at = QDateTime::fromMSecsSinceEpoch(object.value(QStringLiteral("at")).toInteger());
    entry.kind = kindNamed(text("kind")).value_or(EntryKind::Comment);
    entry.person = text("person");
    entry.office = text("office");
    entry.post = text("post");
    entry.verified = object.value(QStringLiteral("verified")).toBool();
    entry.reason = text("reason");
    entry.detail = object.value(QStringLiteral("detail")).toObject();
    entry.content = {bytes("sm3"), bytes("sha256")};
    const bool isOther = bytes("origin") == otherKey().publicKey;
    const QByteArray signature
        = sign(signedBytes(entry, bytes("origin")), (isOther ? otherKey() : sampleKey()).secretKey.bytes());
    object.insert(QStringLiteral("signature"), QString::fromLatin1(signature.toHex()));
    return object;
}

QByteArray asVersion1(const QByteArray &file)
{
    QList<RawPart> parts = rawParts(file);
    RawPart &manifest = partNamed(parts, "manifest.json");
    QJsonObject object = QJsonDocument::fromJson(manifest.packed).object();
    object.insert(QStringLiteral("version"), 1);
    manifest = generate::storedPart(manifest.name, QJsonDocument(object).toJson());
    RawPart &items = partNamed(parts, "entries.json");
    QJsonArray entries = QJsonDocument::fromJson(items.packed).object().value(QStringLiteral("entries")).toArray();
    for (QJsonValueRef entry : entries) {
        QJsonObject bare = entry.toObject();
        bare.remove(QStringLiteral("signature"));
        entry = bare;
    }
    items = generate::storedPart(items.name, QJsonDocument(QJsonObject{{QStringLiteral("entries"), entries}}).toJson());
    return signedBySample(generate::rawArchive(parts));
}

ReviewFile generateReview(const Notice &notice, quint32 seed)
{
    generate::Random random(seed);
    ReviewFile review;
    review.notice = notice.number;
    review.unit = QStringLiteral("云溪市𠮷林区计量所");
    review.office = QStringLiteral("贵州省市场监督管理局");
    review.sender = sampleKey().publicKey;
    for (int count = random.between(1, 3); count > 0; --count) {
        Report content = generateReport(notice, seed * 8 + static_cast<quint32>(count));
        content.unit = review.unit;
        review.contents.append(content);
    }
    QList<EntryKind> kinds = kindsOfReports();
    for (int count = random.below(8); count > 0; --count)
        kinds.append(kinds.at(random.below(static_cast<int>(kinds.size()))));
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const int content = i < review.contents.size() ? static_cast<int>(i) : random.below(4) - 1;
        const bool isThere = content >= 0 && content < review.contents.size();
        std::optional<Report> said;
        if (isThere)
            said = review.contents[content];
        LogEntry entry = generateEntry(kinds[i], said, seed * 64 + static_cast<quint32>(i));
        entry.notice = review.notice;
        entry.unit = review.unit;
        // At times the content is only told by its digests: the other office has it.
        review.items.append({entry, isThere && (i < review.contents.size() || random.chance(500)) ? content : -1});
    }
    for (int count = random.below(3); count > 0; --count)
        review.attachments.append(QByteArray(random.below(5'000), static_cast<char>(random.below(256))));
    signOthers(review);
    return review;
}

QByteArray written(const ReviewFile &review, const Notice &notice)
{
    const Result<QByteArray> bytes = writeReviewFile(review, notice, sampleKey());
    INFO((bytes ? std::string() : bytes.error().arguments.join(u' ').toStdString()));
    REQUIRE(bytes);
    return *bytes;
}

QList<RawPart> rawParts(const QByteArray &file)
{
    const Result<QList<ArchivePart>> parts = zipParts(file);
    REQUIRE(parts);
    QList<RawPart> raw;
    for (const ArchivePart &part : *parts)
        raw.append(generate::storedPart(part.name.toUtf8(), part.bytes));
    return raw;
}

RawPart &partNamed(QList<RawPart> &parts, const QByteArray &name)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const RawPart &part) { return part.name == name; });
    REQUIRE(found != parts.end());
    return *found;
}

QByteArray signedBySample(QByteArray archive)
{
    const QByteArray comment = "zhibao.review Ed25519 " + sampleKey().publicKey.toHex() + ' '
        + sign(archive, sampleKey().secretKey.bytes()).toHex();
    qToLittleEndian(static_cast<quint16>(comment.size()), archive.data() + archive.size() - 2);
    return archive + comment;
}

bool saysTheSame(const ReviewFile &one, const ReviewFile &other)
{
    QList<QByteArray> attachments = one.attachments;
    QList<QByteArray> others = other.attachments;
    std::sort(attachments.begin(), attachments.end());
    std::sort(others.begin(), others.end());
    return one.notice == other.notice && one.unit == other.unit && one.office == other.office
        && one.sender == other.sender && one.contents == other.contents && attachments == others
        && std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(),
            [](const ReviewItem &a, const ReviewItem &b) { return saysTheSame(a, b); });
}

} // namespace zhibao::test
