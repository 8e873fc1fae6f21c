// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"

namespace zhibao {

// Gives the first of a paragraph's lines the pictures that the paragraph shows; lines and measure (twips) as in
// layOutParagraph().
void setPictures(QList<Line> &lines, const Paragraph &paragraph, int measure);

// The box moved so that it lies wholly on a page of that size, as far as it can.
QRectF withinPage(QRectF box, QSizeF page);

} // namespace zhibao
