// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QToolButton>

#include <functional>

class QCalendarWidget;

namespace zhibao {

// Opens a calendar beside a date that can also be typed.
class DateButton : public QToolButton {
    Q_OBJECT
public:
    explicit DateButton(QWidget *parent = nullptr);

    // Asked for the date to open the calendar at; an invalid one stands for the calendar's own.
    void setStart(std::function<QDate()> start) { m_start = std::move(start); }

Q_SIGNALS:
    void picked(QDate date);

private:
    void openCalendar();

    std::function<QDate()> m_start;
};

} // namespace zhibao
