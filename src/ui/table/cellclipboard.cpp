// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/cellclipboard.h"

#include "exchange/tabletext.h"
#include "ui/table/celleditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"
#include "workspace/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace zhibao {

namespace {

// Word, WPS and Excel all put a table there as HTML; without that only tabs tell cells from the lines of a text.
TextGrid gridOn(const QMimeData &data)
{
    TextGrid grid;
    if (data.hasHtml())
        grid = gridFromHtml(data.html());
    if (grid.isEmpty() && data.text().contains(u'\t'))
        grid = gridFromTabbedText(data.text());
    return grid;
}

} // namespace

CellClipboard::CellClipboard(Workspace &workspace, TableModel &model, TableView &view)
    : m_workspace(workspace)
    , m_model(model)
    , m_view(view)
{
}

void CellClipboard::copy() const
{
    const TextGrid grid = gridOf(m_model, m_view.block());
    if (!grid.isEmpty())
        put(grid);
}

void CellClipboard::put(const TextGrid &grid)
{
    auto *data = new QMimeData; // owned by the clipboard
    const bool isOneCell = grid.size() == 1 && grid.first().size() == 1;
    data->setText(isOneCell ? grid.first().first() : gridToTabbedText(grid));
    data->setHtml(gridToHtml(grid));
    QGuiApplication::clipboard()->setMimeData(data);
}

Result<void> CellClipboard::clear(const QString &stepName)
{
    Report after = m_workspace.report();
    const QList<Place> places = placesOf(m_model, m_view.block());
    for (const Place &place : places) {
        if (textAt(after, place).isEmpty())
            continue;
        Result<Report> cleared = setText(after, m_workspace.notice(), place, {});
        if (!cleared)
            return cleared.error();
        after = std::move(cleared).value();
    }
    if (after == m_workspace.report())
        return {};
    return m_workspace.apply(after, Change{m_model.place(m_view.cell()), true}, stepName);
}

Result<TextGrid> CellClipboard::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const CellBlock block = m_view.block();
    if (data == nullptr || block.isEmpty())
        return TextGrid();
    const TextGrid grid = gridOn(*data);
    if (grid.isEmpty()) {
        m_view.editCell();
        m_view.editor().paste();
        return TextGrid();
    }
    const int column = m_model.column(block.left).serial ? m_view.cell().column() : block.left;
    const Place at = m_model.place(m_model.merged(m_model.index(block.top, column)));
    TextGrid kept;
    const Result<Report> after = pasteGrid(m_workspace.report(), m_workspace.notice(), at, grid, &kept);
    if (!after)
        return after.error();
    const Result<void> applied = m_workspace.apply(*after, Change{at, true}, tr("粘贴"));
    if (!applied)
        return applied.error();
    return kept;
}

} // namespace zhibao
