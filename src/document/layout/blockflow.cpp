// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/blockflow.h"

#include "document/layout/textlayout.h"

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

// So many lines of a paragraph that keeps with its next stand on the page of that.
constexpr qsizetype leastKeptLines = 2;

QString wholeText(const Paragraph &paragraph)
{
    QString text;
    for (const Span &span : paragraph.spans)
        text += span.text;
    return text;
}

bool mayPart(const Paragraph &paragraph, qsizetype lines)
{
    return !paragraph.keepLines && lines > leastKeptLines;
}

} // namespace

BlockFlow::BlockFlow(const Document &document, Fonts &fonts)
    : m_document(document)
    , m_fonts(fonts)
    , m_flow(document.orientation)
{
}

void BlockFlow::placeParagraph(qsizetype index)
{
    const auto &paragraph = std::get<Paragraph>(m_document.blocks[index]);
    const int pitch = paragraphStyle(paragraph).pitch;
    QList<Line> lines = linesOf(index);
    const qsizetype keptFrom = mayPart(paragraph, lines.size()) ? lines.size() - leastKeptLines : 0;
    const int kept = keptHeight(index, lines.size() - keptFrom);
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const bool full = !m_flow.fits(pitch);
        const bool moves = number == keptFrom && !full && !m_flow.atTop() && !m_flow.fits(kept);
        if (number == keptFrom && keptFrom > 0 && paragraph.keepWithNext && !moves)
            m_flow.pages().keptWithoutMove.append(index);
        if (!m_flow.atTop() && (full || moves))
            m_flow.newPage();
        if (number == 0 && paragraph.outlineLevel > 0)
            m_flow.addBookmark(wholeText(paragraph), paragraph.outlineLevel);
        m_flow.addLine(std::move(lines[number]), 0, m_flow.position() - static_cast<int>(number) * pitch);
        m_flow.advance(pitch);
    }
}

// The height of what must stand on one page: the last `lines` of the paragraph and, where it keeps with its next,
// all that follows up to the first line that need not. 0 if no page holds that: it is broken like any other text;
// 0 as well of what an earlier paragraph keeps with itself.
int BlockFlow::keptHeight(qsizetype index, qsizetype lines)
{
    if (index < m_keptUntil)
        return 0;
    int height = 0;
    qsizetype next = index;
    for (; next < m_document.blocks.size(); ++next) {
        const auto *paragraph = std::get_if<Paragraph>(&m_document.blocks[next]);
        if (!paragraph || !paragraph->keepWithNext)
            break;
        const qsizetype count = next == index ? lines : linesOf(next).size();
        if (next > index && mayPart(*paragraph, count))
            break;
        height += static_cast<int>(count) * paragraphStyle(*paragraph).pitch;
    }
    m_keptUntil = std::max(index + 1, next);
    if (next == index)
        return 0;
    height += firstLineOf(next);
    return height <= m_flow.height() ? height : 0;
}

int BlockFlow::firstLineOf(qsizetype index) const
{
    const auto *paragraph
        = index < m_document.blocks.size() ? std::get_if<Paragraph>(&m_document.blocks[index]) : nullptr;
    return paragraph ? paragraphStyle(*paragraph).pitch : 0;
}

QList<Line> BlockFlow::linesOf(qsizetype index) const
{
    return layOutParagraph(std::get<Paragraph>(m_document.blocks[index]), m_flow.width(), m_fonts);
}

void BlockFlow::finish(Page &page, int number)
{
    numberPage(page, number);
    if (!m_document.marginMark.isEmpty())
        markMargin(page);
}

// GB/T 9704-2012 7.5: — 1 — below the type area, odd pages right, even pages left.
void BlockFlow::numberPage(Page &page, int number)
{
    const PageStyle style = pageStyle(m_document.orientation);
    const RoleStyle role = roleStyle(Role::PageNumber);
    const double baseline = style.height - style.bottom + pageNumberDistance + pageNumberDashHeight * role.size;
    Paragraph paragraph;
    paragraph.role = Role::PageNumber;
    paragraph.spans = {{QStringLiteral("— %1 —").arg(number), Role::PageNumber}};
    Line line = layOutParagraph(paragraph, m_flow.width(), m_fonts).constFirst();
    const double across = number % 2 == 1 ? style.left : style.left + role.startIndent - line.box.left() * 20;
    const double down = baseline - line.runs.constFirst().origin.y() * 20;
    moveLine(line, static_cast<int>(std::lround(across)), static_cast<int>(std::lround(down)));
    page.lines.append(line);
}

// In the margin above the type area.
void BlockFlow::markMargin(Page &page)
{
    const PageStyle style = pageStyle(m_document.orientation);
    Paragraph paragraph;
    paragraph.role = Role::MarginMark;
    paragraph.spans = {{m_document.marginMark, Role::MarginMark}};
    Line line = layOutParagraph(paragraph, m_flow.width(), m_fonts).constFirst();
    moveLine(line, style.left, headerDistance(style));
    page.lines.append(line);
}

} // namespace zhibao
