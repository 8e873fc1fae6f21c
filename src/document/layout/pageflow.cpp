// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/pageflow.h"

#include "document/layout/picturelayout.h"
#include "document/layout/textlayout.h"

#include <utility>

namespace zhibao {

PageFlow::PageFlow(Orientation orientation)
    : m_style(pageStyle(orientation))
{
    newPage();
}

void PageFlow::handOver()
{
    if (!m_taker)
        return;
    Page whole = std::move(m_pages.pages.last());
    m_pages.pages.last() = Page();
    m_pages.pages.last().size = whole.size;
    m_taker(std::move(whole));
}

void PageFlow::newPage()
{
    if (!m_pages.pages.isEmpty())
        handOver();
    Page page;
    page.size = QSizeF(m_style.width, m_style.height) / twipsPerPoint;
    m_pages.pages.append(page);
    m_position = 0;
}

void PageFlow::addLine(Line line, int x, int y)
{
    moveLine(line, m_style.left + x, m_style.top + y);
    Page &page = m_pages.pages.last();
    if (!line.rules.isEmpty())
        page.rules.append(std::exchange(line.rules, {}));
    for (PlacedPicture &picture : std::exchange(line.pictures, {}))
        page.pictures.append({withinPage(picture.box, page.size), picture.image});
    page.lines.append(std::move(line));
}

void PageFlow::addRule(int x1, int y1, int x2, int y2)
{
    m_pages.pages.last().rules.append({QLineF(point(x1, y1), point(x2, y2)), tableRuleWidth / twipsPerPoint});
}

void PageFlow::addCell(int x1, int y1, int x2, int y2, qsizetype firstLine)
{
    m_pages.pages.last().cells.append({QRectF(point(x1, y1), point(x2, y2)), firstLine, lineCount() - firstLine});
}

void PageFlow::addBookmark(const QString &text, int level)
{
    const int page = static_cast<int>(m_pages.pages.size()) - 1;
    m_pages.bookmarks.append({text, level, page, point(0, m_position).y()});
}

QPointF PageFlow::point(int x, int y) const
{
    return QPointF(m_style.left + x, m_style.top + y) / twipsPerPoint;
}

} // namespace zhibao
