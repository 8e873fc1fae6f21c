// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/columnvalue.h"
#include "document/compose/compose.h"
#include "document/compose/composeparts.h"

#include <algorithm>

namespace zhibao {

namespace {

// On the blank form: rows as high as two lines and a half, as many as fill a page under a header of that depth.
constexpr double blankRowLines = 2.5;
constexpr int blankRowsAndHeaderLevels = 6;

int leafCount(const HeaderCell &cell)
{
    if (cell.children.isEmpty())
        return 1;
    int count = 0;
    for (const HeaderCell &child : cell.children)
        count += leafCount(child);
    return count;
}

// A leaf reaches down to the last header row, a branch spans its leaves.
void placeHeader(QList<TableRow> &rows, const QList<HeaderCell> &cells, int level, int column)
{
    for (const HeaderCell &cell : cells) {
        const bool leaf = cell.children.isEmpty();
        const int span = leafCount(cell);
        const int down = leaf ? static_cast<int>(rows.size()) - level : 1;
        rows[level].cells.append({column, span, down, {printed(Role::TableHead, cell.label)}});
        if (!leaf)
            placeHeader(rows, cell.children, level + 1, column);
        column += span;
    }
}

// The form's table with its header and no row.
Table emptyTable(const TableForm &form)
{
    Table table;
    table.headerRows = form.headerDepth;
    table.rows.resize(form.headerDepth);
    placeHeader(table.rows, form.header, 0, 0);
    for (TableRow &row : table.rows)
        std::sort(row.cells.begin(), row.cells.end(),
            [](const TableCell &a, const TableCell &b) { return a.column < b.column; });
    for (const Column &column : form.columns)
        table.widths.append(column.width);
    return table;
}

void appendEmptyRow(Table &table, const Form &form, qsizetype columns, double lines)
{
    TableRow row;
    row.leastLines = lines;
    for (int index = 0; index < columns; ++index)
        row.cells.append({index, 1, 1, {printed(Role::TableText, {}, {form.id, {}})}});
    table.rows.append(row);
}

// A label the form prints, and what was typed behind it.
QList<Paragraph> labelled(const QString &label, const QString &text, const Place &place)
{
    QList<Paragraph> paragraphs = typed(Role::FormLine, text, place);
    paragraphs.first().spans.prepend({label, Role::FormLine});
    return paragraphs;
}

// 填报单位（盖章）. A seal of 45 mm that is pressed over the unit's name is clear of the title above it: with the one
// that ends the annex's head it has two empty lines.
void appendUnitLine(QList<Block> &blocks, const Form &form, const TableForm &table, const QString &unit)
{
    blocks.append(blankLine());
    blocks.append(printed(Role::FormLine, table.unitLabel + unit, {form.id, {}}));
}

// A text as its column prints it: numbers flush right with their unit behind them, what the column knows in its
// official words; what it does not know as it was typed.
QList<Paragraph> cellParagraphs(const Column &column, const QString &text, const Place &place)
{
    if (column.type == ColumnType::Text)
        return typed(Role::TableText, text, place);
    const bool isKnown = !isBlank(text) && valueFault(column, text) == ValueFault::None;
    const Role role = column.isNumber() && isKnown ? Role::TableAmount : Role::TableText;
    const QString value = isKnown ? printedValue(column, text) : text;
    QList<Paragraph> paragraphs = value == text ? typed(role, text, place) : QList{printed(role, value, place)};
    if (isKnown && !column.unit.isEmpty())
        paragraphs.last().spans.append({column.unit, role});
    return paragraphs;
}

// Names the row of the sums among the rows of a table.
const LineId &totalsId()
{
    static const LineId id = LineId::createUuidV5(LineId(), QStringLiteral("zhibao.totals"));
    return id;
}

QString totalOf(const Row &totals, const Column &column)
{
    return column.repeating ? totals.entries.value(0).value(column.id) : totals.cells.value(column.id);
}

// 合计 stands in the first column of texts that has no sum; where all have one, in the running number's.
TableRow totalsRow(const QString &form, const TableForm &table, const Row &totals)
{
    const auto label = [&](bool isSerial) {
        const auto found = std::find_if(table.columns.cbegin(), table.columns.cend(),
            [&](const Column &column) { return column.serial == isSerial && !column.total; });
        return found == table.columns.cend() ? -1 : static_cast<int>(found - table.columns.cbegin());
    };
    const int labelled = label(false) >= 0 ? label(false) : label(true);
    TableRow row;
    for (int index = 0; index < table.columns.size(); ++index) {
        const Column &column = table.columns[index];
        const QString sum = column.total ? totalOf(totals, column) : QString();
        const QString text = index == labelled ? QStringLiteral("合计") : sum.isEmpty() ? sum : sum + column.unit;
        const Role role = column.total ? Role::TableAmount : Role::TableText;
        row.cells.append({index, 1, 1, {printed(role, text, {form, {}})}});
    }
    return row;
}

} // namespace

bool isTotals(const Row &row)
{
    return row.id == totalsId();
}

QList<Row> withTotals(const TableForm &table, QList<Row> rows)
{
    if (rows.isEmpty() || !hasTotals(table))
        return rows;
    const Texts totals = columnTotals(table, rows);
    rows.append(Row{totals, {Entry(totals)}, totalsId()});
    return rows;
}

QList<TableRow> composeRow(const QString &form, const TableForm &table, const Row &row, int number)
{
    if (isTotals(row))
        return {totalsRow(form, table, row)};
    QList<TableRow> rows;
    const int lines = std::max(1, static_cast<int>(row.entries.size()));
    for (int line = 0; line < lines; ++line) {
        TableRow tableRow;
        for (int index = 0; index < table.columns.size(); ++index) {
            const Column &column = table.columns[index];
            TableCell cell;
            cell.column = index;
            if (column.repeating) {
                const Place place{form, column.id, number, line};
                cell.paragraphs = cellParagraphs(column, row.entries.value(line).value(column.id), place);
            } else if (line > 0) {
                continue;
            } else {
                cell.rowSpan = lines;
                cell.paragraphs = column.serial
                    ? QList<Paragraph>{printed(Role::TableSerial, QString::number(number + 1), {form, {}, number})}
                    : cellParagraphs(column, row.cells.value(column.id), {form, column.id, number});
            }
            tableRow.cells.append(cell);
        }
        rows.append(tableRow);
    }
    return rows;
}

QList<Block> blocksOf(const Form &form, const TableForm &tableForm, const Report &report, const QString &occasion)
{
    const FormAnswer answer = report.forms.value(form.id);
    QList<Block> blocks;
    appendAnnexHead(blocks, form, report.unit, occasion);
    appendUnitLine(blocks, form, tableForm, report.unit);
    Table table = emptyTable(tableForm);
    const QList<Row> rows = withTotals(tableForm, answer.rows);
    for (int number = 0; number < rows.size(); ++number)
        table.rows.append(composeRow(form.id, tableForm, rows[number], number));
    if (answer.rows.isEmpty())
        appendEmptyRow(table, form, tableForm.columns.size(), 1);
    blocks.append(table);
    const Place contact{form.id, field::contact};
    append(blocks, labelled(tableForm.contactLabel, answer.fields.value(field::contact), contact));
    return blocks;
}

QList<Block> blankBlocksOf(const Form &form, const TableForm &tableForm)
{
    QList<Block> blocks;
    appendAnnexHead(blocks, form, {});
    appendUnitLine(blocks, form, tableForm, {});
    Table table = emptyTable(tableForm);
    for (int row = 0; row < std::max(1, blankRowsAndHeaderLevels - tableForm.headerDepth); ++row)
        appendEmptyRow(table, form, tableForm.columns.size(), blankRowLines);
    blocks.append(table);
    blocks.append(printed(Role::FormLine, tableForm.contactLabel, {form.id, {}}));
    return blocks;
}

} // namespace zhibao
