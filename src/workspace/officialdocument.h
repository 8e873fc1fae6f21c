// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reviewlog.h"
#include "document/seal.h"

#include <optional>

namespace zhibao {

class Store;

// What stands on the pages besides what was filled in.
struct OfficialMarks {
    QString marginMark; // 送审稿 before approval
    std::optional<Seal> seal; // 印章图样, once it was placed on the approved version
};

QString draftMark(); // 送审稿

// The marks of a stored report in that state, with those entries. Errors: those of Store::attachment.
Result<OfficialMarks> marksOf(const Store &store, ReportState state, const QList<LogEntry> &entries);

// One form of the report as it is shown, printed and exported. Errors: those of withSeal.
Result<Document> officialDocument(
    const Report &report, const Notice &notice, const QString &form, const OfficialMarks &marks);

} // namespace zhibao
