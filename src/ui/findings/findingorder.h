// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/checks.h"

namespace zhibao {

enum class Direction { Forward, Backward };

// The finding that comes next in reading order after (or before) the caret, going round at the end; -1 where there
// is none. `shown` is the finding the caret was last led to (-1: none): it is passed over, so that several findings
// at one place are all reached.
int nextFinding(const QList<Finding> &findings, const Report &report, const Notice &notice, const Place &caret,
    int offset, int shown, Direction direction);

} // namespace zhibao
