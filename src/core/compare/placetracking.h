// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <optional>

namespace zhibao {

// Where a place of one version of a report is in a later one: rows and entries are found again where they moved, or
// where others came or went before them. Nothing where the row or entry is gone.
std::optional<Place> placeAfter(const Report &before, const Report &after, const Place &place);

// Where a passage that stood at the offset stands in a later text: of its occurrences the one nearest to there, since
// what was edited before it shifted it a little. Offsets are in UTF-16 units; -1 where the text has it no more.
qsizetype passageAfter(const QString &text, const QString &passage, qsizetype offset);

} // namespace zhibao
