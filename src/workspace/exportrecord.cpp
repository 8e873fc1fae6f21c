// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/exportrecord.h"

#include "base/digest.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace zhibao {

namespace {

const QString filesKey = QStringLiteral("files");
const QString nameKey = QStringLiteral("name");
const QString digestKey = QStringLiteral("digest");
const QString formKey = QStringLiteral("form");

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
        written.append(QJsonObject{
            {nameKey, QFileInfo(file.path).fileName()}, {digestKey, hexadecimal(file.digest)}, {formKey, file.form}});
    told.kind = EntryKind::Exported;
    told.detail.insert(filesKey, written);
    const Result<LogEntry> recorded = store.record(told);
    return recorded ? Result<void>() : Result<void>(recorded.error());
}

std::optional<RecordedExport> recordedExport(const ApprovedVersions &approved, const QByteArray &digest)
{
    const QList<LogEntry> &log = approved.log();
    const QString wanted = hexadecimal(digest);
    for (auto entry = log.crbegin(); entry != log.crend(); ++entry) {
        if (entry->kind != EntryKind::Exported)
            continue;
        const QJsonArray files = entry->detail.value(filesKey).toArray();
        for (const QJsonValue &file : files) {
            if (file[digestKey].toString() != wanted)
                continue;
            if (const std::optional<LogEntry> approval = approvalOf(approved, *entry))
                return RecordedExport{*approval, file[formKey].toString()};
        }
    }
    return std::nullopt;
}

} // namespace zhibao
