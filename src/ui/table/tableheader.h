// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QHeaderView>

namespace zhibao {

// The form's header as it is printed: merged cells of any depth, their words wrapped.
class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    TableHeader(const TableForm &form, QWidget *parent);

    QSize sizeHint() const override;
    // Widths or font changed: the words are wrapped anew.
    void relayout();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    // A header cell, where it stands in the grid of columns and levels.
    struct Cell {
        QString label;
        int level = 0;
        int levels = 1;
        int column = 0;
        int columns = 1;
    };

    int collect(const QList<HeaderCell> &cells, int level, int column);
    int sectionsWidth(const Cell &cell) const;
    QList<int> levelHeights() const;
    QRect textRect(const QRect &cell) const;
    int textHeight(const Cell &cell) const;
    void paintCell(QPainter &painter, const QRect &rect, const Cell &cell) const;

    int m_depth;
    QList<Cell> m_cells;
    mutable QList<int> m_levelHeights; // empty: to be computed
};

} // namespace zhibao
