// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/textmerge.h"

#include "core/compare/commonsubsequence.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace zhibao {

namespace {

// Two clauses of which one was made from the other: a share of their character pairs.
constexpr double enoughOfClause = 0.3;

constexpr QStringView sentenceEnders = u"。！？；!?;\n";
constexpr QStringView clauseEnders = u"，、：";
constexpr QStringView opening = u"《“「『";
constexpr QStringView closing = u"》”」』"; // of each of those
// What makes a passage say another number or its contrary.
constexpr QStringView telling = u"0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千万亿.．%％‰不未无没非";

struct Clauses {
    QList<QStringView> pieces; // joined they are the text
    std::vector<int> numbers; // equal for equal pieces
};

// For each place that opens a title or a quotation where it ends, within its paragraph; others are not there.
QHash<qsizetype, qsizetype> heldPassages(const QString &text)
{
    QHash<qsizetype, qsizetype> ends;
    std::array<qsizetype, opening.size()> closes{};
    closes.fill(-1);
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        if (text[at] == u'\n')
            closes.fill(-1);
        if (const qsizetype kind = closing.indexOf(text[at]); kind >= 0)
            closes.at(static_cast<std::size_t>(kind)) = at;
        const qsizetype kind = opening.indexOf(text[at]);
        if (kind >= 0 && closes.at(static_cast<std::size_t>(kind)) >= 0)
            ends.insert(at, closes.at(static_cast<std::size_t>(kind)));
    }
    return ends;
}

Clauses clausesOf(const QString &text, QHash<QStringView, int> &known)
{
    const QHash<qsizetype, qsizetype> held = heldPassages(text);
    Clauses clauses;
    qsizetype start = 0;
    const auto cut = [&](qsizetype end) {
        const QStringView piece = QStringView(text).sliced(start, end - start);
        const int number = known.value(piece, static_cast<int>(known.size()));
        known.insert(piece, number);
        clauses.pieces.append(piece);
        clauses.numbers.push_back(number);
        start = end;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (const auto end = held.constFind(at); end != held.cend())
            at = *end;
        else if (sentenceEnders.contains(text[at]) || clauseEnders.contains(text[at]))
            cut(at + 1);
    }
    if (start < text.size())
        cut(text.size());
    return clauses;
}

QString joined(const QList<QStringView> &pieces, int from, int to)
{
    QString text;
    for (int piece = from; piece < to; ++piece)
        text += pieces[piece];
    return text;
}

// Pieces of the base that a side replaced by others.
struct Hunk {
    int from = 0; // of the base
    int to = 0;
    QString before;
    QString after;
    bool isOurs = true;
    bool isAgreed = false; // the other side has it as well
    bool isDisputed = false;
    int firstSentence = 0; // of the base, that it changes
    int lastSentence = 0;
    bool isTelling = false; // changes a figure or a negation
};

QString tellingOf(const QString &text)
{
    QString found;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(found), [](QChar c) { return telling.contains(c); });
    return found;
}

QSet<quint32> pairsOf(QStringView text)
{
    QSet<quint32> pairs;
    char16_t previous = 0;
    for (const QChar c : text) {
        pairs.insert(static_cast<quint32>(previous) << 16 | c.unicode());
        previous = c.unicode();
    }
    return pairs;
}

bool isRewritten(QStringView before, QStringView after)
{
    const QSet<quint32> one = pairsOf(before);
    const QSet<quint32> other = pairsOf(after);
    const auto shared = std::count_if(one.cbegin(), one.cend(), [&](quint32 pair) { return other.contains(pair); });
    return 2.0 * static_cast<double>(shared) >= enoughOfClause * static_cast<double>(one.size() + other.size());
}

// What one side changed, from the start on.
class Changes {
public:
    Changes(const Clauses &base, const Clauses &side, bool isOurs)
        : m_base(base)
        , m_side(side)
        , m_isOurs(isOurs)
    {
        IndexPairs same = commonSubsequence(base.numbers, side.numbers);
        same.emplace_back(static_cast<int>(base.pieces.size()), static_cast<int>(side.pieces.size()));
        int from = 0;
        int start = 0;
        for (const auto &[to, end] : same) {
            addReplaced(from, to, start, end);
            from = to + 1;
            start = end + 1;
        }
    }

    QList<Hunk> hunks() const { return m_hunks; }

private:
    // Clauses that were rewritten one by one are changes of their own.
    void addReplaced(int from, int to, int start, int end)
    {
        bool isOneByOne = to - from == end - start;
        for (int piece = 0; isOneByOne && piece < to - from; ++piece)
            isOneByOne = isRewritten(m_base.pieces[from + piece], m_side.pieces[start + piece]);
        if (!isOneByOne)
            add(from, to, start, end);
        for (int piece = 0; isOneByOne && piece < to - from; ++piece)
            add(from + piece, from + piece + 1, start + piece, start + piece + 1);
    }

    void add(int from, int to, int start, int end)
    {
        if (from == to && start == end)
            return;
        Hunk hunk{from, to, joined(m_base.pieces, from, to), joined(m_side.pieces, start, end)};
        hunk.isOurs = m_isOurs;
        hunk.isTelling = tellingOf(hunk.before) != tellingOf(hunk.after);
        m_hunks.append(hunk);
    }

    const Clauses &m_base;
    const Clauses &m_side;
    const bool m_isOurs;
    QList<Hunk> m_hunks;
};

// A stretch of the base, from one border of pieces to another.
struct Stretch {
    int from = 0;
    int to = 0;
    bool isDisputed = false;
};

// Puts the changes of both sides into the base.
class Merger {
public:
    Merger(const QString &base, const QString &ours, const QString &theirs)
        : m_base(clausesOf(base, m_known))
        , m_hunks(Changes(m_base, clausesOf(ours, m_known), true).hunks())
    {
        const QList<Hunk> others = Changes(m_base, clausesOf(theirs, m_known), false).hunks();
        m_hunks.append(others);
        std::stable_sort(m_hunks.begin(), m_hunks.end(), [](const Hunk &one, const Hunk &other) {
            return std::pair(one.from, one.to) < std::pair(other.from, other.to);
        });
        agree();
        numberSentences();
    }

    MergedText merged()
    {
        const QList<Stretch> disputed = disputedStretches();
        qsizetype next = 0; // hunk
        for (const Stretch &stretch : disputed) {
            appendUndisputed(stretch.from, next);
            appendDisputed(stretch, next);
        }
        appendUndisputed(static_cast<int>(m_base.pieces.size()), next);
        appendBase(static_cast<int>(m_base.pieces.size()));
        return m_merged;
    }

private:
    // What both did is done once.
    void agree()
    {
        QList<Hunk> kept;
        for (const Hunk &hunk : std::as_const(m_hunks)) {
            const auto same = std::find_if(kept.rbegin(), kept.rend(), [&](const Hunk &other) {
                return other.from != hunk.from || (other.to == hunk.to && other.after == hunk.after);
            });
            if (same != kept.rend() && same->from == hunk.from && same->isOurs != hunk.isOurs && !same->isAgreed)
                same->isAgreed = true;
            else
                kept.append(hunk);
        }
        m_hunks = kept;
    }

    void numberSentences()
    {
        int sentence = 0;
        for (const QStringView piece : std::as_const(m_base.pieces)) {
            m_sentences.push_back(sentence);
            sentence += sentenceEnders.contains(piece.back());
        }
        m_sentences.push_back(sentence); // of what is put in at the end
        for (Hunk &hunk : m_hunks) {
            hunk.firstSentence = sentenceOf(hunk.from);
            hunk.lastSentence = sentenceOf(hunk.from == hunk.to ? hunk.from : hunk.to - 1);
            const bool isAtStart = hunk.from == 0 || sentenceOf(hunk.from - 1) < hunk.firstSentence;
            // Whole sentences that are put in between two belong to neither.
            if (hunk.from == hunk.to && isAtStart && sentenceEnders.contains(hunk.after.back()))
                hunk.lastSentence = hunk.firstSentence - 1;
        }
    }

    int sentenceOf(int piece) const { return m_sentences[static_cast<std::size_t>(piece)]; }

    // What of the base a person has to look at: what both changed, and sentences in which both changed something and
    // one of them a figure or a negation.
    QList<Stretch> disputedStretches()
    {
        QList<Stretch> stretches;
        for (qsizetype first = 0; first < m_hunks.size(); ++first) {
            for (qsizetype second = first + 1; second < m_hunks.size() && m_hunks[second].from <= m_hunks[first].to;
                 ++second) {
                if (isOpposed(m_hunks[first], m_hunks[second]) && overlap(m_hunks[first], m_hunks[second]))
                    m_hunks[first].isDisputed = m_hunks[second].isDisputed = true;
            }
        }
        disputeSentences(stretches);
        for (const Hunk &hunk : std::as_const(m_hunks)) {
            if (hunk.isDisputed || hunk.from < hunk.to)
                stretches.append({hunk.from, hunk.to, hunk.isDisputed});
        }
        return joinedStretches(stretches);
    }

    static bool isOpposed(const Hunk &one, const Hunk &other)
    {
        return one.isOurs != other.isOurs && !one.isAgreed && !other.isAgreed;
    }

    static bool overlap(const Hunk &one, const Hunk &other)
    {
        if (one.from == one.to && other.from == other.to)
            return one.from == other.from;
        return one.from < other.to && other.from < one.to;
    }

    void disputeSentences(QList<Stretch> &stretches)
    {
        struct Changed {
            bool byUs = false;
            bool byThem = false;
            bool isTelling = false;
            bool isDisputed() const { return byUs && byThem && isTelling; }
        };
        std::vector<Changed> sentences(static_cast<std::size_t>(m_sentences.back()) + 1);
        for (const Hunk &hunk : std::as_const(m_hunks)) {
            for (int sentence = hunk.firstSentence; sentence <= hunk.lastSentence && !hunk.isAgreed; ++sentence) {
                Changed &changed = sentences[static_cast<std::size_t>(sentence)];
                (hunk.isOurs ? changed.byUs : changed.byThem) = true;
                changed.isTelling = changed.isTelling || hunk.isTelling;
            }
        }
        for (Hunk &hunk : m_hunks) {
            for (int sentence = hunk.firstSentence; sentence <= hunk.lastSentence && !hunk.isAgreed; ++sentence)
                hunk.isDisputed = hunk.isDisputed || sentences[static_cast<std::size_t>(sentence)].isDisputed();
        }
        const int pieces = static_cast<int>(m_base.pieces.size());
        for (int from = 0, to = 0; from < pieces; from = to) {
            while (to < pieces && sentenceOf(to) == sentenceOf(from))
                ++to;
            if (sentences[static_cast<std::size_t>(sentenceOf(from))].isDisputed())
                stretches.append({from, to, true});
        }
    }

    // Sorted, those that overlap made one, and no change cut in two: one that is nowhere disputed only widens.
    static QList<Stretch> joinedStretches(QList<Stretch> stretches)
    {
        std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch &one, const Stretch &other) {
            return std::pair(one.from, one.to) < std::pair(other.from, other.to);
        });
        QList<Stretch> joined;
        for (const Stretch &stretch : std::as_const(stretches)) {
            const bool isNew = joined.isEmpty()
                || (stretch.from >= joined.last().to
                    && (stretch.from != joined.last().from || stretch.to != joined.last().to));
            if (isNew) {
                joined.append(stretch);
                continue;
            }
            joined.last().to = std::max(joined.last().to, stretch.to);
            joined.last().isDisputed = joined.last().isDisputed || stretch.isDisputed;
        }
        joined.removeIf([](const Stretch &stretch) { return !stretch.isDisputed; });
        return joined;
    }

    void appendBase(int to)
    {
        m_merged.text += joined(m_base.pieces, m_done, to);
        m_done = std::max(m_done, to);
    }

    // The changes that end at the border or before it.
    void appendUndisputed(int border, qsizetype &next)
    {
        const Hunk *previous = nullptr;
        for (; next < m_hunks.size() && m_hunks[next].to <= border && !m_hunks[next].isDisputed; ++next) {
            const Hunk &hunk = m_hunks[next];
            const bool isBeside = previous && previous->to == hunk.from && !previous->isAgreed && !hunk.isAgreed;
            m_merged.isJoined = m_merged.isJoined || (isBeside && previous->isOurs != hunk.isOurs);
            appendBase(hunk.from);
            m_merged.text += hunk.after;
            m_done = hunk.to;
            previous = &hunk;
        }
    }

    void appendDisputed(const Stretch &stretch, qsizetype &next)
    {
        appendBase(stretch.from);
        QString ours;
        QString theirs;
        int oursDone = stretch.from;
        int theirsDone = stretch.from;
        const auto apply = [&](QString &side, int &done, const Hunk &hunk) {
            side += joined(m_base.pieces, done, hunk.from) + hunk.after;
            done = hunk.to;
        };
        for (; next < m_hunks.size() && m_hunks[next].from <= stretch.to && m_hunks[next].to <= stretch.to; ++next) {
            const Hunk &hunk = m_hunks[next];
            // What is put in at the end of it, and is not disputed, stands behind it.
            if (hunk.from == stretch.to && stretch.from < stretch.to && !hunk.isDisputed)
                break;
            if (hunk.isOurs || hunk.isAgreed)
                apply(ours, oursDone, hunk);
            if (!hunk.isOurs || hunk.isAgreed)
                apply(theirs, theirsDone, hunk);
        }
        ours += joined(m_base.pieces, oursDone, stretch.to);
        theirs += joined(m_base.pieces, theirsDone, stretch.to);
        const QString base = joined(m_base.pieces, stretch.from, stretch.to);
        m_done = stretch.to;
        if (ours != theirs && ours != base && theirs != base)
            m_merged.conflicts.append({m_merged.text.size(), base, ours, theirs});
        m_merged.text += ours == base ? theirs : ours;
    }

    QHash<QStringView, int> m_known;
    Clauses m_base;
    QList<Hunk> m_hunks;
    std::vector<int> m_sentences; // of each piece of the base, and of what is put in behind the last
    MergedText m_merged;
    int m_done = 0; // of the base
};

// Where one side alone changed it, or both alike.
std::optional<QString> unopposed(const QString &base, const QString &ours, const QString &theirs)
{
    if (ours == theirs || theirs == base)
        return ours;
    return ours == base ? std::optional(theirs) : std::nullopt;
}

} // namespace

MergedText mergeWholeTexts(const QString &base, const QString &ours, const QString &theirs)
{
    if (const std::optional<QString> text = unopposed(base, ours, theirs))
        return {*text, {}, false};
    return {ours, {{0, base, ours, theirs}}, false};
}

MergedText mergeLongTexts(const QString &base, const QString &ours, const QString &theirs)
{
    if (const std::optional<QString> text = unopposed(base, ours, theirs))
        return {*text, {}, false};
    return Merger(base, ours, theirs).merged();
}

} // namespace zhibao
