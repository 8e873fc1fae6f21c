// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingdelegate.h"

#include "core/checks/checks.h"
#include "ui/findings/findinglist.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace zhibao {

namespace {

constexpr int textLeft = theme::space2 + theme::iconSize + theme::space2;

QColor levelColor(int level, const QPalette &palette)
{
    switch (static_cast<FindingLevel>(level)) {
    case FindingLevel::Error:
        return theme::red(palette);
    case FindingLevel::Warning:
        return theme::amber(palette);
    case FindingLevel::Hint:
        break;
    }
    return theme::accent(palette);
}

QRect sentenceBox(const QRect &item, int captionHeight)
{
    return item.adjusted(textLeft, theme::space2 + captionHeight + 2, -theme::space2, -theme::space2);
}

} // namespace

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QIcon icon = item.icon;
    const QString sentence = item.text;
    item.text.clear();
    item.icon = {};
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor highlighted = item.palette.color(QPalette::HighlightedText);
    const QFontMetrics caption(theme::captionFont());
    const QRect head = item.rect.adjusted(textLeft, theme::space2, -theme::space2, 0);
    const QString level = index.data(FindingList::LevelWordRole).toString();
    painter->save();
    icon.paint(painter,
        QRect(item.rect.topLeft() + QPoint(theme::space2, theme::space2), QSize(theme::iconSize, theme::iconSize)),
        Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    painter->setFont(theme::captionFont());
    painter->setPen(selected ? highlighted : levelColor(index.data(FindingList::LevelRole).toInt(), item.palette));
    painter->drawText(head, Qt::AlignTop | Qt::AlignLeft, level);
    painter->setPen(selected ? highlighted : theme::quietText(item.palette));
    painter->drawText(head.adjusted(caption.horizontalAdvance(level) + theme::space2, 0, 0, 0),
        Qt::AlignTop | Qt::AlignLeft, index.data(FindingList::PlaceRole).toString());
    painter->setFont(item.font);
    painter->setPen(selected ? highlighted : item.palette.color(QPalette::Text));
    painter->drawText(sentenceBox(item.rect, caption.height()), Qt::AlignTop | Qt::TextWordWrap, sentence);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QFontMetrics caption(theme::captionFont());
    const QRect room = sentenceBox(QRect(0, 0, width, 0), caption.height());
    const QRect text
        = option.fontMetrics.boundingRect(QRect(0, 0, room.width(), 0), Qt::TextWordWrap, index.data().toString());
    return {width, theme::space2 + caption.height() + 2 + text.height() + theme::space2};
}

} // namespace zhibao
