// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/deadline.h"

#include <QCoreApplication>

namespace zhibao {

namespace {

constexpr qint64 daysOfSoon = 3;

} // namespace

QString daysLeft(QDate deadline, QDate today)
{
    if (!deadline.isValid())
        return {};
    const qint64 days = today.daysTo(deadline);
    if (days > 0)
        return QCoreApplication::translate("Deadline", "还有 %1 天").arg(days);
    if (days == 0)
        return QCoreApplication::translate("Deadline", "今天截止");
    return QCoreApplication::translate("Deadline", "逾期 %1 天").arg(-days);
}

Urgency urgencyOf(QDate deadline, QDate today)
{
    if (!deadline.isValid())
        return Urgency::None;
    const qint64 days = today.daysTo(deadline);
    return days < 0 ? Urgency::Overdue : days <= daysOfSoon ? Urgency::Soon : Urgency::None;
}

} // namespace zhibao
