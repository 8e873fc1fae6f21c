// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/titlebreak.h"

#include "document/layout/characters.h"
#include "document/style.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhibao {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr qsizetype mostLines = 4;

// A place where the title may be broken: how far it is from the start, and how much a reader would mind.
struct Candidate {
    qsizetype position = 0;
    double width = 0;
    double cost = 0;
};

// The penalty of every break that is not at the edge of a phrase: Chinese words mostly have two characters, so a
// break an even distance after the phrase's start is less likely to cut one.
double costWithin(double fromPhraseStart, double phraseLength)
{
    if (std::lround(fromPhraseStart) % 2 != 0)
        return 9;
    return std::lround(phraseLength) % 2 == 0 ? 3 : 4;
}

class TitleCosts {
public:
    TitleCosts(const QString &title, const QString &unit)
        : m_title(title)
        , m_unitStart(unit.isEmpty() ? -1 : title.indexOf(unit))
        , m_unitEnd(m_unitStart + unit.size())
        , m_depth(title.size() + 1, 0)
        , m_phraseStart(title.size() + 1, 0)
    {
        const QString opening = QStringLiteral("《〈（(“‘【");
        const QString closing = QStringLiteral("》〉）)”’】");
        int depth = 0;
        qsizetype start = 0;
        for (qsizetype i = 0; i < title.size(); ++i) {
            if (isPhraseStart(i))
                start = i;
            m_phraseStart[i] = start;
            m_depth[i] = depth;
            if (opening.contains(title[i]))
                ++depth;
            else if (closing.contains(title[i]) && depth > 0)
                m_depth[i] = depth--;
        }
        m_phraseStart[title.size()] = title.size();
    }

    double cost(qsizetype at) const
    {
        const QChar before = m_title[at - 1];
        const QChar after = m_title[at];
        if (m_depth[at] > 0 || (m_unitStart >= 0 && at > m_unitStart && at < m_unitEnd))
            return never;
        if (noLineStart().contains(after) || noLineEnd().contains(before) || after == u'的')
            return never;
        if (!isFullWidth(before.unicode()) && !isFullWidth(after.unicode()))
            return before.isSpace() ? 1 : never;
        if (endsWith(at, QStringLiteral("关于")))
            return 0;
        if (before == u'的' || before == u'，' || before == u'、' || before == u'；')
            return 1;
        if (after == u'《' || before == u'》' || after == u'和' || after == u'与' || after == u'及')
            return 2;
        if (QStringView(m_title).mid(at).startsWith(u"关于"))
            return 6;
        return costWithin(nominalWidth(QStringView(m_title).mid(m_phraseStart[at], at - m_phraseStart[at])),
            nominalWidth(QStringView(m_title).mid(m_phraseStart[at], phraseEnd(at) - m_phraseStart[at])));
    }

private:
    bool endsWith(qsizetype at, const QString &word) const
    {
        return at >= word.size() && QStringView(m_title).mid(at - word.size(), word.size()) == word;
    }

    bool isPhraseStart(qsizetype i) const
    {
        if (i == 0 || i == m_unitEnd)
            return true;
        const QChar before = m_title[i - 1];
        return endsWith(i, QStringLiteral("关于")) || before == u'的' || before == u'》' || before == u'，'
            || before == u'、' || before.isSpace();
    }

    qsizetype phraseEnd(qsizetype at) const
    {
        qsizetype end = at;
        while (end < m_title.size() && m_phraseStart[end] == m_phraseStart[at])
            ++end;
        return end;
    }

    const QString &m_title;
    qsizetype m_unitStart;
    qsizetype m_unitEnd;
    QList<int> m_depth; // brackets open before each character
    QList<qsizetype> m_phraseStart; // of the phrase each character belongs to
};

// How far the lines' widths are from a trapezoid or a diamond.
double shapeCost(const QList<double> &widths)
{
    const auto [least, most] = std::minmax_element(widths.cbegin(), widths.cend());
    double cost = 2 * (*most - *least) / *most;
    if (*least < 0.35 * *most)
        cost += 4;
    bool falling = false;
    for (qsizetype i = 1; i < widths.size(); ++i) {
        const double step = widths[i] - widths[i - 1];
        if (step == 0)
            cost += 1;
        else if (step > 0 && falling)
            cost += 6; // an hourglass
        falling = falling || step < 0;
    }
    return cost;
}

class TitleSearch {
public:
    TitleSearch(const QList<Candidate> &candidates, double total, int capacity)
        : m_candidates(candidates)
        , m_total(total)
        , m_capacity(capacity)
    {
    }

    void tryLines(qsizetype lines)
    {
        m_lines = lines;
        extend(0, 0, 0);
    }

    QList<qsizetype> best() const { return m_best; }

private:
    void extend(qsizetype next, double begin, double cost)
    {
        const qsizetype missing = m_lines - 1 - m_breaks.size();
        if (m_total - begin > static_cast<double>((missing + 1) * m_capacity) || cost >= m_bestCost)
            return;
        if (missing == 0) {
            m_widths.append(m_total - begin);
            // A further line must earn its place.
            const double all = cost + shapeCost(m_widths) + 2.0 * static_cast<double>(m_lines);
            if (all < m_bestCost) {
                m_bestCost = all;
                m_best = m_breaks;
            }
            m_widths.removeLast();
            return;
        }
        for (qsizetype i = next; i < m_candidates.size(); ++i) {
            const Candidate &candidate = m_candidates[i];
            if (candidate.width - begin > m_capacity)
                break;
            m_breaks.append(candidate.position);
            m_widths.append(candidate.width - begin);
            extend(i + 1, candidate.width, cost + candidate.cost);
            m_breaks.removeLast();
            m_widths.removeLast();
        }
    }

    const QList<Candidate> &m_candidates;
    double m_total;
    int m_capacity;
    qsizetype m_lines = 0;
    QList<qsizetype> m_breaks;
    QList<double> m_widths;
    QList<qsizetype> m_best;
    double m_bestCost = never;
};

} // namespace

double nominalWidth(QStringView text)
{
    double width = 0;
    char32_t previous = U' ';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        width += (isFullWidth(character) ? 1.0 : 0.5) + (takesScriptSpace(previous, character) ? 0.2 : 0.0);
        previous = character;
        i += pair ? 1 : 0;
    }
    return width;
}

QList<qsizetype> titleBreaks(const QString &title, const QString &unit, int capacity)
{
    const double total = nominalWidth(title);
    if (total <= capacity || total > static_cast<double>(mostLines * capacity))
        return {};
    const TitleCosts costs(title, unit);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, title);
    QList<Candidate> candidates;
    while (finder.toNextBoundary() > 0 && finder.position() < title.size()) {
        const qsizetype at = finder.position();
        const double cost = costs.cost(at);
        if (cost < never)
            candidates.append({at, nominalWidth(QStringView(title).left(at)), cost});
    }
    TitleSearch search(candidates, total, capacity);
    const auto fewest = static_cast<qsizetype>(std::ceil(total / capacity));
    for (qsizetype lines = fewest; lines <= std::min(fewest + 1, mostLines); ++lines)
        search.tryLines(lines);
    return search.best();
}

QList<qsizetype> unitBreaks(const QString &unit, int capacity)
{
    const QString partEnds = QStringLiteral("省市区州盟县旗师团局厅委会所）");
    const double total = nominalWidth(unit);
    if (total <= capacity || total > 2.0 * capacity)
        return titleBreaks(unit, {}, capacity);
    qsizetype best = 0;
    double least = never; // how far the two lines' widths are apart
    for (qsizetype at = 1; at < unit.size(); ++at) {
        const double first = nominalWidth(QStringView(unit).left(at));
        const bool ends = partEnds.contains(unit[at - 1]) && !noLineStart().contains(unit[at]);
        const bool isMarket = unit[at - 1] == u'市' && unit[at] == u'场'; // 市场监督管理局
        if (!ends || isMarket || std::max(first, total - first) > capacity)
            continue;
        if (const double apart = std::abs(total - 2 * first); apart < least) {
            least = apart;
            best = at;
        }
    }
    return best > 0 ? QList<qsizetype>{best} : titleBreaks(unit, {}, capacity);
}

} // namespace zhibao
