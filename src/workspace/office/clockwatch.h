// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <optional>

namespace zhibao {

// A clock that is not to be believed: what it should tell at least, or about, and what it does tell.
struct ClockDoubt {
    QDateTime expected;
    QDateTime told;
    friend bool operator==(const ClockDoubt &, const ClockDoubt &) = default;
};

// Notices where the clock of the machine jumps. Nothing depends on it: what was saved is ordered by number.
class ClockWatch {
public:
    // `elapsed` tells the milliseconds since some moment, and goes on while the machine sleeps.
    ClockWatch(Clock clock, std::function<qint64()> elapsed);

    // Against the last change in the store: a clock before it, or more than 400 days behind it.
    std::optional<ClockDoubt> compare(const QDateTime &lastChange);
    // Against the time that passed since the last question: a jump of more than two minutes.
    std::optional<ClockDoubt> look();

private:
    Clock m_clock;
    std::function<qint64()> m_elapsed;
    QDateTime m_lastTold;
    qint64 m_lastElapsed = 0;
};

} // namespace zhibao
