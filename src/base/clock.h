// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <functional>

namespace zhibao {

// Tells the time of day; tests hand in their own.
using Clock = std::function<QDateTime()>;

Clock systemClock();

// Milliseconds since the machine was started, the time it slept included; never set back.
qint64 millisecondsSinceBoot();

// What tells this start of the machine from every other (random(4), boot_id); "" where the system does not say.
QString bootId();

// A moment that no setting of the clock moves.
struct Uptime {
    QString boot; // which start of the machine; "": not known
    qint64 milliseconds = 0; // since then
    friend bool operator==(const Uptime &, const Uptime &) = default;
};

} // namespace zhibao
