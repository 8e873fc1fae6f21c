// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/linelinks.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace zhibao {

namespace {

constexpr double leastLikeness = 0.6;
constexpr double likenessBeforeNext = 0.15;
// Character pairs that may be looked at, some tenths of a second; beyond that lines that do not say the same are new.
constexpr qsizetype comparisonBudget = 200'000'000;

struct Likest {
    int line = -1;
    double likeness = 0;
    double next = 0;

    void take(int other, double like)
    {
        if (like > likeness) {
            next = likeness;
            likeness = like;
            line = other;
        } else {
            next = std::max(next, like);
        }
    }
    bool isClear() const { return likeness >= leastLikeness && likeness - next >= likenessBeforeNext; }
};

QList<ComparableLine> comparableLines(const QList<LineContent> &lines, const std::vector<int> &chosen, qsizetype *pairs)
{
    QList<ComparableLine> comparables;
    for (const int line : chosen) {
        comparables.append(comparableLine(lines[line]));
        *pairs += comparables.constLast().pairs.size() + 1;
    }
    return comparables;
}

} // namespace

QList<FoundLine> linkLines(
    const QList<LineContent> &before, const QList<LineContent> &lines, const QMap<int, int> &chosen)
{
    QList<FoundLine> found(lines.size());
    QList<bool> isTaken(before.size(), false);
    for (auto choice = chosen.cbegin(); choice != chosen.cend(); ++choice) {
        if (choice.key() < found.size() && choice.value() >= 0 && choice.value() < before.size()) {
            found[choice.key()] = {choice.value(),
                lineLikeness(comparableLine(before[choice.value()]), comparableLine(lines[choice.key()]))};
            isTaken[choice.value()] = true;
        }
    }
    QHash<QString, QList<int>> sameAs;
    for (int at = 0; at < before.size(); ++at) {
        if (!isTaken[at] && !before[at].texts.isEmpty())
            sameAs[before[at].key].append(at);
    }
    std::vector<int> open;
    for (int at = 0; at < lines.size(); ++at) {
        if (chosen.contains(at))
            continue;
        const auto same = sameAs.find(lines[at].key);
        if (same == sameAs.end() || same->isEmpty()) {
            open.push_back(at);
            continue;
        }
        found[at] = {same->takeFirst(), 1};
        isTaken[found[at].before] = true;
    }
    std::vector<int> left;
    for (int at = 0; at < before.size(); ++at) {
        if (!isTaken[at] && !before[at].texts.isEmpty())
            left.push_back(at);
    }
    qsizetype openPairs = 0;
    qsizetype leftPairs = 0;
    const QList<ComparableLine> openLines = comparableLines(lines, open, &openPairs);
    const QList<ComparableLine> leftLines = comparableLines(before, left, &leftPairs);
    if (openLines.size() * leftPairs + leftLines.size() * openPairs > comparisonBudget)
        return found;
    std::vector<Likest> ofLine(open.size());
    std::vector<Likest> ofBefore(left.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (std::size_t k = 0; k < left.size(); ++k) {
            const double like
                = lineLikeness(leftLines[static_cast<qsizetype>(k)], openLines[static_cast<qsizetype>(i)]);
            ofLine[i].take(static_cast<int>(k), like);
            ofBefore[k].take(static_cast<int>(i), like);
        }
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (!ofLine[i].isClear())
            continue;
        const Likest &partner = ofBefore[static_cast<std::size_t>(ofLine[i].line)];
        if (partner.isClear() && partner.line == static_cast<int>(i))
            found[open[i]] = {left[static_cast<std::size_t>(ofLine[i].line)], ofLine[i].likeness};
    }
    return found;
}

} // namespace zhibao
