// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calls/calls.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

// What the interposed functions share: which files are watched, the trace, and the fault to inject.
namespace zhibao::calls {

// One call at a time: the order of the trace is the order in which the kernel saw the calls.
std::mutex &order();

bool isWatched(int file);
void setWatched(int file, bool watched);
// The absolute path that a call means, or nothing where it does not lie below the watched folder.
std::optional<std::string> watchedPath(int folder, const char *path);
std::optional<std::string> watchedPathOf(int file);

void record(Record head, std::string_view path = {}, std::string_view other = {}, std::string_view data = {});

// What is to become of the next call of a kind.
struct Verdict {
    bool fails = false;
    bool shortened = false;
    int cause = 0; // errno
};
// Counts the call, and writes a Fault record where it is to fail.
Verdict judge(Kind kind);

} // namespace zhibao::calls
