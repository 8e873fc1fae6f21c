// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// How a workbook shows the numbers of a cell, as far as they are then read as something else.
enum class NumberKind {
    Plain,
    Date,
    Time,
    DateTime,
    Percent,
    Padded, // with zeros before: 0001
};

struct NumberFormat {
    NumberKind kind = NumberKind::Plain;
    int digits = 0; // of Padded: at least
    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;
};

// By the code of a format: yyyy"年"m"月", 0.00%.
NumberFormat numberFormat(const QString &code);
// Of those that workbooks do not write out, by their number (ECMA-376 part 1, 18.8.30).
NumberFormat builtInFormat(int id);

// The text of a number as a cell shows it: days since 1900 or 1904 as 2023-12-20, all others with 15 digits at most.
QString numberText(double number, const NumberFormat &format, bool isFrom1904);

} // namespace zhibao
