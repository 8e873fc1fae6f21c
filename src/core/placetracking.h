// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <optional>

namespace zhibao {

// Where a place of one version of a report is in a later one: rows and entries are found again where they moved, or
// where others came or went before them. Nothing where the row or entry is gone.
std::optional<Place> placeAfter(const Report &before, const Report &after, const Place &place);

} // namespace zhibao
