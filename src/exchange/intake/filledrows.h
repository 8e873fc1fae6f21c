// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/filledbuilder.h"

namespace zhibao {

// A cell of a table in a text document, as its format tells of it. Its edges are counted in columns of a grid or
// measured on paper: which columns there are comes of the edges of all rows together.
struct FilledCellDraft {
    int left = 0;
    int right = 1;
    QString text;
    bool goesOnAbove = false; // merged with the cell above
};

// The rows of such a table as they come.
class FilledRows {
public:
    // Edges that lie no further apart than `tolerance` are the same.
    FilledRows(FilledBuilder &builder, int tolerance);

    int table() const { return m_table; }
    int row() const { return m_row; } // the last that began, -1 before the first
    void beginRow() { ++m_row; }
    void cell(const FilledCellDraft &draft);
    // Once, at its end: columns and merged cells are known only then. What was said of places in the table by `left`
    // is then said of columns.
    void finish();

private:
    struct Placed {
        FilledCellDraft draft;
        int row = 0;
    };
    QList<int> edges() const;

    FilledBuilder &m_builder;
    QList<Placed> m_cells;
    int m_table = 0;
    int m_tolerance = 0;
    int m_row = -1;
};

} // namespace zhibao
