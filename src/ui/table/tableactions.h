// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/reportedit.h"
#include "ui/table/cellclipboard.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QMimeData;

namespace zhibao {

class NoteBar;
class TableModel;
class TableView;
class OpenReport;
struct Place;

// What can be done to the table's rows, entries and cells, as actions of the page.
class TableActions : public QObject {
    Q_OBJECT
public:
    TableActions(OpenReport &open, TableModel &model, TableView &view, NoteBar &notes, QWidget *page);

    const QList<QAction *> &all() const { return m_all; } // a null pointer parts groups
    QAction *insertRow() const { return m_insertRow; }
    QAction *insertEntry() const { return m_insertEntry; } // null where the form has no repeating group
    QAction *openWide() const { return m_openWide; }
    void update(); // what can be done to the cell in hand
    // Cells that are pasted into an open text go to the cells from the one in hand on.
    bool takesCells(const QMimeData &data);

public Q_SLOTS:
    void addRow();

private:
    QAction *add(const QString &text, const QString &icon, const QKeySequence &shortcut);
    void addClipboardActions();
    void addRowActions();
    void addEntryActions();
    void addRowAt(int row);
    void addEntry();
    void duplicateRow();
    void moveRow(int by);
    void removeRows();
    void moveEntry(int by);
    void removeEntry();
    void cut();
    void paste();
    void clear();
    bool isDone(const Result<void> &result);
    void tell(const Result<PasteOutcome> &result);
    void forget();

    OpenReport &m_open;
    TableModel &m_model;
    TableView &m_view;
    NoteBar &m_notes;
    QWidget *m_page;
    CellClipboard m_clipboard;
    QString m_told; // about the last paste
    int m_steps = 0; // that can be undone
    QList<QAction *> m_all;
    QList<QAction *> m_editing; // change the report
    QAction *m_insertRow = nullptr;
    QAction *m_insertEntry = nullptr;
    QAction *m_openWide = nullptr;
    QAction *m_moveRowUp = nullptr;
    QAction *m_moveRowDown = nullptr;
    QAction *m_moveEntryUp = nullptr;
    QAction *m_moveEntryDown = nullptr;
    QAction *m_removeEntry = nullptr;
};

} // namespace zhibao
