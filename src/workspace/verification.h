// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reviewlog.h"
#include "exchange/documentcheck.h"
#include "store/store.h"
#include "workspace/catalogue.h"

namespace zhibao {

// What a file is, measured by what was approved in a store.
struct Verification {
    enum class Verdict {
        Approved, // it says what was approved
        Differs, // from the approved version that it is most like
        NeverApproved, // nothing like it was approved here
        SheetHolds, // a 签批单, and the log still has the entry that it names
        // A 签批单, but not what the log says: the log was cut off or written anew and has not the entry that the sheet
        // names, or the sheet was changed (`differences`).
        SheetBroken,
    };
    Verdict verdict = Verdict::NeverApproved;
    QString unit;
    QString notice;
    QString form; // id; "" of a 签批单
    LogEntry approval; // of the version that it was compared with
    bool inForce = true; // the approval was not made void since
    QList<DocumentDifference> differences;
};

// Compares the text of a PDF or DOCX with every version that was approved in the store; what the file says of itself
// besides does not matter. The pages of a PDF must also show that text (seenWords). Errors: those of readDocumentText,
// of seenWords and of the store, LogBroken.
Result<Verification> verifyDocument(const QString &path, const Store &store, const Catalogue &catalogue);

} // namespace zhibao
