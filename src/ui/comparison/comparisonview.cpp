// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparison/comparisonview.h"

#include "ui/comparison/differencedelegate.h"
#include "ui/comparison/differencelist.h"
#include "ui/parts/celltypesetter.h"

#include <QKeyEvent>
#include <QMap>
#include <QScrollBar>

#include <algorithm>

namespace zhibao {

namespace {

constexpr int laidAtOnce = 50; // differences; the rest follows while the first can be read

} // namespace

ComparisonView::ComparisonView(QWidget *parent)
    : QListView(parent)
    , m_list(new DifferenceList(this))
    , m_delegate(new DifferenceDelegate(this))
{
    setItemDelegate(m_delegate);
    setModel(m_list);
    setResizeMode(Adjust);
    setBatchSize(laidAtOnce);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ComparisonView::setDifferences(const QList<Difference> &differences, const Report &after, const Notice &notice)
{
    m_delegate->forget();
    setLayoutMode(Batched);
    m_list->setDifferences(differences, after, notice);
    setCurrentIndex(m_list->index(0));
    Q_EMIT stepped();
}

int ComparisonView::count() const
{
    return m_list->rowCount();
}

const Difference *ComparisonView::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? &m_list->difference(index.row()) : nullptr;
}

void ComparisonView::step(int by)
{
    if (count() > 0)
        setCurrentIndex(m_list->index((currentIndex().row() + by + count()) % count()));
}

// One that is taller than the view is shown from its beginning, and left alone where some of it is in sight.
void ComparisonView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (layoutMode() == Batched && visualRect(index).isEmpty()) { // not laid out yet, and there is no waiting for it
        setLayoutMode(SinglePass);
        doItemsLayout();
    }
    const QRect rect = visualRect(index);
    const bool tall = rect.height() > viewport()->height();
    if (tall && hint == EnsureVisible && rect.intersects(viewport()->rect()) && rect.top() <= 0)
        return;
    QListView::scrollTo(index, tall ? PositionAtTop : hint);
}

// Qt's own steps are as long as the item in hand is high, and pass over lower ones.
void ComparisonView::keyPressEvent(QKeyEvent *event)
{
    const int line = 2 * lineHeightOf(font());
    const int page = std::max(line, viewport()->height() - line);
    const QMap<int, int> steps{
        {Qt::Key_Down, line}, {Qt::Key_Up, -line}, {Qt::Key_PageDown, page}, {Qt::Key_PageUp, -page}};
    const int by = event->modifiers() == Qt::NoModifier ? steps.value(event->key()) : 0;
    if (by == 0 || count() == 0)
        QListView::keyPressEvent(event);
    else if (std::abs(by) == line && !scrollsWithin(by))
        go(currentIndex().row() + (by > 0 ? 1 : -1));
    else if (std::abs(by) == page && !scrollsWithin(by))
        goByPage(by);
}

// Through the difference in hand, where it goes on beyond the edge.
bool ComparisonView::scrollsWithin(int by)
{
    const QRect rect = visualRect(currentIndex());
    const int left = by > 0 ? std::max(0, rect.bottom() - viewport()->rect().bottom()) : std::min(0, rect.top());
    if (left == 0)
        return false;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (by > 0 ? std::min(left, by) : std::max(left, by)));
    return true;
}

void ComparisonView::go(int row)
{
    setCurrentIndex(m_list->index(std::clamp(row, 0, count() - 1)));
}

void ComparisonView::goByPage(int by)
{
    const int before = currentIndex().row();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
    const int top = indexAt(QPoint(1, 1)).row();
    const bool further = by > 0 ? top > before : top >= 0 && top < before;
    go(further ? top : before + (by > 0 ? 1 : -1));
}

void ComparisonView::changeEvent(QEvent *event)
{
    m_delegate->forget();
    QListView::changeEvent(event);
}

void ComparisonView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT stepped();
}

} // namespace zhibao
