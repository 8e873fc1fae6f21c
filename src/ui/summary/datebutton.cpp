// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/datebutton.h"

#include "ui/parts/calendarpopup.h"
#include "ui/theme.h"

namespace zhibao {

DateButton::DateButton(QWidget *parent)
    : QToolButton(parent)
{
    setIcon(theme::icon(QStringLiteral("calendar")));
    setText(tr("选择日期"));
    setToolTip(tr("选择日期"));
    setAccessibleName(tr("选择日期"));
    setAutoRaise(true);
    connect(this, &QToolButton::clicked, this, &DateButton::openCalendar);
}

void DateButton::openCalendar()
{
    zhibao::openCalendar(*this, rect(), m_start ? m_start() : QDate(), [this](QDate date) { Q_EMIT picked(date); });
}

} // namespace zhibao
