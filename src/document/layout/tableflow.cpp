// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/tableflow.h"

#include "base/parallel.h"
#include "document/layout/textlayout.h"

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

constexpr qsizetype rowsBetweenReports = 50;
constexpr std::size_t groupsAtOnce = 64; // held with their glyphs
constexpr int padding = 2 * cellPaddingY;

// A row is broken only where so many lines of it have room at the foot of the page.
constexpr int fewestLines = 3;

int heightOfFewestLines()
{
    return padding + fewestLines * roleStyle(Role::TableText).pitch;
}

QList<int> columnEdges(const Table &table, Orientation orientation)
{
    QList<int> edges{0};
    for (const int width : columnWidths(table, orientation))
        edges.append(edges.constLast() + width);
    return edges;
}

} // namespace

std::size_t OpenCell::linesAbove(int bottom) const
{
    std::size_t end = nextLine;
    while (end < lineCount() && lineTops[end + 1] - lineTops[nextLine] <= bottom - top - padding)
        ++end;
    return end - nextLine;
}

RowGroup withoutGlyphs(RowGroup group)
{
    for (std::vector<OpenCell> &row : group.rows) {
        for (OpenCell &cell : row)
            cell.lines.clear();
    }
    return group;
}

TableFlow::TableFlow(PageFlow &flow, Fonts &fonts, const Table &table, Orientation orientation)
    : m_flow(flow)
    , m_fonts(fonts)
    , m_table(table)
    , m_edges(columnEdges(table, orientation))
    , m_rules(m_edges)
{
    prepareHeader();
}

TableFlow::TableFlow(PageFlow &flow, const TableFlow &other)
    : m_flow(flow)
    , m_fonts(other.m_fonts)
    , m_table(other.m_table)
    , m_edges(other.m_edges)
    , m_rules(m_edges)
    , m_header(other.m_header)
    , m_headerHeight(other.m_headerHeight)
{
}

bool TableFlow::place(int tail, const Progress &progress)
{
    const qsizetype rows = m_table.rows.size();
    if (rows == 0)
        return true;
    auto row = static_cast<qsizetype>(m_header.rows.size());
    qsizetype reported = 0;
    bool started = false;
    while (row < rows || !started) {
        for (RowGroup &group : layOutGroups(row)) {
            row += static_cast<qsizetype>(group.rows.size());
            if (!started)
                begin(group.height);
            started = true;
            placeGroup(std::move(group), row == rows ? tail : 0);
            if (row - reported >= rowsBetweenReports) {
                reported = row;
                if (!goesOn(progress, static_cast<double>(row) / static_cast<double>(rows)))
                    return false;
            }
        }
    }
    end();
    return true;
}

// No header without a row below it.
void TableFlow::begin(int heightOfFirst)
{
    const int atLeast = m_headerHeight + (isLow(heightOfFirst) ? heightOfFirst : heightOfFewestLines());
    if (!m_flow.fits(atLeast) && !m_flow.atTop())
        m_flow.newPage();
    placeHeader();
}

void TableFlow::end()
{
    m_rules.end(m_flow, m_flow.position());
}

// The groups that follow, at least one. Those whose texts are known are laid out in several threads, the others one
// after the other: so fonts are opened in the order in which the texts ask for them.
std::vector<RowGroup> TableFlow::layOutGroups(qsizetype first) const
{
    std::vector<RowGroup> groups;
    std::vector<std::pair<std::size_t, QList<TableRow>>> known;
    do {
        QList<TableRow> together = rowsOfGroup(first);
        first += together.size();
        groups.emplace_back();
        if (isKnown(together))
            known.emplace_back(groups.size() - 1, std::move(together));
        else
            groups.back() = layOutGroup(together);
    } while (first < m_table.rows.size() && groups.size() < groupsAtOnce);
    inParallel(known.size(), [&](std::size_t index) { groups[known[index].first] = layOutGroup(known[index].second); });
    return groups;
}

// Rules of marked text ask for the measures of a font.
bool TableFlow::isKnown(const QList<TableRow> &rows) const
{
    const auto isKnownSpan = [this](const Span &span) {
        return span.mark == TextMark::None && m_fonts.knows(span.text, roleStyle(span.role).typeface);
    };
    for (const TableRow &row : rows) {
        for (const TableCell &cell : row.cells) {
            for (const Paragraph &paragraph : cell.paragraphs) {
                if (!std::all_of(paragraph.spans.begin(), paragraph.spans.end(), isKnownSpan))
                    return false;
            }
        }
    }
    return true;
}

// The first row with those that cells with a row span tie to it; none behind the last.
QList<TableRow> TableFlow::rowsOfGroup(qsizetype first) const
{
    qsizetype last = first;
    for (qsizetype row = first; row <= last && row < m_table.rows.size(); ++row) {
        for (const TableCell &cell : m_table.rows[row].cells)
            last = std::min(std::max(last, row + cell.rowSpan - 1), m_table.rows.size() - 1);
    }
    return m_table.rows.mid(first, last + 1 - first);
}

RowGroup TableFlow::layOutGroup(const QList<TableRow> &rows) const
{
    RowGroup group;
    const auto count = static_cast<int>(rows.size());
    for (int row = 0; row < count; ++row) {
        group.rows.push_back(layOutRow(rows[row], row));
        group.leastHeights.push_back(leastHeight(rows[row]));
        for (OpenCell &cell : group.rows.back())
            cell.lastRow = std::min(cell.lastRow, count - 1);
    }
    settleHeights(group);
    return group;
}

std::vector<OpenCell> TableFlow::layOutRow(const TableRow &tableRow, int row) const
{
    std::vector<OpenCell> cells;
    const auto columns = static_cast<int>(m_edges.size()) - 1;
    for (const TableCell &cell : tableRow.cells) {
        if (cell.column < 0 || cell.column >= columns || cell.paragraphs.isEmpty())
            continue;
        OpenCell open;
        open.column = cell.column;
        open.columnSpan = std::clamp(cell.columnSpan, 1, columns - cell.column);
        open.row = row;
        open.lastRow = open.row + std::max(1, cell.rowSpan) - 1;
        open.middle = roleStyle(cell.paragraphs.constFirst().role).middle;
        open.lineTops.push_back(0);
        const int width = m_edges[open.column + open.columnSpan] - m_edges[open.column] - 2 * cellPaddingX;
        for (const Paragraph &paragraph : cell.paragraphs) {
            const int pitch = paragraphStyle(paragraph).pitch;
            int down = 0;
            for (Line &line : layOutParagraph(paragraph, width, m_fonts)) {
                moveLine(line, 0, -down);
                down += pitch;
                open.lines.append(std::move(line));
                open.lineTops.push_back(open.lineTops.back() + pitch);
            }
        }
        cells.push_back(std::move(open));
    }
    return cells;
}

// Each row is as high as its own cells need; where a cell over several rows needs more, its last row grows.
void TableFlow::settleHeights(RowGroup &group)
{
    const std::size_t count = group.rows.size();
    group.heights.assign(count, 0);
    std::vector<std::vector<const OpenCell *>> endingIn(count);
    for (const std::vector<OpenCell> &row : group.rows) {
        for (const OpenCell &cell : row)
            endingIn[static_cast<std::size_t>(cell.lastRow)].push_back(&cell);
    }
    std::vector<int> tops(count + 1, 0);
    for (std::size_t row = 0; row < count; ++row) {
        int height = group.leastHeights[row];
        for (const OpenCell *cell : endingIn[row]) {
            const int above = tops[row] - tops[static_cast<std::size_t>(cell->row)];
            height = std::max(height, cell->textHeight(0) + padding - above);
        }
        group.heights[row] = height;
        tops[row + 1] = tops[row] + height;
    }
    group.height = tops[count];
}

// A header that would fill more than half of every page is set once, as ordinary rows.
void TableFlow::prepareHeader()
{
    const qsizetype rows = std::min<qsizetype>(m_table.headerRows, m_table.rows.size());
    RowGroup header = layOutGroup(m_table.rows.first(rows));
    if (header.height > m_flow.height() / 2)
        return;
    m_header = std::move(header);
    m_headerHeight = m_header.height;
}

void TableFlow::placeHeader()
{
    int top = m_flow.position();
    std::vector<OpenCell> open;
    std::vector<CellPart> parts;
    for (std::size_t row = 0; row < m_header.rows.size(); ++row) {
        for (const OpenCell &cell : m_header.rows[row]) {
            open.push_back(cell);
            open.back().top = top;
        }
        beginRow(open, top);
        top += m_header.heights[row];
        const auto isOver = [&](const OpenCell &cell) { return cell.lastRow <= static_cast<int>(row); };
        for (OpenCell &cell : open) {
            if (isOver(cell))
                parts.push_back(cutPart(cell, top, true));
        }
        open.erase(std::remove_if(open.begin(), open.end(), isOver), open.end());
    }
    m_parts.swap(parts);
    flushParts();
    m_flow.advance(m_headerHeight);
    m_bodyTop = m_flow.position();
}

void TableFlow::placeGroup(RowGroup group, int tail)
{
    if (!m_flow.fits(group.height + tail) && isLow(group.height) && !beginsPage())
        breakPage();
    for (std::size_t index = 0; index < group.rows.size(); ++index) {
        for (OpenCell &cell : group.rows[index]) {
            cell.top = m_flow.position();
            m_open.push_back(std::move(cell));
        }
        placeRow(static_cast<int>(index), group.leastHeights[index], index + 1 == group.rows.size() ? tail : 0);
    }
    flushParts();
}

void TableFlow::placeRow(int row, int least, int tail)
{
    int height = std::max(heightNeeded(row), least);
    if (!m_flow.fits(height + tail) && !beginsPage()) {
        if (isLow(heightOnNextPage(row, least)) || !m_flow.fits(heightOfFewestLines()))
            breakPage();
        height = std::max(heightNeeded(row), least);
    }
    // Where only the tail has no room, some lines go overleaf with it.
    for (; !m_flow.fits(height + tail); height = heightNeeded(row))
        splitRow(row, m_flow.fits(height) ? m_flow.position() + height - heightOfFewestLines() : m_flow.height());
    beginRow(m_open, m_flow.position());
    m_flow.advance(height);
    const auto isOver = [&](const OpenCell &cell) { return cell.lastRow <= row; };
    for (OpenCell &cell : m_open) {
        if (isOver(cell))
            m_parts.push_back(cutPart(cell, m_flow.position(), true));
    }
    m_open.erase(std::remove_if(m_open.begin(), m_open.end(), isOver), m_open.end());
}

// As many lines of the open cells as end above `limit`; the others go on at the next page's top.
void TableFlow::splitRow(int row, int limit)
{
    int bottom = m_flow.position() + padding;
    for (const OpenCell &cell : m_open) {
        const std::size_t lines = cell.linesAbove(limit);
        if (cell.lastRow == row)
            bottom = std::max(
                bottom, cell.top + padding + cell.lineTops[cell.nextLine + lines] - cell.lineTops[cell.nextLine]);
    }
    beginRow(m_open, m_flow.position());
    m_flow.advance(bottom - m_flow.position());
    breakPage();
}

// The height that the cells which end with this row still need.
int TableFlow::heightNeeded(int row) const
{
    int height = 0;
    for (const OpenCell &cell : m_open) {
        if (cell.lastRow <= row)
            height = std::max(height, cell.textHeight(cell.nextLine) + padding - (m_flow.position() - cell.top));
    }
    return height;
}

// The same, if the page were broken before the row.
int TableFlow::heightOnNextPage(int row, int least) const
{
    int height = least;
    for (const OpenCell &cell : m_open) {
        if (cell.lastRow <= row)
            height = std::max(height, cell.textHeight(cell.nextLine + cell.linesAbove(m_flow.position())) + padding);
    }
    return height;
}

void TableFlow::beginRow(const std::vector<OpenCell> &cells, int top)
{
    QList<bool> beginsAbove(m_edges.size() - 1, true);
    QList<bool> beginsLeft(m_edges.size() - 1, true);
    for (const OpenCell &cell : cells) {
        for (int column = cell.column; column < cell.column + cell.columnSpan; ++column) {
            beginsAbove[column] = cell.top == top;
            beginsLeft[column] = column == cell.column;
        }
    }
    m_rules.beginRow(m_flow, top, beginsAbove, beginsLeft);
}

// The cell's part that ends at `bottom`, with all its remaining lines or those that have room.
CellPart TableFlow::cutPart(OpenCell &cell, int bottom, bool whole) const
{
    const std::size_t count = whole ? cell.lineCount() - cell.nextLine : cell.linesAbove(bottom);
    CellPart part{
        cell.row, cell.column, m_edges[cell.column], cell.top, m_edges[cell.column + cell.columnSpan], bottom, {}};
    const int first = cell.lineTops[cell.nextLine];
    int down = cell.top + cellPaddingY;
    if (cell.middle && whole)
        down += std::max(0, bottom - cell.top - padding - cell.textHeight(cell.nextLine)) / 2;
    part.lines.reserve(static_cast<qsizetype>(count));
    for (std::size_t i = cell.nextLine; i < cell.nextLine + count && !cell.lines.isEmpty(); ++i) {
        Line &line = cell.lines[static_cast<qsizetype>(i)];
        moveLine(line, part.left + cellPaddingX, down + cell.lineTops[i] - first);
        part.lines.append(std::move(line));
    }
    cell.nextLine += count;
    return part;
}

// Ends this page's part of the table at the position reached, and goes on under a new header.
void TableFlow::breakPage()
{
    const int bottom = m_flow.position();
    for (OpenCell &cell : m_open) {
        if (cell.top < bottom)
            m_parts.push_back(cutPart(cell, bottom, false));
    }
    flushParts();
    m_rules.end(m_flow, bottom);
    m_flow.newPage();
    placeHeader();
    for (OpenCell &cell : m_open)
        cell.top = m_flow.position();
}

void TableFlow::flushParts()
{
    std::sort(m_parts.begin(), m_parts.end(),
        [](const CellPart &a, const CellPart &b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
    for (CellPart &part : m_parts) {
        const qsizetype firstLine = m_flow.lineCount();
        for (Line &line : part.lines)
            m_flow.addLine(std::move(line), 0, 0);
        m_flow.addCell(part.left, part.top, part.right, part.bottom, firstLine);
    }
    m_parts.clear();
}

} // namespace zhibao
