// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/compare/alignment.h"

#include <QList>
#include <QMap>

namespace zhibao {

// Which line of the last version a line of a file is.
struct FoundLine {
    int before = -1; // -1: a new one
    double likeness = 0; // 1: it says the same
};

// Lines that say the same find each other first, in order; then those that are each other's likest, at least 0.6 alike
// and 0.15 before the next; the others are new. `chosen`: by line of the file what somebody said.
QList<FoundLine> linkLines(
    const QList<LineContent> &before, const QList<LineContent> &lines, const QMap<int, int> &chosen = {});

} // namespace zhibao
