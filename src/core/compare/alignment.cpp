// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/alignment.h"

#include "core/compare/commonsubsequence.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace zhibao {

namespace {

// From here on two lines count as one that was rewritten. Measured on generated reports, full of stock phrases: of rows
// that have nothing to do with each other at most 1 in 100 shares 0.6 of its character pairs and none half of its
// texts, while a row with every other cell written anew keeps 0.6 of its pairs or more.
constexpr double enoughPairs = 0.6;
constexpr double enoughTexts = 0.5;

// How many character pairs may be looked at to find the similar lines, about a tenth of a second; beyond that
// rewritten lines show as removed and added.
constexpr qsizetype similarityBudget = 50'000'000;

// The same number for the same content.
struct LineNumbers {
    std::vector<int> before;
    std::vector<int> after;
};

LineNumbers numbersOf(const QList<LineContent> &before, const QList<LineContent> &after)
{
    QHash<QString, int> known;
    const auto numbered = [&](const QList<LineContent> &lines) {
        std::vector<int> numbers;
        for (const LineContent &line : lines) {
            const auto found = known.constFind(line.key);
            const int number = found != known.constEnd() ? *found : static_cast<int>(known.size());
            known.insert(line.key, number);
            numbers.push_back(number);
        }
        return numbers;
    };
    std::vector<int> first = numbered(before);
    return {std::move(first), numbered(after)};
}

// The partner of each line, or -1, on both sides.
struct Partners {
    std::vector<int> ofBefore;
    std::vector<int> ofAfter;
    void pair(int before, int after)
    {
        ofBefore[static_cast<std::size_t>(before)] = after;
        ofAfter[static_cast<std::size_t>(after)] = before;
    }
};

std::vector<int> alone(const std::vector<int> &partners)
{
    std::vector<int> lines;
    for (std::size_t i = 0; i < partners.size(); ++i) {
        if (partners[i] < 0)
            lines.push_back(static_cast<int>(i));
    }
    return lines;
}

// Whether every line is found by its id, so that what it says need not be looked at.
bool pairById(Partners &partners, const QList<LineContent> &before, const QList<LineContent> &after)
{
    QHash<LineId, int> places;
    bool isWhole = true;
    for (int line = 0; line < before.size(); ++line) {
        if (before[line].id.isNull())
            isWhole = false;
        else
            places.insert(before[line].id, line);
    }
    for (int line = 0; line < after.size(); ++line) {
        const auto found = places.find(after[line].id);
        isWhole = isWhole && !after[line].id.isNull();
        if (found == places.end())
            continue;
        partners.pair(*found, line);
        places.erase(found);
    }
    return isWhole;
}

std::vector<int> numbersAt(const std::vector<int> &lines, const std::vector<int> &numbers)
{
    std::vector<int> chosen;
    chosen.reserve(lines.size());
    for (const int line : lines)
        chosen.push_back(numbers[static_cast<std::size_t>(line)]);
    return chosen;
}

void pairEqual(Partners &partners, const LineNumbers &numbers)
{
    const std::vector<int> before = alone(partners.ofBefore);
    const std::vector<int> after = alone(partners.ofAfter);
    for (const auto &[from, to] : commonSubsequence(numbersAt(before, numbers.before), numbersAt(after, numbers.after)))
        partners.pair(before[static_cast<std::size_t>(from)], after[static_cast<std::size_t>(to)]);
    QHash<int, QList<int>> left; // what is left of each content in `after`, in order
    for (const int line : alone(partners.ofAfter))
        left[numbers.after[static_cast<std::size_t>(line)]].append(line);
    for (const int line : alone(partners.ofBefore)) {
        const auto found = left.find(numbers.before[static_cast<std::size_t>(line)]);
        if (found != left.end() && !found->isEmpty())
            partners.pair(line, found->takeFirst());
    }
}

// Every character with the one before it, sorted; of a text of n characters n pairs.
QList<quint32> characterPairs(const Texts &texts)
{
    QList<quint32> pairs;
    for (const QString &text : texts) {
        char16_t previous = 0;
        for (const QChar c : text) {
            pairs.append(static_cast<quint32>(previous) << 16 | c.unicode());
            previous = c.unicode();
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Dice's coefficient: the share of character pairs that both have.
double sharedPairs(const QList<quint32> &one, const QList<quint32> &other)
{
    qsizetype shared = 0;
    for (qsizetype i = 0, k = 0; i < one.size() && k < other.size();) {
        shared += one[i] == other[k];
        const bool advanceOne = one[i] <= other[k];
        const bool advanceOther = other[k] <= one[i];
        i += advanceOne;
        k += advanceOther;
    }
    const qsizetype all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

// The share of texts that are the same: a row with one long cell written anew is still that row.
double sharedTexts(const Texts &one, const Texts &other)
{
    qsizetype shared = 0;
    for (auto text = one.cbegin(); text != one.cend(); ++text)
        shared += other.value(text.key()) == *text;
    const qsizetype all = one.size() + other.size();
    return all == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

struct Candidate {
    double similarity;
    int before;
    int after;
    // The more similar first, then the nearer. The last criterion decides between any two that compete for a line, the
    // same way when the versions are swapped.
    auto order() const { return std::tuple(-similarity, std::abs(before - after), std::min(before, after)); }
};

using PairLists = QList<QList<quint32>>;

PairLists pairLists(const QList<LineContent> &lines, const std::vector<int> &chosen, qsizetype *count)
{
    PairLists lists;
    for (const int line : chosen) {
        lists.append(characterPairs(lines[line].texts));
        *count += lists.last().size() + 1;
    }
    return lists;
}

void pairSimilar(Partners &partners, const QList<LineContent> &before, const QList<LineContent> &after)
{
    const std::vector<int> from = alone(partners.ofBefore);
    const std::vector<int> to = alone(partners.ofAfter);
    qsizetype fromPairs = 0;
    qsizetype toPairs = 0;
    const PairLists fromLists = pairLists(before, from, &fromPairs);
    const PairLists toLists = pairLists(after, to, &toPairs);
    if (fromLists.size() * toPairs + toLists.size() * fromPairs > similarityBudget)
        return;
    QList<Candidate> candidates;
    for (qsizetype i = 0; i < fromLists.size(); ++i) {
        for (qsizetype k = 0; k < toLists.size(); ++k) {
            const int one = from[static_cast<std::size_t>(i)];
            const int other = to[static_cast<std::size_t>(k)];
            // A line that was blank and is filled now, in its place, is no new line.
            const bool filled = one == other && (before[one].texts.isEmpty() || after[other].texts.isEmpty());
            const double pairs = sharedPairs(fromLists[i], toLists[k]);
            const double texts = sharedTexts(before[one].texts, after[other].texts);
            if (filled || pairs >= enoughPairs || texts >= enoughTexts)
                candidates.append({std::max(pairs, texts), one, other});
        }
    }
    std::sort(candidates.begin(), candidates.end(),
        [](const Candidate &one, const Candidate &other) { return one.order() < other.order(); });
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (partners.ofBefore[static_cast<std::size_t>(candidate.before)] < 0
            && partners.ofAfter[static_cast<std::size_t>(candidate.after)] < 0)
            partners.pair(candidate.before, candidate.after);
    }
}

// Which lines of `before` keep their order: a longest increasing run of partners (patience sorting).
std::vector<bool> stayingLines(const std::vector<int> &partners)
{
    std::vector<int> ends; // line that ends the best run of each length, by ascending partner
    std::vector<int> previous(partners.size(), -1);
    const auto partnerOf = [&](int line) { return partners[static_cast<std::size_t>(line)]; };
    for (std::size_t line = 0; line < partners.size(); ++line) {
        if (partners[line] < 0)
            continue;
        const auto place = std::lower_bound(
            ends.begin(), ends.end(), partners[line], [&](int end, int partner) { return partnerOf(end) < partner; });
        if (place != ends.begin())
            previous[line] = *(place - 1);
        if (place == ends.end())
            ends.push_back(static_cast<int>(line));
        else
            *place = static_cast<int>(line);
    }
    std::vector<bool> staying(partners.size(), false);
    for (int line = ends.empty() ? -1 : ends.back(); line >= 0; line = previous[static_cast<std::size_t>(line)])
        staying[static_cast<std::size_t>(line)] = true;
    return staying;
}

void appendNumber(QString &key, qsizetype number)
{
    key += QString::number(number) + u':';
}

// Lengths stand before the texts: no text can pass for two.
void appendTexts(QString &key, const Texts &texts)
{
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (text->isEmpty())
            continue;
        appendNumber(key, text.key().size());
        appendNumber(key, text->size());
        key += text.key() + *text;
    }
}

LineContent contentOfTexts(const Texts &texts)
{
    LineContent content;
    appendTexts(content.key, texts);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (!text->isEmpty())
            content.texts.insert(text.key(), *text);
    }
    return content;
}

} // namespace

LineContent contentOf(const Entry &entry)
{
    LineContent content = contentOfTexts(entry);
    content.id = entry.id;
    return content;
}

LineContent contentOf(const Row &row)
{
    LineContent content = contentOfTexts(row.cells);
    content.id = row.id;
    for (qsizetype index = 0; index < row.entries.size(); ++index) {
        content.key += u'e';
        appendTexts(content.key, row.entries[index]);
        const LineContent entry = contentOfTexts(row.entries[index]);
        for (auto text = entry.texts.cbegin(); text != entry.texts.cend(); ++text)
            content.texts.insert(QString::number(index) + u':' + text.key(), *text);
    }
    return content;
}

ComparableLine comparableLine(const LineContent &line)
{
    return {characterPairs(line.texts), line.texts};
}

double lineLikeness(const ComparableLine &one, const ComparableLine &other)
{
    return std::max(sharedPairs(one.pairs, other.pairs), sharedTexts(one.texts, other.texts));
}

QList<AlignedLine> alignLines(const QList<LineContent> &before, const QList<LineContent> &after)
{
    Partners partners{std::vector<int>(static_cast<std::size_t>(before.size()), -1),
        std::vector<int>(static_cast<std::size_t>(after.size()), -1)};
    if (!pairById(partners, before, after)) {
        pairEqual(partners, numbersOf(before, after));
        pairSimilar(partners, before, after);
    }
    const std::vector<bool> staying = stayingLines(partners.ofBefore);

    QList<AlignedLine> lines;
    std::size_t next = 0; // of `before`
    const auto appendRemoved = [&] { // up to the next line that stays
        for (; next < staying.size() && !staying[next]; ++next) {
            if (partners.ofBefore[next] < 0)
                lines.append({static_cast<int>(next), -1, false});
        }
    };
    appendRemoved();
    for (std::size_t line = 0; line < partners.ofAfter.size(); ++line) {
        const int partner = partners.ofAfter[line];
        const bool stays = partner >= 0 && staying[static_cast<std::size_t>(partner)];
        lines.append({partner, static_cast<int>(line), partner >= 0 && !stays});
        if (!stays)
            continue;
        ++next;
        appendRemoved();
    }
    return lines;
}

} // namespace zhibao
