// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/textcomparison.h"

#include "core/compare/commonsubsequence.h"
#include "core/text/script.h"

#include <QByteArrayView>
#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace zhibao {

namespace {

// The same number for the same content.
template <typename View>
class Numbers {
public:
    int of(View view)
    {
        const auto known = m_numbers.constFind(view);
        if (known != m_numbers.constEnd())
            return *known;
        const int number = static_cast<int>(m_numbers.size());
        m_numbers.insert(view, number);
        return number;
    }

private:
    QHash<View, int> m_numbers;
};

// A text cut into the pieces that are compared.
struct Units {
    std::vector<int> numbers; // equal for equal pieces
    std::vector<qsizetype> starts; // one more than pieces: the last is the text's length
};

// A letter or digit of a script that parts words by spaces, or its full-width form.
bool isWordCharacter(QChar c)
{
    const bool alphabetic = c.unicode() < 0x2E80 || (c >= u'\uFF10' && c <= u'\uFF5A');
    return alphabetic && (c.isLetter() || c.isDigit());
}

// The point or comma inside 12.5 or 1,200.
bool isInsideNumber(QStringView text, qsizetype at)
{
    return (text[at] == u'.' || text[at] == u',') && at > 0 && at + 1 < text.size() && isAsciiDigit(text[at - 1])
        && isAsciiDigit(text[at + 1]);
}

Units unitsOf(const QString &text, Numbers<QStringView> &numbers)
{
    Units units;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    bool inWord = false;
    for (qsizetype at = 0; at >= 0 && at < text.size(); at = finder.toNextBoundary()) {
        const bool word = isWordCharacter(text[at]) || (inWord && isInsideNumber(text, at));
        if (!word || !inWord)
            units.starts.push_back(at);
        inWord = word;
    }
    const std::size_t count = units.starts.size();
    units.starts.push_back(text.size());
    units.numbers.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        units.numbers.push_back(
            numbers.of(QStringView(text).sliced(units.starts[i], units.starts[i + 1] - units.starts[i])));
    return units;
}

// A run of units, and where each sentence of it starts (one more than sentences: the last is the run's length).
struct Sentences {
    std::vector<int> numbers;
    std::vector<std::size_t> starts;
};

Sentences sentencesOf(std::span<const int> units, const std::vector<int> &enders, Numbers<QByteArrayView> &numbers)
{
    Sentences sentences;
    std::size_t start = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (i + 1 < units.size() && std::find(enders.begin(), enders.end(), units[i]) == enders.end())
            continue;
        const auto bytes = std::as_bytes(units.subspan(start, i + 1 - start));
        sentences.numbers.push_back(numbers.of(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size()))));
        sentences.starts.push_back(start);
        start = i + 1;
    }
    sentences.starts.push_back(units.size());
    return sentences;
}

void appendShifted(IndexPairs &pairs, const IndexPairs &more, std::size_t before, std::size_t after)
{
    for (const auto &[from, to] : more)
        pairs.emplace_back(from + static_cast<int>(before), to + static_cast<int>(after));
}

// Unchanged sentences, and inside what lies between them unchanged units as long as the budget lasts.
IndexPairs matchSentences(std::span<const int> before, std::span<const int> after, const std::vector<int> &enders)
{
    Numbers<QByteArrayView> numbers;
    const Sentences from = sentencesOf(before, enders, numbers);
    const Sentences to = sentencesOf(after, enders, numbers);
    IndexPairs same = commonSubsequence(from.numbers, to.numbers);
    same.emplace_back(static_cast<int>(from.numbers.size()), static_cast<int>(to.numbers.size()));
    IndexPairs pairs;
    std::size_t budget = comparableElements;
    std::size_t fromDone = 0;
    std::size_t toDone = 0;
    for (const auto &[fromSentence, toSentence] : same) {
        const std::size_t fromStart = from.starts[static_cast<std::size_t>(fromSentence)];
        const std::size_t toStart = to.starts[static_cast<std::size_t>(toSentence)];
        const std::size_t size = fromStart - fromDone + toStart - toDone;
        if (size <= budget) {
            budget -= size;
            const auto fromGap = before.subspan(fromDone, fromStart - fromDone);
            const auto toGap = after.subspan(toDone, toStart - toDone);
            appendShifted(pairs, commonSubsequence(fromGap, toGap), fromDone, toDone);
        }
        if (fromStart == before.size())
            break; // the pair of both ends
        const std::size_t length = from.starts[static_cast<std::size_t>(fromSentence) + 1] - fromStart;
        for (std::size_t i = 0; i < length; ++i)
            pairs.emplace_back(static_cast<int>(fromStart + i), static_cast<int>(toStart + i));
        fromDone = fromStart + length;
        toDone = toStart + length;
    }
    return pairs;
}

IndexPairs matchUnits(std::span<const int> before, std::span<const int> after, const std::vector<int> &enders)
{
    const auto [head, tail] = commonEnds(before, after);
    const std::size_t fromMiddle = before.size() - head - tail;
    const std::size_t toMiddle = after.size() - head - tail;
    if (fromMiddle + toMiddle <= comparableElements)
        return commonSubsequence(before, after);
    IndexPairs pairs;
    for (std::size_t i = 0; i < head; ++i)
        pairs.emplace_back(static_cast<int>(i), static_cast<int>(i));
    appendShifted(
        pairs, matchSentences(before.subspan(head, fromMiddle), after.subspan(head, toMiddle), enders), head, head);
    for (std::size_t i = tail; i > 0; --i)
        pairs.emplace_back(static_cast<int>(before.size() - i), static_cast<int>(after.size() - i));
    return pairs;
}

// Half-open ranges of units that were replaced.
struct Replacement {
    std::size_t fromStart = 0;
    std::size_t fromEnd = 0;
    std::size_t toStart = 0;
    std::size_t toEnd = 0;
    std::size_t size() const { return std::max(fromEnd - fromStart, toEnd - toStart); }
};

// One unit that happens to recur between two rewritten passages is chance and tears them apart for the reader; between
// single units (2023年3月 → 2024年4月) it is what the reader holds on to.
bool isIsland(const Replacement &left, const Replacement &right)
{
    return right.fromStart - left.fromEnd == 1 && left.size() > 1 && right.size() > 1;
}

std::vector<Replacement> replacementsOf(IndexPairs pairs, std::size_t fromSize, std::size_t toSize)
{
    std::vector<Replacement> replacements;
    pairs.emplace_back(static_cast<int>(fromSize), static_cast<int>(toSize));
    std::size_t from = 0;
    std::size_t to = 0;
    for (const auto &[fromSame, toSame] : pairs) {
        const Replacement found{from, static_cast<std::size_t>(fromSame), to, static_cast<std::size_t>(toSame)};
        from = found.fromEnd + 1;
        to = found.toEnd + 1;
        if (found.size() == 0)
            continue;
        if (!replacements.empty() && isIsland(replacements.back(), found)) {
            replacements.back().fromEnd = found.fromEnd;
            replacements.back().toEnd = found.toEnd;
        } else {
            replacements.push_back(found);
        }
    }
    return replacements;
}

} // namespace

QList<TextSpan> compareTexts(const QString &before, const QString &after)
{
    Numbers<QStringView> numbers;
    const Units from = unitsOf(before, numbers);
    const Units to = unitsOf(after, numbers);
    std::vector<int> enders;
    for (const QStringView ender : {u"。", u"！", u"？", u"；", u"\n"})
        enders.push_back(numbers.of(ender));

    QList<TextSpan> spans;
    const auto append = [&](TextSpan::Kind kind, const QString &text, qsizetype start, qsizetype end) {
        if (start < end)
            spans.append({kind, text.sliced(start, end - start)});
    };
    qsizetype done = 0;
    const IndexPairs same = matchUnits(from.numbers, to.numbers, enders);
    for (const Replacement &replaced : replacementsOf(same, from.numbers.size(), to.numbers.size())) {
        append(TextSpan::Kind::Same, before, done, from.starts[replaced.fromStart]);
        done = from.starts[replaced.fromEnd];
        append(TextSpan::Kind::Removed, before, from.starts[replaced.fromStart], done);
        append(TextSpan::Kind::Added, after, to.starts[replaced.toStart], to.starts[replaced.toEnd]);
    }
    append(TextSpan::Kind::Same, before, done, before.size());
    return spans;
}

} // namespace zhibao
