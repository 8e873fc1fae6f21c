// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/cellblock.h"

#include "ui/table/tablemodel.h"

#include <algorithm>

namespace zhibao {

CellBlock blockOver(const TableModel &model, const QModelIndex &one, const QModelIndex &other)
{
    if (!one.isValid() || !other.isValid())
        return {};
    CellBlock block{std::min(one.row(), other.row()), std::min(one.column(), other.column()),
        std::max(one.row(), other.row()), std::max(one.column(), other.column())};
    const auto isMerged = [&] {
        for (int column = block.left; column <= block.right; ++column) {
            if (!model.column(column).repeating)
                return true;
        }
        return false;
    };
    if (isMerged()) {
        block.top = model.lines().at(block.top).first;
        const TableLine &last = model.lines().at(block.bottom);
        block.bottom = last.first + last.count - 1;
    }
    return block;
}

TextGrid gridOf(const TableModel &model, const CellBlock &block)
{
    bool isByLine = false;
    for (int column = block.left; column <= block.right; ++column)
        isByLine |= model.column(column).repeating;
    TextGrid grid;
    for (int line = block.top; line <= block.bottom; ++line) {
        const bool isFirst = model.lines().at(line).first == line;
        if (!isByLine && !isFirst)
            continue;
        QStringList texts;
        for (int column = block.left; column <= block.right; ++column) {
            if (model.column(column).serial)
                continue;
            const bool isShown = isFirst || model.column(column).repeating;
            texts.append(isShown ? model.text(model.index(line, column)) : QString());
        }
        grid.append(texts);
    }
    return grid;
}

QList<Place> placesOf(const TableModel &model, const CellBlock &block)
{
    QList<Place> places;
    for (int line = block.top; line <= block.bottom; ++line) {
        for (int column = block.left; column <= block.right; ++column) {
            const QModelIndex index = model.index(line, column);
            if (!model.column(column).serial && model.merged(index) == index)
                places.append(model.place(index));
        }
    }
    return places;
}

QModelIndex neighbour(const TableModel &model, const QModelIndex &cell, Qt::Key arrow)
{
    if (!cell.isValid())
        return {};
    if (arrow == Qt::Key_Left || arrow == Qt::Key_Right) {
        const int step = arrow == Qt::Key_Left ? -1 : 1;
        int column = cell.column() + step;
        while (column >= 0 && column < model.columnCount() && model.column(column).serial)
            column += step;
        return model.merged(model.index(cell.row(), column));
    }
    const TableLine &line = model.lines().at(cell.row());
    const bool isByLine = model.column(cell.column()).repeating;
    const int above = isByLine ? cell.row() - 1 : line.first - 1;
    const int below = isByLine ? cell.row() + 1 : line.first + line.count;
    return model.merged(model.index(arrow == Qt::Key_Up ? above : below, cell.column()));
}

} // namespace zhibao
