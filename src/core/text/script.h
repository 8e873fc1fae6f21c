// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace zhibao {

// What stands in a Chinese text: which characters are Chinese, what counts as a numeral. Positions are UTF-16 units;
// a position outside the text holds nothing.

// Whether the character that ends before, or starts at, the position is Chinese: an ideograph (inside the BMP or
// outside, private use included), CJK punctuation or a full-width form. White space, U+3000 too, is not.
bool isChineseBefore(QStringView text, qsizetype at);
bool isChineseAt(QStringView text, qsizetype at);

inline bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// The value of a digit in ASCII or full width; -1: none.
inline int digitOf(QChar c)
{
    if (isAsciiDigit(c))
        return c.unicode() - u'0';
    return c >= u'０' && c <= u'９' ? c.unicode() - u'０' : -1;
}

inline bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isChineseNumeral(QChar c); // 〇零一二两三…十百千万亿

// Length of the enumerator that a paragraph starts with at the position: （一） (1) 1） 1. 1、 一、; 0: none.
qsizetype enumeratorLength(QStringView text, qsizetype at);

// Up to six characters of the same paragraph on each side, for showing where something stands.
QString wordsAround(const QString &text, qsizetype at, qsizetype length);

// Number of characters to insert, delete or replace to turn one text into the other; `limit` + 1 where it is more.
int editDistance(QStringView one, QStringView other, int limit);

// Letters and digits alone: punctuation and blanks in a heading differ from hand to hand.
QString lettersOf(QStringView text);

// Share of neighbouring characters that two wordings have in common (Dice's coefficient over bigrams).
double likeness(const QString &one, const QString &other);

} // namespace zhibao
