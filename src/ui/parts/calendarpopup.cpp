// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/calendarpopup.h"

#include "ui/theme.h"

#include <QCalendarWidget>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zhibao {

namespace {

// The arrows to other months stand on the highlight; the style's own are green balls.
void setArrow(const QCalendarWidget &calendar, const QString &button, const QString &icon)
{
    auto *const arrow = calendar.findChild<QToolButton *>(button);
    if (!arrow)
        return;
    const QSize size(theme::iconSize, theme::iconSize);
    arrow->setIconSize(size);
    arrow->setIcon(QIcon(theme::icon(icon).pixmap(size, calendar.devicePixelRatioF(), QIcon::Selected)));
}

} // namespace

void openCalendar(QWidget &parent, const QRect &beside, QDate start, const std::function<void(QDate)> &picked)
{
    auto *popup = new QFrame(&parent, Qt::Popup);
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
    // Qt's own red cannot be read on every background.
    QTextCharFormat weekend;
    weekend.setForeground(theme::red(calendar->palette()));
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, weekend);
    setArrow(*calendar, QStringLiteral("qt_calendar_prevmonth"), QStringLiteral("chevron-left"));
    setArrow(*calendar, QStringLiteral("qt_calendar_nextmonth"), QStringLiteral("chevron-right"));
    if (start.isValid())
        calendar->setSelectedDate(start);
    layout->addWidget(calendar);
    const auto choose = [popup, picked](QDate date) {
        popup->close();
        picked(date);
    };
    QObject::connect(calendar, &QCalendarWidget::clicked, popup, choose); // by mouse
    QObject::connect(calendar, &QCalendarWidget::activated, popup, choose); // by Enter
    popup->adjustSize();
    QPoint at = parent.mapToGlobal(QPoint(beside.x() + beside.width() - popup->width(), beside.y() + beside.height()));
    const QRect room = parent.screen()->availableGeometry();
    if (at.y() + popup->height() > room.bottom())
        at.setY(parent.mapToGlobal(beside.topLeft()).y() - popup->height());
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - popup->width())));
    popup->move(at);
    popup->show();
    calendar->setFocus();
}

} // namespace zhibao
