// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace zhibao {

namespace {

constexpr std::size_t mostThreads = 8; // each has memory of its own

} // namespace

void inParallel(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next = 0;
    const auto workOn = [&] {
        try {
            for (std::size_t number = next++; number < count; number = next++)
                work(number);
        } catch (...) {
            next = count;
            throw;
        }
    };
    const std::size_t threads = std::min<std::size_t>({count, mostThreads, std::thread::hardware_concurrency()});
    std::vector<std::future<void>> others;
    for (std::size_t thread = 1; thread < threads; ++thread) {
        try {
            others.push_back(std::async(std::launch::async, workOn));
        } catch (const std::system_error &) {
            break; // no thread is to be had: those that there are do the work
        }
    }
    workOn();
    for (std::future<void> &other : others)
        other.get();
}

} // namespace zhibao
