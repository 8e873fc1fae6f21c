// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QStyle>

class QPainter;

namespace zhibao::inHand {

constexpr int bar = 3; // pixels, at the left of the item

// Draws what is behind the item in hand of a list: it is tinted like the page in hand in the navigation, and a ring
// shows that the keys go here. What is drawn on it then takes the palette.
void drawGround(QPainter *painter, const QRect &rect, QPalette &palette, QStyle::State state);

} // namespace zhibao::inHand
