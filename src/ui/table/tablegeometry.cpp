// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tablegeometry.h"

#include "ui/parts/celltypesetter.h"
#include "ui/table/tableheader.h"
#include "ui/table/tablemodel.h"

#include <QElapsedTimer>
#include <QFontInfo>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace zhibao {

namespace {

constexpr qint64 measuringSlice = 4; // ms: typing stays fluent while a large table is measured

} // namespace

TableGeometry::TableGeometry(QTableView &view, const TableModel &model, TableHeader &header, CellTypesetter &text)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
    , m_header(header)
    , m_text(text)
    , m_widths(model.table())
{
    m_measuring.setInterval(0);
    connect(&m_measuring, &QTimer::timeout, this, &TableGeometry::measureSome);
    connect(&header, &QHeaderView::sectionResized, this, &TableGeometry::drawEdge);
    connect(&header, &QHeaderView::sectionHandleDoubleClicked, this, [this] {
        m_widths.reset();
        fitColumns();
    });
}

void TableGeometry::fitColumns()
{
    const QList<int> before = sectionWidths();
    const QList<int> fitted = m_widths.fitted(m_view.viewport()->width(), em());
    m_isFitting = true;
    for (int column = 0; column < fitted.size(); ++column)
        m_header.resizeSection(column, fitted.at(column));
    m_isFitting = false;
    m_header.relayout();
    if (fitted != before)
        measureAnew();
}

void TableGeometry::rowChanged(int row)
{
    if (row < 0 || row >= m_isMeasured.size() || !setHeights(row, true))
        return;
    measureInSight();
    Q_EMIT resized();
}

void TableGeometry::rowsChanged()
{
    const QHash<LineId, Measured> before = std::exchange(m_measured, {});
    m_isMeasured.fill(false, m_model.rows());
    for (int row = 0; row < m_model.rows(); ++row) {
        const auto known = before.constFind(m_model.content(row).id);
        if (known != before.cend() && known->row == m_model.content(row))
            setHeights(row, *known);
        else
            setHeights(row, false);
    }
    m_unmeasured = 0;
    measureInSight();
    m_measuring.start();
    Q_EMIT resized();
}

void TableGeometry::measureAnew()
{
    m_measured.clear();
    rowsChanged();
}

void TableGeometry::measureInSight()
{
    const int bottom = m_view.viewport()->height();
    bool changed = false;
    for (int line = std::max(0, m_view.rowAt(0)); line < m_model.rowCount(); ++line) {
        if (m_view.rowViewportPosition(line) > bottom)
            break;
        const int row = m_model.lines().at(line).row;
        if (row < m_isMeasured.size() && !m_isMeasured.at(row))
            changed |= setHeights(row, true);
    }
    if (changed)
        Q_EMIT resized();
}

void TableGeometry::setShares(const QList<double> &shares)
{
    m_widths.setShares(shares);
    fitColumns();
}

void TableGeometry::drawEdge(int column, int before, int after)
{
    if (m_isFitting)
        return;
    QList<int> widths = sectionWidths();
    widths[column] = before;
    m_widths.drawEdge(widths, column, after - before, em());
    fitColumns();
}

QList<int> TableGeometry::sectionWidths() const
{
    QList<int> widths;
    for (int column = 0; column < m_header.count(); ++column)
        widths.append(m_header.sectionSize(column));
    return widths;
}

// The entries' own texts make their line tall; where a text beside all entries of the row needs more than these
// together, the last line takes the rest.
QList<int> TableGeometry::lineHeights(int row, bool exact) const
{
    const int first = m_model.firstLine(row);
    const int count = m_model.lines().at(first).count;
    const auto height = [&](int line, int column) {
        const QString content = m_model.text(m_model.index(line, column));
        const int width = m_header.sectionSize(column);
        return exact ? m_text.height(content, width) : m_text.likelyHeight(content, width);
    };
    QList<int> heights(count, m_text.likelyHeight({}, 1));
    int beside = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_model.column(column).serial)
            continue;
        if (!m_model.column(column).repeating) {
            beside = std::max(beside, height(first, column));
            continue;
        }
        for (int line = 0; line < count; ++line)
            heights[line] = std::max(heights.at(line), height(first + line, column));
    }
    const int together = std::accumulate(heights.begin(), heights.end(), 0);
    heights.last() += std::max(0, beside - together);
    return heights;
}

bool TableGeometry::setHeights(int row, bool exact)
{
    return setHeights(row, {m_model.content(row), lineHeights(row, exact), exact});
}

bool TableGeometry::setHeights(int row, const Measured &measured)
{
    const int first = m_model.firstLine(row);
    bool changed = false;
    for (int line = 0; line < measured.heights.size(); ++line) {
        if (m_view.rowHeight(first + line) == measured.heights.at(line))
            continue;
        m_view.setRowHeight(first + line, measured.heights.at(line));
        changed = true;
    }
    m_isMeasured[row] = measured.isExact;
    m_measured.insert(measured.row.id, measured);
    return changed;
}

// What is in sight stays where it is while lines above it find their height.
void TableGeometry::measureSome()
{
    QElapsedTimer elapsed;
    elapsed.start();
    const int top = std::max(0, m_view.rowAt(0));
    const int offset = m_view.rowViewportPosition(top);
    bool changed = false;
    while (m_unmeasured < m_isMeasured.size() && elapsed.elapsed() < measuringSlice) {
        if (!m_isMeasured.at(m_unmeasured))
            changed |= setHeights(m_unmeasured, true);
        ++m_unmeasured;
    }
    if (m_unmeasured >= m_isMeasured.size())
        m_measuring.stop();
    if (!changed)
        return;
    QScrollBar *bar = m_view.verticalScrollBar();
    const int moved = m_view.rowViewportPosition(top) - offset;
    bar->setMaximum(std::max(bar->maximum(), bar->value() + moved));
    bar->setValue(bar->value() + moved);
    Q_EMIT resized();
}

int TableGeometry::em() const
{
    return QFontInfo(m_text.font()).pixelSize();
}

} // namespace zhibao
