// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"

#include <optional>

namespace zhibao {

// A position in a typed text: `offset` counts UTF-16 units from the text's start.
struct TextPosition {
    Place place;
    int offset = 0;
};

// The text that a click at a point of the page (points) is meant for; nothing where the page shows no text at all that
// has a place. What the form prints itself leads to the start of the text it announces.
std::optional<TextPosition> hit(const Page &page, QPointF point);

struct CaretBox {
    int page = 0; // from 0
    QRectF box; // of no width, as high as the line; points
};

// Where the caret stands on the pages for a position in a typed text; nothing where the document does not show it.
std::optional<CaretBox> boxOf(const Pages &pages, const Place &place, int offset);

} // namespace zhibao
