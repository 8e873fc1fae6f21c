// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/summary/limitbar.h"

#include <QPainter>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int barWidth = 160;

QColor fillOf(LimitLevel level, const QPalette &palette)
{
    switch (level) {
    case LimitLevel::Near:
        return theme::amber(palette);
    case LimitLevel::Over:
        return theme::red(palette);
    case LimitLevel::Within:
        break;
    }
    return theme::accent(palette);
}

} // namespace

theme::TextTone toneOf(LimitLevel level)
{
    switch (level) {
    case LimitLevel::Near:
        return theme::TextTone::Amber;
    case LimitLevel::Over:
        return theme::TextTone::Red;
    case LimitLevel::Within:
        break;
    }
    return theme::TextTone::Plain;
}

LimitBar::LimitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LimitBar::setCount(int words, int limit)
{
    if (words == m_words && limit == m_limit)
        return;
    m_words = words;
    m_limit = limit;
    update();
}

QSize LimitBar::sizeHint() const
{
    return {barWidth, theme::space2};
}

void LimitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = frame.height() / 2;
    painter.setPen(theme::gridLine(palette()));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(frame, radius, radius);
    if (m_words <= 0 || m_limit <= 0)
        return;
    QRectF used = frame;
    used.setWidth(std::max(frame.height(), frame.width() * std::min(1.0, double(m_words) / m_limit)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fillOf(limitLevel(m_words, m_limit), palette()));
    painter.drawRoundedRect(used, radius, radius);
}

} // namespace zhibao
