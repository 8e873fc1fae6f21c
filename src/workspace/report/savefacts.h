// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "store/store.h"

namespace zhibao {

// What the list of reports shows of one.
SaveFacts saveFacts(const Report &report, const Notice &notice);

} // namespace zhibao
