// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/deadline.h"

#include <QCoreApplication>

namespace zhibao {

QString daysLeft(QDate deadline, QDate today)
{
    if (!deadline.isValid())
        return {};
    const qint64 days = today.daysTo(deadline);
    if (days > 0)
        return QCoreApplication::translate("Deadline", "还有 %1 天").arg(days);
    if (days == 0)
        return QCoreApplication::translate("Deadline", "今天截止");
    return QCoreApplication::translate("Deadline", "已逾期 %1 天").arg(-days);
}

} // namespace zhibao
