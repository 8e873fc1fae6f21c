// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pageflow.h"

#include <QList>

namespace zhibao {

// The rules of the part of a table that stands on one page, each drawn in one stroke as far as it runs straight on.
class GridRules {
public:
    // `edges`: the left edge of each column and, last, the right edge of the table; twips from the type area's left.
    explicit GridRules(const QList<int> &edges);

    // The next row begins at `top`. For each column, whether a cell begins above it and left of it in this row; where
    // it does not, the cell of the row above or of the column before goes on.
    void beginRow(PageFlow &flow, int top, const QList<bool> &beginsAbove, const QList<bool> &beginsLeft);

    // The table, or its part on this page, ends at `bottom`.
    void end(PageFlow &flow, int bottom);

private:
    void drawAcross(PageFlow &flow, int y, const QList<bool> &drawn) const;

    QList<int> m_edges;
    QList<int> m_since; // where the upright rule at each edge began; -1: none is being drawn
};

} // namespace zhibao
