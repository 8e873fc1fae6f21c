// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/table/rowdrag.h"

#include "ui/parts/mayedit.h"
#include "ui/table/celleditor.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableview.h"
#include "ui/theme.h"
#include "workspace/report/openreport.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int lineWidth = 3;

} // namespace

RowDrag::RowDrag(OpenReport &open, TableView &view, const TableModel &model)
    : QObject(&view)
    , m_open(open)
    , m_view(view)
    , m_model(model)
    , m_line(new QWidget(view.viewport()))
{
    m_line->hide();
    m_line->setAutoFillBackground(true);
    m_line->setAttribute(Qt::WA_TransparentForMouseEvents);
    view.viewport()->installEventFilter(this);
    view.viewport()->setMouseTracking(true);
}

bool RowDrag::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton
            && press(mouse->position().toPoint(), mouse->modifiers() & Qt::ShiftModifier);
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QPoint position = mouse->position().toPoint();
        const QModelIndex index = m_view.indexAt(position);
        const bool isHandle = index.isValid() && m_model.column(index.column()).serial;
        m_view.viewport()->setCursor(m_row >= 0 ? Qt::ClosedHandCursor
                : isHandle                      ? Qt::OpenHandCursor
                                                : Qt::ArrowCursor);
        if (m_row < 0)
            return false;
        move(position);
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (m_row < 0)
            return false;
        drop();
        return true;
    default:
        return false;
    }
}

bool RowDrag::press(const QPoint &position, bool extends)
{
    const QModelIndex index = m_view.indexAt(position);
    if (!index.isValid() || !m_model.column(index.column()).serial)
        return false;
    m_view.editor().setFocus(Qt::MouseFocusReason);
    const int row = m_model.lines().at(index.row()).row;
    const int inHand = m_model.place(m_view.cell()).row;
    m_view.selectRows(extends && inHand >= 0 ? inHand : row, row);
    if (!extends && mayEdit(m_open)) {
        m_row = row;
        m_pressedAt = position.y();
    }
    return true;
}

void RowDrag::move(const QPoint &position)
{
    if (m_line->isHidden() && std::abs(position.y() - m_pressedAt) < QApplication::startDragDistance())
        return;
    const int row = rowAt(position);
    const int first = m_model.firstLine(row);
    const int last = first + m_model.lines().at(first).count - 1;
    const int top = m_view.rowViewportPosition(first);
    const int bottom = m_view.rowViewportPosition(last) + m_view.rowHeight(last);
    const bool isLowerHalf = position.y() > (top + bottom) / 2;
    m_before = row + (isLowerHalf ? 1 : 0);
    QPalette palette = m_view.palette();
    palette.setColor(QPalette::Window, theme::accent(palette));
    m_line->setPalette(palette);
    m_line->setGeometry(0, (isLowerHalf ? bottom : top) - lineWidth / 2 - 1, m_view.viewport()->width(), lineWidth);
    m_line->show();
    m_line->raise();
    m_view.scrollTo(m_model.index(isLowerHalf ? last : first, 0));
}

void RowDrag::drop()
{
    const int from = m_row;
    const int to = m_before > from ? m_before - 1 : m_before; // its place once it is taken out
    const bool isMoved = !m_line->isHidden() && to != from;
    stop();
    if (!isMoved)
        return;
    const Place place = m_model.place(m_view.cell());
    if (!m_open.moveRow(m_model.form().id, from, to))
        return; // refused: the table shows what is
    m_view.followPlace(Place{place.form, place.field, to, place.entry, -1}, -1);
}

void RowDrag::stop()
{
    m_line->hide();
    m_row = -1;
    m_before = -1;
    m_view.viewport()->unsetCursor();
}

int RowDrag::rowAt(const QPoint &position) const
{
    const int line = m_view.rowAt(std::clamp(position.y(), 0, m_view.viewport()->height() - 1));
    if (line >= 0)
        return m_model.lines().at(line).row;
    return m_model.rows() - 1;
}

} // namespace zhibao
