// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

namespace zhibao::cli {

enum ExitCode { done = 0, reportHasErrors = 1, usage = 2, badInput = 3, notWritten = 4 };

// A text for people.
QString tr(const char *text);

// Data for standard output (UTF-8); gives `done`, or `notWritten` where it could not take all of it.
int printData(const QString &text);

// A sentence for people on standard error; control characters in it become spaces.
void printNote(const QString &sentence);

// The error's sentence on standard error; gives its exit code.
int fail(const Error &error);

// One line of a table: fields parted by tabs; tabs, line ends and other control characters inside a field become
// spaces.
QString tableLine(const QStringList &fields);

} // namespace zhibao::cli
