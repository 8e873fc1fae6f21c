// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/celleditor.h"

#include "ui/parts/celltypesetter.h"
#include "workspace/report/openreport.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLinearGradient>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

namespace zhibao {

namespace {

constexpr int shade = 8; // pixels

} // namespace

CellEditor::CellEditor(OpenReport &open, QWidget *parent)
    : PlaceEdit(open, parent)
{
    setObjectName(QStringLiteral("cellEditor"));
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Base);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(CellTypesetter::sideMargin - ring, CellTypesetter::topMargin - ring,
        CellTypesetter::sideMargin - ring, CellTypesetter::topMargin - ring);
    showState();
}

void CellEditor::setCell(const Place &place)
{
    rest();
    setPlace(place);
}

void CellEditor::begin()
{
    if (m_editing)
        return;
    m_editing = true;
    remember();
    m_began.start();
    showState();
    Q_EMIT editingChanged();
}

void CellEditor::keepShown()
{
    m_keptShown = true;
}

void CellEditor::rest()
{
    m_keptShown = false;
    if (!m_editing)
        return;
    m_editing = false;
    open().endBurst();
    moveCursor(QTextCursor::End);
    showState();
    Q_EMIT editingChanged();
}

void CellEditor::cancel()
{
    if (giveUp())
        rest();
}

bool CellEditor::isAtEdge(Qt::Key arrow) const
{
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return false;
    switch (arrow) {
    case Qt::Key_Left:
        return cursor.atStart();
    case Qt::Key_Right:
        return cursor.atEnd();
    case Qt::Key_Up:
    case Qt::Key_Down: {
        QTextCursor moved = cursor;
        return !moved.movePosition(arrow == Qt::Key_Up ? QTextCursor::Up : QTextCursor::Down);
    }
    default:
        return false;
    }
}

// At rest every key is the table's. While editing, Tab and Esc and an arrow at the text's edge are.
bool CellEditor::takesKey(const QKeyEvent &event) const
{
    if (!m_editing)
        return false;
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
        return false;
    case Qt::Key_Delete:
        return !(event.modifiers() & Qt::ControlModifier) && PlaceEdit::takesKey(event);
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event.modifiers() == Qt::NoModifier && isAtEdge(static_cast<Qt::Key>(event.key())))
            return false;
        return PlaceEdit::takesKey(event);
    default:
        return PlaceEdit::takesKey(event);
    }
}

void CellEditor::inputMethodEvent(QInputMethodEvent *event)
{
    const bool isText = !event->preeditString().isEmpty() || !event->commitString().isEmpty();
    const bool canEdit = (textInteractionFlags() & Qt::TextEditable) && !place().field.isEmpty();
    if (isText && !canEdit)
        return;
    if (isText)
        begin();
    PlaceEdit::inputMethodEvent(event);
}

void CellEditor::paintEvent(QPaintEvent *event)
{
    if (!m_editing)
        return;
    PlaceEdit::paintEvent(event);
    // No scroll bar, so that lines break where they do at rest: a shade tells where the text goes on.
    const QScrollBar *bar = verticalScrollBar();
    const QRect area = viewport()->rect();
    if (bar->value() > bar->minimum())
        paintShade({area.left(), area.top(), area.width(), shade}, area.top());
    if (bar->value() < bar->maximum())
        paintShade({area.left(), area.bottom() + 1 - shade, area.width(), shade}, area.bottom());
}

// Darkest at the edge, which is the `y` of one.
void CellEditor::paintShade(const QRect &strip, int y)
{
    QColor dark = palette().color(QPalette::Text);
    dark.setAlphaF(0.3F);
    QColor clear = dark;
    clear.setAlpha(0);
    QLinearGradient gradient(0, y, 0, y == strip.top() ? strip.bottom() : strip.top());
    gradient.setColorAt(0, dark);
    gradient.setColorAt(1, clear);
    QPainter(viewport()).fillRect(strip, gradient);
}

// The first click of a double click on the cell in hand has just begun the editing.
void CellEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_began.elapsed() < QApplication::doubleClickInterval())
        Q_EMIT wideEditorRequested();
    else
        PlaceEdit::mouseDoubleClickEvent(event);
}

// The table's menu, not the text editor's: it acts on the text as well.
void CellEditor::contextMenuEvent(QContextMenuEvent *event)
{
    event->ignore();
}

void CellEditor::focusInEvent(QFocusEvent *event)
{
    m_keptShown = false;
    PlaceEdit::focusInEvent(event);
}

void CellEditor::focusOutEvent(QFocusEvent *event)
{
    PlaceEdit::focusOutEvent(event);
    if (m_keptShown)
        return;
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && reason != Qt::MenuBarFocusReason)
        rest();
}

bool CellEditor::focusNextPrevChild(bool)
{
    return false; // Tab goes from cell to cell
}

void CellEditor::showState()
{
    setAttribute(Qt::WA_TransparentForMouseEvents, !m_editing);
    viewport()->setAttribute(Qt::WA_TransparentForMouseEvents, !m_editing);
    viewport()->setAutoFillBackground(m_editing);
    setAutoFillBackground(m_editing);
    setCursorWidth(m_editing ? 1 : 0);
    viewport()->setCursor(m_editing ? Qt::IBeamCursor : Qt::ArrowCursor);
    update();
    viewport()->update();
}

} // namespace zhibao
