// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/preview/pageview.h"

#include "document/layout/paint.h"
#include "ui/preview/pagelayout.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace zhibao {

namespace {

constexpr double smallestZoom = 0.25;
constexpr double largestZoom = 4.0;
constexpr double zoomStep = 1.1;
constexpr int gap = theme::space3; // round and between the pages, pixels

} // namespace

PageView::PageView(PageLayout &layout, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_layout(layout)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("预览"));
    setAccessibleDescription(tr("打印和导出的样子；用 Page Up 和 Page Down 翻页"));
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(theme::space4);
    // A standing bar: fitting the width would otherwise change it, and that the bar, and that the width.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(&layout, &PageLayout::laidOut, this, &PageView::pagesChanged);
}

void PageView::setZoom(double zoom)
{
    const int before = page();
    m_zoom = zoom <= 0 ? 0 : std::clamp(zoom, smallestZoom, largestZoom);
    updateRange();
    showPage(before);
    viewport()->update();
    Q_EMIT viewChanged();
}

double PageView::shownZoom() const
{
    if (m_zoom > 0)
        return m_zoom;
    const double width = m_layout.pages().size().width();
    if (width <= 0)
        return 1.0;
    const double room = viewport()->width() - 2 * gap;
    return std::clamp(room / (width * logicalDpiX() / 72.0), smallestZoom, largestZoom);
}

void PageView::zoomBy(int steps)
{
    setZoom(shownZoom() * std::pow(zoomStep, steps));
}

double PageView::scale() const
{
    return shownZoom() * logicalDpiX() / 72.0;
}

QRectF PageView::pageBox(int page) const
{
    const double factor = scale();
    const QSizeF size = m_layout.pages().size() * factor;
    const double contentWidth = std::max<double>(size.width() + 2 * gap, viewport()->width());
    return {QPointF((contentWidth - size.width()) / 2 - horizontalScrollBar()->value(),
                page * size.height() + gap * (page + 1) - verticalScrollBar()->value()),
        size};
}

void PageView::pagesChanged()
{
    updateRange();
    showMark();
    viewport()->update();
    Q_EMIT viewChanged();
}

void PageView::updateRange()
{
    const int pages = m_layout.pages().count();
    const QSizeF size = m_layout.pages().size() * scale();
    const double height = pages * size.height() + gap * (pages + 1);
    const double width = m_zoom > 0 ? size.width() + 2 * gap : 0;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(width)) - viewport()->width()));
}

// The first whose gap below reaches so far down the viewport.
int PageView::pageAt(double y) const
{
    const double step = m_layout.pages().size().height() * scale() + gap;
    const int page = static_cast<int>(std::ceil((y + verticalScrollBar()->value() - gap) / std::max(step, 1.0))) - 1;
    return std::clamp(page, 0, std::max(0, m_layout.pages().count() - 1));
}

int PageView::page() const
{
    return pageAt(viewport()->height() / 2.0);
}

void PageView::showPage(int page)
{
    if (page < 0 || page >= m_layout.pages().count())
        return;
    verticalScrollBar()->setValue(static_cast<int>(page * m_layout.pages().size().height() * scale()) + gap * page);
}

void PageView::mark(const Place &place, int offset)
{
    if (place == m_place && offset == m_offset)
        return;
    m_place = place;
    m_offset = offset;
    showMark();
    viewport()->update();
}

void PageView::showMark()
{
    m_caret = m_layout.pages().boxOf(m_place, m_offset);
    if (!m_caret)
        return;
    const QRectF box(
        pageBox(m_caret->page).topLeft() + m_caret->box.topLeft() * scale(), m_caret->box.size() * scale());
    QScrollBar *down = verticalScrollBar();
    if (box.top() < gap)
        down->setValue(down->value() + static_cast<int>(box.top()) - viewport()->height() / 4);
    else if (box.bottom() > viewport()->height() - gap)
        down->setValue(down->value() + static_cast<int>(box.bottom()) - viewport()->height() * 3 / 4);
    QScrollBar *across = horizontalScrollBar();
    if (box.left() < 0 || box.right() > viewport()->width())
        across->setValue(across->value() + static_cast<int>(box.left()) - viewport()->width() / 2);
}

// Paper is white and its writing black, whatever the palette: it shows what comes out of the printer.
void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    const int pages = m_layout.pages().count();
    for (int at = pageAt(event->rect().top()); at < pages && pageBox(at).top() <= event->rect().bottom(); ++at) {
        const QRectF box = pageBox(at);
        const Page page = m_layout.pages().page(at);
        painter.fillRect(box, Qt::white);
        painter.setPen(QPen(theme::gridLine(palette()), 1));
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.save();
        painter.setClipRect(box);
        painter.translate(box.topLeft());
        painter.scale(scale(), scale());
        paintMark(painter, page, at);
        zhibao::paint(painter, page, m_layout.fonts());
        painter.restore();
    }
}

void PageView::paintMark(QPainter &painter, const Page &page, int number) const
{
    if (m_place.form.isEmpty())
        return;
    QColor color = palette().color(QPalette::Highlight);
    color.setAlphaF(0.14F);
    for (const Line &line : page.lines) {
        if (line.offset >= 0 && line.place == m_place)
            painter.fillRect(line.box, color);
    }
    if (!m_caret || m_caret->page != number)
        return;
    color.setAlphaF(1.0F);
    painter.fillRect(QRectF(m_caret->box.topLeft(), QSizeF(1.0, m_caret->box.height())), color);
}

void PageView::resizeEvent(QResizeEvent *)
{
    const int before = page();
    updateRange();
    if (m_zoom == 0)
        showPage(before);
    Q_EMIT viewChanged();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT viewChanged();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        showPage(page() - 1);
        break;
    case Qt::Key_PageDown:
        showPage(page() + 1);
        break;
    case Qt::Key_Home:
        showPage(0);
        break;
    case Qt::Key_End:
        showPage(m_layout.pages().count() - 1);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int at = pageAt(event->position().y());
    const QRectF box = pageBox(at);
    if (at >= m_layout.pages().count() || !box.contains(event->position()))
        return;
    const QPointF point = (event->position() - box.topLeft()) / scale();
    if (const std::optional<TextPosition> found = hit(m_layout.pages().page(at), point))
        Q_EMIT placeClicked(found->place, found->offset);
}

} // namespace zhibao
