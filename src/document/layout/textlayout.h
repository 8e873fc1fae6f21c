// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fonts.h"

namespace zhibao {

// The lines of a paragraph in a measure of `width` twips, aligned or spread as its style says; placed as if the
// measure's top left corner were the page's. Each is as high as the style's pitch; at least one. The first carries the
// paragraph's picture and imprint, each the rules of its marks.
QList<Line> layOutParagraph(const Paragraph &paragraph, int width, Fonts &fonts);

// The same line elsewhere on the page; distances in twips.
void moveLine(Line &line, int right, int down);

} // namespace zhibao
