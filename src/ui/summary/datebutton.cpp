// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/datebutton.h"

#include "ui/theme.h"

#include <QCalendarWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

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
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(theme::space1, theme::space1, theme::space1, theme::space1);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setObjectName(QStringLiteral("calendar"));
    calendar->setLocale(QLocale(QLocale::Chinese, QLocale::China));
    calendar->setFirstDayOfWeek(Qt::Monday); // GB/T 7408; the locale's own data says Sunday
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setGridVisible(false);
    const QDate start = m_start ? m_start() : QDate();
    if (start.isValid())
        calendar->setSelectedDate(start);
    layout->addWidget(calendar);
    const auto choose = [this, popup](QDate date) {
        popup->close();
        Q_EMIT picked(date);
    };
    connect(calendar, &QCalendarWidget::clicked, this, choose); // by mouse
    connect(calendar, &QCalendarWidget::activated, this, choose); // by Enter
    popup->adjustSize();
    QPoint at = mapToGlobal(QPoint(width() - popup->width(), height()));
    const QRect room = screen()->availableGeometry();
    if (at.y() + popup->height() > room.bottom())
        at.setY(mapToGlobal(QPoint()).y() - popup->height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - popup->width())));
    popup->move(at);
    popup->show();
    calendar->setFocus();
}

} // namespace zhibao
