// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/checks/checks.h"
#include "core/report/report.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

namespace zhibao {

class PlaceComments;
class OpenReport;
struct Change;

// One line of the table: an entry of a row's repeating group, or a row that has no entry.
struct TableLine {
    int row = 0; // of the report
    int entry = 0; // 0 where the row has none yet: the cell in which its first entry would be typed
    int first = 0; // line of the row's first entry
    int count = 1; // lines of the row
};

// The answer to a table form as lines and columns. It keeps nothing but the lines: texts are the open's.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    TableModel(OpenReport &open, const Form &form, QObject *parent = nullptr);

    const Form &form() const { return m_form; }
    const TableForm &table() const { return m_table; }
    const QList<TableLine> &lines() const { return m_lines; }
    const Column &column(int column) const { return m_table.columns.at(column); }
    int rows() const; // of the report
    int firstLine(int row) const; // of a row of the report; -1: there is none

    // The place of a cell's text; without a field in the serial column.
    Place place(const QModelIndex &index) const;
    // The cell that shows the place (the first of the row, where the place is a row); invalid where none does.
    QModelIndex indexOf(const Place &place) const;
    // The cell a merged cell is known by: the columns outside the repeating group stand for all lines of their row.
    QModelIndex merged(const QModelIndex &index) const;
    QString text(const QModelIndex &index) const;
    Row content(int row) const; // of the report

    // Every cell of a row that holds a text, in reading order: the entries one after the other.
    QModelIndexList rowCells(int row) const;
    // The next or previous in reading order; invalid at the table's ends.
    QModelIndex following(const QModelIndex &index, int step) const;

    // The worst finding at the cell that is worth a mark (an empty required cell has its own hint), and all findings
    // there as sentences, one a line.
    const Finding *finding(const QModelIndex &index) const;
    QString findingsText(const QModelIndex &index) const;
    bool wantsText(const QModelIndex &index) const; // empty, and required
    int comments(const QModelIndex &index) const; // that are open, number

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void reread(); // another report is in hand

Q_SIGNALS:
    void relined(); // rows or entries came, went or moved

private:
    void take(const Change &change);
    void reline();
    void readFindings();
    void showAnew(const QList<int> &roles);

    OpenReport &m_open;
    const Form m_form;
    const TableForm m_table;
    QList<TableLine> m_lines;
    QList<int> m_firstLines; // of each row
    PlaceComments *m_comments;
    QHash<QPair<int, int>, QList<Finding>> m_findings; // by line and column
};

// Stores a text; in a row without entries the first one is made for it.
Result<void> storeText(OpenReport &open, const Place &place, const QString &text);

} // namespace zhibao
