// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fonts.h"

namespace zhibao {

// Gives a paragraph's lines the rules through its struck and under its underlined spans; lines and measure (twips) as
// in layOutParagraph().
void setMarkRules(QList<Line> &lines, const Paragraph &paragraph, int measure, Fonts &fonts);

} // namespace zhibao
