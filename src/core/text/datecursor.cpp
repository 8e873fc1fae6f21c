// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/datecursor.h"

#include "core/text/script.h"

namespace zhibao {

namespace {

constexpr QStringView hyphenMarks = u"-－‐‑–—−"; // that part a date, as a hyphen
constexpr QStringView pointMarks = u".．";
constexpr QStringView slashMarks = u"/／";

int chineseDigit(QChar c)
{
    const qsizetype plain = QStringView(u"〇一二三四五六七八九").indexOf(c);
    if (plain >= 0)
        return static_cast<int>(plain);
    const qsizetype formal = QStringView(u"零壹贰叁肆伍陆柒捌玖").indexOf(c);
    return static_cast<int>(formal);
}

// What is typed for 〇 between Chinese digits.
bool isLikeZero(QChar c)
{
    return QStringView(u"○◯ＯO").contains(c);
}

// 十 and what stands for some of them; 0: another character.
int tensOf(QChar c)
{
    switch (c.unicode()) {
    case u'十':
    case u'拾':
        return 1;
    case u'廿':
        return 2;
    case u'卅':
        return 3;
    case u'卌':
        return 4;
    default:
        return 0;
    }
}

bool isNumeralSign(QChar c)
{
    return isChineseNumeral(c) || chineseDigit(c) >= 0 || tensOf(c) > 0 || QStringView(u"几佰仟").contains(c);
}

// 三十一, 十, 廿一; -1: not so written.
int valueOfTens(QStringView numerals)
{
    qsizetype at = 0;
    int tens = 1;
    if (const int first = chineseDigit(numerals[0]); first > 0) {
        tens = first;
        ++at;
    }
    const int sign = at < numerals.size() ? tensOf(numerals[at]) : 0;
    if (sign == 0 || (at > 0 && sign > 1))
        return -1;
    ++at;
    const int ones = at < numerals.size() ? chineseDigit(numerals[at]) : 0;
    const bool whole = at + (ones > 0 ? 1 : 0) == numerals.size();
    return whole ? tens * sign * 10 + ones : -1;
}

// 二〇二三, 〇三, 三; -1 for two digits that do not begin with zero, since 三四月 are two months.
int valueOfDigits(QStringView numerals)
{
    int value = 0;
    for (const QChar c : numerals) {
        const int digit = isLikeZero(c) ? 0 : chineseDigit(c);
        if (digit < 0)
            return -1;
        value = value * 10 + digit;
    }
    return numerals.size() == 2 && value > 9 ? -1 : value;
}

Numeral chineseNumeral(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && (isNumeralSign(text[end]) || (end > at && isLikeZero(text[end]))))
        ++end;
    constexpr qsizetype longest = 8; // digits that fit into a number
    const QStringView numerals = text.mid(at, end - at);
    Numeral numeral{end - at, static_cast<int>(qMin(numerals.size(), longest + 1)), -1, true};
    if (numerals.isEmpty() || numerals.size() > longest)
        return numeral;
    numeral.value = valueOfTens(numerals);
    if (numeral.value >= 0)
        numeral.digits = 2;
    else
        numeral.value = valueOfDigits(numerals);
    return numeral;
}

} // namespace

Numeral numeralAt(QStringView text, qsizetype at)
{
    constexpr int longest = 8;
    Numeral numeral;
    int value = 0;
    for (qsizetype i = at; i < text.size() && digitOf(text[i]) >= 0; ++i) {
        ++numeral.length;
        value = numeral.length <= longest ? value * 10 + digitOf(text[i]) : -1;
    }
    if (numeral.length == 0)
        return chineseNumeral(text, at);
    numeral.digits = static_cast<int>(qMin(numeral.length, qsizetype{longest + 1}));
    numeral.value = value;
    return numeral;
}

void DateCursor::passBlanks()
{
    while (here() != u'\n' && (here().isSpace() || here().category() == QChar::Other_Format))
        ++m_at;
}

Numeral DateCursor::passNumeral()
{
    const Numeral numeral = numeralAt(m_text, m_at);
    m_at += numeral.length;
    return numeral;
}

bool DateCursor::take(QStringView marks)
{
    const qsizetype start = m_at;
    passBlanks();
    if (!isAtEnd() && marks.contains(here())) {
        ++m_at;
        return true;
    }
    m_at = start;
    return false;
}

std::optional<QChar> DateCursor::takeSeparator()
{
    if (take(hyphenMarks))
        return u'-';
    if (take(pointMarks))
        return u'.';
    if (take(slashMarks))
        return u'/';
    return std::nullopt;
}

} // namespace zhibao
