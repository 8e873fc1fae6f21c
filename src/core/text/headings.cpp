// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/headings.h"

#include "core/text/numbering.h"
#include "core/text/script.h"

#include <QMap>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

constexpr qsizetype longestHeading = 50; // characters; what is longer is a paragraph
constexpr double closeEnough = 0.6; // share of wording that a heading has in common with the notice's
constexpr double toTheLetter = 0.99;

// A line that may be a heading.
struct NumberedLine : LineNumber {
    qsizetype line = 0;
    qsizetype wordingEnd = 0;
    qsizetype textStart = 0;
    qsizetype section = -1; // whose wording it has
    double likeness = 0;
};

// What the notice's headings are called, without their numbers.
struct Wording {
    QString words;
    QString letters;
    QStringList keywords; // letters
};

QList<Wording> wordingsOf(const QList<Section> &sections)
{
    QList<Wording> wordings;
    for (const Section &section : sections) {
        const LineNumber number = readNumber(section.heading);
        Wording wording;
        wording.words = section.heading.mid(number.wordingStart);
        wording.letters = lettersOf(wording.words);
        for (const QString &keyword : section.keywords)
            wording.keywords.append(lettersOf(keyword));
        wordings.append(wording);
    }
    return wordings;
}

double likenessTo(const Wording &wording, const QString &letters)
{
    double best = likeness(letters, wording.letters);
    for (const QString &keyword : wording.keywords) {
        // A keyword carries the less the more else stands beside it.
        if (!keyword.isEmpty() && letters.contains(keyword))
            best = qMax(
                best, closeEnough + 0.3 * static_cast<double>(keyword.size()) / static_cast<double>(letters.size()));
    }
    return best;
}

// Finds where the wording of a heading ends and whose wording it is.
void matchWording(NumberedLine &candidate, QStringView line, const QList<Wording> &wordings)
{
    const QStringView rest = line.mid(candidate.wordingStart);
    for (qsizetype i = 0; i < wordings.size(); ++i) {
        const qsizetype size = wordings[i].words.size();
        const bool ends = rest.size() <= size || !rest[size].isLetterOrNumber();
        if (size > 0 && ends && rest.startsWith(wordings[i].words)) {
            candidate.wordingEnd = candidate.wordingStart + size;
            candidate.section = i;
            candidate.likeness = 1;
        }
    }
    if (candidate.section < 0) {
        candidate.wordingEnd = candidate.wordingStart;
        while (candidate.wordingEnd < line.size() && !isIn(line[candidate.wordingEnd], u"。：:"))
            ++candidate.wordingEnd;
        const qsizetype length = candidate.wordingEnd - candidate.wordingStart;
        const QString letters = length <= longestHeading ? lettersOf(rest.left(length)) : QString();
        for (qsizetype i = 0; i < wordings.size() && !letters.isEmpty(); ++i) {
            const double like = likenessTo(wordings[i], letters);
            if (like >= closeEnough && like > candidate.likeness) {
                candidate.section = i;
                candidate.likeness = like;
            }
        }
    }
    const bool mark = candidate.wordingEnd < line.size() && isIn(line[candidate.wordingEnd], u"。：:");
    candidate.textStart = candidate.wordingEnd + (mark ? 1 : 0);
}

// Whether a line without a number can be a heading: nothing follows it, and it is no sentence.
bool standsAlone(const NumberedLine &candidate, QStringView line)
{
    return line.mid(candidate.textStart).trimmed().isEmpty() && !isIn(line.trimmed().back(), u"。；，、");
}

// Assigns lines to sections.
class Assignment {
public:
    Assignment(QList<NumberedLine> lines, qsizetype sections)
        : m_lines(std::move(lines))
        , m_taken(sections, -1)
    {
    }

    QList<RecognisedHeading> make()
    {
        const std::optional<Numbering> main = mainNumbering();
        if (main) {
            takeByWording([&](const NumberedLine &line) { return line.numbering == *main; });
            takeByOrdinal(*main);
        } else if (const std::optional<Numbering> complete = completeNumbering()) {
            takeInTurn(*complete);
        }
        takeByWording([](const NumberedLine &line) { return line.likeness >= toTheLetter; });
        QList<RecognisedHeading> headings;
        for (qsizetype section = 0; section < m_taken.size(); ++section) {
            if (m_taken[section] >= 0) {
                const NumberedLine &line = m_lines[m_taken[section]];
                headings.append({line.line, section, line.textStart});
            }
        }
        std::sort(headings.begin(), headings.end(), [](const auto &a, const auto &b) { return a.line < b.line; });
        return headings;
    }

private:
    // The numbering under which the most headings are recognised by their wording.
    std::optional<Numbering> mainNumbering() const
    {
        QMap<Numbering, QMap<qsizetype, double>> found;
        for (const NumberedLine &line : m_lines) {
            if (line.section >= 0) {
                double &best = found[line.numbering][line.section];
                best = qMax(best, line.likeness);
            }
        }
        std::optional<Numbering> main;
        double most = 0;
        for (auto at = found.constBegin(); at != found.constEnd(); ++at) {
            double score = 0;
            for (const double like : at.value())
                score += 1 + like / 100; // the number of sections decides, their likeness where it is equal
            if (score > most) {
                most = score;
                main = at.key();
            }
        }
        return main;
    }

    // A numbering that runs from 1 to the number of sections exactly once, and is the first to appear.
    std::optional<Numbering> completeNumbering() const
    {
        const auto first = std::find_if(m_lines.cbegin(), m_lines.cend(),
            [](const NumberedLine &line) { return line.numbering != Numbering::None; });
        if (first == m_lines.cend())
            return std::nullopt;
        int expected = 0;
        for (const NumberedLine &line : m_lines) {
            if (line.numbering == first->numbering && line.ordinal != ++expected)
                return std::nullopt;
        }
        return expected == m_taken.size() ? std::optional(first->numbering) : std::nullopt;
    }

    // Gives each free section the line that is most like it.
    template <typename Accepts>
    void takeByWording(Accepts accepts)
    {
        QList<qsizetype> best(m_taken.size(), -1);
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const NumberedLine &line = m_lines[i];
            if (line.section < 0 || m_taken[line.section] >= 0 || m_taken.contains(i) || !accepts(line))
                continue;
            qsizetype &current = best[line.section];
            if (current < 0 || line.likeness > m_lines[current].likeness)
                current = i;
        }
        for (qsizetype section = 0; section < best.size(); ++section) {
            if (best[section] >= 0)
                m_taken[section] = best[section];
        }
    }

    // A line numbered next to a recognised heading is the next heading, however it is worded.
    void takeByOrdinal(Numbering main)
    {
        QList<qsizetype> same;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (main != Numbering::None && m_lines[i].numbering == main)
                same.append(i);
        }
        for (qsizetype i = 1; i < same.size(); ++i)
            takeBeside(same[i - 1], same[i], 1);
        for (qsizetype i = same.size() - 1; i > 0; --i)
            takeBeside(same[i], same[i - 1], -1);
    }

    void takeBeside(qsizetype known, qsizetype unknown, int step)
    {
        const qsizetype section = m_taken.indexOf(known) + step;
        if (!m_taken.contains(known) || m_taken.contains(unknown) || section < 0 || section >= m_taken.size())
            return;
        if (m_taken[section] < 0 && m_lines[unknown].ordinal == m_lines[known].ordinal + step
            && isShort(m_lines[unknown]))
            m_taken[section] = unknown;
    }

    void takeInTurn(Numbering numbering)
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].numbering == numbering && isShort(m_lines[i]))
                m_taken[m_lines[i].ordinal - 1] = i;
        }
    }

    static bool isShort(const NumberedLine &line) { return line.wordingEnd - line.wordingStart <= longestHeading; }

    QList<NumberedLine> m_lines;
    QList<qsizetype> m_taken; // for each section: which of m_lines, -1 for none
};

} // namespace

QList<RecognisedHeading> recogniseHeadings(const QStringList &lines, const QList<Section> &sections)
{
    const QList<Wording> wordings = wordingsOf(sections);
    QList<NumberedLine> candidates;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        NumberedLine candidate{readNumber(lines[i])};
        if (candidate.wordingStart == lines[i].size())
            continue;
        candidate.line = i;
        matchWording(candidate, lines[i], wordings);
        if (candidate.numbering != Numbering::None || (candidate.section >= 0 && standsAlone(candidate, lines[i])))
            candidates.append(candidate);
    }
    return Assignment(candidates, sections.size()).make();
}

qsizetype nextNumberedLine(const QStringList &lines, qsizetype heading)
{
    const LineNumber number = readNumber(lines[heading]);
    qsizetype line = heading + 1;
    for (; line < lines.size() && number.numbering != Numbering::None; ++line) {
        const LineNumber next = readNumber(lines[line]);
        const bool isShort = lines[line].size() - next.wordingStart <= longestHeading;
        if (next.numbering == number.numbering && next.ordinal == number.ordinal + 1 && isShort)
            return line;
    }
    return lines.size();
}

} // namespace zhibao
