// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reviewlog.h"
#include "store/store.h"
#include "workspace/catalogue.h"

namespace zhibao {

// Where a file says something else than the approved version.
struct VerifiedDifference {
    Place place;
    QString approved; // as it was approved
    QString found; // as the file has it
};

// What a file is, measured by what was approved in a store.
struct Verification {
    enum class Verdict {
        Approved, // it is the approved version of …
        Differs, // from the approved version that it is most like
        NeverApproved, // nothing like it was approved here
    };
    Verdict verdict = Verdict::NeverApproved;
    QString unit;
    QString notice;
    QString form; // id
    LogEntry approval; // of the version that it was compared with
    bool inForce = true; // the approval was not made void since
    QList<VerifiedDifference> differences;
};

// Compares the text of a PDF or DOCX with every version that was approved in the store. Errors: those of
// readDocumentText and of the store.
Result<Verification> verifyDocument(const QString &path, const Store &store, const Catalogue &catalogue);

} // namespace zhibao
