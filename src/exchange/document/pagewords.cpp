// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pagewords.h"

#include "exchange/pdf/pdfcheck.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

double middleHeightOf(const TextWord &word)
{
    return (word.top + word.bottom) / 2;
}

// Fonts of a line differ a little in where they begin.
constexpr double sameLine = 6; // points

// Some programs draw the characters of a line that its font lacks after the others. Where such a word fits into the
// hole that was left for it, there it belongs.
qsizetype placeInLine(const QList<qsizetype> &page, const QList<TextWord> &words, const TextWord &word)
{
    constexpr double touching = 0.3; // of the line's height
    const double near = touching * (word.bottom - word.top);
    for (qsizetype at = page.size(); at-- > 0;) {
        const TextWord &other = words[page[at]];
        if (std::abs(middleHeightOf(other) - middleHeightOf(word)) > sameLine || other.left < word.left)
            break;
        if (std::abs(other.left - word.right) < near)
            return at;
    }
    return page.size();
}

bool isHigher(const TextWord &one, const TextWord &other)
{
    return middleHeightOf(one) < middleHeightOf(other);
}

bool isLower(const TextWord &one, const TextWord &other)
{
    return isHigher(other, one);
}

// Takes the page's highest or lowest line away if it is what is looked for; whether it was.
template <typename Comes, typename Fits>
bool takeLine(QList<qsizetype> &page, const QList<TextWord> &words, Comes comesFirst, Fits fits)
{
    const auto edge = std::min_element(
        page.begin(), page.end(), [&](qsizetype a, qsizetype b) { return comesFirst(words[a], words[b]); });
    if (edge == page.end())
        return false;
    const double middle = middleHeightOf(words[*edge]);
    const auto isInLine = [&](qsizetype word) { return std::abs(middleHeightOf(words[word]) - middle) < sameLine; };
    QString line;
    for (const qsizetype word : std::as_const(page))
        line += isInLine(word) ? shownText(words[word].text) : QString();
    if (!fits(line))
        return false;
    page.removeIf(isInLine);
    return true;
}

// A page has one number: the next line that says nothing but a number is content.
void takeMarks(QList<qsizetype> &page, const QList<TextWord> &words, const QStringList &marks)
{
    static const QRegularExpression number(QStringLiteral("^[-–—]?[0-9]+[-–—]?$"));
    const auto isMark = [&](const QString &line) { return marks.contains(line); };
    const auto isNumber = [&](const QString &line) { return number.match(line).hasMatch(); };
    const auto takeAll = [&] {
        while (takeLine(page, words, isHigher, isMark) || takeLine(page, words, isLower, isMark)) { }
    };
    takeAll();
    if (takeLine(page, words, isLower, isNumber) || takeLine(page, words, isHigher, isNumber))
        takeAll();
}

} // namespace

bool beginsStretch(const TextWord &word, const TextWord &before)
{
    constexpr double widestSpace = 0.6; // of the line's height
    return word.page != before.page || word.top > middleHeightOf(before) || word.left < before.left
        || word.left - before.right > widestSpace * (word.bottom - word.top);
}

QList<QList<qsizetype>> pagesWithoutMarks(const QList<TextWord> &words, const QStringList &marks)
{
    QList<QList<qsizetype>> pages;
    for (qsizetype i = 0; i < words.size(); ++i) {
        pages.resize(std::max<qsizetype>(pages.size(), words[i].page + 1));
        QList<qsizetype> &page = pages[words[i].page];
        page.insert(placeInLine(page, words, words[i]), i);
    }
    for (QList<qsizetype> &page : pages)
        takeMarks(page, words, marks);
    return pages;
}

bool RowPlaces::isSame(const Start &start, const TextWord &word)
{
    return start.page == word.page && std::abs(start.top - word.top) < sameLine;
}

void RowPlaces::add(int row, const TextWord &word)
{
    QList<Start> &starts = m_starts[row];
    const auto known
        = std::find_if(starts.begin(), starts.end(), [&](const Start &start) { return isSame(start, word); });
    if (known == starts.end()) {
        starts.append({word.page, word.top, 1});
        return;
    }
    ++known->cells;
    std::stable_sort(starts.begin(), starts.end(), [](const Start &a, const Start &b) { return a.cells > b.cells; });
}

int RowPlaces::rowOf(const TextWord &word) const
{
    int row = -1;
    for (auto known = m_starts.cbegin(); known != m_starts.cend(); ++known) {
        const Start &start = known->constFirst();
        const bool isAbove = start.page < word.page || (start.page == word.page && start.top < word.top + sameLine);
        if (isAbove)
            row = known.key();
    }
    return row;
}

} // namespace zhibao
