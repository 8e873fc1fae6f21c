// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace zhibao {

class TableModel;
class TableView;
class OpenReport;

// Moves a row by drawing its running number to another place, and selects rows by a click there.
class RowDrag : public QObject {
    Q_OBJECT
public:
    RowDrag(OpenReport &open, TableView &view, const TableModel &model);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(const QPoint &position, bool extends);
    void move(const QPoint &position);
    void drop();
    void stop();
    int rowAt(const QPoint &position) const;

    OpenReport &m_open;
    TableView &m_view;
    const TableModel &m_model;
    QWidget *m_line; // where the row would go
    int m_row = -1; // in hand
    int m_before = -1; // the row it would stand before
    int m_pressedAt = 0;
};

} // namespace zhibao
