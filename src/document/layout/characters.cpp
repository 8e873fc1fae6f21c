// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/characters.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace zhibao {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t size>
bool contains(const Range (&ranges)[size], char32_t character)
{
    // The ranges are sorted.
    const Range *range = std::lower_bound(std::begin(ranges), std::end(ranges), character,
        [](const Range &candidate, char32_t wanted) { return candidate.last < wanted; });
    return range != std::end(ranges) && range->first <= character;
}

constexpr Range fullWidth[] = {
    {0xB7, 0xB7},
    {0x2014, 0x2014},
    {0x2018, 0x2019},
    {0x201C, 0x201D},
    {0x2026, 0x2026},
    {0x2E80, 0x3029},
    {0x3030, 0x3098},
    {0x309B, 0x9FFF},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE1F},
    {0xFE30, 0xFE4F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE7},
    {0x20000, 0x3FFFF},
};

// Beside the full-width ones: what a Chinese font draws to match its Han characters. Spaces, hyphens and currency
// signs stay Latin.
constexpr Range chineseFont[] = {
    {0x1100, 0x11FF},
    {0x2015, 0x2BFF},
    {0xA000, 0xA4CF},
    {0xAC00, 0xD7FF},
    {0xE000, 0xF8FF},
    {0xFF61, 0xFFDF},
    {0xFFE8, 0xFFEF},
    {0xF0000, 0x10FFFF},
};
constexpr Range latinFont[] = {{0x202F, 0x202F}, {0x205F, 0x206F}, {0x20A0, 0x20CF}};

constexpr Range invisible[] = {
    {0x00, 0x08},
    {0x0A, 0x1F},
    {0x7F, 0x9F},
    {0xAD, 0xAD},
    {0x34F, 0x34F},
    {0x61C, 0x61C},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xE0000, 0xE0FFF},
};

bool isSimpleScript(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Unknown:
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Han:
    case QChar::Script_Yi:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isFullWidth(char32_t character)
{
    return contains(fullWidth, character);
}

bool prefersChineseFont(char32_t character)
{
    return contains(fullWidth, character) || (contains(chineseFont, character) && !contains(latinFont, character));
}

bool isInvisible(char32_t character)
{
    return contains(invisible, character);
}

bool isVariationSelector(char32_t character)
{
    return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

bool isPrivateUse(char32_t character)
{
    return QChar::category(character) == QChar::Other_PrivateUse;
}

bool joinsPrevious(char32_t character)
{
    if (character < 0x300 || isVariationSelector(character))
        return false;
    if (character == 0x200C || character == 0x200D || (character >= 0xE0020 && character <= 0xE007F))
        return true;
    const QChar::Category category = QChar::category(character);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining
        || category == QChar::Mark_Enclosing;
}

bool needsShaping(char32_t character)
{
    if (character < 0x590 || isFullWidth(character))
        return false;
    if (character >= 0xAC00 && character <= 0xD7A3)
        return false; // precomposed Hangul syllables
    return character == 0x202F || !isSimpleScript(QChar::script(character)); // U+202F joins Mongolian suffixes
}

} // namespace zhibao
