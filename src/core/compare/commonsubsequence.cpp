// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/commonsubsequence.h"

#include <algorithm>
#include <dtl/dtl.hpp>

namespace zhibao {

namespace {

using Sequence = std::vector<int>;

// Both sequences must have elements: dtl walks outside of an empty one.
void appendLongest(IndexPairs &pairs, const Sequence &before, const Sequence &after, int offset)
{
    dtl::Diff<int, Sequence> difference(before, after);
    difference.compose();
    int from = offset;
    int to = offset;
    const auto script = difference.getSes().getSequence();
    for (const auto &[element, step] : script) {
        // The positions that dtl records are wrong after its internal restarts; the order of the steps is right.
        if (step.type == dtl::SES_COMMON)
            pairs.emplace_back(from, to);
        from += step.type != dtl::SES_ADD;
        to += step.type != dtl::SES_DELETE;
    }
}

} // namespace

CommonEnds commonEnds(std::span<const int> before, std::span<const int> after)
{
    CommonEnds ends;
    const std::size_t shorter = std::min(before.size(), after.size());
    while (ends.head < shorter && before[ends.head] == after[ends.head])
        ++ends.head;
    while (
        ends.tail < shorter - ends.head && before[before.size() - 1 - ends.tail] == after[after.size() - 1 - ends.tail])
        ++ends.tail;
    return ends;
}

IndexPairs commonSubsequence(std::span<const int> before, std::span<const int> after)
{
    const CommonEnds ends = commonEnds(before, after);
    IndexPairs pairs;
    pairs.reserve(std::min(before.size(), after.size()));
    for (std::size_t i = 0; i < ends.head; ++i)
        pairs.emplace_back(static_cast<int>(i), static_cast<int>(i));
    const auto middle
        = [&](std::span<const int> whole) { return whole.subspan(ends.head, whole.size() - ends.head - ends.tail); };
    const std::span<const int> from = middle(before);
    const std::span<const int> to = middle(after);
    if (!from.empty() && !to.empty() && from.size() + to.size() <= comparableElements)
        appendLongest(pairs, {from.begin(), from.end()}, {to.begin(), to.end()}, static_cast<int>(ends.head));
    for (std::size_t i = ends.tail; i > 0; --i)
        pairs.emplace_back(static_cast<int>(before.size() - i), static_cast<int>(after.size() - i));
    return pairs;
}

} // namespace zhibao
