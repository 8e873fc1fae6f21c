// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/encoding.h"
#include "core/reportedit.h"

#include <algorithm>

namespace zhibao {

namespace {

bool isBlankLine(const QStringList &line)
{
    return std::all_of(line.cbegin(), line.cend(), [](const QString &cell) { return isBlank(cell); });
}

bool isSerial(const QString &cell)
{
    return std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isDigit() || c.isSpace(); });
}

void collectLabels(const QList<HeaderCell> &cells, QStringList &labels)
{
    for (const HeaderCell &cell : cells) {
        labels.append(cell.label);
        collectLabels(cell.children, labels);
    }
}

// Labels compare without white space and line ends, which word processors put into narrow header cells.
QString squeezed(const QString &text)
{
    QString result = text;
    result.removeIf([](QChar c) { return c.isSpace(); });
    return result;
}

// A table copied as a whole brings what the form prints itself: header lines on top, the running number in front.
TextGrid withoutPrintedParts(TextGrid grid, const Form &form)
{
    QStringList labels;
    collectLabels(form.header, labels);
    const auto isHeader = [&](const QStringList &line) {
        return !isBlankLine(line) && std::all_of(line.cbegin(), line.cend(), [&](const QString &cell) {
            return isBlank(cell) || labels.contains(squeezed(cell));
        });
    };
    while (!grid.isEmpty() && isHeader(grid.first()))
        grid.removeFirst();
    const bool numbered = form.columns.first().serial
        && std::all_of(grid.cbegin(), grid.cend(),
            [&](const QStringList &line) { return line.size() == form.columns.size() && isSerial(line.first()); });
    for (QStringList &line : grid) {
        if (numbered)
            line.removeFirst();
    }
    return grid;
}

// Walks the lines of the table as it is shown, each entry of a row a line of its own, and puts texts into them.
class Paster {
public:
    Paster(QList<Row> &rows, const QList<Column> &columns, int row, int entry)
        : m_rows(rows)
        , m_columns(columns)
        , m_row(row)
        , m_entry(qMax(0, entry))
    {
    }

    void paste(const TextGrid &grid)
    {
        qsizetype width = 0;
        for (const QStringList &line : grid)
            width = qMax(width, line.size());
        for (qsizetype i = 0; i < qMin(width, m_columns.size()); ++i)
            (m_columns[i].repeating ? m_overEntries : m_overRows) = true;
        for (qsizetype i = 0; i < grid.size(); ++i) {
            if (i > 0)
                advance(grid[i]);
            put(grid[i]);
        }
    }

private:
    bool hasText(const QStringList &line, bool repeating) const
    {
        for (qsizetype i = 0; i < qMin(line.size(), m_columns.size()); ++i) {
            if (m_columns[i].repeating == repeating && !line[i].isEmpty())
                return true;
        }
        return false;
    }

    // A text for the row itself starts the next row; a line with texts for an entry alone goes on with this row's
    // entries where the pasted block covers both, as a table with merged cells does.
    void advance(const QStringList &line)
    {
        const bool rowText = hasText(line, false);
        const bool entryText = hasText(line, true);
        const bool lastRow = m_row + 1 == m_rows.size();
        if (!rowText && m_entry + 1 < m_rows[m_row].entries.size()) {
            ++m_entry;
        } else if (!rowText && entryText && ((m_overRows && m_overEntries) || lastRow)) {
            m_entry = static_cast<int>(m_rows[m_row].entries.size());
        } else {
            if (lastRow)
                m_rows.append(Row());
            ++m_row;
            m_entry = 0;
        }
    }

    void put(const QStringList &line)
    {
        Row &row = m_rows[m_row];
        if (hasText(line, true) && m_entry >= row.entries.size())
            row.entries.append(Texts());
        for (qsizetype i = 0; i < qMin(line.size(), m_columns.size()); ++i) {
            const Column &column = m_columns[i];
            if (column.repeating && m_entry < row.entries.size())
                putText(row.entries[m_entry], column.id, line[i]);
            // Under the first line of a row its own cells are covered: an empty text there says nothing.
            else if (!column.repeating && (m_entry == 0 || !line[i].isEmpty()))
                putText(row.cells, column.id, line[i]);
        }
    }

    static void putText(Texts &texts, const QString &key, const QString &text)
    {
        if (text.isEmpty())
            texts.remove(key);
        else
            texts.insert(key, wellFormed(text));
    }

    QList<Row> &m_rows;
    const QList<Column> m_columns; // from the first that is pasted over
    int m_row;
    int m_entry;
    bool m_overRows = false; // the block covers columns of the row itself
    bool m_overEntries = false; // the block covers columns of the repeating group
};

// The columns from the one named on, in print order.
QList<Column> columnsFrom(const Form &form, const QString &id)
{
    QList<Column> columns;
    for (const Column &column : form.columns) {
        if (!column.serial && (column.id == id || !columns.isEmpty()))
            columns.append(column);
    }
    return columns;
}

TextGrid beyond(const TextGrid &grid, qsizetype columns)
{
    TextGrid result;
    for (const QStringList &line : grid) {
        const QStringList rest = line.mid(columns);
        if (!isBlankLine(rest))
            result.append(rest);
    }
    return result;
}

} // namespace

Result<Report> pasteGrid(Report report, const Notice &notice, const Place &at, const TextGrid &grid, TextGrid *kept)
{
    const Form *form = notice.form(at.form);
    const auto answer = report.forms.find(at.form);
    const bool isCell = form && form->kind == FormKind::Table && answer != report.forms.end() && at.row >= 0
        && at.row < answer->rows.size() && at.section < 0 && at.entry <= answer->rows[at.row].entries.size();
    const QList<Column> columns = isCell ? columnsFrom(*form, at.field) : QList<Column>();
    if (columns.isEmpty() || at.field.isEmpty())
        return Error{ErrorCode::PlaceUnknown, {placePath(notice, at)}};
    const auto first = std::find_if(
        form->columns.cbegin(), form->columns.cend(), [](const Column &column) { return !column.serial; });
    const TextGrid texts = at.field == first->id ? withoutPrintedParts(grid, *form) : grid;
    Paster(answer->rows, columns, at.row, at.entry).paste(texts);
    if (kept)
        *kept = beyond(texts, columns.size());
    return report;
}

} // namespace zhibao
