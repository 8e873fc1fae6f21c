// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/caret.h"

#include <QAbstractScrollArea>

namespace zhibao {

class PageLayout;
struct Page;

// Shows the laid-out pages one below the other, as paper. Only what is visible is painted.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(PageLayout &layout, QWidget *parent = nullptr);

    // 1.0 is the paper's own size; 0 fits the page's width into the view.
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }
    double shownZoom() const; // what 0 comes to
    void zoomBy(int steps);

    int page() const; // the one in the middle of the view, from 0
    void showPage(int page);
    // Marks the place whose caret moved, and brings it into view.
    void mark(const Place &place, int offset);

Q_SIGNALS:
    void viewChanged(); // page or zoom
    void placeClicked(const zhibao::Place &place, int offset);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void pagesChanged();
    void updateRange();
    double scale() const; // pixels a point
    int pageAt(double y) const;
    QRectF pageBox(int page) const; // in pixels of the viewport
    void paintMark(QPainter &painter, const Page &page, int number) const;
    void showMark();

    PageLayout &m_layout;
    double m_zoom = 0;
    Place m_place;
    int m_offset = 0;
    std::optional<CaretBox> m_caret; // there
};

} // namespace zhibao
