// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace zhibao::generate {

// SplitMix64. The standard library's distributions differ between implementations, and a seed must give the same
// report everywhere.
class Random {
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next();
    int below(int limit); // 0 ≤ result < limit; limit > 0
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int perThousand) { return below(1000) < perThousand; }
    const QString &pick(const QStringList &choices) { return choices.at(below(int(choices.size()))); }

private:
    quint64 m_state;
};

} // namespace zhibao::generate
