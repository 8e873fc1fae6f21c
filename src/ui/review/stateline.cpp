// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/stateline.h"

#include "ui/theme.h"
#include "workspace/describe/describe.h"

#include <QPainter>
#include <QPainterPath>

namespace zhibao {

namespace {

constexpr int dot = 12; // diameter
constexpr int shortestRule = theme::space3;
constexpr int longestRule = 48;

QFont wordFont(bool here)
{
    QFont font = theme::bodyFont();
    font.setWeight(here ? QFont::DemiBold : QFont::Normal);
    return font;
}

// All words take the room of the bold one, so that nothing shifts from state to state.
int stepWidth(const QString &word)
{
    return dot + theme::space1 + QFontMetrics(wordFont(true)).horizontalAdvance(word);
}

} // namespace

StateLine::StateLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setState(ReportState::Draft);
}

// What was returned is back at the first step, under its own name.
QList<ReportState> StateLine::steps() const
{
    return {m_state == ReportState::Returned ? ReportState::Returned : ReportState::Draft, ReportState::Submitted,
        ReportState::Reviewed, ReportState::Approved, ReportState::Sealed, ReportState::Sent};
}

void StateLine::setState(ReportState state)
{
    m_state = state;
    const QList<ReportState> all = steps();
    setAccessibleName(
        tr("报表状态：%1，第 %2 步，共 %3 步").arg(describe(state)).arg(all.indexOf(state) + 1).arg(all.size()));
    updateGeometry();
    update();
}

QSize StateLine::sizeHint() const
{
    int width = 0;
    const QList<ReportState> all = steps();
    for (const ReportState step : all)
        width += stepWidth(describe(step)) + longestRule + 2 * theme::space2;
    return {width, QFontMetrics(theme::bodyFont()).height() + theme::space1};
}

QSize StateLine::minimumSizeHint() const
{
    return {stepWidth(describe(m_state)), sizeHint().height()};
}

void StateLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<ReportState> all = steps();
    int words = 0;
    for (const ReportState step : all)
        words += stepWidth(describe(step));
    const int gaps = static_cast<int>(all.size()) - 1;
    const int between = (width() - words) / gaps - 2 * theme::space2;
    const int here = static_cast<int>(all.indexOf(m_state));
    // Where there is no room for the whole way, where one is is what counts.
    const bool whole = between >= shortestRule;
    const int rule = std::min(between, longestRule);
    int x = 0;
    for (int at = whole ? 0 : here; at < all.size(); ++at) {
        const QString word = describe(all.at(at));
        const int room = stepWidth(word);
        paintStep(painter, QRect(x, 0, room, height()), word,
            at < here        ? Pace::Behind
                : at == here ? Pace::Here
                             : Pace::Ahead);
        x += room + theme::space2;
        if (!whole)
            return;
        if (at < gaps) {
            painter.setPen(QPen(at < here ? theme::accent(palette()) : theme::gridLine(palette()), 1));
            painter.drawLine(QPointF(x, height() / 2.0), QPointF(x + rule, height() / 2.0));
        }
        x += rule + theme::space2;
    }
}

// A tick, a full dot, an empty one: told apart without colour.
void StateLine::paintStep(QPainter &painter, const QRect &room, const QString &word, Pace pace) const
{
    const QColor accent = m_state == ReportState::Returned ? theme::amber(palette()) : theme::accent(palette());
    const QRectF circle(room.left() + 1, (room.height() - dot) / 2.0 + 1, dot - 2, dot - 2);
    painter.setPen(QPen(pace == Pace::Ahead ? theme::gridLine(palette()) : accent, 1.5));
    painter.setBrush(pace == Pace::Here ? QBrush(accent) : Qt::NoBrush);
    if (pace == Pace::Behind) {
        QPainterPath tick(QPointF(circle.left() + 1, circle.center().y()));
        tick.lineTo(circle.center().x() - 1, circle.bottom() - 1);
        tick.lineTo(circle.right(), circle.top() + 1);
        painter.drawPath(tick);
    } else {
        painter.drawEllipse(circle);
    }
    painter.setFont(wordFont(pace == Pace::Here));
    painter.setPen(pace == Pace::Here ? palette().color(QPalette::WindowText) : theme::quietText(palette()));
    painter.drawText(room.adjusted(dot + theme::space1, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
}

} // namespace zhibao
