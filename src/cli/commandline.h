// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/catalogue.h"

#include <QStringList>

namespace zhibao::cli {

// Whether the program's first argument names a subcommand (or asks for help or the version), so that no window opens; a
// review file is for the window.
bool handles(const QStringList &arguments);

// Runs the subcommand (arguments without the program's name) and returns the exit code: 0 done, 1 the report has
// errors, 2 usage, 3 an input is not what it should be, 4 an output could not be written. Data goes to standard
// output, everything else to standard error.
int run(const QStringList &arguments, const Catalogue &catalogue);

} // namespace zhibao::cli
