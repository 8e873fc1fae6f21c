// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/paste/pastedtable.h"
#include "core/report/lineids.h"
#include "core/report/reportedit.h"
#include "core/text/encoding.h"

#include <algorithm>

namespace zhibao {

namespace {

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
                m_rows.append(Row{{}, {}, newLineId()});
            ++m_row;
            m_entry = 0;
        }
    }

    void put(const QStringList &line)
    {
        Row &row = m_rows[m_row];
        if (hasText(line, true) && m_entry >= row.entries.size()) {
            row.entries.append(Entry());
            row.entries.last().id = newLineId();
        }
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

// Where a text stood and another stands now.
QList<Place> replacedPlaces(const Report &before, const Report &after, const Notice &notice, const QString &form)
{
    QList<Place> places;
    for (const Place &place : textPlaces(before, notice, form)) {
        const QString text = textAt(before, place);
        if (!isBlank(text) && text != textAt(after, place))
            places.append(place);
    }
    return places;
}

} // namespace

Result<Pasted> pasteGrid(const Report &report, const Notice &notice, const Place &at, const TextGrid &grid)
{
    const Form *form = notice.form(at.form);
    const TableForm *tableForm = form ? form->table() : nullptr;
    const bool isColumn = tableForm && at.row >= 0 && at.section < 0 && tableForm->column(at.field);
    const QList<Row> rows = report.forms.value(at.form).rows;
    if (!isColumn || at.row >= rows.size() || at.entry > rows[at.row].entries.size())
        return Error{ErrorCode::PlaceUnknown, {placePath(notice, at)}};
    const PastedTable table = readPastedTable(grid, *form, report.unit, at.field);
    Pasted pasted{report, table.kept, table.leftOut, {}};
    if (!table.lines.isEmpty())
        Paster(pasted.report.forms[at.form].rows, table.columns, at.row, at.entry).paste(table.lines);
    pasted.replaced = replacedPlaces(report, pasted.report, notice, at.form);
    return pasted;
}

} // namespace zhibao
