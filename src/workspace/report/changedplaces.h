// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// The places whose text differs between two reports on one notice, in reading order, and the rows and entries that
// only one of them has.
QList<Place> changedPlaces(const Report &before, const Report &after, const Notice &notice);

} // namespace zhibao
