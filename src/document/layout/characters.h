// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao {

// What shaping has to know of a code point.

// Asian by rule 3 of the word count, U+3000, and the quotes, dash, ellipsis and middle dot that a Chinese text sets
// full-width: given exactly one em. Not half-width forms, Hangul and combining marks, which keep their own width.
bool isFullWidth(char32_t character);

// Set in the Chinese font of its role where that has it: full-width characters, Hangul, symbols (①, ℃, →), private use.
bool prefersChineseFont(char32_t character);

// Takes no room and shows nothing, but stays in the text: U+200B, U+FEFF, bidi controls, control characters, …
bool isInvisible(char32_t character);

bool isVariationSelector(char32_t character);
bool isPrivateUse(char32_t character);

// Belongs to the cluster of the character before it: combining marks, joiners, tags. Not variation selectors.
bool joinsPrevious(char32_t character);

// Of a script whose letters change with their neighbours (Arabic, Mongolian, Tibetan, …): needs HarfBuzz.
bool needsShaping(char32_t character);

} // namespace zhibao
