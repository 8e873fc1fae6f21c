// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/random.h"

namespace zhibao::generate {

quint64 Random::next()
{
    m_state += 0x9E3779B97F4A7C15u;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

int Random::below(int limit)
{
    return int(next() % quint64(limit));
}

} // namespace zhibao::generate
