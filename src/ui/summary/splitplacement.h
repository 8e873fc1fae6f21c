// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reportedit.h"
#include "core/summarysplit.h"

namespace zhibao {

// One part of a pasted summary, and where it would go.
struct SplitPart {
    Place place;
    QString text;
    bool taken = false; // a text of the person's own stands there already
};

// The parts that hold a text, in reading order. What fits no part is not among them.
QList<SplitPart> splitParts(const SummarySplit &split, const Report &report, const Form &form);

enum class WhenTaken { Replace, Append };

struct Placed {
    Report report;
    Place restPlace; // where what fits no part was put: after the opening, so that it stays visible
    int restOffset = 0;
    int restLength = 0; // 0: everything fitted
};

// The report with the parts put in. Nothing of them is dropped: a date beside which another stands already goes
// where the rest goes. Errors as setText.
Result<Placed> placeSplit(
    const SummarySplit &split, const Report &report, const Notice &notice, const Form &form, WhenTaken when);

} // namespace zhibao
