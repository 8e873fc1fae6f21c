// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// Why a text is nothing that its column takes.
enum class ValueFault { None, NotDate, NotNumber, NotInteger, TooManyDecimals, NotChoice, NotYesNo };

// What a column takes is read with white space around it, in half-width or full-width letters: dates as core/text/dates
// reads them; numbers with a sign, with commas between thousands or without, with the column's unit behind them or
// without; one of the choices; 是 and 否, √ and ×, y and n. A text of several lines is none of these.
ValueFault valueFault(const Column &column, const QString &text);

// How a text is printed: as official papers have it where the column knows it, without its unit; as typed where not.
QString printedValue(const Column &column, const QString &text);

// What is typed for yes and for no.
inline const QString yesText = QStringLiteral("是");
inline const QString noText = QStringLiteral("否");

// The sums of the columns that ask for one, by their ids; exact, with as many decimals as the summand that has the
// most. No sum of a column in which a text is no number: it would leave something out.
Texts columnTotals(const TableForm &form, const QList<Row> &rows);
bool hasTotals(const TableForm &form);

} // namespace zhibao
