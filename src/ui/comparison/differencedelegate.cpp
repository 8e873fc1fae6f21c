// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/differencedelegate.h"

#include "ui/comparison/differencelist.h"
#include "ui/parts/celltypesetter.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int laidDifferences = 64;
constexpr int differenceMargin = theme::space2; // around a difference, inside its ring
constexpr int between = theme::space3; // the two sides; the rule lies in the middle

int signWidth(const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(u'+') + theme::space1;
}

int sideWidth(int width, const QFont &font)
{
    return std::max(1, (width - 2 * differenceMargin - between) / 2 - signWidth(font));
}

int headHeight(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() + theme::space1;
}

// The same palette with the ground on which the text stands, for colours that are readable there.
QPalette grounded(QPalette palette, const QColor &color)
{
    palette.setColor(QPalette::Base, theme::mixed(color, palette.color(QPalette::Base), 0.12));
    return palette;
}

QTextCharFormat formatOf(ShownSpan::Kind kind, const QPalette &palette)
{
    QTextCharFormat format;
    switch (kind) {
    case ShownSpan::Kind::Same:
        format.setForeground(palette.color(QPalette::Text));
        break;
    case ShownSpan::Kind::Label:
        format.setForeground(theme::quietText(palette));
        break;
    case ShownSpan::Kind::Removed: {
        const QPalette ground = grounded(palette, theme::red(palette));
        format.setBackground(ground.color(QPalette::Base));
        format.setForeground(theme::red(ground));
        format.setFontStrikeOut(true);
        break;
    }
    case ShownSpan::Kind::Added: {
        const QPalette ground = grounded(palette, theme::green(palette));
        format.setBackground(ground.color(QPalette::Base));
        format.setForeground(theme::green(ground));
        format.setFontUnderline(true);
        break;
    }
    }
    return format;
}

QString signOf(const QList<ShownSpan> &spans)
{
    const auto has = [&spans](ShownSpan::Kind kind) {
        return std::any_of(spans.cbegin(), spans.cend(), [kind](const ShownSpan &span) { return span.kind == kind; });
    };
    if (has(ShownSpan::Kind::Removed))
        return QStringLiteral("−");
    return has(ShownSpan::Kind::Added) ? QStringLiteral("+") : QString();
}

// Where it is, as the heading of the block; what happened, quieter, behind it.
void drawHead(QPainter *painter, const QStyleOptionViewItem &option, const ShownDifference &difference)
{
    const QRect room = option.rect.adjusted(differenceMargin, differenceMargin, -differenceMargin, 0);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics caption(theme::captionFont());
    const QString what
        = caption.elidedText(difference.what, Qt::ElideRight, std::max(room.width() / 2, room.width() - 400));
    const int left = room.width() - caption.horizontalAdvance(what) - theme::space3;
    const QString place = QFontMetrics(bold).elidedText(difference.place, Qt::ElideRight, left);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    const QRect line(room.topLeft(), QSize(room.width(), option.fontMetrics.height()));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, place);
    painter->setFont(theme::captionFont());
    painter->setPen(theme::quietText(option.palette));
    const int after = QFontMetrics(bold).horizontalAdvance(place) + theme::space3;
    painter->drawText(line.adjusted(after, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, what);
}

// The difference in hand has a ring, strong where the keys go here; a thin rule parts it from the next.
void drawEdge(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        painter->setPen(QPen(theme::accent(option.palette), focused ? 2 : 1));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        return;
    }
    painter->setPen(theme::mixed(option.palette.color(QPalette::Text), option.palette.color(QPalette::Base), 0.16));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

} // namespace

DifferenceDelegate::DifferenceDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_laid(laidDifferences)
{
}

void DifferenceDelegate::forget()
{
    m_laid.clear();
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Laid &known = laid(option, index, option.rect.width());
    painter->save();
    drawHead(painter, option, known.difference);
    if (!known.difference.before.isEmpty()) {
        const QPoint top = option.rect.topLeft() + QPoint(differenceMargin, differenceMargin + headHeight(option));
        const int step = signWidth(option.font) + sideWidth(option.rect.width(), option.font) + between;
        painter->setFont(option.font);
        drawSide(painter, known.before, theme::red(option.palette), top);
        drawSide(painter, known.after, theme::green(option.palette), top + QPoint(step, 0));
        const int rule = top.x() + step - between / 2;
        painter->setPen(theme::gridLine(option.palette));
        painter->drawLine(rule, top.y(), rule, option.rect.bottom() - differenceMargin);
    }
    drawEdge(painter, option);
    painter->restore();
}

void DifferenceDelegate::drawSide(QPainter *painter, const Side &side, const QColor &sign, QPoint at)
{
    painter->setPen(sign);
    const QRect gutter(at, QSize(signWidth(painter->font()), lineHeightOf(painter->font())));
    painter->drawText(gutter, Qt::AlignVCenter | Qt::AlignLeft, side.sign);
    side.layout.draw(painter, at + QPoint(signWidth(painter->font()), 0), {}, painter->window());
}

QSize DifferenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Laid &known = laid(option, index, width);
    return {width, 2 * differenceMargin + headHeight(option) + std::max(known.before.height, known.after.height)};
}

const DifferenceDelegate::Laid &DifferenceDelegate::laid(
    const QStyleOptionViewItem &option, const QModelIndex &index, int width) const
{
    const QPair<int, int> key(index.row(), width);
    if (const Laid *known = m_laid.object(key))
        return *known;
    auto *made = new Laid; // owned by the cache
    made->difference = static_cast<const DifferenceList *>(index.model())->shown(index.row());
    layOut(made->before, made->difference.before, option, sideWidth(width, option.font));
    layOut(made->after, made->difference.after, option, sideWidth(width, option.font));
    m_laid.insert(key, made);
    return *made;
}

void DifferenceDelegate::layOut(
    Side &side, const QList<ShownSpan> &spans, const QStyleOptionViewItem &option, int width)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const ShownSpan &span : spans) {
        formats.append(
            {static_cast<int>(text.size()), static_cast<int>(span.text.size()), formatOf(span.kind, option.palette)});
        text += span.text;
    }
    text.replace(u'\n', QChar::LineSeparator);
    if (text.isEmpty())
        return; // an empty layout has a line too
    side.sign = signOf(spans);
    side.layout.setText(text);
    side.layout.setFont(option.font);
    side.layout.setFormats(formats);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    side.layout.setTextOption(wrap);
    const int lineHeight = lineHeightOf(option.font);
    side.layout.beginLayout();
    for (QTextLine line = side.layout.createLine(); line.isValid(); line = side.layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, side.height + (lineHeight - line.height()) / 2));
        side.height += lineHeight;
    }
    side.layout.endLayout();
}

} // namespace zhibao
