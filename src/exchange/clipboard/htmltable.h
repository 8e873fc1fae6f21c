// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/reportedit.h"

#include <QChar>
#include <QSet>
#include <QString>
#include <QStringView>

namespace zhibao {

inline constexpr qsizetype tableTextLimit = 20 * 1024 * 1024; // characters
inline constexpr qsizetype tableCellLimit = 100'000;

// The text of one cell while it is read from HTML: white space joins as on a page, blocks and <br> part lines.
class CellText {
public:
    void text(QStringView text);
    void character(const QString &character); // as it is: from a reference
    void lineBreak();
    void block(); // a block begins or ends
    QString finish();

private:
    void begin();

    enum class Pending { Nothing, Break, Block };
    QString m_text;
    qsizetype m_blockStart = 0; // in m_text
    bool m_inBlock = false; // within a block inside the cell
    Pending m_pending = Pending::Nothing;
    bool m_blank = false; // white space since the last character
    bool m_blankWithLineEnd = false;
};

// Places the cells of tables in grids as they come, with their spans, and takes out what is hidden.
class GridBuilder {
public:
    void hideColumns(qsizetype first, qsizetype count);
    void row();
    void hideRow(); // the last one
    // Columns and rows that the cell spans, at least 1.
    void cell(const QString &text, int columns, int rows, bool isHidden);
    // More cells than the limit, in all tables together.
    bool isFull() const { return m_cells > tableCellLimit; }
    // Whether texts were taken out.
    bool hasConcealed() const { return m_hasConcealed; }
    TextGrid finish(); // of the table; another may follow

private:
    struct WideCell {
        qsizetype row = 0;
        qsizetype column = 0;
        int columns = 1;
    };
    struct ColumnUse {
        int shown = 0; // cells of this column alone
        int hidden = 0;
    };

    void append(const QString &text);
    void passCovered();
    void cover(qsizetype column, int rows);
    bool isColumnHidden(qsizetype column) const;
    void moveIntoSight();
    QSet<qsizetype> joinWholeLines();
    QStringList shownPart(const QStringList &line);
    void conceal(const QString &text);

    TextGrid m_grid;
    QList<bool> m_hiddenRows;
    QList<bool> m_hiddenColumns; // as the table's columns say
    QList<ColumnUse> m_uses; // of the columns by cells
    QList<WideCell> m_wideCells;
    QList<int> m_covered; // for each column: in how many rows from here on a cell above covers it
    qsizetype m_coveredColumns = 0; // how many of these are not 0
    qsizetype m_cells = 0;
    bool m_hasConcealed = false;
};

} // namespace zhibao
