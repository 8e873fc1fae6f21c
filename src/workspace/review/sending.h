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
// which the receiving office merges. All are written into the folder, or none, and their bytes are kept, so that the
// record of sending names these and no others (Review::recordWritten); the paths. Errors: ActionRefused before 已盖章;
// those of exportReport and Review::keepForSending.
Result<QStringList> writeFilesToSend(Workspace &workspace, const QString &folder, Existing existing = Existing::Keep);

// The same with an e-mail draft (RFC 5322, with X-Unsent: 1, so that mail programs open it for sending) to the address
// in the notice, to which the files are attached; its path is the first.
Result<QStringList> writeMailDraft(Workspace &workspace, const QString &folder, Existing existing = Existing::Keep);

} // namespace zhibao
