// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/export/exportrecord.h"

#include "base/digest.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace zhibao {

namespace {

const QString exportedFilesKey = QStringLiteral("files");
const QString exportedNameKey = QStringLiteral("name");
const QString exportedDigestKey = QStringLiteral("digest");
const QString exportedFormKey = QStringLiteral("form");

// The approval of what the entry speaks of: that in force, or the last one before it.
std::optional<LogEntry> approvalOf(const ApprovedVersions &approved, const LogEntry &exported)
{
    std::optional<LogEntry> before;
    std::optional<LogEntry> current;
    for (const LogEntry &entry : approved.approvals()) {
        if (entry.report != exported.report || entry.content != exported.content)
            continue;
        if (entry.number < exported.number)
            before = entry;
        if (approved.isInForce(entry))
            current = entry;
    }
    return before && current ? current : before;
}

} // namespace

Result<void> recordExport(Store &store, NewEntry told, qint64 version, const QList<ExportedFile> &files)
{
    const Result<ReviewStatus> status = store.reviewStatus(told.report);
    const Result<qint64> current = store.currentVersion(told.report);
    if (!status || !current)
        return status ? current.error() : status.error();
    if (Result<void> kept = store.keepVersion(version); !kept || !isFrozen(status->state) || *current != version)
        return kept;
    QJsonArray written;
    for (const ExportedFile &file : files)
        written.append(QJsonObject{{exportedNameKey, QFileInfo(file.path).fileName()},
            {exportedDigestKey, hexadecimal(file.digest)}, {exportedFormKey, file.form}});
    told.kind = EntryKind::Exported;
    told.detail.insert(exportedFilesKey, written);
    const Result<LogEntry> recorded = store.record(told);
    return recorded ? Result<void>() : Result<void>(recorded.error());
}

Result<bool> recordExport(const QString &path, const Report &report, const QList<ExportedFile> &files)
{
    const Result<std::unique_ptr<Store>> store = Store::open(path, systemClock());
    if (!store)
        return store.error();
    const Result<std::optional<qint64>> id = (*store)->find(keyOf(report));
    if (!id)
        return id.error();
    const Result<qint64> version = *id ? (*store)->currentVersion(**id) : Result<qint64>(0);
    const Result<Report> stored = *id ? (*store)->load(**id) : Result<Report>(Report());
    if (!version || !stored)
        return version ? stored.error() : version.error();
    if (*stored != report)
        return false;
    NewEntry told;
    told.report = id->value();
    const Result<void> recorded = recordExport(**store, told, *version, files);
    return recorded ? Result<bool>(true) : Result<bool>(recorded.error());
}

std::optional<RecordedExport> recordedExport(const ApprovedVersions &approved, const QByteArray &digest)
{
    const QList<LogEntry> &log = approved.log();
    const QString wanted = hexadecimal(digest);
    for (auto entry = log.crbegin(); entry != log.crend(); ++entry) {
        if (entry->kind != EntryKind::Exported)
            continue;
        const QJsonArray files = entry->detail.value(exportedFilesKey).toArray();
        for (const QJsonValue &file : files) {
            if (file[exportedDigestKey].toString() != wanted)
                continue;
            if (const std::optional<LogEntry> approval = approvalOf(approved, *entry))
                return RecordedExport{*approval, file[exportedFormKey].toString()};
        }
    }
    return std::nullopt;
}

} // namespace zhibao
