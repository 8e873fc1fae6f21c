// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reportedit.h"

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
bool hasHeader(const TextGrid &grid, const Form &form);

} // namespace zhibao
