// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/foldedname.h"

#include <QList>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Not drawn, though of another category than Other_Format: DerivedCoreProperties.txt of Unicode 15, and U+2800, the
// blank pattern of Braille.
constexpr std::array undrawn{Range{0x034F, 0x034F}, Range{0x115F, 0x1160}, Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},
    Range{0x2065, 0x2065}, Range{0x2800, 0x2800}, Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F}, Range{0xFFA0, 0xFFA0},
    Range{0xFFF0, 0xFFF8}, Range{0xE0000, 0xE0FFF}};

// What the radicals from U+2E80 on look like: EquivalentUnifiedIdeograph.txt of Unicode 15; 0 where there is no such
// ideograph. Those of Kangxi are told by compatibility.
constexpr char32_t firstRadical = 0x2E80;
constexpr std::array<char32_t, 116> radicals{0x0000, 0x5382, 0x4E5B, 0x4E5A, 0x4E59, 0x4EBB, 0x5182, 0x20628, 0x5200,
    0x5202, 0x535C, 0x353E, 0x5C0F, 0x5C0F, 0x5140, 0x5C23, 0x5C22, 0x21BC2, 0x5DF3, 0x5E7A, 0x5F51, 0x5F50, 0x5FC4,
    0x5FC3, 0x624C, 0x6535, 0x0000, 0x65E1, 0x65E5, 0x6708, 0x6B7A, 0x6BCD, 0x6C11, 0x6C35, 0x6C3A, 0x706C, 0x722B,
    0x722B, 0x4E2C, 0x725B, 0x72AD, 0x738B, 0x24D14, 0x76EE, 0x793A, 0x793B, 0x25AD7, 0x7CF9, 0x7E9F, 0x7F53, 0x7F52,
    0x34C1, 0x5197, 0x2626B, 0x7F8A, 0x2634C, 0x2634B, 0x8002, 0x8080, 0x807F, 0x8089, 0x26951, 0x8279, 0x8279, 0x8279,
    0x864E, 0x8864, 0x8980, 0x897F, 0x89C1, 0x89D2, 0x278B2, 0x8BA0, 0x8D1D, 0x27FB7, 0x8F66, 0x8FB6, 0x8FB6, 0x8FB6,
    0x9091, 0x9485, 0x9577, 0x9578, 0x957F, 0x95E8, 0x28E0F, 0x961D, 0x96E8, 0x9752, 0x97E6, 0x9875, 0x98CE, 0x98DE,
    0x98DF, 0x2967F, 0x98E0, 0x9963, 0x29810, 0x9A6C, 0x9AA8, 0x9B3C, 0x9C7C, 0x9E1F, 0x5364, 0x9EA6, 0x9EC4, 0x9EFE,
    0x6589, 0x9F50, 0x6B6F, 0x9F7F, 0x7ADC, 0x9F99, 0x9F9C, 0x4E80, 0x9F9F};

// What is written for the point inside a foreign name (间隔号), in any width and weight.
constexpr std::array<char32_t, 18> dots{0x00B7, 0x0387, 0x119E, 0x1427, 0x16EB, 0x2022, 0x2027, 0x2219, 0x22C5, 0x25CF,
    0x25E6, 0x2981, 0x26AB, 0x2E31, 0x2E33, 0x30FB, 0xA78F, 0x10101};

struct Likeness {
    char32_t point;
    char32_t like;
};

// Signs of other scripts that a Chinese font draws like an ideograph or a Latin letter.
constexpr std::array likenesses{Likeness{0x2014, 0x4E00}, Likeness{0x2015, 0x4E00}, Likeness{0x2500, 0x4E00},
    Likeness{0x30FC, 0x4E00}, Likeness{0x30A8, 0x5DE5}, Likeness{0x30AB, 0x529B}, Likeness{0x30BF, 0x5915},
    Likeness{0x30C8, 0x535C}, Likeness{0x30CB, 0x4E8C}, Likeness{0x30CF, 0x516B}, Likeness{0x30ED, 0x53E3},
    Likeness{0x56D7, 0x53E3}, Likeness{0x25CB, 0x3007}, Likeness{0x25EF, 0x3007}, Likeness{0x2B55, 0x3007},
    Likeness{0x26AA, 0x3007}, Likeness{0x0391, U'A'}, Likeness{0x0392, U'B'}, Likeness{0x0395, U'E'},
    Likeness{0x0396, U'Z'}, Likeness{0x0397, U'H'}, Likeness{0x0399, U'I'}, Likeness{0x039A, U'K'},
    Likeness{0x039C, U'M'}, Likeness{0x039D, U'N'}, Likeness{0x039F, U'O'}, Likeness{0x03A1, U'P'},
    Likeness{0x03A4, U'T'}, Likeness{0x03A5, U'Y'}, Likeness{0x03A7, U'X'}, Likeness{0x03BF, U'o'},
    Likeness{0x0410, U'A'}, Likeness{0x0412, U'B'}, Likeness{0x0415, U'E'}, Likeness{0x041A, U'K'},
    Likeness{0x041C, U'M'}, Likeness{0x041D, U'H'}, Likeness{0x041E, U'O'}, Likeness{0x0420, U'P'},
    Likeness{0x0421, U'C'}, Likeness{0x0422, U'T'}, Likeness{0x0425, U'X'}, Likeness{0x0430, U'a'},
    Likeness{0x0435, U'e'}, Likeness{0x043E, U'o'}, Likeness{0x0440, U'p'}, Likeness{0x0441, U'c'},
    Likeness{0x0443, U'y'}, Likeness{0x0445, U'x'}, Likeness{0x0456, U'i'}, Likeness{0x0405, U'S'},
    Likeness{0x0406, U'I'}, Likeness{0x0408, U'J'}, Likeness{0x0455, U's'}, Likeness{0x0458, U'j'}};

char32_t alike(char32_t point)
{
    if (point >= firstRadical && point < firstRadical + radicals.size())
        return radicals[point - firstRadical] == 0 ? point : radicals[point - firstRadical];
    if (std::find(dots.begin(), dots.end(), point) != dots.end())
        return dots.front();
    const auto found = std::find_if(
        likenesses.begin(), likenesses.end(), [point](const Likeness &known) { return known.point == point; });
    return found == likenesses.end() ? point : found->like;
}

bool isSeen(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return std::none_of(undrawn.begin(), undrawn.end(),
            [point](const Range &range) { return range.first <= point && point <= range.last; });
    }
}

// Whether it is of ideographs that fold to themselves, as most names are.
bool isFolded(const QString &name)
{
    return std::all_of(name.cbegin(), name.cend(),
        [](QChar letter) { return letter >= u'\u4E00' && letter <= u'\u9FFF' && letter != u'\u56D7'; });
}

} // namespace

QString foldedName(const QString &name)
{
    if (isFolded(name))
        return name;
    // Before the case is folded, since it is capitals that look alike.
    QString plain;
    const QList<uint> written = name.normalized(QString::NormalizationForm_KC).toUcs4();
    for (const char32_t point : written)
        plain += QChar::fromUcs4(alike(point));
    QString seen;
    const QList<uint> points = plain.toCaseFolded().toUcs4();
    for (const char32_t point : points) {
        if (isSeen(point))
            seen += QChar::fromUcs4(alike(point));
    }
    // What stood apart by something invisible may compose now, and case folding may leave something to decompose.
    return seen.normalized(QString::NormalizationForm_KC);
}

} // namespace zhibao
