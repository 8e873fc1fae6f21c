// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QFont>
#include <QPair>
#include <QRect>
#include <QTextLayout>

class QPainter;

namespace zhibao {

// The distance of lines of Chinese text, in pixels: one and a half times the font's size.
int lineHeightOf(const QFont &font);

// Sets the texts of cells: one way to measure and to paint them, which an editor with the same line height and
// margins (pixels, to the cell's edge) repeats glyph for glyph.
class CellTypesetter {
public:
    static constexpr int lineLimit = 12; // a line of the table grows no taller for one text
    static constexpr int sideMargin = 8;
    static constexpr int topMargin = 6;
    static constexpr int rule = 1; // at the right and the bottom of a cell

    explicit CellTypesetter(const QFont &font);
    void setFont(const QFont &font);
    const QFont &font() const { return m_font; }
    int lineHeight() const { return m_lineHeight; }
    static int textWidth(int cellWidth) { return qMax(1, cellWidth - 2 * sideMargin - rule); }

    // Height of a cell of the given width, limited to lineLimit lines.
    int height(const QString &text, int cellWidth);
    // The same without setting the text, near enough for cells that are not in sight; exact where it is known.
    int likelyHeight(const QString &text, int cellWidth) const;
    // Whether a cell of that size shows less than the whole text.
    bool isCut(const QString &text, const QSize &cell);
    // The whole lines that find room in the cell.
    void paint(QPainter &painter, const QRect &cell, const QString &text);

private:
    struct Laid {
        QTextLayout layout;
        int lines = 0;
        bool goesOn = false; // beyond these
    };
    using Key = QPair<QString, int>;

    Laid &laid(const QString &text, int cellWidth);
    int linesIn(int cellHeight) const { return qMax(1, (cellHeight - 2 * topMargin - rule) / m_lineHeight); }
    int heightOf(int lines) const { return lines * m_lineHeight + 2 * topMargin + rule; }

    QFont m_font;
    int m_lineHeight = 0;
    int m_em = 0;
    QCache<Key, Laid> m_laid; // texts in sight and near it
    QCache<Key, int> m_heights; // of many more
};

} // namespace zhibao
