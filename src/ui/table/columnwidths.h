// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QList>

namespace zhibao {

// How wide the columns are: shares of what room there is, with a least width for each. The shares are the form's
// until somebody draws an edge by hand.
class ColumnWidths {
public:
    explicit ColumnWidths(const TableForm &form);

    // Pixels; fills `room` exactly unless the least widths need more. `em`: the font's size.
    QList<int> fitted(int room, int em) const;
    // The edge right of a column was drawn by `by` pixels: its neighbour gives or takes what the column takes or gives.
    void drawEdge(const QList<int> &widths, int column, int by, int em);

    void reset();
    const QList<double> &shares() const { return m_shares; }
    void setShares(const QList<double> &shares); // ignored where they do not fit the form

private:
    int leastWidth(int column, int em) const;

    QList<Column> m_columns;
    QList<double> m_shares;
    bool m_isByHand = false;
};

} // namespace zhibao
