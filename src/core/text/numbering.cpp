// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/numbering.h"

#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

// Reads the number that a line starts with.
class NumberReader {
public:
    explicit NumberReader(QStringView line)
        : m_line(line)
    {
    }

    LineNumber read()
    {
        skipBlanks();
        const qsizetype start = m_at;
        LineNumber result;
        if (isIn(here(), u"（("))
            result = bracketed();
        else if (here() == u'第')
            result = part();
        else
            result = plain();
        m_at = result.numbering == Numbering::None ? start : m_at;
        skipBlanks();
        result.wordingStart = m_at;
        return result;
    }

private:
    QChar here() const { return m_at < m_line.size() ? m_line[m_at] : QChar(); }

    void skipBlanks()
    {
        while (here().isSpace())
            ++m_at;
    }

    int numeral()
    {
        const qsizetype start = m_at;
        const bool arabic = isAsciiDigit(here());
        while (m_at - start < 4 && (arabic ? isAsciiDigit(here()) : isChineseNumeral(here())))
            ++m_at;
        m_arabic = arabic;
        return ordinalOf(m_line.mid(start, m_at - start));
    }

    LineNumber numbered(Numbering chinese, Numbering arabic, int ordinal) const
    {
        LineNumber result;
        result.numbering = ordinal == 0 ? Numbering::None : m_arabic ? arabic : chinese;
        result.ordinal = ordinal;
        return result;
    }

    LineNumber bracketed()
    {
        ++m_at;
        const int ordinal = numeral();
        if (!isIn(here(), u"）)"))
            return {};
        ++m_at;
        return numbered(Numbering::ChineseBracketed, Numbering::ArabicBracketed, ordinal);
    }

    LineNumber plain()
    {
        const int ordinal = numeral();
        if (isIn(here(), u"）)")) {
            ++m_at;
            return numbered(Numbering::ChineseBracketed, Numbering::ArabicBracketed, ordinal);
        }
        const bool decimal = m_arabic && m_at + 1 < m_line.size() && isAsciiDigit(m_line[m_at + 1]);
        const bool ends
            = isIn(here(), u"、.．") ? !decimal : !m_arabic && (isIn(here(), u"，,：:") || here().isSpace());
        if (!ends)
            return {};
        ++m_at;
        return numbered(Numbering::Chinese, Numbering::Arabic, ordinal);
    }

    LineNumber part()
    {
        ++m_at;
        const int ordinal = numeral();
        bool ends = false;
        for (const QStringView noun :
            {QStringView(u"部分"), QStringView(u"章"), QStringView(u"篇"), QStringView(u"节")}) {
            if (!ends && m_line.mid(m_at).startsWith(noun)) {
                m_at += noun.size();
                ends = true;
            }
        }
        if (isIn(here(), u"、，,：:.．")) {
            ++m_at;
            ends = true;
        }
        return ends ? numbered(Numbering::Part, Numbering::Part, ordinal) : LineNumber();
    }

    QStringView m_line;
    qsizetype m_at = 0;
    bool m_arabic = false;
};

} // namespace

bool isIn(QChar c, QStringView characters)
{
    return !c.isNull() && characters.contains(c);
}

LineNumber readNumber(QStringView line)
{
    return NumberReader(line).read();
}

int ordinalOf(QStringView numeral)
{
    if (!numeral.isEmpty() && std::all_of(numeral.cbegin(), numeral.cend(), isAsciiDigit))
        return numeral.size() <= 2 ? numeral.toInt() : 0;
    constexpr QStringView digits(u"一二三四五六七八九");
    const auto digit
        = [&](QStringView text) { return text.size() == 1 ? static_cast<int>(digits.indexOf(text[0])) + 1 : 0; };
    const qsizetype ten = numeral.indexOf(u'十');
    if (ten < 0)
        return digit(numeral);
    const QStringView before = numeral.left(ten);
    const QStringView after = numeral.mid(ten + 1);
    const int tens = before.isEmpty() ? 1 : digit(before);
    const int ones = after.isEmpty() ? 0 : digit(after);
    return tens == 0 || (ones == 0 && !after.isEmpty()) ? 0 : tens * 10 + ones;
}

} // namespace zhibao
