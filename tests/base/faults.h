// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace zhibao::test {

// Runs the work in a forked child in which the given system call fails with the given errno, and gives what the work
// returned (0 to 255). Needs no privileges, so that a full or read-only medium can be had anywhere. `openat` fails
// only where it would create a file, `access` where it asks about writing. Programs that the work starts inherit it.
int withFailingCall(long systemCall, int cause, const std::function<int()> &work);

// Runs the work in a child that may not make a file larger than `bytes`.
int withFileSizeLimit(unsigned long bytes, const std::function<int()> &work);

// Runs the work in a child without the superuser's right to ignore permissions.
int withoutPrivileges(const std::function<int()> &work);

} // namespace zhibao::test
