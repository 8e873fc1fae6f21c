// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office/clockwatch.h"

#include <cmath>

namespace zhibao {

namespace {

constexpr qint64 believableJump = 2 * 60 * 1000; // milliseconds
constexpr qint64 believableDays = 400; // between two changes

} // namespace

ClockWatch::ClockWatch(Clock clock, std::function<qint64()> elapsed)
    : m_clock(std::move(clock))
    , m_elapsed(std::move(elapsed))
    , m_lastTold(m_clock())
    , m_lastElapsed(m_elapsed())
{
}

std::optional<ClockDoubt> ClockWatch::compare(const QDateTime &lastChange)
{
    const QDateTime now = m_clock();
    const bool before = lastChange.msecsTo(now) < -believableJump;
    const bool farBehind = lastChange.daysTo(now) > believableDays;
    return lastChange.isValid() && (before || farBehind) ? std::optional(ClockDoubt{lastChange, now}) : std::nullopt;
}

std::optional<ClockDoubt> ClockWatch::look()
{
    const QDateTime now = m_clock();
    const qint64 elapsed = m_elapsed();
    const QDateTime expected = m_lastTold.addMSecs(elapsed - m_lastElapsed);
    m_lastTold = now;
    m_lastElapsed = elapsed;
    return std::abs(expected.msecsTo(now)) > believableJump ? std::optional(ClockDoubt{expected, now}) : std::nullopt;
}

} // namespace zhibao
