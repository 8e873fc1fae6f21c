// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "document/fonts.h"
#include "document/gridrules.h"
#include "document/pageflow.h"

#include <vector>

namespace zhibao {

// A table cell on its way through the pages. Lengths are twips.
struct OpenCell {
    int column = 0;
    int columnSpan = 1;
    int row = 0; // its first
    int lastRow = 0;
    bool middle = false;
    QList<Line> lines; // each as if it began at the page's top left corner
    std::vector<int> lineTops; // in the cell's text, and where the text ends
    std::size_t nextLine = 0; // the first that no page has yet
    int top = 0; // of the cell's part on this page

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

// Lays a table out on the pages of a flow. The header rows stand again on every page. Rows that share a cell (a
// numbered row with its documents) stay together if they are low (keptWholeShare); else they part between rows, and
// high rows between the lines of their cells.
class TableFlow {
public:
    TableFlow(PageFlow &flow, Fonts &fonts, const Table &table, Orientation orientation);

    // `tail` twips of what follows stand on the page of the last row. False where `progress` asked to stop.
    bool place(int tail, const Progress &progress);

private:
    // Rows that belong together, laid out but not yet placed.
    struct Group {
        qsizetype first = 0;
        std::vector<std::vector<OpenCell>> rows; // the cells that begin in each
        std::vector<int> heights;
        int height = 0;
    };

    qsizetype groupEnd(qsizetype first) const;
    Group layOutGroup(qsizetype first, qsizetype end) const;
    std::vector<OpenCell> layOutRow(qsizetype row) const;
    void settleHeights(Group &group) const;
    void prepareHeader();
    void placeHeader();
    int fullPage() const { return m_flow.height() - m_headerHeight; }
    bool isLow(int height) const { return height <= keptWholeShare * fullPage(); }
    bool beginsPage() const { return m_flow.position() == m_bodyTop; }
    void placeGroup(Group group, int tail);
    void placeRow(qsizetype row, int tail);
    void splitRow(qsizetype row, int limit);
    int heightNeeded(qsizetype row) const;
    int heightOnNextPage(qsizetype row) const;
    void beginRow(const std::vector<OpenCell> &cells, int top);
    CellPart cutPart(OpenCell &cell, int bottom, bool whole) const;
    void breakPage();
    void flushParts();

    PageFlow &m_flow;
    Fonts &m_fonts;
    const Table &m_table;
    QList<int> m_edges; // of the columns, from the type area's left
    GridRules m_rules;
    Group m_header; // without rows where the header is too high to be repeated
    int m_headerHeight = 0;
    int m_bodyTop = 0; // on this page, below the header
    std::vector<OpenCell> m_open;
    std::vector<CellPart> m_parts; // of this page, not yet in reading order
};

} // namespace zhibao
