// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/tableview.h"

#include "ui/table/celldelegate.h"
#include "ui/table/celleditor.h"
#include "ui/table/rowdrag.h"
#include "ui/table/tablegeometry.h"
#include "ui/table/tableheader.h"
#include "ui/table/tablemodel.h"
#include "ui/theme.h"
#include "workspace/describe/describe.h"
#include "workspace/report/openreport.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace zhibao {

TableView::TableView(OpenReport &open, TableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_open(open)
    , m_model(model)
    , m_text(font())
    , m_header(new TableHeader(model.table(), this))
    , m_geometry(new TableGeometry(*this, model, *m_header, m_text))
    , m_editor(new CellEditor(open, viewport()))
{
    setObjectName(QStringLiteral("table"));
    setAccessibleName(model.form().title);
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(new CellDelegate(model, m_text, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setUpdatesEnabled(false); // else each row that is resized asks where all of them stand
    m_header->setMinimumSectionSize(1);
    viewport()->setBackgroundRole(QPalette::Window);
    setFocusPolicy(Qt::NoFocus); // the editor has it
    setFocusProxy(m_editor);
    setAttribute(Qt::WA_InputMethodEnabled);
    connect(m_geometry, &TableGeometry::resized, this, &TableView::placeEditor);
    connect(m_editor, &CellEditor::wideEditorRequested, this, &TableView::wideEditorRequested);
    connect(m_editor, &CellEditor::editingChanged, this, &TableView::placeEditor);
    connect(qApp, &QApplication::focusChanged, this, [this] { viewport()->update(visualRect(cell())); });
    connect(&model, &TableModel::relined, this, &TableView::relined);
    connect(m_header, &QHeaderView::sectionPressed, this,
        [this](int column) { selectBlock(m_model.index(0, column), m_model.index(m_model.rowCount() - 1, column)); });
    new RowDrag(open, *this, model); // owned by the view
    relined();
    takeCell(model.rowCells(0).value(0));
}

TableView::~TableView() = default;

QModelIndex TableView::cell() const
{
    return m_model.merged(currentIndex());
}

void TableView::takeCell(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QModelIndex merged = m_model.merged(index);
    selectBlock(merged, merged);
    scrollTo(merged);
    placeEditor();
}

int TableView::editingCaret() const
{
    return m_editor->isEditing() ? m_editor->caret() : -1;
}

void TableView::followPlace(const Place &place, int editingCaret)
{
    takeCell(m_model.indexOf(place));
    if (editingCaret < 0)
        return;
    editCell();
    m_editor->setCaret(editingCaret);
}

void TableView::editCell()
{
    if (!cell().isValid())
        return;
    m_editor->setFocus();
    m_editor->begin();
    scrollTo(cell());
}

CellBlock TableView::block() const
{
    const QItemSelection selection = selectionModel()->selection();
    CellBlock block = blockOver(m_model, cell(), cell());
    for (const QItemSelectionRange &range : selection) {
        block.top = std::min(block.top, range.top());
        block.left = std::min(block.left, range.left());
        block.bottom = std::max(block.bottom, range.bottom());
        block.right = std::max(block.right, range.right());
    }
    return block;
}

// The running number is no cell to write in: the first text of the row is in hand instead.
void TableView::selectBlock(const QModelIndex &from, const QModelIndex &to)
{
    const CellBlock block = blockOver(m_model, from, to);
    if (block.isEmpty())
        return;
    const QItemSelection selection(m_model.index(block.top, block.left), m_model.index(block.bottom, block.right));
    const int row = m_model.lines().at(from.row()).row;
    const QModelIndex inHand = m_model.column(from.column()).serial ? m_model.rowCells(row).value(0) : from;
    selectionModel()->setCurrentIndex(m_model.merged(inHand), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_extent = to;
}

void TableView::selectRows(int from, int to)
{
    const int last = m_model.columnCount() - 1;
    selectBlock(m_model.index(m_model.firstLine(from), 0), m_model.index(m_model.firstLine(to), last));
}

void TableView::selectEverything()
{
    selectRows(0, m_model.rows() - 1);
}

void TableView::refit()
{
    m_text.setFont(font());
    m_geometry->fitColumns();
    m_geometry->measureAnew();
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (m_model.rowCount() == 0) {
        painter.setPen(theme::quietText(palette()));
        painter.drawText(viewport()->rect().adjusted(0, theme::space3, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
            tr("还没有内容，按 Ctrl+Enter 增加一行"));
        return;
    }
    const QRect cellRect = visualRect(cell()).adjusted(0, 0, -CellTypesetter::rule, -CellTypesetter::rule);
    const bool isInHand = m_editor->hasFocus();
    const QColor color = isInHand ? theme::accent(palette()) : theme::quietText(palette());
    painter.setPen(QPen(color, isInHand ? CellEditor::ring : 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const int inset = isInHand ? CellEditor::ring / 2 : 0;
    painter.drawRect(cellRect.adjusted(inset, inset, -CellEditor::ring / 2, -CellEditor::ring / 2));
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_geometry->fitColumns();
    m_geometry->measureInSight();
    if (event->size().height() < event->oldSize().height() && cell().isValid())
        scrollTo(cell()); // something opened below: the comments on it
    placeEditor();
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refit();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    m_geometry->measureInSight();
    placeEditor();
}

void TableView::updateGeometries()
{
    QTableView::updateGeometries();
    placeEditor();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const Place place = m_model.place(cell());
    m_editor->setCell(place);
    m_editor->setAccessibleName(m_open.isOpen() ? describePlace(m_open.notice(), place) : QString());
    describeCell();
    viewport()->update(visualRect(previous));
    placeEditor();
    Q_EMIT cellTaken();
}

// What its marks say to those who see them: findings and comments.
void TableView::describeCell()
{
    const QString words = cell().data(Qt::ToolTipRole).toString();
    if (m_editor->accessibleDescription() != words)
        m_editor->setAccessibleDescription(words);
}

void TableView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    describeCell();
    const bool isOneCell = topLeft == bottomRight;
    if (!isOneCell || !topLeft.isValid())
        return;
    viewport()->update(visualRect(topLeft));
    m_geometry->rowChanged(m_model.lines().at(topLeft.row()).row);
    if (topLeft == cell())
        scrollTo(topLeft);
}

bool TableView::focusNextPrevChild(bool)
{
    return false; // Tab goes from cell to cell
}

// The cell in hand stays the one of its place, though its line may be another one now; where an editing is under way
// there it goes on.
void TableView::relined()
{
    setSpans();
    m_geometry->rowsChanged();
    const QModelIndex same = m_model.indexOf(m_editor->place());
    if (same.isValid() && m_model.place(same) == m_editor->place()) {
        const QSignalBlocker keepEditing(selectionModel());
        selectionModel()->setCurrentIndex(same, QItemSelectionModel::ClearAndSelect);
    } else if (cell().isValid()) {
        takeCell(cell());
    } else {
        takeCell(m_model.rowCells(0).value(0));
    }
    m_extent = currentIndex();
    placeEditor();
    viewport()->update();
}

void TableView::setSpans()
{
    clearSpans();
    for (int row = 0; row < m_model.rows(); ++row) {
        const int first = m_model.firstLine(row);
        const int count = m_model.lines().at(first).count;
        if (count == 1)
            continue;
        for (int column = 0; column < m_model.columnCount(); ++column) {
            if (!m_model.column(column).repeating)
                setSpan(first, column, count, 1);
        }
    }
}

void TableView::placeEditor()
{
    const QModelIndex inHand = cell();
    if (!inHand.isValid()) {
        m_editor->setGeometry(0, 0, 0, 0);
        return;
    }
    const QRect rect = visualRect(inHand);
    m_editor->setGeometry(rect.adjusted(CellEditor::ring, CellEditor::ring, -CellEditor::ring - CellTypesetter::rule,
        -CellEditor::ring - CellTypesetter::rule));
    // The mark of its comments stays in sight, and to be pressed, while the cell is edited.
    const QRect mark = commentMark(rect, m_model.comments(inHand)).translated(-m_editor->pos());
    if (mark.isEmpty())
        m_editor->clearMask();
    else
        m_editor->setMask(QRegion(m_editor->rect()) - mark);
    viewport()->update(rect);
}

} // namespace zhibao
