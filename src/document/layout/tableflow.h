// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "document/fonts/fonts.h"
#include "document/layout/gridrules.h"
#include "document/layout/pageflow.h"

#include <vector>

namespace zhibao {

// A table cell on its way through the pages. Lengths are twips.
struct OpenCell {
    int column = 0;
    int columnSpan = 1;
    int row = 0; // its first, of the rows of its group
    int lastRow = 0;
    bool middle = false;
    // Each as if it began at the page's top left corner; none where only the places are asked for (withoutGlyphs).
    QList<Line> lines;
    std::vector<int> lineTops; // in the cell's text, and where the text ends
    std::size_t nextLine = 0; // the first that no page has yet
    int top = 0; // of the cell's part on this page

    std::size_t lineCount() const { return lineTops.size() - 1; }
    int textHeight(std::size_t from) const { return lineTops.back() - lineTops[from]; }
    // How many of the remaining lines go into a part that ends at `bottom`.
    std::size_t linesAbove(int bottom) const;
};

// A cell's part on one page.
struct CellPart {
    int row = 0;
    int column = 0;
    int left = 0, top = 0, right = 0, bottom = 0;
    QList<Line> lines; // placed in the type area
};

// Rows that belong together, laid out but not yet placed.
struct RowGroup {
    std::vector<std::vector<OpenCell>> rows; // the cells that begin in each
    std::vector<int> leastHeights; // of each row, whatever its text needs
    std::vector<int> heights;
    int height = 0;
};

// The same group to be placed where it is only asked how it parts.
RowGroup withoutGlyphs(RowGroup group);

// Lays a table out on the pages of a flow. The header rows stand again on every page. Rows that share a cell (a
// numbered row with its documents) are a group. It stays together if it is low (keptWholeShare); else it parts between
// rows, and high rows between the lines of their cells.
class TableFlow {
public:
    TableFlow(PageFlow &flow, Fonts &fonts, const Table &table, Orientation orientation);

    // The same table on the pages of another flow.
    TableFlow(PageFlow &flow, const TableFlow &other);

    // All of the table. `tail` twips of what follows stand on the page of the last row. False where `progress` asked to
    // stop.
    bool place(int tail, const Progress &progress);

    // The same group by group, for tables of which only a part is laid out: begin() above the first group, or
    // resume() where the flow's page already has the header down to `bodyTop` twips; then placeGroup() for each, and
    // end() below the last.
    RowGroup layOutGroup(const QList<TableRow> &rows) const;
    void begin(int heightOfFirst);
    void beginPage() { placeHeader(); }
    void resume(int bodyTop) { m_bodyTop = bodyTop; }
    void placeGroup(RowGroup group, int tail);
    void end();

    // Whether a group of that height, twips, never parts.
    bool isLow(int height) const { return height <= keptWholeShare * fullPage(); }
    bool repeatsHeader() const { return !m_header.rows.empty(); }
    int headerHeight() const { return m_headerHeight; } // twips
    int bodyTop() const { return m_bodyTop; } // on this page, below the header, twips

private:
    std::vector<RowGroup> layOutGroups(qsizetype first) const;
    bool isKnown(const QList<TableRow> &rows) const;
    QList<TableRow> rowsOfGroup(qsizetype first) const;
    std::vector<OpenCell> layOutRow(const TableRow &tableRow, int row) const;
    static void settleHeights(RowGroup &group);
    void prepareHeader();
    void placeHeader();
    int fullPage() const { return m_flow.height() - m_headerHeight; }
    bool beginsPage() const { return m_flow.position() == m_bodyTop; }
    void placeRow(int row, int least, int tail);
    void splitRow(int row, int limit);
    int heightNeeded(int row) const;
    int heightOnNextPage(int row, int least) const;
    void beginRow(const std::vector<OpenCell> &cells, int top);
    CellPart cutPart(OpenCell &cell, int bottom, bool whole) const;
    void breakPage();
    void flushParts();

    PageFlow &m_flow;
    Fonts &m_fonts;
    const Table &m_table;
    QList<int> m_edges; // of the columns, from the type area's left
    GridRules m_rules;
    RowGroup m_header; // without rows where there is none, or it is too high to be repeated
    int m_headerHeight = 0;
    int m_bodyTop = 0;
    std::vector<OpenCell> m_open;
    std::vector<CellPart> m_parts; // of this page, not yet in reading order
};

} // namespace zhibao
