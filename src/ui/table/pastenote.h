// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

namespace zhibao {

// What came of a paste, for people.
struct PasteOutcome {
    TextGrid kept; // cells that found no place
    TextGrid leftOut; // lines and paragraphs that are no cells of the table
    int otherTables = 0; // are in leftOut too
    bool hasConcealed = false; // deleted or hidden texts were not taken
    QList<Place> replaced;
    Report before;
};

// One sentence about what did not come in, and what was replaced; empty where there is nothing to tell.
QString describePaste(const PasteOutcome &outcome, const TableForm &form);

} // namespace zhibao
