// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "core/report/report.h"
#include "workspace/office/office.h"

namespace zhibao::cli {

// What is shipped, and the notices that the store keeps; what is shipped alone where it cannot be read.
Catalogue knownIn(const QString &store, const Catalogue &shipped);

// A report file's report; its unknown keys are told on standard error.
Result<Report> reportFromFile(const QString &path, const Catalogue &catalogue);

// A report, and what stands on its pages besides: a report file knows of no review, and so has no marks.
struct AskedReport {
    Report report;
    Notice notice; // that it follows
    OfficialMarks marks = {};
};

// A report file's report and the notice that it follows, whatever store it may go to: a notice that the office added is
// known by the default one. What the file holds besides is told on standard error.
Result<AskedReport> askedFile(const QString &path, const Catalogue &shipped);

// The stored report of --unit (and --notice, where the unit has several) in --store, as it is stored.
Result<AskedReport> reportFromStore(const Arguments &arguments, const Catalogue &catalogue);
Result<qint64> storedId(const Arguments &arguments, const QList<ReportSummary> &reports);

// The one or the other, as the arguments ask. Error: Usage, where they ask for both or none.
Result<AskedReport> askedReport(const Arguments &arguments, const Catalogue &catalogue);

// The store that --store names, or the default one.
QString askedStore(const Arguments &arguments);

} // namespace zhibao::cli
