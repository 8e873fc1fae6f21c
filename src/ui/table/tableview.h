// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/celltypesetter.h"
#include "ui/table/cellblock.h"

#include <QPersistentModelIndex>
#include <QTableView>

namespace zhibao {

class CellEditor;
class TableGeometry;
class TableHeader;
class TableModel;
class OpenReport;

// The printed table as a spreadsheet to write in: one cell is in hand, a block may be selected from it, typing goes
// into the cell.
class TableView : public QTableView {
    Q_OBJECT
public:
    TableView(OpenReport &open, TableModel &model, QWidget *parent = nullptr);
    ~TableView() override;

    CellEditor &editor() { return *m_editor; }
    const CellEditor &editor() const { return *m_editor; }
    TableGeometry &geometry() { return *m_geometry; }
    const TableGeometry &geometry() const { return *m_geometry; }

    QModelIndex cell() const; // in hand; a merged cell is its first line's
    void takeCell(const QModelIndex &index);
    // The caret in the cell in hand; -1 where it is not being edited.
    int editingCaret() const;
    // The place is in hand from now on; an editing that was under way goes on there (its row was moved).
    void followPlace(const Place &place, int editingCaret);
    void editCell(); // the caret stays where it was
    CellBlock block() const; // what is selected
    void selectBlock(const QModelIndex &from, const QModelIndex &to);
    void selectRows(int from, int to); // of the report
    void selectEverything();

Q_SIGNALS:
    void cellTaken();
    void wideEditorRequested();
    void rowRequested(); // Tab in the last cell
    void contextMenuRequested(const QPoint &globalPosition);
    void commentsRequested(); // at the cell in hand

public Q_SLOTS:
    void refit(); // fonts changed

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    bool focusNextPrevChild(bool next) override;

private:
    void relined();
    void setSpans();
    void describeCell();
    void placeEditor();
    void step(int by);
    bool moveByKey(const QKeyEvent &event);
    void leaveText(Qt::Key arrow);
    QModelIndex target(const QKeyEvent &event, const QModelIndex &from) const;
    QModelIndex pageAway(const QModelIndex &from, int direction) const;
    void typeInto(QEvent *event);
    bool takeTypedKey(const QKeyEvent &event);
    void setCell(const QString &text);
    void offerChoices();
    void offerCalendar();
    bool hitsComments(const QModelIndex &index, const QPoint &position) const;

    OpenReport &m_open;
    TableModel &m_model;
    CellTypesetter m_text;
    TableHeader *m_header;
    TableGeometry *m_geometry;
    CellEditor *m_editor;
    QPersistentModelIndex m_extent; // the block's corner opposite to the cell in hand
    bool m_clickedInHand = false;
};

} // namespace zhibao
