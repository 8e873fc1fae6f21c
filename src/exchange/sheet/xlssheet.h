// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/sheet/biffrecords.h"
#include "exchange/sheet/cellformat.h"
#include "exchange/sheet/sheetdraft.h"

namespace zhibao {

// What all sheets of a workbook share.
struct XlsBook {
    QStringList strings;
    QList<NumberFormat> formats; // by number of the style
    bool isFrom1904 = false;
};

// Reads the records of a sheet, from where it begins; no more cells than builders take. `budget` is how many bytes are
// read at most, and what is left of them: sheets do not lie in one another. False where it is not whole.
bool readXlsSheet(QByteArrayView workbook, qint64 start, const XlsBook &book, SheetDraft &sheet, qint64 &budget);

} // namespace zhibao
