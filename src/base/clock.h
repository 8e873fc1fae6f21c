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

} // namespace zhibao
