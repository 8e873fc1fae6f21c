// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/paste/pastedheader.h"

#include "core/intake/columnlabels.h"
#include "core/report/report.h"
#include "core/text/script.h"

#include <QMap>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qsizetype linesSearched = 10;
constexpr qsizetype widest = 100; // columns; what is wider is no form's header
constexpr double literally = 1;

// One line of the grid, read as a line of the header.
struct HeaderLine {
    QMap<qsizetype, int> columns; // of the grid → of the form
    QMap<qsizetype, int> merged; // the same, by a label over several columns
    int exact = 0;
    int texts = 0;

    bool isHeader() const
    {
        const auto labels = columns.size() + merged.size();
        return texts > 0 && (exact == texts || (labels >= 2 && 2 * labels >= texts));
    }
};

struct LabelMatch {
    double likeness = 0;
    qsizetype column = 0; // of the grid
    const ColumnLabel *label = nullptr;
};

// The likest first.
QList<LabelMatch> matchesOf(const QStringList &line, const ColumnLabels &labels)
{
    QList<LabelMatch> matches;
    for (qsizetype i = 0; i < line.size() && line.size() <= widest; ++i) {
        for (const ColumnLabel &label : labels.all()) {
            if (const double like = labels.likeness(label, line[i]); like > 0)
                matches.append({like, i, &label});
        }
    }
    std::stable_sort(matches.begin(), matches.end(),
        [](const LabelMatch &one, const LabelMatch &other) { return one.likeness > other.likeness; });
    return matches;
}

HeaderLine readLine(const QStringList &line, const ColumnLabels &labels)
{
    HeaderLine result;
    result.texts = static_cast<int>(
        std::count_if(line.cbegin(), line.cend(), [](const QString &cell) { return !isBlank(cell); }));
    for (const LabelMatch &match : matchesOf(line, labels)) {
        QMap<qsizetype, int> &known = match.label->isMerged ? result.merged : result.columns;
        const bool isTaken = result.merged.contains(match.column) || result.columns.contains(match.column)
            || known.values().contains(match.label->column);
        if (isTaken)
            continue;
        known.insert(match.column, match.label->column);
        result.exact += match.likeness == literally ? 1 : 0;
    }
    return result;
}

// A header says in its place what no label is like: between two columns that are known there is room for it alone.
class Gaps {
public:
    Gaps(PastedHeader &header, const TextGrid &grid, const ColumnLabels &labels, int formColumns)
        : m_header(header)
        , m_grid(grid)
        , m_labels(labels)
        , m_formColumns(formColumns)
    {
    }

    void fill()
    {
        // Over the running numbers a header may say nothing.
        if (m_labels.serial() >= 0 && !m_header.columns.contains(m_labels.serial()) && isBlank(textOver(0))
            && m_header.columns.first() < 0)
            m_header.columns.first() = m_labels.serial();
        const bool hasSerial = m_labels.serial() < 0 || m_header.columns.contains(m_labels.serial());
        qsizetype before = -1;
        int columnBefore = hasSerial ? -1 : m_labels.serial();
        for (qsizetype i = 0; i <= m_header.columns.size(); ++i) {
            const int column = i < m_header.columns.size() ? m_header.columns[i] : m_formColumns;
            if (column < 0)
                continue;
            if (i - before == column - columnBefore)
                fill(before + 1, columnBefore + 1, i);
            before = i;
            columnBefore = column;
        }
    }

private:
    void fill(qsizetype from, int column, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i, ++column) {
            if (hasCommonWord(textOver(i), m_labels.label(column).letters) && !m_header.columns.contains(column))
                m_header.columns[i] = column;
        }
    }

    QString textOver(qsizetype column) const
    {
        QString text;
        for (qsizetype i = m_header.firstLine; i < m_header.firstLine + m_header.lines; ++i)
            text += m_grid[i].value(column);
        return text;
    }

    static bool hasCommonWord(const QString &text, const QString &label)
    {
        const QString words = tellingWords(lettersOf(withoutBrackets(text)));
        const QString other = tellingWords(label);
        return std::any_of(words.cbegin(), words.cend(), [&](QChar c) { return other.contains(c); });
    }

    PastedHeader &m_header;
    const TextGrid &m_grid;
    const ColumnLabels &m_labels;
    const int m_formColumns;
};

void take(PastedHeader &header, const QMap<qsizetype, int> &columns)
{
    for (auto column = columns.cbegin(); column != columns.cend(); ++column) {
        if (header.columns[column.key()] < 0 && !header.columns.contains(column.value()))
            header.columns[column.key()] = column.value();
    }
}

// What stands lower says more; a label over several columns names the first one where nothing else does.
void takeColumns(PastedHeader &header, const QList<HeaderLine> &lines)
{
    for (qsizetype i = lines.size() - 1; i >= 0; --i)
        take(header, lines[i].columns);
    for (const HeaderLine &line : lines)
        take(header, line.merged);
}

} // namespace

PastedHeader findHeader(const TextGrid &grid, const TableForm &form)
{
    const ColumnLabels labels(form);
    PastedHeader header;
    QList<HeaderLine> lines;
    for (qsizetype i = 0; i < grid.size() && lines.size() < form.headerDepth; ++i) {
        const HeaderLine line = readLine(grid[i], labels);
        if (!line.isHeader() && (!lines.isEmpty() || i + 1 >= linesSearched))
            break;
        if (!line.isHeader())
            continue;
        header.firstLine = lines.isEmpty() ? i : header.firstLine;
        lines.append(line);
    }
    if (lines.isEmpty())
        return header;
    header.lines = lines.size();
    for (const QStringList &line : grid) {
        while (header.columns.size() < line.size())
            header.columns.append(-1);
    }
    takeColumns(header, lines);
    Gaps(header, grid, labels, static_cast<int>(form.columns.size())).fill();
    return header;
}

bool isNumberLabel(const QString &cell, const TableForm &form)
{
    const ColumnLabels labels(form);
    return labels.serial() >= 0 && labels.likeness(labels.label(labels.serial()), cell) > 0;
}

} // namespace zhibao
