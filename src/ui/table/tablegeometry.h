// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "ui/table/columnwidths.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class QTableView;

namespace zhibao {

class CellTypesetter;
class TableHeader;
class TableModel;

// Keeps the columns as wide as the view gives room for, and the lines as tall as their texts need: exactly for those
// in sight, estimated and then measured bit by bit, while nothing else is to be done, for the others.
class TableGeometry : public QObject {
    Q_OBJECT
public:
    TableGeometry(QTableView &view, const TableModel &model, TableHeader &header, CellTypesetter &text);

    void fitColumns();
    void rowChanged(int row); // a text in it
    void rowsChanged(); // any of them; those that say what they did keep their heights, wherever they stand now
    void measureAnew(); // all of them: texts are set otherwise
    void measureInSight();
    const QList<double> &shares() const { return m_widths.shares(); }
    void setShares(const QList<double> &shares);

Q_SIGNALS:
    void resized(); // cells are of another size or at another place

private:
    // What a row needs at the width that the columns have.
    struct Measured {
        Row row;
        QList<int> heights; // of its lines
        bool isExact = false;
    };
    void drawEdge(int column, int before, int after);
    QList<int> sectionWidths() const;
    QList<int> lineHeights(int row, bool exact) const;
    bool setHeights(int row, bool exact);
    bool setHeights(int row, const Measured &measured);
    void measureSome();
    int em() const;

    QTableView &m_view;
    const TableModel &m_model;
    TableHeader &m_header;
    CellTypesetter &m_text;
    ColumnWidths m_widths;
    QHash<LineId, Measured> m_measured;
    QList<bool> m_isMeasured; // exactly, by row of the report
    int m_unmeasured = 0; // the first row to look at next
    QTimer m_measuring;
    bool m_isFitting = false;
};

} // namespace zhibao
