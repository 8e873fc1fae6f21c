// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/reports/rowdigests.h"
#include "store/store.h"

namespace zhibao {

class Connection;

// The lines of the list of reports; each function within a transaction.

Result<ReportRow> reportRow(const Connection &connection, qint64 report); // ReportNotFound
void takeFacts(ReportRow &row, const SaveFacts &facts);
Result<void> updateReport(const Connection &connection, const ReportRow &row);
Result<void> setState(const Connection &connection, qint64 report, ReportState state); // that of its last entry

// Whether the report may be written in that state.
bool isInHand(ReportState state);

// Adds a report with its first version; gives the id of that.
Result<qint64> addReport(
    const Connection &connection, qint64 id, const Report &report, const SaveFacts &facts, const QDateTime &at);

} // namespace zhibao
