// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace zhibao::cli {

enum ExitCode { done = 0, reportHasErrors = 1, usage = 2, badInput = 3, notWritten = 4 };

// A text for people.
QString tr(const char *text);

// The text without what would give orders to a terminal, or turn the direction in which it shows the rest: control
// characters, line separators and the marks of direction as \u001b, bytes of a path that are no UTF-8 as \x9b.
QString escaped(const QString &text);

// Data for standard output (UTF-8, and paths byte for byte); gives `done`, or `notWritten` where it could not take all
// of it. A terminal is shown it escaped, but for tabs and line ends: within JSON these are escapes as well.
int printData(const QString &text);

// Paths, one a line; on a terminal none breaks its line.
int printPaths(const QStringList &paths);

// A sentence for people on standard error, escaped.
void printNote(const QString &sentence);

// The error's sentence on standard error; gives its exit code.
int fail(const Error &error);

// One line of a table: fields parted by tabs; tabs, line ends and other control characters inside a field become
// spaces, or, where standard output is a terminal, are escaped.
QString tableLine(const QStringList &fields);

} // namespace zhibao::cli
