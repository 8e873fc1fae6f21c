// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

#include <QModelIndex>

namespace zhibao {

class TableModel;

// A rectangle of cells: lines and columns of the table, both ends within.
struct CellBlock {
    int top = 0;
    int left = 0;
    int bottom = -1;
    int right = -1;
    bool isEmpty() const { return bottom < top || right < left; }
};

// The smallest block that holds both cells and cuts through no merged one.
CellBlock blockOver(const TableModel &model, const QModelIndex &one, const QModelIndex &other);

// The texts of a block as they travel over the clipboard: a merged text once, the running number not at all.
TextGrid gridOf(const TableModel &model, const CellBlock &block);

// The places of a block that hold a text, each once.
QList<Place> placesOf(const TableModel &model, const CellBlock &block);

// The neighbour of a cell in the direction of an arrow key, by lines and columns; invalid at the table's edge.
QModelIndex neighbour(const TableModel &model, const QModelIndex &cell, Qt::Key arrow);

} // namespace zhibao
