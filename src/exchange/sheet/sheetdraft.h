// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/filledbuilder.h"

#include <QBitArray>

namespace zhibao {

struct SheetCell {
    int row = 0;
    int column = 0;
    QString text;
    QString phonetic; // how it is read aloud: no part of it
    bool isComputed = false;
    bool isDate = false;
    bool isError = false;
};

// Rows and columns from the first to the last.
struct SheetRange {
    int firstRow = 0;
    int lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;
};

struct SheetComment {
    int row = 0;
    int column = 0;
    QString text;
};

// A sheet as the formats of workbooks tell of it; only cells that hold something.
struct SheetDraft {
    QString name;
    bool isHidden = false;
    QList<SheetCell> cells;
    QList<SheetRange> merges;
    QBitArray hiddenRows; // as many as need be
    QBitArray hiddenColumns;
    QList<SheetComment> comments;
    QStringList textBoxes;
    int formulasWithoutResult = 0;
    int pictures = 0;
    int objects = 0;

    void hideRow(int row);
    void hideColumns(int first, int last);
};

// Gives the sheet to the builder: merged cells at their first place, what is hidden left out.
void giveSheet(SheetDraft sheet, FilledBuilder &builder);

} // namespace zhibao
