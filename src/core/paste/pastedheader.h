// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

namespace zhibao {

// The header of a table form as it was found in a pasted grid.
struct PastedHeader {
    qsizetype firstLine = 0;
    qsizetype lines = 0; // 0: there is none
    QList<int> columns; // for each column of the grid: the form's, -1 where it has none

    bool isFound() const { return lines > 0; }
};

// Looks for the header in the first lines of the grid.
PastedHeader findHeader(const TextGrid &grid, const TableForm &form);

// Whether a cell is what stands over the running numbers of the form.
bool isNumberLabel(const QString &cell, const TableForm &form);

} // namespace zhibao
