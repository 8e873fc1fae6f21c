// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/celltypesetter.h"

#include <QFontInfo>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

// Where the baseline lies in a line of fixed height: Qt's text documents set it so, and editors are text documents.
constexpr double baseline = 0.8;

// Beside many entries a cell can be taller than its own text makes it; no more than this is ever set.
constexpr int mostTypesetLines = 4 * CellTypesetter::lineLimit;

constexpr int laidTexts = 600;
constexpr int knownHeights = 60'000;

} // namespace

int lineHeightOf(const QFont &font)
{
    return static_cast<int>(std::lround(QFontInfo(font).pixelSize() * 1.5));
}

CellTypesetter::CellTypesetter(const QFont &font)
    : m_laid(laidTexts)
    , m_heights(knownHeights)
{
    setFont(font);
}

void CellTypesetter::setFont(const QFont &font)
{
    m_font = font;
    m_lineHeight = lineHeightOf(font);
    m_em = QFontInfo(font).pixelSize();
    m_laid.clear();
    m_heights.clear();
}

int CellTypesetter::height(const QString &text, int cellWidth)
{
    const Key key(text, cellWidth);
    if (const int *known = m_heights.object(key))
        return *known;
    const int height = heightOf(std::min(laid(text, cellWidth).lines, lineLimit));
    m_heights.insert(key, new int(height)); // owned by the cache
    return height;
}

int CellTypesetter::likelyHeight(const QString &text, int cellWidth) const
{
    if (const int *known = m_heights.object(Key(text, cellWidth)))
        return *known;
    const double width = textWidth(cellWidth);
    double filled = 0;
    int lines = 1;
    for (const QChar character : text) {
        const double advance = character.unicode() >= 0x2000 ? m_em : 0.56 * m_em;
        if (character == u'\n' || filled + advance > width) {
            ++lines;
            filled = 0;
        }
        if (character != u'\n')
            filled += advance;
        if (lines >= lineLimit)
            break;
    }
    return heightOf(lines);
}

bool CellTypesetter::isCut(const QString &text, const QSize &cell)
{
    const Laid &known = laid(text, cell.width());
    return known.goesOn || known.lines > linesIn(cell.height());
}

void CellTypesetter::paint(QPainter &painter, const QRect &cell, const QString &text)
{
    const QRect room(cell.left(), cell.top(), cell.width(), topMargin + linesIn(cell.height()) * m_lineHeight);
    const QPointF origin(cell.left() + sideMargin, cell.top() + topMargin);
    laid(text, cell.width()).layout.draw(&painter, origin, {}, room);
}

CellTypesetter::Laid &CellTypesetter::laid(const QString &text, int cellWidth)
{
    const Key key(text, cellWidth);
    if (Laid *known = m_laid.object(key))
        return *known;
    auto *made = new Laid; // owned by the cache
    // Of a text of pages only what can come into sight is set: no character is narrower than 2 pixels, by and large.
    const int most = std::max(500, mostTypesetLines * textWidth(cellWidth) / 2);
    QString shown = text.left(most);
    shown.replace(u'\n', QChar::LineSeparator);
    made->layout.setText(shown);
    made->layout.setFont(m_font);
    made->layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    made->layout.setTextOption(option);
    made->layout.beginLayout();
    int end = 0;
    while (made->lines < mostTypesetLines) {
        QTextLine line = made->layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(textWidth(cellWidth));
        line.setPosition(QPointF(0, (made->lines + baseline) * m_lineHeight - line.ascent()));
        end = line.textStart() + line.textLength();
        ++made->lines;
    }
    made->layout.endLayout();
    made->lines = std::max(made->lines, 1);
    made->goesOn = end < text.size();
    m_laid.insert(key, made);
    return *made;
}

} // namespace zhibao
