// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "ui/table/pastenote.h"

#include <QCoreApplication>

class QMimeData;

namespace zhibao {

class TableModel;
class TableView;
class OpenReport;

// Carries the selected cells to the clipboard and back: as an HTML table and as tab-separated text, so that Word, WPS
// and Excel give and take them.
class CellClipboard {
    Q_DECLARE_TR_FUNCTIONS(zhibao::CellClipboard)
public:
    CellClipboard(OpenReport &open, TableModel &model, TableView &view);

    void copy() const;
    static void put(const TextGrid &grid);
    // Empties the selected cells, as one step.
    Result<void> clear(const QString &stepName);
    // Cells go over the cells from the selection's first on, as one step, whether or not a text is being edited. Text
    // goes to the caret.
    Result<PasteOutcome> paste();
    // Whether what is pasted into an open text is cells, which go to cells; one cell alone is as good as its text.
    bool hasCells(const QMimeData &data) const;
    Result<PasteOutcome> pasteCells(const QMimeData &data);

private:
    Place firstPlace() const;

    OpenReport &m_open;
    TableModel &m_model;
    TableView &m_view;
};

} // namespace zhibao
