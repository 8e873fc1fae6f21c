// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Review files, signed truly after they were changed, so that what is behind the signature is reached: refused with
// what is wrong and where, or read; and what was read can be written and read again.
#include "core/notice/noticereader.h"
#include "exchange/review/reviewfile.h"
#include "exchange/review/reviewfilesignature.h"
#include "fuzz/driver.h"
#include "fuzz/mutation.h"
#include "fuzz/notices.h"
#include "generate/entries.h"
#include "generate/reports.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace zhibao;
using generate::Random;

namespace {

const QString path = QStringLiteral("送审.zbsh");

const SigningKey &officeKey()
{
    static const SigningKey key = newSigningKey();
    return key;
}

const Notice &notice()
{
    return fuzz::notices().constFirst();
}

// Another definition of the notice, which the reader does not know.
Notice correctedNotice()
{
    QByteArray json = notice().json;
    json.replace("\"shortTitle\": \"", "\"shortTitle\": \"新");
    Notice corrected = readNotice(json, path).value();
    corrected.isImplied = false;
    return corrected;
}

// Small, so that most of its bytes are structure. Some bring the definition that they follow.
QByteArray seedOf(quint32 seed)
{
    static const Notice corrected = correctedNotice();
    const bool brings = seed % 2 == 0;
    Report content = generateReport(notice(), seed, {1, 10, 60});
    ReviewFile review;
    if (brings) {
        content.definition = corrected.digest;
        review.definitions = {corrected};
    }
    review.notice = notice().number;
    review.unit = content.unit;
    review.office = QStringLiteral("云溪市市场监督管理局");
    review.contents = {content};
    for (const EntryKind kind : kindsOfReports()) {
        LogEntry entry = generateEntry(kind, content, seed + static_cast<quint32>(review.items.size()));
        entry.notice = review.notice;
        entry.unit = review.unit;
        entry.origin.clear(); // written here, and so signed by the writer
        entry.signature.clear();
        if (brings && kind == EntryKind::Submit)
            entry.detail.insert(definitionKey, QString::fromLatin1(corrected.digest.toHex()));
        review.items.append({entry, review.items.isEmpty() ? 0 : -1});
    }
    review.attachments = {QByteArrayLiteral("%PDF-1.4")};
    if (brings)
        review.attachments.append(corrected.json);
    return writeReviewFile(review, notice(), officeKey()).value();
}

QJsonArray withoutSignatures(const QJsonArray &entries)
{
    QJsonArray bare;
    for (const QJsonValue entry : entries) {
        QJsonObject object = entry.toObject();
        object.remove(QStringLiteral("signature"));
        bare.append(object);
    }
    return bare;
}

// The file as a program that knows only version 1 writes it, whose entries no signature of their own protects: readers
// get further into what was changed there.
QByteArray asVersion1(const QByteArray &file)
{
    QList<ArchivePart> parts = *zipParts(file);
    for (ArchivePart &part : parts) {
        QJsonObject object = QJsonDocument::fromJson(part.bytes).object();
        if (part.name == QStringLiteral("manifest.json"))
            object[QStringLiteral("version")] = 1;
        else if (part.name == QStringLiteral("entries.json"))
            object[QStringLiteral("entries")] = withoutSignatures(object[QStringLiteral("entries")].toArray());
        else
            continue;
        part.bytes = QJsonDocument(object).toJson();
    }
    return signedArchive(parts, officeKey()).value();
}

// A part of one input is changed, or the archive's own bytes; then it is signed again.
QByteArray mutated(const QByteArray &seed, const QByteArray &other, Random &random)
{
    Result<QList<ArchivePart>> read = zipParts(seed);
    if (!read || random.chance(50))
        return fuzz::mutatedBytes(seed, other, random);
    QList<ArchivePart> parts = *read;
    ArchivePart &part = parts[random.below(static_cast<int>(parts.size()))];
    const ArchivePart &donor = parts[random.below(static_cast<int>(parts.size()))];
    part.bytes = fuzz::mutatedJson(part.bytes, donor.bytes, random);
    if (random.chance(20))
        part.name = QString::fromUtf8(fuzz::mutatedBytes(part.name.toUtf8(), donor.name.toUtf8(), random));
    const Result<QByteArray> made = signedArchive(parts, officeKey());
    return made ? *made : seed;
}

fuzz::Outcome outcomeOf(const QByteArray &input)
{
    const Result<ReviewFile> file = parseReviewFile(input, path, fuzz::notices());
    if (!file) {
        if (!file.error().arguments.value(0).startsWith(path))
            fuzz::fail("the refusal does not name the file");
        return fuzz::Outcome::Refused;
    }
    // What another office did cannot be signed anew here.
    if (std::any_of(file->items.cbegin(), file->items.cend(),
            [](const ReviewItem &item) { return item.entry.origin != officeKey().publicKey; }))
        return fuzz::Outcome::Accepted;
    const Notice &told = fuzz::noticeNumbered(file->notice);
    // A file of version 1 proves whose entries they are as a whole: its writer signs each.
    ReviewFile own = *file;
    for (ReviewItem &item : own.items) {
        if (item.entry.signature.isEmpty())
            item.entry.origin.clear();
    }
    const Result<QByteArray> written = writeReviewFile(own, told, officeKey());
    if (!written)
        fuzz::fail("what was read cannot be written");
    const Result<ReviewFile> again = parseReviewFile(*written, path, fuzz::notices());
    if (!again || again->contents != file->contents || again->items.size() != file->items.size())
        fuzz::fail("what was read and written is not read again as it was");
    if (writeReviewFile(*again, told, officeKey()).value() != *written)
        fuzz::fail("what was written and read is not written again as it was");
    return fuzz::Outcome::Accepted;
}

QList<QByteArray> seeds()
{
    QList<QByteArray> files;
    for (quint32 seed = 1; seed <= 4; ++seed) {
        files.append(seedOf(seed));
        files.append(asVersion1(files.constLast()));
    }
    return files;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return fuzz::run({seeds(), mutated, outcomeOf});
}
