// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/intake/tableheader.h"

#include "core/intake/formlines.h"
#include "core/report/report.h"
#include "core/text/script.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr int headerLinesSearched = 10; // that hold a text
constexpr int mostHeaderRows = 3;
constexpr int widestHeader = 100; // columns; what is wider is no form's
constexpr double sureLikeness = 0.7; // likeness from which on a wording is that column's
constexpr double likenessLead = 0.15; // before the next one
constexpr double doubtfulLikeness = 0.5; // likeness from which on somebody is asked
constexpr double doubtfulOfVague = 0.4; // it may be half of what the column is for
constexpr double vagueLikeness = 0.65; // the most that a wording is worth which tells nothing alone
constexpr qsizetype fewestTold = 2; // with texts: one label alone may stand over any table

} // namespace

TableRows::TableRows(const FilledTable &table)
    : m_table(table)
{
    for (qsizetype at = 0; at < table.cells.size(); ++at) {
        const int row = table.cells[at].row;
        auto range = m_ranges.find(row);
        if (range == m_ranges.end())
            range = m_ranges.insert(row, {at, at});
        range->second = at + 1;
        if (!isBlank(table.cells[at].text) && (m_filled.isEmpty() || m_filled.constLast() != row))
            m_filled.append(row);
    }
}

QList<const FilledCell *> TableRows::cells(int row) const
{
    QList<const FilledCell *> cells;
    const auto range = m_ranges.value(row, {0, 0});
    for (qsizetype at = range.first; at < range.second; ++at)
        cells.append(&m_table.cells[at]);
    return cells;
}

QStringList TableRows::line(int row) const
{
    QStringList line;
    for (const FilledCell *cell : cells(row)) {
        if (isBlank(cell->text))
            continue;
        while (line.size() < std::min(cell->column, 2 * widestHeader))
            line.append(QString());
        line.append(cell->text);
    }
    return line;
}

HeaderReader::HeaderReader(const TableForm &form, const ColumnLabels &labels)
    : m_form(form)
    , m_labels(labels)
{
}

const HeaderWords &HeaderReader::words(const QString &text)
{
    auto known = m_words.find(text);
    if (known == m_words.end())
        known = m_words.insert(text, m_labels.read(text));
    return *known;
}

QString HeaderReader::idOf(int column) const
{
    return m_form.columns[column].serial ? serialColumn : m_form.columns[column].id;
}

HeaderReader::Header HeaderReader::find(const TableRows &rows, const QMap<int, QString> &chosen)
{
    Header best;
    const QList<int> searched = rows.filled().first(std::min(rows.filled().size(), qsizetype{headerLinesSearched}));
    for (const int first : searched) {
        for (int depth = 1; depth <= mostHeaderRows; ++depth) {
            Header header = read(rows, first, depth, chosen);
            if (header.score > best.score)
                best = std::move(header);
        }
    }
    return best;
}

// What stands over each column in these rows; none where a cell of them reaches beyond.
QMap<int, HeaderReader::Path> HeaderReader::paths(const TableRows &rows, int first, int depth)
{
    QMap<int, Path> paths;
    for (int row = first; row < first + depth; ++row) {
        for (const FilledCell *cell : rows.cells(row)) {
            if (isBlank(cell->text))
                continue;
            if (cell->row + cell->rowSpan > first + depth || cell->column >= widestHeader)
                return {};
            const int end = std::min(cell->column + cell->columnSpan, widestHeader);
            for (int column = cell->column; column < end; ++column) {
                Path &path = paths[column];
                path.texts.append(cell->text);
                path.isWide = end - cell->column > 1;
            }
        }
    }
    return paths;
}

// The columns under a merged label of the form that one of the labels above is.
std::pair<int, int> HeaderReader::groupOf(const Path &path)
{
    for (qsizetype i = path.texts.size() - 2; i >= 0; --i) {
        const HeaderWords &above = words(path.texts[i]);
        for (const ColumnLabel &label : m_labels.all()) {
            if (label.isMerged && ColumnLabels::sharedWords(label, above) >= sureLikeness)
                return {label.column, label.lastColumn};
        }
    }
    return {-1, -1};
}

// The likest first.
QList<HeaderReader::Match> HeaderReader::matches(int column, const Path &path)
{
    QList<Match> matches;
    if (path.isWide || path.texts.isEmpty())
        return matches;
    const HeaderWords &leaf = words(path.texts.constLast());
    const auto [from, to] = groupOf(path);
    for (const ColumnLabel &label : m_labels.all()) {
        if (from >= 0 && (label.column < from || label.column > to))
            continue;
        double like = ColumnLabels::sharedWords(label, leaf);
        if (label.isMerged) {
            // Such a label over one column: all of what it stands for may be in there.
            if (like == likenessLiteral)
                return {{column, label.column, vagueLikeness}};
            continue;
        }
        if (leaf.isVague && from < 0 && like < likenessOfKeyword && label.column != m_labels.serial())
            like = std::min(like, vagueLikeness);
        if (like >= (leaf.isVague ? doubtfulOfVague : doubtfulLikeness))
            matches.append({column, label.column, like});
    }
    std::stable_sort(matches.begin(), matches.end(),
        [](const Match &one, const Match &other) { return one.likeness > other.likeness; });
    return matches;
}

HeaderReader::Header HeaderReader::read(const TableRows &rows, int first, int depth, const QMap<int, QString> &chosen)
{
    Header header;
    header.told.headerRow = first;
    header.told.headerRows = depth;
    const QMap<int, Path> over = paths(rows, first, depth);
    QMap<int, QList<Match>> found; // by column of the table
    QMap<int, QList<Match>> claims; // sure ones, by column of the form
    for (auto path = over.cbegin(); path != over.cend(); ++path) {
        header.told.header.insert(path.key(), path->texts.join(u'>'));
        const QList<Match> matched = matches(path.key(), *path);
        found.insert(path.key(), matched);
        const bool isSure = !matched.isEmpty() && matched[0].likeness >= sureLikeness
            && (matched.size() < 2 || matched[0].likeness - matched[1].likeness >= likenessLead);
        if (isSure && !chosen.contains(path.key()))
            claims[matched[0].of].append(matched[0]);
    }
    for (auto choice = chosen.cbegin(); choice != chosen.cend(); ++choice) {
        if (!choice->isEmpty())
            header.told.columns.insert(choice.key(), *choice);
    }
    for (auto claim = claims.cbegin(); claim != claims.cend(); ++claim) {
        const auto literals = std::count_if(
            claim->cbegin(), claim->cend(), [](const Match &match) { return match.likeness == likenessLiteral; });
        if (claim->size() > 1 && literals != 1)
            continue;
        const auto taken = std::max_element(claim->cbegin(), claim->cend(),
            [](const Match &one, const Match &other) { return one.likeness < other.likeness; });
        if (header.told.columns.values().contains(idOf(claim.key())))
            continue;
        header.told.columns.insert(taken->column, idOf(claim.key()));
        header.score += claim.key() == m_labels.serial() ? taken->likeness / 2 : taken->likeness;
    }
    const QStringList taken = header.told.columns.values();
    for (auto column = found.cbegin(); column != found.cend(); ++column) {
        if (header.told.columns.contains(column.key()) || chosen.contains(column.key()))
            continue;
        QStringList candidates;
        for (const Match &match : *column) {
            if (!taken.contains(idOf(match.of)) && match.of != m_labels.serial())
                candidates.append(idOf(match.of));
        }
        if (candidates.isEmpty())
            continue;
        header.told.questions.append({column.key(), header.told.header.value(column.key()), candidates});
        header.score += vagueLikeness / 2;
    }
    const auto texts = std::count_if(
        header.told.columns.cbegin(), header.told.columns.cend(), [](const QString &id) { return id != serialColumn; });
    const bool isEnough = texts >= fewestTold || (texts == 1 && !header.told.questions.isEmpty());
    const bool isWhole = depth == 1 || lastRowTells(rows, first + depth - 1, header);
    if (!isEnough || !isWhole)
        header.score = 0;
    return header;
}

// Whether a further row of the header says what columns are: half its texts at least.
bool HeaderReader::lastRowTells(const TableRows &rows, int row, const Header &header)
{
    int texts = 0;
    int telling = 0;
    for (const FilledCell *cell : rows.cells(row)) {
        if (isBlank(cell->text))
            continue;
        ++texts;
        const bool isAsked = std::any_of(header.told.questions.cbegin(), header.told.questions.cend(),
            [&](const ColumnQuestion &question) { return question.column == cell->column; });
        telling += isAsked || header.told.columns.contains(cell->column) ? 1 : 0;
    }
    return telling > 0 && 2 * telling >= texts;
}

RecognisedTable plainHeader(const TableRows &rows)
{
    constexpr int fewest = 2;
    static const Form none;
    static const FormLines lines(none, {});
    RecognisedTable told;
    const QList<int> searched = rows.filled().first(std::min(rows.filled().size(), qsizetype{headerLinesSearched}));
    for (const int row : searched) {
        const QList<const FilledCell *> cells = rows.cells(row);
        const QStringList texts = textsOf(rows.line(row));
        const bool isLabels
            = lines.contains(rows.line(row)) || std::any_of(texts.cbegin(), texts.cend(), [](const QString &text) {
                  return text.trimmed().endsWith(u'：') || text.trimmed().endsWith(u':')
                      || withoutBrackets(text).contains(u'：');
              });
        const bool areShort = std::all_of(texts.cbegin(), texts.cend(),
            [](const QString &text) { return lettersOf(withoutBrackets(text)).size() <= longestColumnLabel; });
        // A title is as wide as most of the table, whatever stands beside it.
        const bool isTitle = std::any_of(cells.cbegin(), cells.cend(), [&](const FilledCell *cell) {
            return !isBlank(cell->text) && cell->columnSpan > fewest && 2 * cell->columnSpan > rows.table().columns;
        });
        if (texts.size() < fewest || isLabels || !areShort || isTitle)
            continue;
        told.headerRow = row;
        // Merged cells that reach down, or stand over several columns, have the rest of the header under them.
        for (const FilledCell *cell : cells) {
            if (isBlank(cell->text))
                continue;
            const bool isGroup = cell->columnSpan > 1 && cell->rowSpan == 1;
            told.headerRows = std::max(told.headerRows, std::min(cell->rowSpan + (isGroup ? 1 : 0), mostHeaderRows));
        }
        for (int at = row; at < row + told.headerRows; ++at) {
            for (const FilledCell *cell : rows.cells(at)) {
                const int end = std::min(cell->column + cell->columnSpan, widestHeader);
                for (int column = cell->column; column < end && !isBlank(cell->text); ++column) {
                    QString &path = told.header[column];
                    path += (path.isEmpty() ? QString() : QStringLiteral(">")) + lettersOf(cell->text);
                }
            }
        }
        break;
    }
    return told;
}

} // namespace zhibao
