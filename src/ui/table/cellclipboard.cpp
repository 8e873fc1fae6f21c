// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/cellclipboard.h"

#include "core/paste/pastedtable.h"
#include "exchange/clipboard/tabletext.h"
#include "ui/table/celleditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"
#include "workspace/report/openreport.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace zhibao {

namespace {

// A text is cells as well where the form's header stands in it: other lines may then have fewer tabs.
PastedContent contentFor(const TableForm &form, const QMimeData &data)
{
    PastedContent content = pastedContent(data);
    if (!content.tables.isEmpty() || data.hasHtml() || !data.text().contains(u'\t'))
        return content;
    const TextGrid grid = gridFromTabbedText(data.text());
    if (hasHeader(grid, form))
        content.tables.append(grid);
    return content;
}

bool isOneCell(const TextGrid &grid)
{
    return grid.size() == 1 && grid.first().size() == 1;
}

} // namespace

CellClipboard::CellClipboard(OpenReport &open, TableModel &model, TableView &view)
    : m_open(open)
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
    data->setText(isOneCell(grid) ? grid.first().first() : gridToTabbedText(grid));
    data->setHtml(gridToHtml(grid));
    QGuiApplication::clipboard()->setMimeData(data);
}

Result<void> CellClipboard::clear(const QString &stepName)
{
    Report after = m_open.report();
    const QList<Place> places = placesOf(m_model, m_view.block());
    for (const Place &place : places) {
        if (textAt(after, place).isEmpty())
            continue;
        Result<Report> cleared = setText(after, m_open.notice(), place, {});
        if (!cleared)
            return cleared.error();
        after = std::move(cleared).value();
    }
    if (after == m_open.report())
        return {};
    return m_open.apply(after, Change{m_model.place(m_view.cell()), true}, stepName);
}

Result<PasteOutcome> CellClipboard::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr || m_view.block().isEmpty())
        return PasteOutcome();
    if (!contentFor(m_model.table(), *data).tables.isEmpty())
        return pasteCells(*data);
    m_view.editCell();
    m_view.editor().paste();
    return PasteOutcome();
}

bool CellClipboard::hasCells(const QMimeData &data) const
{
    const QList<TextGrid> tables = contentFor(m_model.table(), data).tables;
    return tables.size() > 1 || (tables.size() == 1 && !isOneCell(tables.first()));
}

Place CellClipboard::firstPlace() const
{
    const CellBlock block = m_view.block();
    const int column = m_model.column(block.left).serial ? m_view.cell().column() : block.left;
    return m_model.place(m_model.merged(m_model.index(block.top, column)));
}

Result<PasteOutcome> CellClipboard::pasteCells(const QMimeData &data)
{
    if (m_view.block().isEmpty())
        return PasteOutcome();
    const PastedContent content = contentFor(m_model.table(), data);
    const JoinedTables joined = joinedTables(content.tables, m_model.table());
    const Place at = firstPlace();
    const Report before = m_open.report();
    const Result<Pasted> pasted = pasteGrid(before, m_open.notice(), at, joined.grid);
    if (!pasted)
        return pasted.error();
    m_view.editor().rest();
    m_open.endBurst();
    if (pasted->report != before) {
        const Result<void> applied = m_open.apply(pasted->report, Change{at, true}, tr("粘贴"));
        if (!applied)
            return applied.error();
    }
    PasteOutcome outcome{pasted->kept, pasted->leftOut, 0, content.hasConcealed, pasted->replaced, before};
    outcome.leftOut += joined.leftOut;
    for (const qsizetype other : joined.others)
        outcome.leftOut += content.tables[other];
    outcome.otherTables = static_cast<int>(joined.others.size());
    if (!content.around.isEmpty())
        outcome.leftOut.append({content.around});
    return outcome;
}

} // namespace zhibao
