// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"
#include "core/text/dates.h"
#include "document/compose/seal.h"

#include <optional>

namespace zhibao {

class Store;

// What stands on the pages besides what was filled in.
struct OfficialMarks {
    QString marginMark; // 送审稿 before approval
    std::optional<Seal> seal; // 印章图样, once it was placed on the approved version
    DatePrinting dates = DatePrinting::AllDates;
};

QString draftMark(); // 送审稿

// The picture, as PNG, of the seal that an entry tells of, and the seal made of it. Errors: StoreDamaged, those of
// Store::attachment.
Result<QByteArray> sealPicture(const Store &store, const LogEntry &placed);
Seal sealOf(const LogEntry &placed, const QByteArray &picture);

// The marks of a stored report in that state, with those entries. Errors: those of sealPicture.
Result<OfficialMarks> marksOf(const Store &store, ReportState state, const QList<LogEntry> &entries);

// One form of the report as it is shown, printed and exported. Errors: those of withSeal.
Result<Document> officialDocument(
    const Report &report, const Notice &notice, const QString &form, const OfficialMarks &marks);

} // namespace zhibao
