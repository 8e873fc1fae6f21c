// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace zhibao::bench {

// What one run of a program cost.
struct Cost {
    double wall = 0; // seconds
    double cpu = 0; // seconds, user and system, of the program and its children
    double peak = 0; // MiB of resident memory, of the largest process
};

// Runs the program to its end with its output thrown away; ends the benchmark when it fails.
Cost run(const QStringList &command);

} // namespace zhibao::bench
