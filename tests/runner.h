// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao::test {

// Runs the test cases of the program as its arguments tell; gives what its main returns.
int run(int argc, char *argv[]);

} // namespace zhibao::test
