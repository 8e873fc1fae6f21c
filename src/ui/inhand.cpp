// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inhand.h"

#include "ui/theme.h"

#include <QPainter>

namespace zhibao {

void inHand::drawGround(QPainter *painter, const QRect &rect, QPalette &palette, QStyle::State state)
{
    const QColor accent = theme::accent(palette);
    palette.setColor(QPalette::Base, theme::mixed(accent, palette.color(QPalette::Base), 0.16));
    painter->fillRect(rect, palette.color(QPalette::Base));
    painter->fillRect(QRect(rect.topLeft(), QSize(bar, rect.height())), accent);
    if (!state.testFlag(QStyle::State_HasFocus))
        return;
    painter->setPen(QPen(accent, 2));
    painter->drawRect(rect.adjusted(1, 1, -1, -1));
}

} // namespace zhibao
