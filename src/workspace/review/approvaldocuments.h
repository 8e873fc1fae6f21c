// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"
#include "core/review/receipt.h"
#include "document/compose/approvalsheet.h"
#include "document/fonts/fonts.h"
#include "workspace/export/export.h"

namespace zhibao {

class Workspace;

// What the 签批单 says of an approved version when it is made. `entries`: of the report, up to `head`, the last of the
// whole log at that time; `offices`: the names of other offices then (officeNames). Errors: those of paginate().
Result<ApprovalSheet> approvalSheet(const QList<LogEntry> &entries, const LogEntry &approval, const LogEntry &head,
    const QHash<QByteArray, QString> &offices, const Report &approved, const Notice &notice, Fonts &fonts);

// The same as it was printed before entries were signed, when no sheet told what came by file.
ApprovalSheet withoutOrigins(ApprovalSheet sheet);

// 签批单: the approval sheet of the report in hand as PDF and DOCX in the folder; the paths. Errors: ActionRefused
// before approval; those of exportReport.
Result<QStringList> exportApprovalSheet(
    Workspace &workspace, const QString &folder, const QList<FileFormat> &formats, Existing existing = Existing::Keep);

// What changed from a version to the report in hand, to read on paper, as PDF. Errors: VersionNotFound; those of
// writeDurably.
Result<void> exportDifferences(
    Workspace &workspace, qint64 since, const QString &path, Existing existing = Existing::Keep);

} // namespace zhibao
