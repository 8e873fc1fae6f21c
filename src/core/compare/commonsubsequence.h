// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace zhibao {

// How many elements the two sequences may have together, common ends not counted, for them to be compared one by one.
// The worst case (nothing in common) then stays below half a second and 100 MB.
inline constexpr std::size_t comparableElements = 20'000;

// How many elements are equal from the start on, and how many from the end back; the two never overlap.
struct CommonEnds {
    std::size_t head = 0;
    std::size_t tail = 0;
};
CommonEnds commonEnds(std::span<const int> before, std::span<const int> after);

// Indices of equal elements, ascending in both sequences.
using IndexPairs = std::vector<std::pair<int, int>>;

// A longest common subsequence (Wu, Manber, Myers, Miller: An O(NP) Sequence Comparison Algorithm, 1990). Of sequences
// longer than comparableElements only the common ends.
IndexPairs commonSubsequence(std::span<const int> before, std::span<const int> after);

} // namespace zhibao
