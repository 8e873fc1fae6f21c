// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/countingwords.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

using Counting = CountingFormat;

struct NamedCounting {
    const char *name; // in a DOCX
    int nfc; // in a binary document; -1: not there
    Counting format;
};

constexpr std::array countings{
    NamedCounting{"decimal", 0, Counting::Decimal},
    NamedCounting{"upperRoman", 1, Counting::UpperRoman},
    NamedCounting{"lowerRoman", 2, Counting::LowerRoman},
    NamedCounting{"upperLetter", 3, Counting::UpperLetter},
    NamedCounting{"lowerLetter", 4, Counting::LowerLetter},
    NamedCounting{"ideographDigital", 10, Counting::ChineseDigits},
    NamedCounting{"japaneseCounting", 11, Counting::ChineseCounting},
    NamedCounting{"decimalFullWidth", 14, Counting::FullWidth},
    NamedCounting{"japaneseDigitalTenThousand", 17, Counting::ChineseDigits},
    NamedCounting{"decimalEnclosedCircle", 18, Counting::Circled},
    NamedCounting{"decimalFullWidth2", 19, Counting::FullWidth},
    NamedCounting{"decimalZero", 22, Counting::DecimalZero},
    NamedCounting{"bullet", 23, Counting::None},
    NamedCounting{"decimalEnclosedFullstop", 26, Counting::Stopped},
    NamedCounting{"decimalEnclosedParen", 27, Counting::Bracketed},
    NamedCounting{"decimalEnclosedCircleChinese", 28, Counting::Circled},
    NamedCounting{"ideographTraditional", 30, Counting::HeavenlyStems},
    NamedCounting{"ideographZodiac", 31, Counting::EarthlyBranches},
    NamedCounting{"taiwaneseCounting", 33, Counting::ChineseCounting},
    NamedCounting{"taiwaneseCountingThousand", 35, Counting::ChineseCounting},
    NamedCounting{"taiwaneseDigital", 36, Counting::ChineseDigits},
    NamedCounting{"chineseCounting", 37, Counting::ChineseCounting},
    NamedCounting{"chineseLegalSimplified", 38, Counting::ChineseLegal},
    NamedCounting{"chineseCountingThousand", 39, Counting::ChineseCounting},
    NamedCounting{"none", 255, Counting::None},
};

// Of numbers from 0 to 9999.
QString grouped(int number, const QString &digits, const QString &units, bool dropsFirstOne)
{
    QString word;
    bool isZeroDue = false;
    for (int place = 3, power = 1000; place >= 0; --place, power /= 10) {
        const int digit = number / power % 10;
        if (digit == 0) {
            isZeroDue = !word.isEmpty();
            continue;
        }
        if (isZeroDue)
            word += digits[0];
        isZeroDue = false;
        if (!(dropsFirstOne && word.isEmpty() && place == 1 && digit == 1))
            word += digits[digit];
        if (place > 0)
            word += units[place - 1];
    }
    return word;
}

QString roman(int number)
{
    struct Sign {
        int value;
        const char *letters;
    };
    constexpr std::array signs{Sign{1000, "m"}, Sign{900, "cm"}, Sign{500, "d"}, Sign{400, "cd"}, Sign{100, "c"},
        Sign{90, "xc"}, Sign{50, "l"}, Sign{40, "xl"}, Sign{10, "x"}, Sign{9, "ix"}, Sign{5, "v"}, Sign{4, "iv"},
        Sign{1, "i"}};
    QString word;
    for (const Sign &sign : signs) {
        for (; number >= sign.value; number -= sign.value)
            word += QLatin1String(sign.letters);
    }
    return word;
}

// a to z, then aa, bb, as Word counts.
QString letters(int number)
{
    return QString((number - 1) / 26 + 1, QChar(u'a' + (number - 1) % 26));
}

QString digitByDigit(int number, const QString &digits)
{
    QString word = QString::number(number);
    for (QChar &c : word)
        c = digits[c.digitValue()];
    return word;
}

QString oneOf(const QString &signs, int number)
{
    return number <= signs.size() ? QString(signs[number - 1]) : QString::number(number);
}

QString fromSign(char16_t first, int count, int number)
{
    return number <= count ? QString(QChar(first + number - 1)) : QString::number(number);
}

} // namespace

CountingFormat countingFormat(const QString &name)
{
    const auto known = std::find_if(countings.begin(), countings.end(),
        [&](const NamedCounting &line) { return name == QLatin1String(line.name); });
    return known == countings.end() ? Counting::Decimal : known->format;
}

CountingFormat countingFormat(int nfc)
{
    const auto known
        = std::find_if(countings.begin(), countings.end(), [&](const NamedCounting &line) { return line.nfc == nfc; });
    return known == countings.end() ? Counting::Decimal : known->format;
}

QString countingWord(CountingFormat format, int number)
{
    const QString plain = QString::number(number);
    if (format == Counting::None)
        return {};
    if (number < 1 || number > 9999)
        return plain;
    switch (format) {
    case Counting::DecimalZero:
        return plain.rightJustified(2, u'0');
    case Counting::UpperRoman:
        return roman(number).toUpper();
    case Counting::LowerRoman:
        return roman(number);
    case Counting::UpperLetter:
        return number <= 780 ? letters(number).toUpper() : plain;
    case Counting::LowerLetter:
        return number <= 780 ? letters(number) : plain;
    case Counting::ChineseCounting:
        return grouped(number, QStringLiteral("零一二三四五六七八九"), QStringLiteral("十百千"), true);
    case Counting::ChineseLegal:
        return grouped(number, QStringLiteral("零壹贰叁肆伍陆柒捌玖"), QStringLiteral("拾佰仟"), false);
    case Counting::ChineseDigits:
        return digitByDigit(number, QStringLiteral("〇一二三四五六七八九"));
    case Counting::HeavenlyStems:
        return oneOf(QStringLiteral("甲乙丙丁戊己庚辛壬癸"), number);
    case Counting::EarthlyBranches:
        return oneOf(QStringLiteral("子丑寅卯辰巳午未申酉戌亥"), number);
    case Counting::Circled:
        return fromSign(u'①', 20, number);
    case Counting::Bracketed:
        return fromSign(u'⑴', 20, number);
    case Counting::Stopped:
        return fromSign(u'⒈', 20, number);
    case Counting::FullWidth:
        return digitByDigit(number, QStringLiteral("０１２３４５６７８９"));
    case Counting::Decimal:
    case Counting::None:
        break;
    }
    return plain;
}

} // namespace zhibao
