// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The files of a review: scans of the stamped pages, and what was sent.
#include "base/digest.h"
#include "base/durablefile.h"
#include "exchange/documenttext.h"
#include "workspace/review.h"
#include "workspace/workspace.h"

#include <QFileInfo>
#include <QJsonArray>

namespace zhibao {

namespace {

constexpr qint64 scanLimit = 20 * 1024 * 1024; // bytes: a file for two machines takes 64 MiB of them
constexpr qint64 sentLimit = 64 * 1024 * 1024;
const QString filesKey = QStringLiteral("files");
const QString nameKey = QStringLiteral("name");
const QString digestKey = QStringLiteral("digest");

bool isScan(const QByteArray &bytes)
{
    const DocumentKind kind = recognise(bytes);
    return kind == DocumentKind::Pdf || kind == DocumentKind::Jpeg || kind == DocumentKind::Png
        || kind == DocumentKind::Tiff;
}

Result<QList<NamedFile>> readFiles(const QStringList &paths, qint64 limit)
{
    QList<NamedFile> files;
    for (const QString &path : paths) {
        const Result<QByteArray> bytes = readWhole(path, limit);
        if (!bytes)
            return bytes.error();
        files.append({QFileInfo(path).fileName(), *bytes});
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

Result<void> Review::attachScan(const QStringList &paths)
{
    if (const std::optional<Error> refused = refusal(ReviewAction::AttachScan))
        return *refused;
    if (paths.isEmpty())
        return Error{ErrorCode::ScanMissing, {m_workspace.m_report.unit}};
    const Result<QList<NamedFile>> files = readFiles(paths, scanLimit);
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
    const Result<QList<NamedFile>> files = readFiles(sending.files, sentLimit);
    if (!files)
        return files.error();
    return act(ReviewAction::Send, sending.remark,
        {{QStringLiteral("to"), sending.to}, {QStringLiteral("by"), sending.by},
            {QStringLiteral("at"), sending.at.toUTC().toString(Qt::ISODate)}, {filesKey, named(*files)}},
        contents(*files));
}

Result<QList<NamedFile>> Review::scans() const
{
    QList<NamedFile> scans;
    const std::optional<LogEntry> entry = inForce(m_entries, EntryKind::AttachScan);
    if (!entry)
        return scans;
    const QJsonArray files = entry->detail.value(filesKey).toArray();
    for (const QJsonValue &file : files) {
        const QString digest = file.toObject().value(digestKey).toString();
        const Result<QByteArray> bytes = m_workspace.m_store->attachment(QByteArray::fromHex(digest.toLatin1()));
        if (!bytes)
            return bytes.error();
        // The name may have come from another machine.
        const QString name = QFileInfo(file.toObject().value(nameKey).toString()).fileName();
        scans.append({name.isEmpty() ? digest : name, *bytes});
    }
    return scans;
}

} // namespace zhibao
