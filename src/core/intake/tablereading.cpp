// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/tablereading.h"

#include "core/intake/formlines.h"
#include "core/intake/tableheader.h"
#include "core/text/encoding.h"
#include "core/text/script.h"

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

NotTaken reasonFor(FormLineKind kind)
{
    switch (kind) {
    case FormLineKind::ColumnNumbers:
        return NotTaken::ColumnNumbers;
    case FormLineKind::Remark:
        return NotTaken::Remark;
    case FormLineKind::Total:
        return NotTaken::Total;
    case FormLineKind::Label:
        break;
    }
    return NotTaken::Label;
}

// Tells the lines below a header from one another.
class Lines {
public:
    Lines(const TableRows &rows, const RecognisedTable &told, const Form &form, const QString &unit)
        : m_rows(rows)
        , m_told(told)
        , m_formLines(form, unit)
    {
        for (auto header = told.header.cbegin(); header != told.header.cend(); ++header) {
            for (const QString &label : header->split(u'>'))
                m_labels[header.key()].append(lettersOf(label));
        }
        for (auto column = told.columns.cbegin(); column != told.columns.cend(); ++column) {
            if (*column == serialColumn)
                m_serial = column.key();
        }
        if (m_serial < 0)
            m_serial = unnamedSerial();
    }

    // Why it is none; nothing where it holds data.
    std::optional<NotTaken> refusal(int row) const
    {
        if (m_told.headerRow >= 0 && row < m_told.headerRow)
            return NotTaken::AboveHeader;
        if (m_told.headerRow >= 0 && row < m_told.headerRow + m_told.headerRows)
            return NotTaken::Header;
        const QStringList line = m_rows.line(row);
        if (const std::optional<FormLineKind> kind = m_formLines.kindOf(line))
            return reasonFor(*kind);
        const QList<const FilledCell *> cells = filled(row);
        if (isHeader(cells))
            return NotTaken::Header;
        if (cells.size() == 1 && cells[0]->column == m_serial)
            return runningNumber(cells[0]->text) > 0 ? NotTaken::Serial : NotTaken::Category;
        if (cells.size() == 1 && isWide(*cells[0]))
            return NotTaken::Category;
        return std::nullopt;
    }

    int serial() const { return m_serial; }

private:
    QList<const FilledCell *> filled(int row) const
    {
        QList<const FilledCell *> cells = m_rows.cells(row);
        cells.removeIf([](const FilledCell *cell) { return isBlank(cell->text); });
        return cells;
    }

    // Every text stands under the label that it repeats.
    bool isHeader(const QList<const FilledCell *> &cells) const
    {
        return !m_told.columns.isEmpty() && std::all_of(cells.cbegin(), cells.cend(), [&](const FilledCell *cell) {
            return cell->text.size() <= 3 * longestColumnLabel
                && m_labels.value(cell->column).contains(lettersOf(cell->text));
        });
    }

    // As wide as most of the table: no text of a column. The running numbers may be under it.
    bool isWide(const FilledCell &cell) const
    {
        constexpr int fewest = 3; // columns
        if (m_told.columns.isEmpty())
            return 2 * cell.columnSpan > m_rows.table().columns && cell.columnSpan >= fewest;
        const auto under = std::count_if(m_told.columns.keyBegin(), m_told.columns.keyEnd(),
            [&](int column) { return column >= cell.column && column < cell.column + cell.columnSpan; });
        return under >= fewest && 2 * under > m_told.columns.size();
    }

    // A first column of running numbers over which nothing stands.
    int unnamedSerial() const
    {
        constexpr int looked = 50;
        int numbers = 0;
        for (const int row : m_rows.filled()) {
            if (row < m_told.headerRow + m_told.headerRows)
                continue;
            const FilledCell *const first = filled(row).value(0);
            if (first->column != 0 || m_told.header.contains(0))
                continue;
            if (runningNumber(first->text) == 0 && !isTotal(first->text))
                return -1;
            if (++numbers == looked)
                break;
        }
        return numbers > 0 ? 0 : -1;
    }

    const TableRows &m_rows;
    const RecognisedTable &m_told;
    const FormLines m_formLines;
    QMap<int, QStringList> m_labels; // by column
    int m_serial = -1; // column of the table
};

// Puts the cells of one table where the form has them.
class TableReader {
public:
    TableReader(TableReading &reading, const FilledTable &table, const RecognisedTable &told, const Form &form,
        const QString &unit)
        : m_reading(reading)
        , m_told(told)
        , m_columns(*form.table())
        , m_rows(table)
        , m_lines(m_rows, told, form, unit)
    {
        for (const ColumnQuestion &question : told.questions)
            m_asked.insert(question.column);
        for (const QString &id : told.columns)
            m_reading.columns.insert(id);
        // Where a table has nothing but documents nobody knows which of them are one row's: each is one.
        m_hasRowColumns = std::any_of(told.columns.cbegin(), told.columns.cend(), [&](const QString &id) {
            const Column *const column = m_columns.column(id);
            return !column || !column->repeating;
        });
    }

    void read()
    {
        // What is merged but blank reaches down as well: every row that has a cell is walked.
        for (const int row : m_rows.filled()) {
            if (const std::optional<NotTaken> why = m_lines.refusal(row))
                leaveOut(row, *why);
            else
                take(row);
        }
    }

private:
    void leaveOut(int row, NotTaken why)
    {
        for (const FilledCell *cell : m_rows.cells(row)) {
            if (!isBlank(cell->text))
                leaveOut(*cell, why);
        }
        if (why == NotTaken::Category || why == NotTaken::Total)
            m_end = row;
    }

    void leaveOut(const FilledCell &cell, NotTaken why)
    {
        m_reading.notTaken.append({cell.text, why, {m_told.table, cell.row, cell.column, -1, {}}, {}});
    }

    // The column of the form that a cell is for; of one over several the first.
    const Column *columnOf(const FilledCell &cell)
    {
        const auto from = m_told.columns.lowerBound(cell.column);
        const Column *found = nullptr;
        for (auto column = from; column != m_told.columns.cend() && column.key() < cell.column + cell.columnSpan;
             ++column) {
            const Column *const known = m_columns.column(*column);
            if (known && found) {
                ++m_reading.mergedCells;
                break;
            }
            found = found ? found : known;
        }
        return found;
    }

    struct Taken {
        const FilledCell *cell;
        const Column *column;
    };

    void take(int row)
    {
        QList<Taken> taken;
        bool hasNumber = false;
        bool hasRowText = false;
        for (const FilledCell *cell : m_rows.cells(row)) {
            if (isBlank(cell->text))
                continue;
            if (cell->column == m_lines.serial() && runningNumber(cell->text) > 0) {
                hasNumber = true;
                leaveOut(*cell, NotTaken::Serial);
                continue;
            }
            const Column *const column = columnOf(*cell);
            if (!column) {
                leaveOut(*cell, m_asked.contains(cell->column) ? NotTaken::ColumnAsked : NotTaken::ColumnUnknown);
                continue;
            }
            hasRowText = hasRowText || !column->repeating;
            taken.append({cell, column});
        }
        if (taken.isEmpty())
            return;
        const bool isCovered = row <= m_coveredTo && !m_reading.rows.isEmpty() && m_end < 0;
        const bool goesOn = !m_reading.rows.isEmpty() && !hasNumber && m_end < 0 && !startsMerged(row)
            && (isCovered || (!hasRowText && m_hasRowColumns));
        m_end = -1;
        if (!goesOn) {
            m_reading.rows.append(Row());
            m_reading.places.append({m_told.table, row, -1, -1, {}});
            m_coveredTo = -1;
        }
        put(taken);
    }

    // Whether a cell of the row itself that holds nothing begins here and reaches down: another row than the one above.
    bool startsMerged(int row) const
    {
        const QList<const FilledCell *> cells = m_rows.cells(row);
        return std::any_of(cells.cbegin(), cells.cend(), [&](const FilledCell *cell) {
            const Column *const column = m_columns.column(m_told.columns.value(cell->column));
            return cell->rowSpan > 1 && (cell->column == m_lines.serial() || (column && !column->repeating));
        });
    }

    void put(const QList<Taken> &taken)
    {
        Row &row = m_reading.rows.last();
        Entry entry;
        for (const auto &[cell, column] : taken) {
            if (column->repeating) {
                putText(entry, column->id, cell->text);
                continue;
            }
            putText(row.cells, column->id, cell->text);
            if (cell->rowSpan > 1)
                m_coveredTo = std::max(m_coveredTo, cell->row + cell->rowSpan - 1);
        }
        if (!entry.isEmpty())
            row.entries.append(entry);
    }

    // Beside the merged cells of its row a column may have several cells: they are paragraphs of one text.
    static void putText(Texts &texts, const QString &key, const QString &text)
    {
        const QString whole = wellFormed(text);
        const auto known = texts.constFind(key);
        texts.insert(key, known == texts.cend() ? whole : *known + u'\n' + whole);
    }

    TableReading &m_reading;
    const RecognisedTable &m_told;
    const TableForm &m_columns;
    const TableRows m_rows;
    const Lines m_lines;
    bool m_hasRowColumns = false; // or running numbers
    QSet<int> m_asked; // columns of the table
    int m_coveredTo = -1; // row of the table down to which cells of the last row reach
    int m_end = -1; // a line that parts rows was the last one
};

} // namespace

void readTable(
    TableReading &reading, const FilledTable &table, const RecognisedTable &told, const Form &form, const QString &unit)
{
    TableReader(reading, table, told, form, unit).read();
}

QList<NotTakenText> allTexts(const FilledTable &table, int index, NotTaken why)
{
    QList<NotTakenText> texts;
    for (const FilledCell &cell : table.cells) {
        if (!isBlank(cell.text))
            texts.append({cell.text, why, {index, cell.row, cell.column, -1, {}}, {}});
    }
    return texts;
}

int dataRows(const FilledTable &table, const RecognisedTable &told, const Form *form, const QString &unit)
{
    static const Form none;
    const TableRows rows(table);
    const Lines lines(rows, told, form ? *form : none, unit);
    return static_cast<int>(
        std::count_if(rows.filled().cbegin(), rows.filled().cend(), [&](int row) { return !lines.refusal(row); }));
}

} // namespace zhibao
