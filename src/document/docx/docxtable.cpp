// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxtable.h"

#include "document/docx/docxelements.h"
#include "document/docx/docxparagraph.h"
#include "document/layout/titlebreak.h"
#include "document/style.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

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

// The rows [first, end) that cells with a row span tie together.
qsizetype groupEnd(const Table &table, qsizetype first)
{
    qsizetype last = first;
    for (qsizetype row = first; row <= last; ++row) {
        for (const TableCell &cell : table.rows.at(row).cells)
            last = std::min(std::max(last, row + cell.rowSpan - 1), table.rows.size() - 1);
    }
    return last + 1;
}

// How high cells of a row probably are, in twips: those that span rows, or those that do not.
int probableHeight(const TableRow &row, const QList<int> &widths, bool spanning)
{
    int height = 0;
    for (const TableCell &cell : row.cells) {
        if ((cell.rowSpan > 1) != spanning || cell.column < 0 || cell.column >= widths.size())
            continue;
        const auto first = widths.cbegin() + cell.column;
        const int span = qBound(1, cell.columnSpan, int(widths.size()) - cell.column);
        const int room = std::accumulate(first, first + span, 0) - 2 * cellPaddingX;
        int cellHeight = 2 * cellPaddingY;
        for (const Paragraph &paragraph : cell.paragraphs) {
            const RoleStyle style = paragraphStyle(paragraph);
            double width = 0;
            for (const Span &text : paragraph.spans)
                width += nominalWidth(text.text) * style.size;
            cellHeight += std::max(1, int(std::ceil(width / std::max(room, style.size)))) * style.pitch;
        }
        height = std::max(height, cellHeight);
    }
    return std::max(height, leastHeight(row));
}

int probableHeight(const Table &table, const QList<int> &widths, qsizetype first, qsizetype end)
{
    int rows = 0;
    int spanning = 0;
    for (qsizetype row = first; row < end; ++row) {
        spanning = std::max(spanning, rows + probableHeight(table.rows.at(row), widths, true));
        rows += probableHeight(table.rows.at(row), widths, false);
    }
    return std::max(rows, spanning);
}

// For each row, whether it may not be split between pages: the header, and rows of a group (a numbered row with its
// documents) that is low (keptWholeShare, as in the PDF). Higher ones are left free to break: where a row that may not
// break does not fit, LibreOffice loses the rest of a merged cell, or of the table. It also loses rows that are kept
// with the next.
std::vector<bool> unsplitRows(const Table &table, const QList<int> &widths, Orientation orientation)
{
    const qsizetype headers = std::min<qsizetype>(table.headerRows, table.rows.size());
    const int page = pageStyle(orientation).areaHeight() - probableHeight(table, widths, 0, headers);
    std::vector<bool> unsplit;
    for (qsizetype first = 0; first < table.rows.size();) {
        const qsizetype end = groupEnd(table, first);
        const bool isLow = first < headers || probableHeight(table, widths, first, end) <= keptWholeShare * page;
        unsplit.insert(unsplit.end(), std::size_t(end - first), isLow);
        first = end;
    }
    return unsplit;
}

// Writes the rows in turn. Where a row has neither a cell nor a covered column, an empty cell keeps the grid whole.
class TableWriter {
public:
    TableWriter(QXmlStreamWriter &xml, const Table &table, Orientation orientation, DocxPictures &pictures)
        : m_xml(xml)
        , m_table(table)
        , m_pictures(pictures)
        , m_widths(columnWidths(table, orientation))
        , m_unsplit(unsplitRows(table, m_widths, orientation))
        , m_overhangs(m_widths.size())
    {
    }

    void writeGrid()
    {
        // Word reads the table's width, WPS the columns': they must agree.
        writeTableProperties(m_xml, std::accumulate(m_widths.cbegin(), m_widths.cend(), 0));
        startWord(m_xml, u"tblGrid");
        for (const int width : m_widths)
            emptyWord(m_xml, u"gridCol", {{u"w", QString::number(width)}});
        m_xml.writeEndElement();
    }

    void writeRow(qsizetype index)
    {
        const TableRow &row = m_table.rows.at(index);
        startWord(m_xml, u"tr");
        startWord(m_xml, u"trPr");
        if (m_unsplit[std::size_t(index)])
            emptyWord(m_xml, u"cantSplit");
        if (const int least = leastHeight(row); least > 0)
            emptyWord(m_xml, u"trHeight", {{u"val", QString::number(least)}, {u"hRule", QStringLiteral("atLeast")}});
        if (index < m_table.headerRows)
            emptyWord(m_xml, u"tblHeader");
        m_xml.writeEndElement();
        for (int column = 0; column < m_widths.size();) {
            if (m_overhangs.at(column).rows > 0)
                column += writeContinuation(column);
            else
                column += writeCell(cellAt(row, column), column);
        }
        m_xml.writeEndElement();
    }

private:
    static TableCell cellAt(const TableRow &row, int column)
    {
        for (const TableCell &cell : row.cells) {
            if (cell.column == column)
                return cell;
        }
        return {};
    }

    // A cell ends before the grid does, and before a column that a cell above covers.
    int roomFor(const TableCell &cell, int column) const
    {
        int span = 1;
        while (span < cell.columnSpan && column + span < m_widths.size() && m_overhangs.at(column + span).rows == 0)
            ++span;
        return span;
    }

    int writeCell(const TableCell &cell, int column)
    {
        const int span = roomFor(cell, column);
        startCell(column, span, cell.rowSpan > 1 ? QStringLiteral("restart") : QString());
        if (!cell.paragraphs.isEmpty() && roleStyle(cell.paragraphs.constFirst().role).middle)
            valueWord(m_xml, u"vAlign", QStringLiteral("center"));
        m_xml.writeEndElement();
        m_overhangs[column] = {cell.rowSpan - 1, span};
        writeContent(cell.paragraphs);
        return span;
    }

    int writeContinuation(int column)
    {
        Overhang &overhang = m_overhangs[column];
        --overhang.rows;
        startCell(column, overhang.columnSpan, QStringLiteral("continue"));
        m_xml.writeEndElement();
        writeContent({});
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
    void writeContent(QList<Paragraph> paragraphs)
    {
        if (paragraphs.isEmpty()) {
            Paragraph empty;
            empty.role = Role::TableText;
            paragraphs << empty;
        }
        for (const Paragraph &paragraph : paragraphs)
            writeParagraph(m_xml, paragraph, m_pictures);
        m_xml.writeEndElement();
    }

    QXmlStreamWriter &m_xml;
    const Table &m_table;
    DocxPictures &m_pictures;
    QList<int> m_widths;
    std::vector<bool> m_unsplit; // by row
    QList<Overhang> m_overhangs; // by column; of a cell over several columns, at its first
};

} // namespace

bool writeTable(QXmlStreamWriter &xml, const Table &table, Orientation orientation, DocxPictures &pictures,
    const std::function<bool()> &goOn)
{
    startWord(xml, u"tbl");
    TableWriter writer(xml, table, orientation, pictures);
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
