// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fonts.h"

class QPainter;

namespace zhibao {

// Paints one page in black; the painter's unit must be one point (scale it for zoom or resolution).
void paint(QPainter &painter, const Page &page, Fonts &fonts);

} // namespace zhibao
