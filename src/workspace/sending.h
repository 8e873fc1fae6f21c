// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/durablefile.h"
#include "base/result.h"

#include <QStringList>

namespace zhibao {

class Workspace;

// What is sent: the scans of the stamped pages, where there are any, or else the sealed PDFs; beside them the DOCX,
// which the receiving office merges. Written into the folder; the paths. Errors: ActionRefused before 已盖章; those of
// exportReport.
Result<QStringList> writeFilesToSend(Workspace &workspace, const QString &folder, Existing existing = Existing::Keep);

// An e-mail draft (RFC 5322, with X-Unsent: 1, so that mail programs open it for sending) to the address in the notice,
// with the files attached. Errors: those of readWhole and writeDurably.
Result<void> writeMailDraft(
    Workspace &workspace, const QStringList &files, const QString &path, Existing existing = Existing::Keep);

} // namespace zhibao
