// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/progressdelegate.h"

#include "ui/start/reportlist.h"
#include "ui/theme.h"

#include <QPainter>

namespace zhibao {

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString words = item.text;
    item.text.clear();
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor text = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const int room = item.fontMetrics.horizontalAdvance(QStringLiteral("100 %"));
    const QRect all = item.rect.adjusted(theme::space1, 0, -theme::space2, 0);
    painter->save();
    painter->setPen(text);
    painter->drawText(all, Qt::AlignVCenter | Qt::AlignRight, words);

    QRect bar(all.left(), all.center().y() - 2, all.width() - room - theme::space2, 5);
    QColor track = text;
    track.setAlphaF(0.18F);
    painter->fillRect(bar, track);
    bar.setWidth(bar.width() * index.data(ReportList::PercentRole).toInt() / 100);
    painter->fillRect(bar, selected ? text : theme::accent(item.palette));
    painter->restore();
}

} // namespace zhibao
