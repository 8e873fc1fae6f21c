// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What keys, mouse and input method do to the table's view.
#include "core/report/columnvalue.h"
#include "core/text/dates.h"
#include "ui/parts/calendarpopup.h"
#include "ui/table/celldelegate.h"
#include "ui/table/celleditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"
#include "workspace/report/openreport.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace zhibao {

namespace {

bool isTyping(const QKeyEvent &event)
{
    const bool isCommand = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isCommand && !event.text().isEmpty() && event.text().front().isPrint();
}

bool isArrow(Qt::Key key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (isPlain && takeTypedKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        const bool isBack = event->key() == Qt::Key_Backtab || (event->modifiers() & Qt::ShiftModifier);
        if (event->modifiers() & Qt::ControlModifier)
            QTableView::focusNextPrevChild(!isBack);
        else
            step(isBack ? -1 : 1);
        return;
    }
    case Qt::Key_Escape:
        if (!m_editor->isEditing())
            break;
        m_editor->cancel();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isPlain || m_editor->isEditing())
            break;
        editCell();
        return;
    case Qt::Key_Backspace:
        if (!isPlain || m_editor->isEditing())
            break;
        typeInto(event);
        return;
    default:
        if (moveByKey(*event))
            return;
        if (isTyping(*event)) {
            typeInto(event);
            return;
        }
    }
    event->ignore();
}

void TableView::inputMethodEvent(QInputMethodEvent *event)
{
    typeInto(event);
}

QVariant TableView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    return m_editor->inputMethodQuery(query);
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    m_editor->setFocus(Qt::MouseFocusReason);
    const QModelIndex index = indexAt(event->position().toPoint());
    m_clickedInHand = false;
    if (!index.isValid())
        return;
    if (event->button() == Qt::RightButton) {
        if (!selectionModel()->isSelected(index))
            takeCell(index);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ShiftModifier) {
        selectBlock(cell(), index);
        return;
    }
    if (hitsComments(index, event->position().toPoint())) {
        takeCell(index);
        Q_EMIT commentsRequested();
        return;
    }
    const CellBlock selected = block();
    const CellBlock alone = blockOver(m_model, cell(), cell());
    const bool isAlone = selected.top == alone.top && selected.bottom == alone.bottom && selected.left == alone.left
        && selected.right == alone.right;
    m_clickedInHand = m_model.merged(index) == cell() && isAlone;
    if (m_clickedInHand)
        return;
    // What was clicked is in sight: nothing moves beneath the mouse.
    selectBlock(m_model.merged(index), m_model.merged(index));
    placeEditor();
}

bool TableView::hitsComments(const QModelIndex &index, const QPoint &position) const
{
    const QModelIndex merged = m_model.merged(index);
    return !m_model.column(merged.column()).serial
        && commentMark(visualRect(merged), m_model.comments(merged)).contains(position);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPoint position = event->position().toPoint();
    const QRect inSight = viewport()->rect();
    const QModelIndex index = indexAt({std::clamp(position.x(), inSight.left(), inSight.right()),
        std::clamp(position.y(), inSight.top(), inSight.bottom())});
    if (!index.isValid() || index == m_extent)
        return;
    m_clickedInHand = false;
    selectBlock(cell(), index);
    scrollTo(index);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_clickedInHand, false))
        return;
    // A text at rest is shown from its start, and stays where it is while it is clicked.
    m_editor->setFocus();
    m_editor->begin();
    m_editor->verticalScrollBar()->setValue(0);
    const QPoint inText = m_editor->viewport()->mapFrom(viewport(), event->position().toPoint());
    m_editor->setTextCursor(m_editor->cursorForPosition(inText));
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || m_model.column(index.column()).serial)
        return;
    takeCell(index);
    Q_EMIT wideEditorRequested();
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const QRect rect = visualRect(cell());
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuRequested(isByKey ? viewport()->mapToGlobal(rect.center()) : event->globalPos());
}

// At the first cell Shift+Tab leaves the table; at the last one Tab asks for another row, as in Word.
void TableView::step(int by)
{
    const QModelIndex next = m_model.following(cell(), by);
    if (next.isValid())
        takeCell(next);
    else if (by > 0)
        Q_EMIT rowRequested();
    else
        QTableView::focusNextPrevChild(false);
}

bool TableView::moveByKey(const QKeyEvent &event)
{
    const bool isExtending = event.modifiers() & Qt::ShiftModifier;
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (m_editor->isEditing()) {
        const auto arrow = static_cast<Qt::Key>(event.key());
        if (!isArrow(arrow))
            return false;
        leaveText(arrow);
        return true;
    }
    const QModelIndex from = isExtending && m_extent.isValid() ? QModelIndex(m_extent) : cell();
    const QModelIndex to = target(event, from);
    if (to == from)
        return false;
    if (!to.isValid())
        return true; // a key that moves, at the edge
    if (isExtending) {
        selectBlock(cell(), to);
        scrollTo(to);
    } else {
        takeCell(to);
    }
    return true;
}

// The caret goes on in the neighbouring cell, where it would be met coming from this one.
void TableView::leaveText(Qt::Key arrow)
{
    const QModelIndex next = neighbour(m_model, cell(), arrow);
    if (!next.isValid())
        return;
    takeCell(next);
    editCell();
    m_editor->moveCursor(arrow == Qt::Key_Left || arrow == Qt::Key_Up ? QTextCursor::End : QTextCursor::Start);
}

// Where a key leads; the cell itself where it leads nowhere by nature, none where the table ends.
QModelIndex TableView::target(const QKeyEvent &event, const QModelIndex &from) const
{
    if (!from.isValid())
        return from;
    const bool isFar = event.modifiers() & Qt::ControlModifier;
    const int row = m_model.lines().at(from.row()).row;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return neighbour(m_model, from, static_cast<Qt::Key>(event.key()));
    case Qt::Key_Home:
        return m_model.rowCells(isFar ? 0 : row).first();
    case Qt::Key_End:
        return m_model.rowCells(isFar ? m_model.rows() - 1 : row).last();
    case Qt::Key_PageUp:
        return pageAway(from, -1);
    case Qt::Key_PageDown:
        return pageAway(from, 1);
    default:
        return from;
    }
}

QModelIndex TableView::pageAway(const QModelIndex &from, int direction) const
{
    const int y = rowViewportPosition(from.row()) + direction * viewport()->height();
    const int content = verticalHeader()->length() + rowViewportPosition(0) - 1;
    const int line = rowAt(std::clamp(y, rowViewportPosition(0), content));
    return m_model.merged(m_model.index(line, from.column()));
}

// One key says yes or no, and opens what there is to choose from, or the calendar. A text that stands in the cell and
// is nothing of the kind is never replaced: there a key types, as in any other cell.
bool TableView::takeTypedKey(const QKeyEvent &event)
{
    const QModelIndex index = cell();
    if (m_editor->isEditing() || !index.isValid() || !(m_editor->textInteractionFlags() & Qt::TextEditable))
        return false;
    const Column &column = m_model.column(index.column());
    const QString text = m_model.text(index);
    if (!isBlank(text) && valueFault(column, text) != ValueFault::None)
        return false;
    const bool isSpace = event.key() == Qt::Key_Space;
    if (column.type == ColumnType::Choice
        && (isSpace || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        offerChoices();
        return true;
    }
    if (column.type == ColumnType::Date && isSpace) {
        offerCalendar();
        return true;
    }
    if (column.type != ColumnType::YesNo || !(isSpace || event.key() == Qt::Key_Y || event.key() == Qt::Key_N))
        return false;
    const bool isYes = isSpace ? printedValue(column, text) != yesText : event.key() == Qt::Key_Y;
    setCell(isYes ? yesText : noText);
    return true;
}

void TableView::setCell(const QString &text)
{
    m_open.endBurst();
    m_model.setData(cell(), text, Qt::EditRole);
    m_open.endBurst();
}

// Beneath the cell; the arrows, the choice's number and Enter choose, Esc leaves the cell as it is.
void TableView::offerChoices()
{
    constexpr int keyed = 9;
    const Column &column = m_model.column(cell().column());
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("choices"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString present = printedValue(column, m_model.text(cell()));
    for (int i = 0; i < column.choices.size(); ++i) {
        const QString &choice = column.choices.at(i);
        const QString shown = QString(choice).replace(u'&', QStringLiteral("&&"));
        QAction *const action = menu->addAction(i < keyed ? tr("&%1　%2").arg(QString::number(i + 1), shown) : shown);
        connect(action, &QAction::triggered, this, [this, choice] { setCell(choice); });
        if (choice == present || i == 0)
            menu->setActiveAction(action);
    }
    menu->popup(viewport()->mapToGlobal(visualRect(cell()).bottomLeft()));
}

// At the date that stands in the cell, else at today's.
void TableView::offerCalendar()
{
    const QDate there = parseDate(m_model.text(cell()));
    openCalendar(*viewport(), visualRect(cell()), there.isValid() ? there : m_open.office().clock()().date(),
        [this](QDate date) { setCell(date.toString(Qt::ISODate)); });
}

// Typing on a cell goes on at its text's end and never takes its place.
void TableView::typeInto(QEvent *event)
{
    if (!cell().isValid() || !(m_editor->textInteractionFlags() & Qt::TextEditable)) {
        event->ignore();
        return;
    }
    editCell();
    QCoreApplication::sendEvent(m_editor, event);
}

} // namespace zhibao
