// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// A character of a symbol font, such as Wingdings, as the character that looks so wherever it is shown: ticks, crosses
// and boxes, by which forms are filled. Null where it is none of these. `code` is with or without the U+F000 that word
// processors add.
QString symbolText(const QString &font, int code);

} // namespace zhibao
