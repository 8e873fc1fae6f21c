// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// How large a generated report is. What is 0 is drawn from the seed, as offices write it.
struct GeneratorSize {
    int rows = 0; // rows of each table form; then every row has exactly one entry
    int cellCharacters = 0; // code points of every text of a table
    int summaryCharacters = 0; // about as many in all the sections of an outline form
};

// A report nobody wrote: realistic Chinese office prose for any notice, the same for the same arguments everywhere.
Report generateReport(const Notice &notice, quint32 seed, const GeneratorSize &size = {});

} // namespace zhibao
