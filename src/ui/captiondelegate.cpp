// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/captiondelegate.h"

#include "ui/theme.h"

#include <QPainter>

namespace zhibao {

void CaptionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString caption = index.data(CaptionRole).toString();
    const QFont font = theme::captionFont();
    const int room = QFontMetrics(font).horizontalAdvance(caption) + theme::space2;
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    // The text is cut before the caption begins; the background still goes all the way.
    const int textRoom = item.rect.width() - room - theme::iconSize - theme::space4;
    item.text = item.fontMetrics.elidedText(item.text, Qt::ElideRight, textRoom);
    // The navigation's selection is a tint (see the style sheet), on which the icon keeps the colour of the text.
    const bool isTinted = item.widget->objectName() == QLatin1String("navigation");
    const QStyle *style = item.widget->style();
    const QIcon icon = item.icon;
    const QRect iconBox = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &item, item.widget);
    if (isTinted)
        item.icon = QIcon();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    if (isTinted)
        icon.paint(painter, iconBox);

    const bool onHighlight = item.state.testFlag(QStyle::State_Selected) && !isTinted;
    painter->save();
    painter->setFont(font);
    const bool isActive = item.state.testFlag(QStyle::State_Active);
    const QPalette::ColorGroup group = isActive ? QPalette::Active : QPalette::Inactive;
    painter->setPen(
        onHighlight ? item.palette.color(group, QPalette::HighlightedText) : theme::quietText(item.palette));
    painter->drawText(item.rect.adjusted(0, 0, -theme::space2, 0), Qt::AlignVCenter | Qt::AlignRight, caption);
    painter->restore();
}

QSize CaptionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + theme::space3));
    return size;
}

} // namespace zhibao
