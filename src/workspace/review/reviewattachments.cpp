// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The files of a review: scans of the stamped pages, and what was sent.
#include "base/digest.h"
#include "base/durablefile.h"
#include "core/text/encoding.h"
#include "exchange/document/documenttext.h"
#include "exchange/review/reviewfile.h"
#include "store/store.h"
#include "workspace/review/review.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <numeric>

namespace zhibao {

namespace {

constexpr double mebibyte = 1024 * 1024; // bytes
const QString filesKey = QStringLiteral("files");
const QString nameKey = QStringLiteral("name");
const QString digestKey = QStringLiteral("digest");
const QString pictureKey = QStringLiteral("picture");
const QString sealKey = QStringLiteral("seal");

// Where it is remembered what was written for sending.
QString sendingKey(qint64 report)
{
    return QStringLiteral("sending/%1").arg(report);
}

QByteArray digestIn(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

// The digests of the files that the entry's detail names.
QList<QByteArray> digestsOf(const LogEntry &entry)
{
    QList<QByteArray> digests{digestIn(entry.detail.value(pictureKey))};
    const QJsonArray files = entry.detail.value(filesKey).toArray();
    for (const QJsonValue &file : files)
        digests.append(digestIn(file.toObject().value(digestKey)));
    return digests;
}

// A name that is no UTF-8 cannot be kept to the byte.
Result<QList<NamedFile>> readFiles(const QStringList &paths)
{
    QList<NamedFile> files;
    for (const QString &path : paths) {
        const Result<QByteArray> bytes = readWhole(path, reviewAttachmentsLimit);
        if (!bytes)
            return bytes.error();
        files.append({wellFormed(QFileInfo(path).fileName()), *bytes});
    }
    return files;
}

QJsonArray named(const QList<NamedFile> &files)
{
    QJsonArray array;
    for (const NamedFile &file : files) {
        const QByteArray digest = digestOfBytes(file.bytes, DigestAlgorithm::Sha256).toHex();
        array.append(QJsonObject{{nameKey, file.name}, {digestKey, QString::fromLatin1(digest)}});
    }
    return array;
}

QList<QByteArray> contents(const QList<NamedFile> &files)
{
    QList<QByteArray> all;
    for (const NamedFile &file : files)
        all.append(file.bytes);
    return all;
}

} // namespace

bool isScan(const QByteArray &bytes)
{
    const DocumentKind kind = recognise(bytes);
    return kind == DocumentKind::Pdf || kind == DocumentKind::Jpeg || kind == DocumentKind::Png
        || kind == DocumentKind::Tiff;
}

Result<void> Review::attachScan(const QStringList &paths)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::AttachScan))
        return *refused;
    if (paths.isEmpty())
        return Error{ErrorCode::ScanMissing, {m_open.report().unit}};
    const Result<QList<NamedFile>> files = readFiles(paths);
    if (!files)
        return files.error();
    for (qsizetype at = 0; at < files->size(); ++at) {
        if (!isScan(files->at(at).bytes))
            return Error{ErrorCode::PictureUnreadable, {paths.at(at)}};
    }
    return act(ReviewAction::AttachScan, {}, {{filesKey, named(*files)}}, contents(*files));
}

Result<void> Review::recordSent(const Sending &sending)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Send))
        return *refused;
    const Result<QList<NamedFile>> files = readFiles(sending.files);
    return files ? recordFiles(sending, *files) : Result<void>(files.error());
}

Result<void> Review::recordWritten(const Sending &sending)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::Send))
        return *refused;
    const Result<QList<NamedFile>> written = writtenForSending();
    const Result<QList<NamedFile>> files = written && written->isEmpty() ? scans() : written;
    if (!files)
        return files.error();
    if (files->isEmpty())
        return Error{ErrorCode::FilesNotWritten, {m_open.report().unit}};
    return recordFiles(sending, *files);
}

Result<void> Review::recordFiles(const Sending &sending, const QList<NamedFile> &files)
{
    return act(ReviewAction::Send, sending.remark,
        {{QStringLiteral("to"), sending.to}, {QStringLiteral("by"), sending.by},
            {QStringLiteral("at"), sending.at.toUTC().toString(Qt::ISODate)}, {filesKey, named(files)}},
        contents(files));
}

// Whether the files of the report still fit into a file for the other office once these are attached; each counts once.
Result<void> Review::attachable(const QList<QByteArray> &files) const
{
    if (files.isEmpty())
        return {};
    QHash<QByteArray, qint64> sizes; // bytes, by digest
    for (const QByteArray &file : files)
        sizes.insert(digestOfBytes(file, DigestAlgorithm::Sha256), file.size());
    for (const LogEntry &entry : m_open.told().entries) {
        for (const QByteArray &digest : digestsOf(entry)) {
            if (digest.isEmpty() || sizes.contains(digest))
                continue;
            const Result<QByteArray> there = m_open.office().store()->attachment(digest);
            sizes.insert(digest, there ? there->size() : 0); // it never came, or was lost to damage
        }
    }
    const qint64 sum = std::accumulate(sizes.cbegin(), sizes.cend(), qint64(0));
    if (sum <= reviewAttachmentsLimit)
        return {};
    const double told = std::ceil(static_cast<double>(sum) / mebibyte * 10) / 10; // never as if it were the limit
    return Error{ErrorCode::FilesTooLarge,
        {m_open.report().unit, QString::number(told, 'f', 1),
            QString::number(reviewAttachmentsLimit / mebibyte, 'f', 0)}};
}

Result<void> Review::keepForSending(const QList<NamedFile> &files)
{
    const std::optional<LogEntry> sealed = seal();
    if (!m_open.id() || !sealed)
        return {};
    if (Result<void> kept = m_open.office().store()->keepAttachments(contents(files)); !kept)
        return kept;
    const QJsonObject what{{sealKey, hexadecimal(sealed->uid)}, {filesKey, named(files)}};
    return m_open.office().remember(
        sendingKey(*m_open.id()), QString::fromUtf8(QJsonDocument(what).toJson(QJsonDocument::Compact)));
}

Result<QList<NamedFile>> Review::writtenForSending() const
{
    const std::optional<LogEntry> sealed = seal();
    if (!m_open.id() || !sealed)
        return QList<NamedFile>();
    const Result<QString> what = m_open.office().remembered(sendingKey(*m_open.id()));
    if (!what)
        return what.error();
    const QJsonObject object = QJsonDocument::fromJson(what->toUtf8()).object();
    if (digestIn(object.value(sealKey)) != sealed->uid)
        return QList<NamedFile>();
    const Result<QList<NamedFile>> written = storedFiles(object.value(filesKey).toArray());
    // Of what no entry speaks of nothing is saved from a damaged store.
    const bool isLost = !written && written.error().code == ErrorCode::FileNotFound;
    return isLost ? Result<QList<NamedFile>>(QList<NamedFile>()) : written;
}

std::optional<LogEntry> Review::seal() const
{
    const std::optional<LogEntry> picture = inForce(m_open.told().entries, EntryKind::PlaceSeal);
    const std::optional<LogEntry> scan = inForce(m_open.told().entries, EntryKind::AttachScan);
    return scan && (!picture || picture->number < scan->number) ? scan : picture;
}

Result<QList<NamedFile>> Review::scans() const
{
    const std::optional<LogEntry> entry = inForce(m_open.told().entries, EntryKind::AttachScan);
    return entry ? storedFiles(entry->detail.value(filesKey).toArray()) : Result<QList<NamedFile>>(QList<NamedFile>());
}

Result<QList<NamedFile>> Review::storedFiles(const QJsonArray &files) const
{
    QList<NamedFile> stored;
    for (const QJsonValue &file : files) {
        const QString digest = file.toObject().value(digestKey).toString();
        const Result<QByteArray> bytes = m_open.office().store()->attachment(digestIn(digest));
        // The name may have come from another machine.
        const QString name = QFileInfo(file.toObject().value(nameKey).toString()).fileName();
        if (!bytes && bytes.error().code == ErrorCode::FileNotFound)
            return Error{ErrorCode::FileNotFound, {name.isEmpty() ? digest : name}};
        if (!bytes)
            return bytes.error();
        stored.append({name.isEmpty() ? digest : name, *bytes});
    }
    return stored;
}

} // namespace zhibao
