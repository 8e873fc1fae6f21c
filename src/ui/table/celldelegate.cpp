// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/celldelegate.h"

#include "ui/parts/celltypesetter.h"
#include "ui/table/tablemodel.h"
#include "ui/theme.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace zhibao {

namespace {

constexpr int markSize = 9;
constexpr int markTail = 3; // of the speech bubble

// The ground of a selected cell: the accent, thin enough for the text on it to stay readable.
QColor tinted(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = theme::accent(palette);
    const auto mixed = [](int one, int other) { return (one * 14 + other * 86) / 100; };
    return {mixed(accent.red(), base.red()), mixed(accent.green(), base.green()), mixed(accent.blue(), base.blue())};
}

// The last line of a text that goes on dissolves in the ground, under a sign that there is more.
void paintFade(QPainter *painter, const QRect &cell, const QColor &ground, int lineHeight)
{
    const QRect last(cell.left(), cell.bottom() - CellTypesetter::topMargin - lineHeight,
        cell.width() - CellTypesetter::rule, lineHeight + CellTypesetter::topMargin);
    QLinearGradient fade(last.topLeft(), last.bottomLeft());
    QColor clear = ground;
    clear.setAlpha(0);
    fade.setColorAt(0, clear);
    fade.setColorAt(0.7, ground);
    painter->fillRect(last, fade);
    painter->drawText(last, Qt::AlignHCenter | Qt::AlignBottom, QStringLiteral("⋯"));
}

QFont commentFont()
{
    QFont font = theme::captionFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

// The lower right corner: the last line of a text seldom reaches it.
QRect commentMark(const QRect &cell, int comments)
{
    if (comments == 0)
        return {};
    const QFontMetrics metrics(commentFont());
    const QSize size(metrics.horizontalAdvance(QString::number(comments)) + theme::space2 + theme::space1,
        metrics.height() + markTail);
    return {
        cell.bottomRight() - QPoint(size.width() + CellTypesetter::rule, size.height() + CellTypesetter::rule), size};
}

CellDelegate::CellDelegate(const TableModel &model, CellTypesetter &text, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_text(text)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    const bool isSelected = option.state & QStyle::State_Selected;
    const QColor ground = isSelected ? tinted(option.palette) : option.palette.color(QPalette::Base);
    painter->fillRect(option.rect, ground);
    if (m_model.column(index.column()).serial) {
        painter->setFont(m_text.font());
        painter->setPen(theme::quietText(option.palette));
        painter->drawText(option.rect.adjusted(0, 0, -CellTypesetter::rule, -CellTypesetter::rule), Qt::AlignCenter,
            index.data().toString());
    } else {
        paintText(painter, option, index, ground);
        paintMark(painter, option, index);
        paintComments(painter, option, m_model.comments(index));
    }
    const QRect rect = option.rect;
    const QColor rule = theme::gridLine(option.palette);
    painter->fillRect(
        QRect(rect.right() + 1 - CellTypesetter::rule, rect.top(), CellTypesetter::rule, rect.height()), rule);
    painter->fillRect(
        QRect(rect.left(), rect.bottom() + 1 - CellTypesetter::rule, rect.width(), CellTypesetter::rule), rule);
    if (index.column() == 0)
        painter->fillRect(QRect(rect.left(), rect.top(), CellTypesetter::rule, rect.height()), rule);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(), m_text.height(index.data().toString(), option.rect.width())};
}

void CellDelegate::paintText(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QColor &ground) const
{
    const QString text = m_model.text(index);
    if (m_model.wantsText(index)) {
        painter->setPen(theme::quietText(option.palette));
        m_text.paint(*painter, option.rect, tr("必填"));
        return;
    }
    painter->setPen(option.palette.color(QPalette::Text));
    m_text.paint(*painter, option.rect, text);
    if (m_text.isCut(text, option.rect.size()))
        paintFade(painter, option.rect, ground, m_text.lineHeight());
}

// A corner, so that the mark is told from its ground by its place and shape as well as by its color.
void CellDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Finding *finding = m_model.finding(index);
    if (finding == nullptr)
        return;
    const QPalette &palette = option.palette;
    const QColor color = finding->level == FindingLevel::Error ? theme::red(palette)
        : finding->level == FindingLevel::Warning              ? theme::amber(palette)
                                                               : theme::quietText(palette);
    const QPoint corner(option.rect.right() + 1 - CellTypesetter::rule, option.rect.top());
    QPainterPath mark(corner);
    mark.lineTo(corner + QPoint(-markSize, 0));
    mark.lineTo(corner + QPoint(0, markSize));
    mark.closeSubpath();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(mark, color);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

// A speech bubble with their number.
void CellDelegate::paintComments(QPainter *painter, const QStyleOptionViewItem &option, int comments) const
{
    const QRect mark = commentMark(option.rect, comments);
    if (mark.isEmpty())
        return;
    const QPalette &palette = option.palette;
    const QRectF body = QRectF(mark).adjusted(0.5, 0.5, -0.5, -markTail);
    QPainterPath bubble;
    bubble.addRoundedRect(body, theme::space1, theme::space1);
    QPainterPath tail(QPointF(body.left() + theme::space1, body.bottom() - 1));
    tail.lineTo(body.left() + theme::space1, body.bottom() + markTail);
    tail.lineTo(body.left() + theme::space2, body.bottom() - 1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme::accent(palette), 1));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawPath(bubble.united(tail));
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(commentFont());
    painter->drawText(body, Qt::AlignCenter, QString::number(comments));
}

} // namespace zhibao
