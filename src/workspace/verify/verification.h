// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "core/review/reviewlog.h"
#include "exchange/document/documentcheck.h"
#include "exchange/document/foreigncontent.h"
#include "exchange/pdf/pdfstructure.h"
#include "store/store.h"
#include "workspace/office/catalogue.h"

namespace zhibao {

class ApprovedVersions;

// What a file is, measured by what was approved in a store. It passes where its bytes or its pages are those of the
// approved version, and never because of what it says about itself.
struct Verification {
    enum class Verdict {
        SameFile, // 同一文件: the bytes that were exported, or would be
        SamePages, // 页面一致: it shows what an export shows
        SameText, // 文字一致，外观不能核对: another program or other fonts laid it out
        Differs, // 不同: from the approved version that it is most like, or from the 签批单 that the log gives
        NeverApproved, // nothing like it was approved here
        LogLacks, // a 签批单 that names an entry which the log has not: it was cut off or written anew
        Undecided, // 不能核对
    };
    // Why nothing can be said.
    enum class Reason {
        None,
        Pictures, // a scan: there is no text
        Password,
        TwoFormats, // in one file
        Limit, // of pages, time or memory
        Foreign, // parts that no export has
    };
    Verdict verdict = Verdict::NeverApproved;
    Reason reason = Reason::None; // where it is Undecided
    bool isSheet = false; // a 签批单
    QString unit;
    QString notice;
    QString occasion;
    QString form; // id; "" of a 签批单
    LogEntry approval; // of the version that it was compared with
    QString office; // that approved it, as it is known here; "": this one
    bool inForce = true; // the approval was not made void since
    QList<DocumentDifference> differences;
    QList<int> changedPages; // numbers from 1 of those that look different
    QList<ForeignPart> foreign; // in a PDF
    QList<ForeignContent> outside; // in a DOCX
    QStringList missingFonts; // that the file was made with, and an export here is not
    bool rewritten = false; // its pages look the same as far as one sees, and are made in another way

    bool isSame() const { return verdict == Verdict::SameFile || verdict == Verdict::SamePages; }
};

// Compares a PDF or DOCX, which may come through a pipe, with every version that was approved in the store: by the
// digests of the files that were exported, by the bytes of an export made again, and by the pages of a PDF; only then
// by what its text says. `catalogue`: with the notices that the store keeps (withKept). Errors: those of
// readDocumentText, of the tools and of the store, LogBroken.
Result<Verification> verifyDocument(const QString &path, const Store &store, const Catalogue &catalogue);

// The same in two steps, for whoever has a window to keep alive. The first needs of what was approved the log alone:
// what the bytes of the file decide; nothing where it must be compared. The second needs all that was approved, read,
// and may be asked to stop.
Result<std::optional<Verification>> verifyBytes(const QString &path, const ApprovedVersions &approved);
Result<Verification> verifyDocument(
    const QString &path, const ApprovedVersions &approved, const Progress &progress = {});

} // namespace zhibao
