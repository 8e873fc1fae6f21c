// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

namespace zhibao {

// How far away a deadline is, plainly: 还有 3 天, 今天截止, 逾期 2 天. "" for an invalid date.
QString daysLeft(QDate deadline, QDate today);

constexpr int amberDays = 7; // from here on a form shows its deadline in amber

// How much a deadline presses: Soon on the day itself and the three days before.
enum class Urgency { None, Soon, Overdue };
Urgency urgencyOf(QDate deadline, QDate today);

} // namespace zhibao
