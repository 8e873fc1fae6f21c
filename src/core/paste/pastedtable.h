// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

namespace zhibao {

// What a pasted grid holds for a table form.
struct PastedTable {
    QList<Column> columns; // of the form, each at most once: one a text of each line
    TextGrid lines; // for rows and entries
    TextGrid kept; // texts of columns that the form does not have
    TextGrid leftOut; // lines that are no data: title, unit, totals, contact, signature
};

// Which columns and lines a grid has. The header in it decides, also one that is worded a little differently; without
// a header the columns go from `first` on, a whole table with its running numbers from the first column. Headers and
// running numbers, which the form prints itself, are nowhere in the result.
PastedTable readPastedTable(const TextGrid &grid, const Form &form, const QString &unit, const QString &first);

// Whether a header of the form stands in the grid's first lines.
bool hasHeader(const TextGrid &grid, const TableForm &form);

// Of the tables in a text those that are the form's, as one.
struct JoinedTables {
    TextGrid grid; // the first table that the form knows by its header, with the rows of those that have the same one
    QList<qsizetype> others; // tables that are no part of it
    TextGrid leftOut; // what stands above the header of a part that was joined
};
// The first table where none has a header of the form.
JoinedTables joinedTables(const QList<TextGrid> &tables, const TableForm &form);

} // namespace zhibao
