// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/versiondelegate.h"

#include "ui/comparison/versionlist.h"
#include "ui/inhand.h"
#include "ui/theme.h"

#include <QPainter>

namespace zhibao {

namespace {

int headingHeight(const QModelIndex &index)
{
    return index.data(VersionList::DayRole).toString().isEmpty()
        ? 0
        : QFontMetrics(theme::captionFont()).height() + theme::space3;
}

} // namespace

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int heading = headingHeight(index);
    const QRect rect = option.rect.adjusted(0, heading, 0, 0);
    QPalette palette = option.palette;
    const QFontMetrics caption(theme::captionFont());
    painter->save();
    painter->setFont(theme::captionFont());
    painter->setPen(theme::quietText(palette));
    painter->drawText(QRect(rect.left() + theme::space2, option.rect.top(), rect.width(), heading - theme::space1),
        Qt::AlignBottom | Qt::AlignLeft, index.data(VersionList::DayRole).toString());
    if (option.state.testFlag(QStyle::State_Selected))
        inHand::drawGround(painter, rect, palette, option.state);
    const QRect room = rect.adjusted(theme::space2 + inHand::bar, theme::space2, -theme::space2, -theme::space2);
    const QString marks = index.data(VersionList::MarksRole).toStringList().join(QStringLiteral("　"));
    painter->setPen(theme::quietText(palette));
    painter->drawText(room, Qt::AlignBottom | Qt::AlignLeft,
        caption.elidedText(index.data(VersionList::ChangedRole).toString(), Qt::ElideRight, room.width()));
    painter->setPen(theme::accent(palette));
    painter->drawText(QRect(room.topLeft(), QSize(room.width(), option.fontMetrics.height())),
        Qt::AlignVCenter | Qt::AlignRight, marks);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    const int left = room.width() - caption.horizontalAdvance(marks) - theme::space2;
    painter->drawText(room, Qt::AlignTop | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, left));
    painter->restore();
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = option.fontMetrics.height() + 2 + QFontMetrics(theme::captionFont()).height();
    return {0, headingHeight(index) + theme::space2 + lines + theme::space2};
}

} // namespace zhibao
