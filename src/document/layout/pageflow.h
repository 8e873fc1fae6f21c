// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"
#include "document/style.h"

#include <functional>
#include <utility>

namespace zhibao {

// Pages in the making, filled from top to bottom. Positions are twips from the type area's top left corner.
class PageFlow {
public:
    explicit PageFlow(Orientation orientation);

    int position() const { return m_position; }
    int width() const { return m_style.areaWidth(); }
    int height() const { return m_style.areaHeight(); }
    int room() const { return height() - m_position; }
    bool fits(int length) const { return length <= room(); }
    bool atTop() const { return m_position == 0; }
    void advance(int length) { m_position += length; }
    void newPage();

    // Each page goes to `taker` when the next begins, the last by handOver(); its size stays.
    void handTo(std::function<void(Page)> taker) { m_taker = std::move(taker); }
    void handOver();

    // The index that the next line of this page will have.
    qsizetype lineCount() const { return m_pages.pages.constLast().lines.size(); }
    void addLine(Line line, int x, int y);
    void addRule(int x1, int y1, int x2, int y2);
    void addCell(int x1, int y1, int x2, int y2, qsizetype firstLine);
    void addBookmark(const QString &text, int level);

    Pages &pages() { return m_pages; }

private:
    QPointF point(int x, int y) const;

    PageStyle m_style;
    Pages m_pages;
    int m_position = 0;
    std::function<void(Page)> m_taker; // null: the pages stay here
};

} // namespace zhibao
