// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/preview/pageview.h"

#include "document/caret.h"
#include "document/paint.h"
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
    const double width = widest().width();
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

QSizeF PageView::widest() const
{
    QSizeF widest;
    for (const Page &page : m_layout.pages().pages)
        widest = widest.expandedTo(page.size);
    return widest;
}

QRectF PageView::pageBox(int page) const
{
    const double factor = scale();
    const QSizeF size = m_layout.pages().pages.at(page).size * factor;
    const double contentWidth = std::max<double>(widest().width() * factor + 2 * gap, viewport()->width());
    return {QPointF((contentWidth - size.width()) / 2 - horizontalScrollBar()->value(),
                m_tops.at(page) * factor + gap * (page + 1) - verticalScrollBar()->value()),
        size};
}

void PageView::pagesChanged()
{
    m_tops.clear();
    double top = 0;
    for (const Page &page : m_layout.pages().pages) {
        m_tops.append(top);
        top += page.size.height();
    }
    updateRange();
    showMark();
    viewport()->update();
    Q_EMIT viewChanged();
}

void PageView::updateRange()
{
    const QList<Page> &pages = m_layout.pages().pages;
    const double gaps = gap * (static_cast<int>(pages.size()) + 1);
    const double height = pages.isEmpty() ? 0 : (m_tops.last() + pages.last().size.height()) * scale() + gaps;
    const double width = m_zoom > 0 ? widest().width() * scale() + 2 * gap : 0;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(width)) - viewport()->width()));
}

int PageView::page() const
{
    const double middle = viewport()->height() / 2.0;
    for (int page = 0; page < m_tops.size(); ++page) {
        if (pageBox(page).bottom() + gap >= middle)
            return page;
    }
    return std::max(0, static_cast<int>(m_tops.size()) - 1);
}

void PageView::showPage(int page)
{
    if (page < 0 || page >= m_tops.size())
        return;
    verticalScrollBar()->setValue(static_cast<int>(m_tops.at(page) * scale()) + gap * page);
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
    const std::optional<CaretBox> caret = boxOf(m_layout.pages(), m_place, m_offset);
    if (!caret)
        return;
    const QRectF box(pageBox(caret->page).topLeft() + caret->box.topLeft() * scale(), caret->box.size() * scale());
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
    for (int at = 0; at < m_tops.size(); ++at) {
        const QRectF box = pageBox(at);
        if (!box.intersects(event->rect()))
            continue;
        const Page &page = m_layout.pages().pages.at(at);
        painter.fillRect(box, Qt::white);
        painter.setPen(QPen(theme::gridLine(palette()), 1));
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.save();
        painter.setClipRect(box);
        painter.translate(box.topLeft());
        painter.scale(scale(), scale());
        paintMark(painter, at);
        zhibao::paint(painter, page, m_layout.fonts());
        painter.restore();
    }
}

void PageView::paintMark(QPainter &painter, int page) const
{
    if (m_place.form.isEmpty())
        return;
    QColor color = palette().color(QPalette::Highlight);
    color.setAlphaF(0.14F);
    for (const Line &line : m_layout.pages().pages.at(page).lines) {
        if (line.offset >= 0 && line.place == m_place)
            painter.fillRect(line.box, color);
    }
    const std::optional<CaretBox> caret = boxOf(m_layout.pages(), m_place, m_offset);
    if (!caret || caret->page != page)
        return;
    color.setAlphaF(1.0F);
    painter.fillRect(QRectF(caret->box.topLeft(), QSizeF(1.0, caret->box.height())), color);
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
        showPage(static_cast<int>(m_tops.size()) - 1);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    for (int at = 0; at < m_tops.size(); ++at) {
        const QRectF box = pageBox(at);
        if (!box.contains(event->position()))
            continue;
        const QPointF point = (event->position() - box.topLeft()) / scale();
        if (const std::optional<TextPosition> found = hit(m_layout.pages().pages.at(at), point))
            Q_EMIT placeClicked(found->place, found->offset);
        return;
    }
}

} // namespace zhibao
