// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "core/report.h"
#include "workspace/catalogue.h"

namespace zhibao::cli {

// A report file's report; its unknown keys are told on standard error.
Result<Report> reportFromFile(const QString &path, const Catalogue &catalogue);

// The stored report of --unit (and --notice, where the unit has several) in --store, as it is stored.
Result<Report> reportFromStore(const Arguments &arguments, const Catalogue &catalogue);

// The one or the other, as the arguments ask. Error: Usage, where they ask for both or none.
Result<Report> askedReport(const Arguments &arguments, const Catalogue &catalogue);

// The store that --store names, or the default one.
QString askedStore(const Arguments &arguments);

} // namespace zhibao::cli
