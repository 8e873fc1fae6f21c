// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/sheetdraft.h"

#include <algorithm>
#include <map>
#include <utility>

namespace zhibao {

namespace {

// For each row or column up to `last` where the next one in sight is, itself included.
QList<int> nextInSight(const QBitArray &hidden, int last)
{
    QList<int> next(last + 2, last + 1);
    for (int at = last; at >= 0; --at)
        next[at] = at < hidden.size() && hidden.testBit(at) ? next[at + 1] : at;
    return next;
}

// The merged cells of a sheet, which are asked for row by row from the top down. Where two lie over one another, which
// no program writes, the first one is.
class MergedCells {
public:
    explicit MergedCells(QList<SheetRange> merges)
        : m_merges(std::move(merges))
    {
        std::stable_sort(m_merges.begin(), m_merges.end(),
            [](const SheetRange &left, const SheetRange &right) { return left.firstRow < right.firstRow; });
    }

    // The one that covers the place; null where none does.
    const SheetRange *at(int row, int column)
    {
        advance(row);
        auto next = m_active.upper_bound(column);
        if (next == m_active.begin())
            return nullptr;
        const SheetRange &range = *std::prev(next)->second;
        return range.lastColumn >= column && range.lastRow >= row ? &range : nullptr;
    }

    // All that lie over no other.
    const QList<const SheetRange *> &all()
    {
        advance(mostFilledRows);
        return m_accepted;
    }

private:
    void advance(int row)
    {
        for (; m_next < m_merges.size() && m_merges[m_next].firstRow <= row; ++m_next)
            activate(m_merges[m_next]);
    }

    void activate(const SheetRange &range)
    {
        auto other = m_active.upper_bound(range.firstColumn);
        if (other != m_active.begin())
            --other;
        while (other != m_active.end() && other->first <= range.lastColumn) {
            const SheetRange &known = *other->second;
            if (known.lastColumn < range.firstColumn) {
                ++other;
            } else if (known.lastRow < range.firstRow) {
                other = m_active.erase(other);
            } else {
                return;
            }
        }
        m_active.insert_or_assign(range.firstColumn, &range);
        m_accepted.append(&range);
    }

    QList<SheetRange> m_merges;
    QList<const SheetRange *> m_accepted;
    qsizetype m_next = 0;
    std::map<int, const SheetRange *> m_active; // by first column
};

class SheetGiving {
public:
    SheetGiving(SheetDraft sheet, FilledBuilder &builder)
        : m_sheet(std::move(sheet))
        , m_builder(builder)
        , m_table(builder.beginTable(m_sheet.name))
    {
        std::stable_sort(m_sheet.cells.begin(), m_sheet.cells.end(), [](const SheetCell &left, const SheetCell &right) {
            return std::pair(left.row, left.column) < std::pair(right.row, right.column);
        });
        for (const SheetCell &cell : std::as_const(m_sheet.cells)) {
            m_lastRow = std::max(m_lastRow, cell.row);
            m_lastColumn = std::max(m_lastColumn, cell.column);
        }
        m_rowsInSight = nextInSight(m_sheet.hiddenRows, m_lastRow);
        m_columnsInSight = nextInSight(m_sheet.hiddenColumns, m_lastColumn);
        // Those beyond all texts are none.
        m_sheet.merges.removeIf([this](const SheetRange &range) {
            return range.firstRow > m_lastRow || range.firstColumn > m_lastColumn || range.lastRow < range.firstRow
                || range.lastColumn < range.firstColumn;
        });
    }

    void give()
    {
        MergedCells merged(m_sheet.merges);
        std::pair<int, int> before(-1, -1);
        for (const SheetCell &cell : std::as_const(m_sheet.cells)) {
            if (m_builder.isFull())
                return;
            const SheetRange *const range = merged.at(cell.row, cell.column);
            const std::pair place(cell.row, cell.column);
            const bool isFirst = !range || std::pair(range->firstRow, range->firstColumn) == place;
            if (!isFirst || place == before)
                m_builder.leaveOut(cell.text, LeftOutReason::Covered, placeOf(cell.row, cell.column));
            else
                giveCell(cell, range ? *range : SheetRange{cell.row, cell.row, cell.column, cell.column});
            before = place;
        }
        giveEmptyMerges(merged.all());
        for (const SheetComment &comment : std::as_const(m_sheet.comments))
            m_builder.comment(comment.text, placeOf(comment.row, comment.column));
        giveNotes();
    }

private:
    FilledPlace placeOf(int row, int column) const { return {m_table, row, column, -1, {}}; }

    bool areRowsHidden(const SheetRange &range) const
    {
        return m_rowsInSight[range.firstRow] > std::min(range.lastRow, m_lastRow);
    }

    bool areColumnsHidden(const SheetRange &range) const
    {
        return m_columnsInSight[range.firstColumn] > std::min(range.lastColumn, m_lastColumn);
    }

    void giveCell(const SheetCell &cell, const SheetRange &range)
    {
        const FilledPlace place = placeOf(cell.row, cell.column);
        if (cell.isComputed)
            m_builder.note(FilledNoteCode::Formulas, place);
        m_builder.leaveOut(cell.phonetic, LeftOutReason::Phonetic, place);
        if (areRowsHidden(range) || areColumnsHidden(range)) {
            const bool isRow = areRowsHidden(range);
            if (!isRow)
                m_foundColumns.setBit(cell.column);
            else if (std::exchange(m_lastHiddenRow, cell.row) != cell.row)
                m_builder.note(FilledNoteCode::HiddenRows, place);
            m_builder.leaveOut(cell.text, LeftOutReason::Hidden, place);
        } else if (cell.isError) {
            m_builder.note(FilledNoteCode::ErrorValues, place);
            m_builder.leaveOut(cell.text, LeftOutReason::ErrorValue, place);
        } else {
            m_builder.cell(m_table,
                {cell.row, cell.column, std::min(range.lastRow, m_lastRow) - cell.row + 1,
                    std::min(range.lastColumn, m_lastColumn) - cell.column + 1, cell.text, cell.isComputed,
                    cell.isDate});
        }
    }

    // They say which rows belong together.
    void giveEmptyMerges(const QList<const SheetRange *> &merges)
    {
        for (const SheetRange *const merge : merges) {
            const SheetRange &range = *merge;
            const std::pair first(range.firstRow, range.firstColumn);
            const auto found = std::lower_bound(m_sheet.cells.cbegin(), m_sheet.cells.cend(), first,
                [](const SheetCell &cell, const std::pair<int, int> &place) {
                    return std::pair(cell.row, cell.column) < place;
                });
            const bool hasText = found != m_sheet.cells.cend() && std::pair(found->row, found->column) == first;
            if (!hasText && !areRowsHidden(range) && !areColumnsHidden(range) && !m_builder.isFull())
                m_builder.cell(m_table,
                    {range.firstRow, range.firstColumn, std::min(range.lastRow, m_lastRow) - range.firstRow + 1,
                        std::min(range.lastColumn, m_lastColumn) - range.firstColumn + 1, {}, false, false});
        }
    }

    void giveNotes()
    {
        const auto note = [&](FilledNoteCode code, qsizetype count) {
            if (count > 0)
                m_builder.note(code, placeOf(-1, -1), static_cast<int>(count));
        };
        note(FilledNoteCode::HiddenColumns, m_foundColumns.count(true));
        note(FilledNoteCode::FormulasWithoutResult, m_sheet.formulasWithoutResult);
        note(FilledNoteCode::Pictures, m_sheet.pictures);
        note(FilledNoteCode::Objects, m_sheet.objects);
        note(FilledNoteCode::TextBoxes, m_sheet.textBoxes.size());
        for (const QString &text : std::as_const(m_sheet.textBoxes))
            m_builder.paragraph({text, 0, -1, false, true});
    }

    SheetDraft m_sheet;
    FilledBuilder &m_builder;
    int m_table = 0;
    int m_lastRow = 0; // that holds a text
    int m_lastColumn = 0;
    QList<int> m_rowsInSight;
    QList<int> m_columnsInSight;
    QBitArray m_foundColumns = QBitArray(mostFilledColumns); // hidden ones that hold a text
    int m_lastHiddenRow = -1;
};

// One line a row.
void leaveOutSheet(const SheetDraft &sheet, FilledBuilder &builder)
{
    builder.note(FilledNoteCode::HiddenSheets, {-1, -1, -1, -1, sheet.name}, 1, sheet.name);
    QString line;
    for (qsizetype i = 0; i < sheet.cells.size() && !builder.isFull(); ++i) {
        const SheetCell &cell = sheet.cells[i];
        line += cell.text;
        if (i + 1 < sheet.cells.size() && sheet.cells[i + 1].row == cell.row) {
            line += u'\t';
            continue;
        }
        builder.leaveOut(line, LeftOutReason::Hidden, {-1, cell.row, -1, -1, sheet.name});
        line.clear();
    }
}

} // namespace

void SheetDraft::hideRow(int row)
{
    if (row >= 0 && row < mostFilledRows) {
        if (hiddenRows.isEmpty())
            hiddenRows.resize(mostFilledRows);
        hiddenRows.setBit(row);
    }
}

void SheetDraft::hideColumns(int first, int last)
{
    const int end = std::min(last, mostFilledColumns - 1);
    if (hiddenColumns.isEmpty())
        hiddenColumns.resize(mostFilledColumns);
    if (first >= 0 && first <= end)
        hiddenColumns.fill(true, first, end + 1);
}

void giveSheet(SheetDraft sheet, FilledBuilder &builder)
{
    if (sheet.isHidden)
        leaveOutSheet(sheet, builder);
    else
        SheetGiving(std::move(sheet), builder).give();
}

} // namespace zhibao
