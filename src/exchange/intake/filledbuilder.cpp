// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/filledbuilder.h"

#include "core/intake/filledlabels.h"
#include "core/report/report.h"
#include "core/text/encoding.h"

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

// Only as far as texts stand: a merge over a whole sheet, and rows that were only formatted, are none.
void settleCells(FilledTable &table)
{
    int columns = 0;
    for (const FilledCell &cell : std::as_const(table.cells)) {
        if (!cell.text.isEmpty()) {
            table.rows = std::max(table.rows, cell.row + 1);
            columns = std::max(columns, cell.column + 1);
        }
    }
    table.columns = columns;
    for (FilledCell &cell : table.cells) {
        cell.rowSpan = std::clamp(cell.rowSpan, 1, std::max(1, table.rows - cell.row));
        cell.columnSpan = std::clamp(cell.columnSpan, 1, std::max(1, columns - cell.column));
    }
    const auto isOutside = [&](const FilledCell &cell) {
        const bool isMerged = cell.rowSpan > 1 || cell.columnSpan > 1;
        return cell.text.isEmpty() && (!isMerged || cell.row >= table.rows || cell.column >= columns);
    };
    table.cells.removeIf(isOutside);
    std::stable_sort(table.cells.begin(), table.cells.end(), [](const FilledCell &left, const FilledCell &right) {
        return std::pair(left.row, left.column) < std::pair(right.row, right.column);
    });
}

} // namespace

QString withoutOuterBlanks(const QString &text)
{
    const auto isSolid = [](QChar c) { return !c.isSpace(); };
    const auto first = std::find_if(text.cbegin(), text.cend(), isSolid);
    if (first == text.cend())
        return {};
    const auto last = std::find_if(text.crbegin(), text.crend(), isSolid);
    const qsizetype start = text.lastIndexOf(u'\n', first - text.cbegin()) + 1;
    const qsizetype end = text.indexOf(u'\n', text.size() - 1 - (last - text.crbegin()));
    return text.mid(start, end < 0 ? -1 : end - start);
}

FilledBuilder::FilledBuilder(FilledKind kind)
{
    m_file.kind = kind;
}

QString FilledBuilder::accepted(const QString &text)
{
    qsizetype replaced = 0;
    QString result = withoutOuterBlanks(wellFormed(text, &replaced));
    if (replaced > 0)
        note(FilledNoteCode::CharactersReplaced, {}, static_cast<int>(replaced));
    m_characters += result.size();
    ++m_pieces;
    return result;
}

void FilledBuilder::note(FilledNoteCode code, const FilledPlace &place, int count, const QString &text)
{
    const auto known = std::find_if(
        m_file.notes.begin(), m_file.notes.end(), [code](const FilledNote &other) { return other.code == code; });
    if (known == m_file.notes.end())
        m_file.notes.append({code, count, text, place});
    else
        known->count = static_cast<int>(std::min<qint64>(qint64(known->count) + count, INT_MAX));
}

void FilledBuilder::comment(const QString &text, const FilledPlace &place)
{
    const QString comment = accepted(text);
    if (comment.isEmpty())
        return;
    m_file.notes.append({FilledNoteCode::Comments, 1, comment, place});
    m_file.leftOut.append({comment, LeftOutReason::Comment, place});
}

void FilledBuilder::leaveOut(const QString &text, LeftOutReason why, const FilledPlace &place)
{
    if (const QString left = accepted(text); !left.isEmpty())
        m_file.leftOut.append({left, why, place});
}

void FilledBuilder::paragraph(FilledParagraph paragraph)
{
    paragraph.text = accepted(paragraph.text);
    if (paragraph.text.isEmpty())
        return;
    paragraph.order = m_order++;
    m_file.paragraphs.append(paragraph);
}

int FilledBuilder::beginTable(const QString &name)
{
    FilledTable table;
    table.name = wellFormed(name);
    table.order = m_order++;
    m_file.tables.append(table);
    m_begun.append({m_file.notes.size(), m_file.leftOut.size()});
    return static_cast<int>(m_file.tables.size()) - 1;
}

void FilledBuilder::cell(int table, FilledCell cell)
{
    cell.text = accepted(cell.text);
    if (!cell.text.isEmpty() || cell.rowSpan > 1 || cell.columnSpan > 1)
        m_file.tables[table].cells.append(cell);
}

void FilledBuilder::renumberColumns(int table, const std::function<int(int)> &column)
{
    const auto renumber = [&](FilledPlace &place) {
        if (place.table == table && place.column >= 0)
            place.column = column(place.column);
    };
    for (qsizetype i = m_begun[table].notes; i < m_file.notes.size(); ++i)
        renumber(m_file.notes[i].place);
    for (qsizetype i = m_begun[table].leftOut; i < m_file.leftOut.size(); ++i)
        renumber(m_file.leftOut[i].place);
}

FilledFile FilledBuilder::finish()
{
    for (FilledTable &table : m_file.tables)
        settleCells(table);
    m_file.labels = filledLabels(m_file);
    return std::move(m_file);
}

} // namespace zhibao
