// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledrows.h"

#include <QHash>

#include <algorithm>

namespace zhibao {

namespace {

// Which column begins at the edge, or is parted by it.
int columnAt(const QList<int> &edges, int edge, int tolerance)
{
    const auto next = std::upper_bound(edges.cbegin(), edges.cend(), edge + tolerance);
    return std::max(0, static_cast<int>(next - edges.cbegin()) - 1);
}

} // namespace

FilledRows::FilledRows(FilledBuilder &builder, int tolerance)
    : m_builder(builder)
    , m_table(builder.beginTable())
    , m_tolerance(tolerance)
{
}

void FilledRows::cell(const FilledCellDraft &draft)
{
    if (m_cells.size() <= filledCellLimit)
        m_cells.append({draft, m_row});
}

// Where columns begin: each edge that is not just beside the one before it.
QList<int> FilledRows::edges() const
{
    QList<int> all;
    for (const Placed &cell : m_cells)
        all.append(cell.draft.left);
    std::sort(all.begin(), all.end());
    QList<int> edges;
    for (const int edge : std::as_const(all)) {
        if (edges.isEmpty() || edge - edges.constLast() > m_tolerance)
            edges.append(edge);
    }
    return edges.size() > mostFilledColumns ? edges.first(mostFilledColumns) : edges;
}

void FilledRows::finish()
{
    const QList<int> begins = edges();
    m_builder.renumberColumns(m_table, [&](int left) { return columnAt(begins, left, m_tolerance); });
    QList<FilledCell> cells;
    QHash<int, qsizetype> lowest; // in cells, by column
    for (const Placed &placed : std::as_const(m_cells)) {
        const FilledCellDraft &draft = placed.draft;
        const int column = columnAt(begins, draft.left, m_tolerance);
        // The column that begins at the right edge is the next cell's.
        const int end = draft.right - draft.left <= m_tolerance
            ? column + 1
            : columnAt(begins, draft.right - 2 * m_tolerance - 1, m_tolerance) + 1;
        const int columns = std::max(1, end - column);
        const qsizetype above = lowest.value(column, -1);
        const bool fits
            = above >= 0 && cells[above].columnSpan == columns && cells[above].row + cells[above].rowSpan == placed.row;
        if (draft.goesOnAbove && fits) {
            ++cells[above].rowSpan;
            m_builder.leaveOut(draft.text, LeftOutReason::Covered, {m_table, placed.row, column, -1, {}});
            continue;
        }
        if (draft.goesOnAbove)
            m_builder.note(FilledNoteCode::OrphanedCells, {m_table, placed.row, column, -1, {}});
        lowest.insert(column, cells.size());
        cells.append({placed.row, column, 1, columns, draft.text, false, false});
    }
    for (const FilledCell &cell : std::as_const(cells))
        m_builder.cell(m_table, cell);
}

} // namespace zhibao
