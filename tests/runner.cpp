// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#define CATCH_CONFIG_RUNNER
#include "runner.h"

#include <catch2/catch.hpp>

namespace zhibao::test {

int run(int argc, char *argv[])
{
    return Catch::Session().run(argc, argv);
}

} // namespace zhibao::test
