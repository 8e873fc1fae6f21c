// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tableheader.h"

#include "ui/parts/celltypesetter.h"
#include "ui/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhibao {

namespace {

constexpr int padding = theme::space1;

QFont labelFont(const QFont &font)
{
    QFont label = font;
    label.setWeight(QFont::DemiBold);
    return label;
}

// Sets the label in lines of the given width; gives their number.
int layOut(QTextLayout &layout, int width, int lineHeight)
{
    QTextOption option(Qt::AlignHCenter);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition(QPointF(0, lines * lineHeight + (lineHeight - line.height()) / 2));
        ++lines;
    }
    layout.endLayout();
    return lines;
}

} // namespace

TableHeader::TableHeader(const TableForm &form, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_depth(std::max(1, form.headerDepth))
{
    collect(form.header, 0, 0);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionsMovable(false);
    setSectionResizeMode(QHeaderView::Interactive);
    setCascadingSectionResizes(false);
    setStretchLastSection(false);
}

QSize TableHeader::sizeHint() const
{
    const QList<int> heights = levelHeights();
    return {length(), std::accumulate(heights.begin(), heights.end(), CellTypesetter::rule)};
}

void TableHeader::relayout()
{
    m_levelHeights.clear();
    Q_EMIT geometriesChanged();
    viewport()->update();
}

void TableHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
}

void TableHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const QList<int> heights = levelHeights();
    for (const Cell &cell : m_cells) {
        const int left = sectionViewportPosition(cell.column);
        const int top = CellTypesetter::rule + std::accumulate(heights.begin(), heights.begin() + cell.level, 0);
        const int height = std::accumulate(heights.begin() + cell.level, heights.begin() + cell.level + cell.levels, 0);
        paintCell(painter, QRect(left, top, sectionsWidth(cell), height), cell);
    }
    const QColor rule = theme::gridLine(palette());
    const int right = sectionViewportPosition(count() - 1) + sectionSize(count() - 1);
    painter.fillRect(
        QRect(sectionViewportPosition(0), 0, right - sectionViewportPosition(0), CellTypesetter::rule), rule);
    painter.fillRect(QRect(sectionViewportPosition(0), 0, CellTypesetter::rule, viewport()->height()), rule);
}

// The cells are merged over sections, so all are painted at once.
void TableHeader::paintSection(QPainter *, const QRect &, int) const { }

int TableHeader::collect(const QList<HeaderCell> &cells, int level, int column)
{
    for (const HeaderCell &cell : cells) {
        const int first = column;
        const auto slot = m_cells.size();
        m_cells.append(Cell{cell.label, level, 1, first, 1});
        if (cell.children.isEmpty()) {
            m_cells[slot].levels = std::max(1, m_depth - level);
            ++column;
        } else {
            column = collect(cell.children, level + 1, column);
            m_cells[slot].columns = column - first;
        }
    }
    return column;
}

int TableHeader::sectionsWidth(const Cell &cell) const
{
    int width = 0;
    for (int column = cell.column; column < cell.column + cell.columns; ++column)
        width += sectionSize(column);
    return width;
}

// Each level is as high as its own labels need; a label over several levels that needs more adds to the lowest.
QList<int> TableHeader::levelHeights() const
{
    if (!m_levelHeights.isEmpty())
        return m_levelHeights;
    QList<int> heights(m_depth, lineHeightOf(font()) + 2 * padding + CellTypesetter::rule);
    for (int levels = 1; levels <= m_depth; ++levels) {
        for (const Cell &cell : m_cells) {
            if (cell.levels != levels)
                continue;
            const auto begin = heights.begin() + cell.level;
            const int missing = textHeight(cell) - std::accumulate(begin, begin + levels, 0);
            if (missing > 0)
                heights[cell.level + levels - 1] += missing;
        }
    }
    m_levelHeights = heights;
    return heights;
}

QRect TableHeader::textRect(const QRect &cell) const
{
    return cell.adjusted(padding, padding, -padding - CellTypesetter::rule, -padding - CellTypesetter::rule);
}

int TableHeader::textHeight(const Cell &cell) const
{
    const int lineHeight = lineHeightOf(font());
    QTextLayout layout(cell.label, labelFont(font()));
    const int width = textRect(QRect(0, 0, sectionsWidth(cell), 0)).width();
    return layOut(layout, width, lineHeight) * lineHeight + 2 * padding + CellTypesetter::rule;
}

void TableHeader::paintCell(QPainter &painter, const QRect &rect, const Cell &cell) const
{
    painter.fillRect(rect, palette().color(QPalette::Window));
    const QColor rule = theme::gridLine(palette());
    painter.fillRect(
        QRect(rect.right() + 1 - CellTypesetter::rule, rect.top(), CellTypesetter::rule, rect.height()), rule);
    painter.fillRect(
        QRect(rect.left(), rect.bottom() + 1 - CellTypesetter::rule, rect.width(), CellTypesetter::rule), rule);
    const int lineHeight = lineHeightOf(font());
    const QRect inner = textRect(rect);
    QTextLayout layout(cell.label, labelFont(font()));
    const int lines = layOut(layout, inner.width(), lineHeight);
    painter.setPen(palette().color(QPalette::Text));
    layout.draw(&painter, QPointF(inner.left(), inner.top() + (inner.height() - lines * lineHeight) / 2.0));
}

} // namespace zhibao
