// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/textassignment.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <vector>

namespace zhibao {

namespace {

// What it costs to take a text for another one. A changed character costs less than one gone and one new; where pieces
// meet elsewhere than at the beginning of a line it costs a little, so that of two explanations the natural one wins.
constexpr int changedCharacter = 6;
constexpr int gone = 4;
constexpr int added = 4;
constexpr int unnatural = 1;

// Stands between the pieces; no text holds it.
constexpr QChar boundary(0);

// More steps than this are not compared one by one: what is so long and so different is another text.
constexpr qsizetype mostSteps = 64'000'000;

enum class Step : quint8 { Both, Gone, Added };

bool beginsAt(const FlowedText &found, qsizetype at)
{
    return at == 0 || at == found.text.size() || found.begins[at];
}

// The cheapest way through `expected` (pieces with a boundary between them) and a stretch of the found text.
class Way {
public:
    Way(const QString &expected, const FlowedText &found)
        : m_expected(expected)
        , m_found(found)
        , m_width(static_cast<std::size_t>(expected.size()) + 1)
        , m_steps(m_width * (static_cast<std::size_t>(found.text.size()) + 1), Step::Gone)
    {
        std::vector<int> above(m_width, std::numeric_limits<int>::max() / 2);
        std::vector<int> row(m_width);
        for (qsizetype at = 0; at <= found.text.size(); ++at) {
            fill(at, above, row);
            above.swap(row);
        }
    }

    // For each code unit of the found text, how many boundaries are passed before it.
    QList<qsizetype> pieces() const
    {
        QList<qsizetype> result(m_found.text.size());
        qsizetype place = m_expected.size();
        qsizetype piece = m_expected.count(boundary);
        for (qsizetype at = m_found.text.size(); at > 0 || place > 0;) {
            const Step step = m_steps[static_cast<std::size_t>(at) * m_width + static_cast<std::size_t>(place)];
            if (step != Step::Added && m_expected[--place] == boundary)
                --piece;
            if (step != Step::Gone)
                result[--at] = piece;
        }
        return result;
    }

private:
    bool endsPiece(qsizetype place) const
    {
        const bool ends = place == m_expected.size() || m_expected[place] == boundary;
        const bool starts = place == 0 || m_expected[place - 1] == boundary;
        return ends && !starts;
    }

    void fill(qsizetype at, const std::vector<int> &above, std::vector<int> &row)
    {
        const std::size_t base = static_cast<std::size_t>(at) * m_width;
        for (qsizetype place = 0; place <= m_expected.size(); ++place) {
            const auto i = static_cast<std::size_t>(place);
            int least = at == 0 && place == 0 ? 0 : std::numeric_limits<int>::max() / 2;
            Step step = Step::Gone;
            const bool atBoundary = place > 0 && m_expected[place - 1] == boundary;
            if (at > 0 && place > 0 && !atBoundary) {
                least = above[i - 1] + (m_expected[place - 1] == m_found.text[at - 1] ? 0 : changedCharacter);
                step = Step::Both;
            }
            if (place > 0) {
                const int cost = atBoundary ? (beginsAt(m_found, at) ? 0 : unnatural) : gone;
                if (row[i - 1] + cost < least) {
                    least = row[i - 1] + cost;
                    step = Step::Gone;
                }
            }
            if (at > 0) {
                const int cost = added + (endsPiece(place) && m_found.begins[at - 1] ? unnatural : 0);
                if (above[i] + cost < least) {
                    least = above[i] + cost;
                    step = Step::Added;
                }
            }
            row[i] = least;
            m_steps[base + i] = step;
        }
    }

    const QString &m_expected;
    const FlowedText &m_found;
    std::size_t m_width;
    std::vector<Step> m_steps;
};

void assignStretch(const QStringList &pieces, qsizetype firstPiece, qsizetype endPiece, const FlowedText &found,
    qsizetype start, qsizetype end, QList<qsizetype> &owners)
{
    const QString expected = pieces.mid(firstPiece, endPiece - firstPiece).join(boundary);
    const bool isBetween = firstPiece == endPiece;
    if (isBetween || (expected.size() + 1) * (end - start + 1) > mostSteps) {
        const qsizetype owner = isBetween ? std::max<qsizetype>(firstPiece - 1, 0) : firstPiece;
        std::fill(owners.begin() + start, owners.begin() + end, owner);
        return;
    }
    const FlowedText stretch = found.sliced(start, end);
    const QList<qsizetype> passed = Way(expected, stretch).pieces();
    std::transform(passed.begin(), passed.end(), owners.begin() + start,
        [&](qsizetype boundaries) { return firstPiece + boundaries; });
}

bool standsAt(const QString &piece, const FlowedText &found, qsizetype at)
{
    return QStringView(found.text).sliced(at).startsWith(piece) && beginsAt(found, at)
        && beginsAt(found, at + piece.size());
}

// Where alone, from there on, the piece stands on lines of its own; -1 where it does not, or might by chance.
qsizetype onlyPlace(const QString &piece, const FlowedText &found, qsizetype from)
{
    constexpr qsizetype telling = 6; // code units
    qsizetype place = -1;
    if (piece.size() < telling)
        return place;
    for (qsizetype at = found.text.indexOf(piece, from); at >= 0; at = found.text.indexOf(piece, at + 1)) {
        if (place >= 0)
            return -1;
        if (standsAt(piece, found, at))
            place = at;
    }
    return place;
}

// The length of the beginning of `found`, up to where a line begins, that is likest `expected`, and what it costs.
std::pair<qsizetype, int> likest(const FlowedText &found, const QString &expected)
{
    const qsizetype longest = std::min(found.text.size(), 2 * expected.size() + 64);
    const auto width = static_cast<std::size_t>(expected.size()) + 1;
    std::vector<int> above(width, 0);
    for (std::size_t i = 1; i < width; ++i)
        above[i] = static_cast<int>(i) * gone;
    std::pair<qsizetype, int> best{0, above.back()};
    std::vector<int> row(width);
    for (qsizetype at = 1; at <= longest; ++at) {
        row[0] = above[0] + added;
        for (std::size_t i = 1; i < width; ++i) {
            const bool same = expected[static_cast<qsizetype>(i) - 1] == found.text[at - 1];
            row[i] = std::min({above[i - 1] + (same ? 0 : changedCharacter), row[i - 1] + gone, above[i] + added});
        }
        if (beginsAt(found, at) && row.back() < best.second)
            best = {at, row.back()};
        above.swap(row);
    }
    return best;
}

qsizetype accepted(const std::pair<qsizetype, int> &likest, const QString &expected)
{
    return likest.second * 2 > expected.size() * gone ? -1 : likest.first;
}

} // namespace

void FlowedText::append(const QString &more, bool atLineStart)
{
    for (qsizetype i = 0; i < more.size(); ++i)
        begins.append(atLineStart && i == 0);
    text += more;
}

FlowedText FlowedText::sliced(qsizetype from, qsizetype to) const
{
    return {text.sliced(from, to - from), begins.mid(from, to - from)};
}

QList<qsizetype> assignText(const QStringList &pieces, const FlowedText &found)
{
    QList<qsizetype> owners(found.text.size(), 0);
    QHash<QString, int> uses;
    for (const QString &piece : pieces)
        ++uses[piece];
    qsizetype open = 0; // the first piece that is not assigned
    qsizetype start = 0; // where the text begins that is not assigned
    for (qsizetype piece = 0; piece < pieces.size(); ++piece) {
        const bool follows = piece == open && !pieces[piece].isEmpty() && standsAt(pieces[piece], found, start);
        const qsizetype at = follows ? start : uses[pieces[piece]] == 1 ? onlyPlace(pieces[piece], found, start) : -1;
        if (at < 0)
            continue;
        assignStretch(pieces, open, piece, found, start, at, owners);
        start = at + pieces[piece].size();
        std::fill(owners.begin() + at, owners.begin() + start, piece);
        open = piece + 1;
    }
    assignStretch(pieces, open, pieces.size(), found, start, found.text.size(), owners);
    return owners;
}

qsizetype likeBeginning(const FlowedText &found, const QString &expected)
{
    return accepted(likest(found, expected), expected);
}

qsizetype likeEnd(const FlowedText &found, const QString &expected)
{
    FlowedText reversed;
    for (qsizetype at = found.text.size(); at-- > 0;)
        reversed.append(QString(found.text[at]), at + 1 == found.text.size() || found.begins[at + 1]);
    QString backwards = expected;
    std::reverse(backwards.begin(), backwards.end());
    return accepted(likest(reversed, backwards), expected);
}

} // namespace zhibao
