// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/verify/filedelegate.h"

#include "ui/inhand.h"
#include "ui/notebar.h"
#include "ui/theme.h"

#include <QIcon>
#include <QPainter>

namespace zhibao {

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QPalette palette = option.palette;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        inHand::drawGround(painter, option.rect, palette, option.state);
    const QRect room = option.rect.adjusted(theme::space2 + inHand::bar, theme::space2, -theme::space2, -theme::space2);
    const QRect sign(room.left(), room.center().y() - theme::iconSize / 2, theme::iconSize, theme::iconSize);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, sign);
    const QRect text = room.adjusted(theme::iconSize + theme::space2, 0, 0, 0);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    painter->setPen(NoteBar::colorOf(static_cast<NoteBar::Kind>(index.data(KindRole).toInt()), palette));
    painter->drawText(text, Qt::AlignBottom | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data(AnswerRole).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * option.fontMetrics.height() + theme::space1 + 2 * theme::space2};
}

} // namespace zhibao
