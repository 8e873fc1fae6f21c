// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"

namespace zhibao {

// Edits: each takes a report and gives the changed one. Error: PlaceUnknown where the place is not in the report.
// Positions may equal the count (append). Texts are stored as given; line ends become \n. What is inserted keeps its id
// where no line of the report has that, so that a line comes back as itself; else it gets a new one.

Result<Report> setText(Report report, const Notice &notice, const Place &place, const QString &text);

Result<Report> insertRow(Report report, const QString &form, int at, const Row &row = {});
Result<Report> removeRow(Report report, const QString &form, int row);
Result<Report> moveRow(Report report, const QString &form, int from, int to);

Result<Report> insertEntry(Report report, const QString &form, int row, int at, const Entry &entry = {});
Result<Report> removeEntry(Report report, const QString &form, int row, int entry);
Result<Report> moveEntry(Report report, const QString &form, int row, int from, int to);

// A grid of texts, as pasted from a spreadsheet or a word processor: rows of cells.
using TextGrid = QList<QStringList>;

// What came of a grid that was pasted.
struct Pasted {
    Report report;
    TextGrid kept; // texts that no column is for
    TextGrid leftOut; // lines that are no data: title, unit, totals, contact, signature
    QList<Place> replaced; // had a text, and have another one or none now
};

// Puts the grid's texts over the cells from `at` on, to the right and downwards in the order the table shows them
// (each entry of the repeating group is a line of its own); adds rows where the grid is longer. Where the grid has a
// header, or is a whole table, that decides the columns.
Result<Pasted> pasteGrid(const Report &report, const Notice &notice, const Place &at, const TextGrid &grid);

} // namespace zhibao
