// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "workspace/export/export.h"
#include "workspace/review/approvedversions.h"

namespace zhibao {

// Notes that a version was exported: it stays for good, and of an approved one the digests of the files are told in the
// log. `told`: who exported, of which report. Errors: those of Store::record.
Result<void> recordExport(Store &store, NewEntry told, qint64 version, const QList<ExportedFile> &files);

// The same of a report of the store there, in an office that asks nobody who they are. False where the store holds
// another text of it by now.
Result<bool> recordExport(const QString &store, const Report &report, const QList<ExportedFile> &files);

// A file that was exported of an approved version.
struct RecordedExport {
    LogEntry approval;
    QString form; // id; "" of a 签批单
};

// The last such file with that SHA-256 digest. Where the same content was approved again since, the approval in force
// counts.
std::optional<RecordedExport> recordedExport(const ApprovedVersions &approved, const QByteArray &digest);

} // namespace zhibao
