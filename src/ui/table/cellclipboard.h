// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reportedit.h"

#include <QCoreApplication>

class QMimeData;

namespace zhibao {

class TableModel;
class TableView;
class Workspace;

// Carries the selected cells to the clipboard and back: as an HTML table and as tab-separated text, so that Word, WPS
// and Excel give and take them.
class CellClipboard {
    Q_DECLARE_TR_FUNCTIONS(zhibao::CellClipboard)
public:
    CellClipboard(Workspace &workspace, TableModel &model, TableView &view);

    void copy() const;
    static void put(const TextGrid &grid);
    // Empties the selected cells, as one step.
    Result<void> clear(const QString &stepName);
    // A table goes over the cells from the selection's first on, as one step, and what found no cell is given back.
    // A text without cells goes to the caret.
    Result<TextGrid> paste();

private:
    Workspace &m_workspace;
    TableModel &m_model;
    TableView &m_view;
};

} // namespace zhibao
