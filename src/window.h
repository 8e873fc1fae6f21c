// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao {

// Opens the window on the store that the arguments name and runs it until it is closed; gives the exit code. The
// application's name is set before.
int runWindow(int argc, char *argv[]);

} // namespace zhibao
