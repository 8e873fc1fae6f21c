// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/script.h"

#include <QList>
#include <QMap>

#include <algorithm>

namespace zhibao {

namespace {

bool isChinese(char16_t c)
{
    if (c < 0x2010)
        return false;
    const bool ideograph = (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xE000 && c <= 0xFAFF);
    const bool mark = (c > 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
    const bool quote = c == u'“' || c == u'”' || c == u'‘' || c == u'’' || c == u'—' || c == u'…';
    // High surrogates of planes 2 and 3, where further ideographs stand.
    const bool astral = c >= 0xD840 && c <= 0xD8BF;
    return ideograph || mark || quote || astral;
}

} // namespace

bool isChineseAt(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && isChinese(text[at].unicode());
}

bool isChineseBefore(QStringView text, qsizetype at)
{
    if (at < 1 || at > text.size())
        return false;
    return isChineseAt(text, text[at - 1].isLowSurrogate() ? at - 2 : at - 1);
}

bool isChineseNumeral(QChar c)
{
    return QStringView(u"〇零一二两三四五六七八九十百千万亿").contains(c);
}

qsizetype enumeratorLength(QStringView text, qsizetype at)
{
    qsizetype i = at;
    const auto here = [&] { return i < text.size() ? text[i] : QChar(); };
    const bool open = here() == u'（' || here() == u'(';
    if (open)
        ++i;
    const qsizetype first = i;
    while (isAsciiDigit(here()) && i - first < 3)
        ++i;
    const bool arabic = i > first;
    while (!arabic && isChineseNumeral(here()) && i - first < 4)
        ++i;
    if (i == first)
        return 0;
    if (here() == u'）' || here() == u')')
        return i + 1 - at;
    if (open)
        return 0;
    // 1.5 is a number, not the first of a list.
    const bool decimal = arabic && i + 1 < text.size() && isAsciiDigit(text[i + 1]);
    const bool point = (here() == u'.' || here() == u'．') && !decimal;
    return point || here() == u'、' ? i + 1 - at : 0;
}

QString wordsAround(const QString &text, qsizetype at, qsizetype length)
{
    constexpr qsizetype shown = 6;
    qsizetype from = at;
    while (from > 0 && at - from < shown && text[from - 1] != u'\n')
        --from;
    qsizetype to = at + length;
    while (to < text.size() && to - at - length < shown && text[to] != u'\n')
        ++to;
    if (from > 0 && text[from].isLowSurrogate())
        --from;
    if (to < text.size() && text[to].isLowSurrogate())
        ++to;
    return text.mid(from, to - from);
}

int editDistance(QStringView one, QStringView other, int limit)
{
    if (qAbs(one.size() - other.size()) > limit)
        return limit + 1;
    QList<int> row(other.size() + 1);
    for (int j = 0; j < row.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= one.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return qMin(row.last(), limit + 1);
}

QString lettersOf(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            result += c;
    }
    return result;
}

double likeness(const QString &one, const QString &other)
{
    if (one == other)
        return 1;
    QMap<QString, int> pairs;
    for (qsizetype i = 0; i + 1 < one.size(); ++i)
        ++pairs[one.mid(i, 2)];
    int common = 0;
    for (qsizetype i = 0; i + 1 < other.size(); ++i) {
        if (const auto found = pairs.find(other.mid(i, 2)); found != pairs.end() && *found > 0) {
            --*found;
            ++common;
        }
    }
    const qsizetype total = one.size() + other.size() - 2;
    return total > 0 ? 2.0 * common / static_cast<double>(total) : 0;
}

} // namespace zhibao
