// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QRect>

#include <functional>

class QWidget;

namespace zhibao {

// Opens a calendar below `beside`, or above it where there is no room, its right edge at that one's; both are
// `parent`'s coordinates. An invalid `start` stands for the calendar's own. `picked` is called once, or never.
void openCalendar(QWidget &parent, const QRect &beside, QDate start, const std::function<void(QDate)> &picked);

} // namespace zhibao
