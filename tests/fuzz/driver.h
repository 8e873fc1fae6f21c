// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/random.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace zhibao::fuzz {

enum class Outcome { Accepted, Refused };

// A reader that is given what nobody would write.
struct Target {
    QList<QByteArray> seeds; // accepted as they are
    // An input made of two seeds; the same for the same arguments.
    std::function<QByteArray(const QByteArray &seed, const QByteArray &other, generate::Random &random)> mutated;
    // Reads an input; calls fail() where more comes of it than acceptance or a refusal that is told.
    std::function<Outcome(const QByteArray &input)> read;
};

// Ends the process that reads inputs: what was promised of the present one does not hold.
[[noreturn]] void fail(const char *what);

// Gives the target mutated inputs until the time is over, one after the other in a process of its own, and watches it:
// an input that ends the process, or takes more than 2 seconds of the processor or more than 256 MiB of memory (more
// where the sanitizers are on), is kept as a file and told. The arguments are `--seconds N`, `--seed S` ("random":
// drawn, and printed), `--corpus DIR` (more seeds), `--keep DIR` (where such an input is put; default: here) and
// `--replay FILE` (reads that file alone). Needs a QCoreApplication, which has the arguments. Gives the exit code: 0:
// all went well; 1: not so; 2: usage.
int run(const Target &target);

} // namespace zhibao::fuzz
