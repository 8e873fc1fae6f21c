// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/paste/pastedtable.h"

#include "core/intake/formlines.h"
#include "core/paste/pastedheader.h"
#include "core/report/report.h"
#include "core/text/script.h"

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

qsizetype widthOf(const TextGrid &grid)
{
    qsizetype width = 0;
    for (const QStringList &line : grid) {
        qsizetype used = line.size();
        while (used > width && isBlank(line[used - 1]))
            --used;
        width = qMax(width, used);
    }
    return width;
}

// Reads a grid whose header was found.
class HeadedReader {
public:
    HeadedReader(const TextGrid &grid, const TableForm &form, const PastedHeader &header, const FormLines &formLines)
        : m_grid(grid)
        , m_form(form)
        , m_header(header)
        , m_formLines(formLines)
    {
        for (qsizetype i = 0; i < header.columns.size(); ++i) {
            const int column = header.columns[i];
            const bool isKnown = column >= 0 && !form.columns[column].serial;
            (isKnown ? m_known : m_others).append(i);
        }
    }

    PastedTable read()
    {
        for (const qsizetype i : std::as_const(m_known))
            m_table.columns.append(m_form.columns[m_header.columns[i]]);
        const TextGrid header = m_grid.mid(m_header.firstLine, m_header.lines);
        for (qsizetype i = 0; i < m_grid.size(); ++i) {
            if (!header.contains(m_grid[i]))
                readLine(m_grid[i], i < m_header.firstLine);
        }
        return m_table;
    }

private:
    // Above the header stand the title and its like; but rows too, where the header was repeated on the next page.
    void readLine(const QStringList &line, bool isAbove)
    {
        constexpr int fewest = 3; // texts of a row above the header
        const QStringList own = cellsOf(line, m_known);
        const QStringList others = otherTexts(line);
        const auto texts = textsOf(own).size();
        const bool isHeading = line.size() == 1 && m_known.size() > 1; // one cell as wide as the table
        const bool isRow = texts > 0 && (!isAbove || texts >= fewest) && !isHeading && !m_formLines.contains(line);
        if (isRow)
            m_table.lines.append(own);
        else if (texts > 0 || !others.isEmpty())
            m_table.leftOut.append(textsOf(line));
        if (isRow && !others.isEmpty())
            m_table.kept.append(others);
    }

    // What stands in columns that the form does not have, but for the running numbers.
    QStringList otherTexts(const QStringList &line) const
    {
        QStringList texts;
        for (const qsizetype i : m_others) {
            const bool isNumber = m_header.columns[i] >= 0 && runningNumber(line.value(i)) > 0;
            if (!isNumber && !isBlank(line.value(i)))
                texts.append(line.value(i));
        }
        return texts;
    }

    static QStringList cellsOf(const QStringList &line, const QList<qsizetype> &columns)
    {
        QStringList cells;
        for (const qsizetype column : columns)
            cells.append(line.value(column));
        return cells;
    }

    const TextGrid &m_grid;
    const TableForm &m_form;
    const PastedHeader &m_header;
    const FormLines &m_formLines;
    QList<qsizetype> m_known; // columns of the grid that the form has
    QList<qsizetype> m_others;
    PastedTable m_table;
};

// Reads a grid without a header: its columns are known by what stands in them.
class BareReader {
public:
    BareReader(const TextGrid &grid, const TableForm &form, const QString &first)
        : m_grid(grid)
        , m_form(form)
    {
        for (const Column &column : form.columns)
            m_textColumns += column.serial ? 0 : 1;
        const auto column = std::find_if(
            form.columns.cbegin(), form.columns.cend(), [](const Column &candidate) { return !candidate.serial; });
        m_isAtFirst = column != form.columns.cend() && column->id == first;
        m_first = first;
    }

    PastedTable read(const FormLines &formLines)
    {
        PastedTable table;
        if (widthOf(m_grid) >= m_textColumns && m_isAtFirst)
            table.leftOut = takeOut(formLines);
        dropBlankColumns();
        if (const QStringList header = takeUnknownHeader(); !header.isEmpty())
            table.leftOut.prepend(header);
        const bool isNumbered = hasSerial() && hasRunningNumbers();
        if (isNumbered) {
            for (QStringList &line : m_grid)
                line = line.mid(1);
        }
        for (const Column &column : m_form.columns) {
            const bool isFrom = !table.columns.isEmpty() || isNumbered || column.id == m_first;
            if (!column.serial && isFrom)
                table.columns.append(column);
        }
        for (const QStringList &line : std::as_const(m_grid)) {
            table.lines.append(line.mid(0, table.columns.size()));
            const QStringList rest = line.mid(table.columns.size());
            if (!textsOf(rest).isEmpty())
                table.kept.append(rest);
        }
        return table;
    }

private:
    bool hasSerial() const { return m_textColumns < m_form.columns.size(); }

    TextGrid takeOut(const FormLines &formLines)
    {
        TextGrid taken;
        m_grid.removeIf([&](const QStringList &line) {
            if (line.size() != 1 && !formLines.contains(line)) // one cell as wide as the table is a heading
                return false;
            taken.append(textsOf(line));
            return true;
        });
        return taken;
    }

    // Empty columns that a table has besides the form's.
    void dropBlankColumns()
    {
        const qsizetype width = widthOf(m_grid);
        QSet<qsizetype> used;
        for (const QStringList &line : std::as_const(m_grid)) {
            for (qsizetype i = 0; i < line.size(); ++i) {
                if (!isBlank(line[i]))
                    used.insert(i);
            }
        }
        const bool isWhole = used.size() == m_form.columns.size() || used.size() == m_textColumns;
        if (!isWhole || width <= m_form.columns.size())
            return;
        for (QStringList &line : m_grid) {
            for (qsizetype i = line.size() - 1; i >= 0; --i) {
                if (!used.contains(i))
                    line.removeAt(i);
            }
        }
    }

    // A header of which only the running number is known: it is no row, and the rows below it are numbered.
    QStringList takeUnknownHeader()
    {
        const bool isNumberedBelow = m_isAtFirst && m_grid.size() > 1
            && std::all_of(std::next(m_grid.cbegin()), m_grid.cend(),
                [](const QStringList &line) { return isBlank(line.value(0)) || runningNumber(line.value(0)) > 0; });
        if (!isNumberedBelow || !isNumberLabel(m_grid.first().value(0), m_form))
            return {};
        m_hasNumberLabel = true;
        return textsOf(m_grid.takeFirst());
    }

    // A column of running numbers in front. Of a table that is not whole they must be known by counting, or by their
    // shape: figures may be pasted too.
    bool hasRunningNumbers() const
    {
        const qsizetype width = widthOf(m_grid);
        const bool isWhole = width >= m_form.columns.size();
        if (width < 2 || (!isWhole && !m_isAtFirst))
            return false;
        QList<int> numbers;
        bool hasMarks = true;
        for (const QStringList &line : m_grid) {
            const QString cell = line.value(0);
            if (isBlank(cell))
                continue;
            numbers.append(runningNumber(cell));
            if (numbers.last() == 0)
                return false;
            hasMarks = hasMarks && !std::all_of(cell.cbegin(), cell.cend(), isAsciiDigit);
        }
        bool isCounting = numbers.size() > 1;
        for (qsizetype i = 1; i < numbers.size(); ++i)
            isCounting = isCounting && numbers[i] == numbers[i - 1] + 1;
        return isWhole || m_hasNumberLabel || isCounting || (hasMarks && !numbers.isEmpty());
    }

    TextGrid m_grid;
    const TableForm &m_form;
    QString m_first;
    qsizetype m_textColumns = 0;
    bool m_hasNumberLabel = false;
    bool m_isAtFirst = false; // pasted from the form's first column on
};

} // namespace

PastedTable readPastedTable(const TextGrid &grid, const Form &form, const QString &unit, const QString &first)
{
    const TableForm *const table = form.table();
    if (!table)
        return {{}, {}, {}, grid};
    const FormLines formLines(form, unit);
    const PastedHeader header = findHeader(grid, *table);
    return header.isFound() ? HeadedReader(grid, *table, header, formLines).read()
                            : BareReader(grid, *table, first).read(formLines);
}

bool hasHeader(const TextGrid &grid, const TableForm &form)
{
    return findHeader(grid, form).isFound();
}

JoinedTables joinedTables(const QList<TextGrid> &tables, const TableForm &form)
{
    JoinedTables joined;
    std::optional<PastedHeader> first;
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const PastedHeader header = findHeader(tables[i], form);
        if (!first && header.isFound()) {
            first = header;
            joined.grid = tables[i];
        } else if (first && header.isFound() && header.columns == first->columns) {
            joined.leftOut += tables[i].first(header.firstLine);
            joined.grid += tables[i].sliced(header.firstLine + header.lines);
        } else {
            joined.others.append(i);
        }
    }
    if (!first && !tables.isEmpty())
        joined.grid = tables[joined.others.takeFirst()];
    return joined;
}

} // namespace zhibao
