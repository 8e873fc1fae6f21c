// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docxtable.h"

#include "document/docxelements.h"
#include "document/docxparagraph.h"
#include "document/style.h"

#include <algorithm>
#include <numeric>

namespace zhibao {

namespace {

// A cell of an earlier row that reaches down over the rows to come.
struct Overhang {
    int rows = 0; // still covered; 0: none
    int columnSpan = 1;
};

void writeSides(QXmlStreamWriter &xml, QStringView name, const QStringList &sides,
    const std::function<void(const QString &)> &writeSide)
{
    startWord(xml, name);
    for (const QString &side : sides)
        writeSide(side);
    xml.writeEndElement();
}

void writeTableProperties(QXmlStreamWriter &xml, int width)
{
    startWord(xml, u"tblPr");
    emptyWord(xml, u"tblW", {{u"w", QString::number(width)}, {u"type", QStringLiteral("dxa")}});
    writeSides(xml, u"tblBorders",
        {QStringLiteral("top"), QStringLiteral("left"), QStringLiteral("bottom"), QStringLiteral("right"),
            QStringLiteral("insideH"), QStringLiteral("insideV")},
        [&](const QString &side) {
            emptyWord(xml, side,
                {{u"val", QStringLiteral("single")}, {u"sz", QString::number(tableRuleWidth * 8 / 20)}, // 1/8 pt
                    {u"space", QStringLiteral("0")}, {u"color", QStringLiteral("000000")}});
        });
    emptyWord(xml, u"tblLayout", {{u"type", QStringLiteral("fixed")}});
    writeSides(xml, u"tblCellMar",
        {QStringLiteral("top"), QStringLiteral("left"), QStringLiteral("bottom"), QStringLiteral("right")},
        [&](const QString &side) {
            const bool across = side == u"left" || side == u"right";
            emptyWord(xml, side,
                {{u"w", QString::number(across ? cellPaddingX : cellPaddingY)}, {u"type", QStringLiteral("dxa")}});
        });
    xml.writeEndElement();
}

// Writes the rows in turn. Where a row has neither a cell nor a covered column, an empty cell keeps the grid whole.
class TableWriter {
public:
    TableWriter(QXmlStreamWriter &xml, const Table &table, const QList<int> &widths)
        : m_xml(xml)
        , m_table(table)
        , m_widths(widths)
        , m_overhangs(m_widths.size())
    {
    }

    void writeGrid()
    {
        startWord(m_xml, u"tblGrid");
        for (const int width : m_widths)
            emptyWord(m_xml, u"gridCol", {{u"w", QString::number(width)}});
        m_xml.writeEndElement();
    }

    // Rows that share a cell (a numbered row with its documents) stay on one page where a page can hold them, as
    // paginate() keeps them: no row is split, and each but the last is kept with the next.
    void writeRow(qsizetype index)
    {
        const TableRow &row = m_table.rows.at(index);
        startWord(m_xml, u"tr");
        startWord(m_xml, u"trPr");
        emptyWord(m_xml, u"cantSplit");
        if (const int least = leastHeight(row); least > 0)
            emptyWord(m_xml, u"trHeight", {{u"val", QString::number(least)}, {u"hRule", QStringLiteral("atLeast")}});
        if (index < m_table.headerRows)
            emptyWord(m_xml, u"tblHeader");
        m_xml.writeEndElement();
        const bool keepWithNext = goesOnBelow(row);
        for (int column = 0; column < m_widths.size();) {
            if (m_overhangs.at(column).rows > 0)
                column += writeContinuation(column, keepWithNext);
            else
                column += writeCell(cellAt(row, column), column, keepWithNext);
        }
        m_xml.writeEndElement();
    }

private:
    bool goesOnBelow(const TableRow &row) const
    {
        return std::any_of(row.cells.begin(), row.cells.end(), [](const TableCell &cell) { return cell.rowSpan > 1; })
            || std::any_of(
                m_overhangs.begin(), m_overhangs.end(), [](const Overhang &overhang) { return overhang.rows > 1; });
    }

    static TableCell cellAt(const TableRow &row, int column)
    {
        for (const TableCell &cell : row.cells) {
            if (cell.column == column)
                return cell;
        }
        return {};
    }

    int writeCell(const TableCell &cell, int column, bool keepWithNext)
    {
        const int span = qBound(1, cell.columnSpan, int(m_widths.size()) - column);
        startCell(column, span, cell.rowSpan > 1 ? QStringLiteral("restart") : QString());
        if (!cell.paragraphs.isEmpty() && roleStyle(cell.paragraphs.constFirst().role).middle)
            valueWord(m_xml, u"vAlign", QStringLiteral("center"));
        m_xml.writeEndElement();
        m_overhangs[column] = {cell.rowSpan - 1, span};
        writeContent(cell.paragraphs, keepWithNext);
        return span;
    }

    int writeContinuation(int column, bool keepWithNext)
    {
        Overhang &overhang = m_overhangs[column];
        --overhang.rows;
        startCell(column, overhang.columnSpan, QStringLiteral("continue"));
        m_xml.writeEndElement();
        writeContent({}, keepWithNext);
        return overhang.columnSpan;
    }

    // Leaves the cell's properties open.
    void startCell(int column, int span, const QString &merge)
    {
        const auto first = m_widths.cbegin() + column;
        startWord(m_xml, u"tc");
        startWord(m_xml, u"tcPr");
        emptyWord(m_xml, u"tcW",
            {{u"w", QString::number(std::accumulate(first, first + span, 0))}, {u"type", QStringLiteral("dxa")}});
        if (span > 1)
            valueWord(m_xml, u"gridSpan", span);
        if (!merge.isEmpty())
            valueWord(m_xml, u"vMerge", merge);
    }

    // Word refuses a cell without a paragraph.
    void writeContent(QList<Paragraph> paragraphs, bool keepWithNext)
    {
        if (paragraphs.isEmpty()) {
            Paragraph empty;
            empty.role = Role::TableText;
            paragraphs << empty;
        }
        for (const Paragraph &paragraph : paragraphs)
            writeParagraph(m_xml, paragraph, keepWithNext);
        m_xml.writeEndElement();
    }

    QXmlStreamWriter &m_xml;
    const Table &m_table;
    QList<int> m_widths;
    QList<Overhang> m_overhangs; // by column; of a cell over several columns, at its first
};

} // namespace

bool writeTable(QXmlStreamWriter &xml, const Table &table, Orientation orientation, const std::function<bool()> &goOn)
{
    // Word reads the table's width, WPS the columns': they must agree.
    const QList<int> widths = columnWidths(table, orientation);
    startWord(xml, u"tbl");
    writeTableProperties(xml, std::accumulate(widths.cbegin(), widths.cend(), 0));
    TableWriter writer(xml, table, widths);
    writer.writeGrid();
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        if (!goOn())
            return false;
        writer.writeRow(row);
    }
    xml.writeEndElement();
    return true;
}

} // namespace zhibao
