// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/dates.h"
#include "document/document.h"

namespace zhibao {

// The official document of one form of a report; without blocks where the notice has no such form.
Document compose(
    const Report &report, const Notice &notice, const QString &form, DatePrinting dates = DatePrinting::AllDates);

// The rows of a table form's document that one row of the report becomes, of which there are `number` before it: its
// entries are rows that share the other cells.
QList<TableRow> composeRow(const QString &form, const TableForm &table, const Row &row, int number);

// The rows and behind them, where the form asks for sums, one that composeRow() makes the row of the sums of.
QList<Row> withTotals(const TableForm &table, QList<Row> rows);
bool isTotals(const Row &row);

// The empty official form, for filling by hand: a table with roomy empty rows; an outline with its guidance.
Document composeBlank(const Notice &notice, const QString &form);

} // namespace zhibao
