// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace zhibao {

// The width of a text in full-width characters, before any font is known: a Chinese character or mark is 1, a Latin
// letter or digit 0.5, and the space between the two 0.2.
double nominalWidth(QStringView text);

// Where a title that is wider than `capacity` full-width characters begins new lines, in UTF-16 units: whole phrases,
// in the shape of a trapezoid or a diamond (GB/T 9704-2012 7.3.1). What stands in brackets, `unit` and Latin words stay
// whole. Empty where the title fits one line, and where it is too long to be shaped (over four lines).
QList<qsizetype> titleBreaks(const QString &title, const QString &unit, int capacity);

// The same for a unit's name, which begins its second line behind one of its parts (a province, a city, an office), as
// near to the middle as can be; as for a title where two such lines do not hold it.
QList<qsizetype> unitBreaks(const QString &unit, int capacity);

} // namespace zhibao
