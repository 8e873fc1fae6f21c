// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/clipboard/htmltable.h"

#include "core/report/report.h"
#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

bool isCollapsible(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isOnlyNoBreakSpaces(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c == QChar::Nbsp; });
}

} // namespace

// Writes what is pending before a character.
void CellText::begin()
{
    if (m_pending != Pending::Nothing) {
        m_text += u'\n';
        if (m_pending == Pending::Block)
            m_blockStart = m_text.size();
    }
    m_pending = Pending::Nothing;
}

void CellText::text(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isCollapsible(c)) {
            m_blank = true;
            m_blankWithLineEnd = m_blankWithLineEnd || c == u'\n' || c == u'\r';
            continue;
        }
        const bool lineStart = m_text.isEmpty() || m_text.endsWith(u'\n') || m_pending != Pending::Nothing;
        begin();
        // A line end of the source between Chinese characters is no space (CSS Text 3, 4.1.3).
        const bool wrapped = m_blankWithLineEnd && isChineseBefore(m_text, m_text.size()) && isChineseAt(text, i);
        if (m_blank && !lineStart && !wrapped)
            m_text += u' ';
        m_blank = m_blankWithLineEnd = false;
        m_text += c;
    }
}

void CellText::character(const QString &character)
{
    const bool lineStart = m_text.isEmpty() || m_text.endsWith(u'\n') || m_pending != Pending::Nothing;
    begin();
    if (m_blank && !lineStart)
        m_text += u' ';
    m_blank = m_blankWithLineEnd = false;
    m_text += character;
}

void CellText::lineBreak()
{
    begin();
    m_pending = Pending::Break;
    m_blank = m_blankWithLineEnd = false;
}

void CellText::block()
{
    // <p>&nbsp;</p> is how an empty paragraph is written.
    if (m_inBlock && m_blockStart < m_text.size() && isOnlyNoBreakSpaces(QStringView(m_text).mid(m_blockStart)))
        m_text.truncate(m_blockStart);
    m_inBlock = true;
    if (m_pending == Pending::Break || !m_text.isEmpty())
        m_pending = Pending::Block;
    m_blank = m_blankWithLineEnd = false;
}

QString CellText::finish()
{
    // A last <br> and an empty last paragraph show nothing; a cell of no-break spaces alone is an empty one.
    return isOnlyNoBreakSpaces(m_text) ? QString() : m_text;
}

void GridBuilder::hideColumns(qsizetype first, qsizetype count)
{
    for (qsizetype column = first; column < first + count && column < tableCellLimit; ++column) {
        while (m_hiddenColumns.size() <= column)
            m_hiddenColumns.append(false);
        m_hiddenColumns[column] = true;
    }
}

void GridBuilder::row()
{
    passCovered();
    m_grid.append(QStringList());
    m_hiddenRows.append(false);
    ++m_cells;
}

void GridBuilder::hideRow()
{
    if (!m_hiddenRows.isEmpty())
        m_hiddenRows.last() = true;
}

void GridBuilder::append(const QString &text)
{
    m_grid.last().append(text);
    ++m_cells;
}

void GridBuilder::cover(qsizetype column, int rows)
{
    while (m_covered.size() <= column)
        m_covered.append(0);
    m_coveredColumns += (rows > 0 ? 1 : 0) - (m_covered[column] > 0 ? 1 : 0);
    m_covered[column] = rows;
}

// Fills the row up to the last covered cell.
void GridBuilder::passCovered()
{
    if (m_grid.isEmpty() || m_coveredColumns == 0)
        return;
    qsizetype last = m_covered.size() - 1;
    while (m_covered[last] == 0)
        --last;
    while (m_grid.last().size() <= last && !isFull()) {
        const qsizetype column = m_grid.last().size();
        cover(column, qMax(0, m_covered[column] - 1));
        append({});
    }
}

void GridBuilder::cell(const QString &text, int columns, int rows, bool isHidden)
{
    if (m_grid.isEmpty())
        row();
    const QStringList &line = m_grid.last();
    while (line.size() < m_covered.size() && m_covered[line.size()] > 0) {
        cover(line.size(), m_covered[line.size()] - 1);
        append({});
    }
    if (columns > 1 && !text.isEmpty())
        m_wideCells.append({m_grid.size() - 1, line.size(), columns});
    if (isHidden)
        conceal(text);
    for (int i = 0; i < columns && !isFull(); ++i) {
        while (m_uses.size() <= line.size())
            m_uses.append(ColumnUse());
        ColumnUse &use = m_uses[line.size()];
        use.hidden += isHidden ? 1 : 0;
        use.shown += !isHidden && columns == 1 && !m_hiddenRows.last() ? 1 : 0;
        cover(line.size(), rows - 1);
        append(i == 0 && !isHidden ? text : QString());
    }
}

// A column is hidden where the table says so, or every cell that it does not share with another is.
bool GridBuilder::isColumnHidden(qsizetype column) const
{
    const ColumnUse use = m_uses.value(column);
    return m_hiddenColumns.value(column) || (use.hidden > 0 && use.shown == 0);
}

// A cell that spans columns shows its text in those of them that are in sight.
void GridBuilder::moveIntoSight()
{
    for (const WideCell &cell : std::as_const(m_wideCells)) {
        QStringList &line = m_grid[cell.row];
        qsizetype column = cell.column;
        while (column + 1 < qMin(cell.column + cell.columns, line.size()) && isColumnHidden(column))
            ++column;
        if (column != cell.column && !isColumnHidden(column))
            std::swap(line[cell.column], line[column]);
    }
}

// A line that is one cell as wide as the table (a title, a heading between rows) stays one cell: its text belongs to no
// column.
QSet<qsizetype> GridBuilder::joinWholeLines()
{
    QSet<qsizetype> joined;
    qsizetype width = 0;
    for (const QStringList &line : std::as_const(m_grid))
        width = qMax(width, line.size());
    for (const WideCell &cell : std::as_const(m_wideCells)) {
        if (cell.column != 0 || cell.columns < width)
            continue;
        m_grid[cell.row] = {m_grid[cell.row].join(QString())};
        joined.insert(cell.row);
    }
    return joined;
}

void GridBuilder::conceal(const QString &text)
{
    m_hasConcealed = m_hasConcealed || !isBlank(text);
}

QStringList GridBuilder::shownPart(const QStringList &line)
{
    QStringList shown;
    for (qsizetype column = 0; column < line.size(); ++column) {
        if (isColumnHidden(column))
            conceal(line[column]);
        else
            shown.append(line[column]);
    }
    return shown;
}

TextGrid GridBuilder::finish()
{
    passCovered();
    moveIntoSight();
    const QSet<qsizetype> whole = joinWholeLines();
    TextGrid grid;
    for (qsizetype i = 0; i < m_grid.size() && !isFull(); ++i) {
        if (m_hiddenRows[i])
            conceal(m_grid[i].join(QString()));
        else
            grid.append(whole.contains(i) ? m_grid[i] : shownPart(m_grid[i]));
    }
    GridBuilder next;
    next.m_cells = m_cells;
    next.m_hasConcealed = m_hasConcealed;
    *this = next;
    return grid;
}

} // namespace zhibao
