// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/sheet/cellformat.h"
#include "exchange/sheet/sharedstrings.h"
#include "exchange/sheet/sheetdraft.h"

namespace zhibao {

// What all sheets of an XLSX share.
struct XlsxBook {
    QList<SheetText> strings;
    QList<NumberFormat> formats; // by number of the style
    bool isFrom1904 = false;
};

// Reads the part of a sheet; no more cells than builders take. False where it is not whole.
bool readXlsxSheet(const QByteArray &xml, const XlsxBook &book, SheetDraft &sheet);

// What lies over the cells: pictures, charts and text boxes.
void readXlsxDrawing(const QByteArray &xml, SheetDraft &sheet);

void readXlsxComments(const QByteArray &xml, SheetDraft &sheet);

} // namespace zhibao
