// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "generate/random.h"

namespace zhibao::test {

// A report that differs from another one in a single character, or in the whole text of a single cell.
struct ChangedReport {
    Report report;
    Place place;
    QString before; // the text there
    QString after;
};

// What was changed is not white space, since a PDF does not keep that.
ChangedReport changeOne(const Report &report, const Notice &notice, const QString &form, generate::Random &random);

} // namespace zhibao::test
