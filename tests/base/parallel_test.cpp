// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

namespace parallel_test {

using namespace zhibao;

TEST_CASE("Each number is worked on once, however many there are", "[parallel]")
{
    for (const std::size_t count : {std::size_t(0), std::size_t(1), std::size_t(2), std::size_t(1000)}) {
        std::vector<int> times(count);
        inParallel(count, [&](std::size_t number) { ++times[number]; });
        CHECK(times == std::vector<int>(count, 1));
    }
}

TEST_CASE("What the work throws comes out, and ends it", "[parallel]")
{
    std::atomic<int> done = 0;
    const auto failing = [&](std::size_t number) {
        if (number == 3)
            throw std::runtime_error("three");
        ++done;
    };
    CHECK_THROWS_AS(inParallel(1'000'000, failing), std::runtime_error);
    CHECK(done < 1'000'000 - 1);
}

} // namespace parallel_test
