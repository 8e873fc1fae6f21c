// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxgrid.h"

#include "exchange/docx/docxpackage.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace zhibao {

namespace {

using Kind = ForeignContent::Kind;

constexpr int roundingError = 20; // twips; LibreOffice counts in hundredths of a millimetre
constexpr int paddingAcross = 2 * 106; // twips, as the table says at most
constexpr int paddingDown = 2 * 106;

// In twips. None that we write is negative.
int measureOf(const pugi::xml_node &node, const char *attribute)
{
    return boundedNumber(node, attribute, 0, -1, mostMeasure);
}

bool isOn(const pugi::xml_node &property)
{
    const std::string_view value = property.attribute("w:val").as_string("1");
    return property && (value == "1" || value == "true");
}

// A4 with its margins, in twips: upright, or lying for tables.
struct Page {
    int width, height, top, right, bottom, left;
    bool operator==(const Page &) const = default;
};
constexpr std::array pages{
    Page{11906, 16838, 2098, 1474, 1984, 1588},
    Page{16838, 11906, 1588, 2098, 1474, 1984},
};

Page pageOf(const pugi::xml_node &section)
{
    const pugi::xml_node size = section.child("w:pgSz");
    const pugi::xml_node margins = section.child("w:pgMar");
    return {measureOf(size, "w:w"), measureOf(size, "w:h"), measureOf(margins, "w:top"), measureOf(margins, "w:right"),
        measureOf(margins, "w:bottom"), measureOf(margins, "w:left")};
}

QString told(const Page &page)
{
    QStringList lengths;
    for (const int length : {page.width, page.height, page.top, page.right, page.bottom, page.left})
        lengths.append(QString::number(length));
    return lengths.join(u' ');
}

// A cell that the rows below may go on with.
struct GridColumn {
    int span = 0; // columns, at its first one; 0: none begins here
    bool goesOn = false; // the next row may continue it
};

class GridCheck {
public:
    GridCheck(const pugi::xml_node &table, const Page &page, const DocxSheet &sheet, const QString &part,
        ForeignContents &foreign)
        : m_table(table)
        , m_page(page)
        , m_sheet(sheet)
        , m_part(part)
        , m_foreign(foreign)
    {
    }

    void run()
    {
        for (const pugi::xml_node &column : m_table.child("w:tblGrid").children("w:gridCol"))
            m_widths.push_back(measureOf(column, "w:w"));
        const int area = m_page.width - m_page.left - m_page.right;
        const int width = measureOf(m_table.child("w:tblPr").child("w:tblW"), "w:w");
        if (m_widths.empty() || std::abs(width - area) > roundingError
            || std::abs(widthOf(0, m_widths.size()) - area) > roundingError)
            m_foreign.add({Kind::Grid, m_part, QStringLiteral("1 1"), QString::number(width)});
        m_above.resize(m_widths.size());
        for (const pugi::xml_node &row : m_table.children("w:tr"))
            checkRow(row);
        endGroup();
    }

private:
    qint64 widthOf(std::size_t column, std::size_t span) const
    {
        const auto first = m_widths.begin() + static_cast<std::ptrdiff_t>(column);
        return std::accumulate(first, first + static_cast<std::ptrdiff_t>(span), qint64(0));
    }

    void checkRow(const pugi::xml_node &row)
    {
        ++m_row;
        const pugi::xml_node properties = row.child("w:trPr");
        const bool isHeader = isOn(properties.child("w:tblHeader"));
        m_cellHeight = measureOf(properties.child("w:trHeight"), "w:val");
        m_spanningHeight = 0;
        bool goesOn = false;
        std::size_t column = 0;
        std::vector<GridColumn> columns(m_widths.size());
        for (const pugi::xml_node &cell : row.children("w:tc")) {
            const auto span = static_cast<std::size_t>(
                boundedNumber(cell.child("w:tcPr").child("w:gridSpan"), "w:val", 1, 1, mostColumns));
            if (column + span > m_widths.size() || !fits(cell, column, span)) {
                tell(column);
                return;
            }
            columns[column] = {static_cast<int>(span), isMerged(cell)};
            goesOn = goesOn || continues(cell);
            column += span;
        }
        if (column != m_widths.size() || (isHeader && !m_inHeader))
            tell(column);
        m_inHeader = m_inHeader && isHeader;
        if (!goesOn)
            endGroup();
        if (m_group.isEmpty())
            m_group = QString::number(m_row);
        m_above = columns;
        m_height += m_cellHeight;
        m_spanned = std::max(m_spanned, m_spanningHeight);
        m_unsplit = m_unsplit || isHeader || isOn(properties.child("w:cantSplit"));
    }

    void tell(std::size_t column)
    {
        m_foreign.add({Kind::Grid, m_part, QStringLiteral("%1 %2").arg(m_row).arg(column + 1), {}});
    }

    static std::string_view mergeOf(const pugi::xml_node &cell)
    {
        return cell.child("w:tcPr").child("w:vMerge").attribute("w:val").as_string();
    }
    static bool isMerged(const pugi::xml_node &cell) { return !mergeOf(cell).empty(); }
    static bool continues(const pugi::xml_node &cell) { return mergeOf(cell) == "continue"; }

    // Whether the cell is as wide as its columns, and where it goes on with the one above says nothing itself. Notes
    // how high it is.
    bool fits(const pugi::xml_node &cell, std::size_t column, std::size_t span)
    {
        const int width = measureOf(cell.child("w:tcPr").child("w:tcW"), "w:w");
        if (std::abs(width - widthOf(column, span)) > roundingError)
            return false;
        if (continues(cell)) {
            const GridColumn &above = m_above[column];
            return above.goesOn && above.span == static_cast<int>(span) && isBlank(cell);
        }
        qint64 &height = isMerged(cell) ? m_spanningHeight : m_cellHeight;
        height = std::max(height, heightOf(cell, width));
        return true;
    }

    static bool isBlank(const pugi::xml_node &cell)
    {
        const pugi::xml_node said = cell.find_node([](const pugi::xml_node &node) {
            const std::string_view name = node.name();
            return name == "w:t" || name == "w:tab" || name == "w:br" || name == "w:drawing";
        });
        return said.empty();
    }

    // At most, in twips: as if all letters were as wide as Chinese ones. No paragraph in a cell keeps with the next:
    // LibreOffice loses rows that do.
    qint64 heightOf(const pugi::xml_node &cell, int width)
    {
        qint64 height = paddingDown;
        for (const pugi::xml_node &paragraph : cell.children("w:p")) {
            const DocxLetters letters = m_sheet.lettersOf(paragraph);
            const int letter = std::max(1, letters.size * 10); // twips
            qint64 length = 0;
            int breaks = 1;
            for (const pugi::xml_node &run : paragraph.children("w:r")) {
                for (const pugi::xml_node &text : run.children("w:t"))
                    length += QString::fromUtf8(text.text().get()).size();
                breaks += static_cast<int>(std::distance(run.children("w:br").begin(), run.children("w:br").end()));
            }
            const qint64 lines = breaks + length * letter / std::max(letter, width - paddingAcross);
            height += std::min<qint64>(lines, 10'000) * std::max(letters.line, letter);
            if (paragraph.child("w:pPr").child("w:keepNext") || paragraph.child("w:pPr").child("mc:AlternateContent"))
                m_foreign.add({Kind::Element, m_part, QStringLiteral("w:tc/w:keepNext"), {}});
        }
        return height;
    }

    // Rows that merged cells tie together stand on one page or are parted as a whole.
    void endGroup()
    {
        const int room = m_page.height - m_page.top - m_page.bottom;
        if (m_unsplit && std::max(m_height, m_spanned) > room)
            m_foreign.add({Kind::Height, m_part, m_group, {}});
        m_height = m_spanned = 0;
        m_unsplit = false;
        m_group.clear();
    }

    const pugi::xml_node &m_table;
    const Page &m_page;
    const DocxSheet &m_sheet;
    const QString &m_part;
    ForeignContents &m_foreign;
    std::vector<int> m_widths; // of the grid's columns, twips
    std::vector<GridColumn> m_above; // of the row before, by column
    int m_row = 0; // from 1
    bool m_inHeader = true; // all rows so far are of the header
    qint64 m_cellHeight = 0; // of this row's own cells, twips
    qint64 m_spanningHeight = 0; // of its cells that reach further down
    QString m_group; // the first row of those that belong together
    qint64 m_height = 0; // of their own cells
    qint64 m_spanned = 0; // of the highest that reaches over several
    bool m_unsplit = false; // one of them may not be parted
};

} // namespace

void checkGrids(const pugi::xml_node &body, const DocxSheet &sheet, const QString &part, ForeignContents &foreign)
{
    const Page page = pageOf(body.child("w:sectPr"));
    if (std::find(pages.begin(), pages.end(), page) == pages.end())
        foreign.add({Kind::Page, part, QStringLiteral("w:sectPr"), told(page)});
    for (const pugi::xml_node &table : body.children("w:tbl"))
        GridCheck(table, page, sheet, part, foreign).run();
}

} // namespace zhibao
