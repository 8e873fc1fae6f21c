// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QSet>

#include <optional>

namespace zhibao {

LineId newLineId(); // random, so that no two offices make the same

// As the report file writes it: 32 hexadecimal digits, the letters small.
QString lineIdText(const LineId &id);
std::optional<LineId> lineIdFrom(const QString &text); // nothing where the text is none

// Of all rows and entries; those without one have no part in it.
QSet<LineId> lineIds(const Report &report);

// As it would be if it had been written by hand: found again by what its lines say alone.
Report withoutLineIds(Report report);

// Gives an id to each line that has none: of a line of `before` that says the same or nearly so (core/alignment.h),
// else a new one. Of several lines with one id the first keeps it.
Report withLineIds(Report report, const Report &before);

} // namespace zhibao
