// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/paginate.h"

#include "document/pageflow.h"
#include "document/tableflow.h"
#include "document/textlayout.h"

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

class Paginator {
public:
    Paginator(const Document &document, Fonts &fonts)
        : m_document(document)
        , m_fonts(fonts)
        , m_flow(document.orientation)
    {
    }

    Result<Pages> pages(const Progress &progress)
    {
        const qsizetype blocks = m_document.blocks.size();
        for (qsizetype index = 0; index < blocks; ++index) {
            // A table reports its own rows, within the share of its block.
            const auto within = [&](double share) {
                return goesOn(progress, (static_cast<double>(index) + share) / static_cast<double>(blocks));
            };
            if (!within(0) || !placeBlock(index, within))
                return Error{ErrorCode::Stopped, {}};
        }
        numberPages();
        markMargins();
        Pages pages = std::move(m_flow.pages());
        pages.title = m_document.title;
        pages.author = m_document.author;
        pages.subject = m_document.subject;
        pages.language = m_document.language;
        pages.substitutes = m_fonts.substitutes();
        pages.missing = m_fonts.missing();
        return pages;
    }

private:
    bool placeBlock(qsizetype index, const Progress &progress)
    {
        if (const auto *table = std::get_if<Table>(&m_document.blocks[index]))
            return TableFlow(m_flow, m_fonts, *table, m_document.orientation).place(firstLineOf(index + 1), progress);
        placeParagraph(index);
        return true;
    }

    void placeParagraph(qsizetype index)
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

    static bool mayPart(const Paragraph &paragraph, qsizetype lines)
    {
        return !paragraph.keepLines && lines > leastKeptLines;
    }

    // The height of what must stand on one page: the last `lines` of the paragraph and, where it keeps with its next,
    // all that follows up to the first line that need not. 0 if no page holds that: it is broken like any other text;
    // 0 as well of what an earlier paragraph keeps with itself.
    int keptHeight(qsizetype index, qsizetype lines)
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

    // The height of a paragraph's first line; 0 of a table and behind the last block.
    int firstLineOf(qsizetype index) const
    {
        const auto *paragraph
            = index < m_document.blocks.size() ? std::get_if<Paragraph>(&m_document.blocks[index]) : nullptr;
        return paragraph ? paragraphStyle(*paragraph).pitch : 0;
    }

    QList<Line> linesOf(qsizetype index) const
    {
        return layOutParagraph(std::get<Paragraph>(m_document.blocks[index]), m_flow.width(), m_fonts);
    }

    // GB/T 9704-2012 7.5: — 1 — below the type area, odd pages right, even pages left.
    void numberPages()
    {
        const PageStyle page = pageStyle(m_document.orientation);
        const RoleStyle style = roleStyle(Role::PageNumber);
        const double baseline = page.height - page.bottom + pageNumberDistance + pageNumberDashHeight * style.size;
        int number = 0;
        for (Page &each : m_flow.pages().pages) {
            ++number;
            Paragraph paragraph;
            paragraph.role = Role::PageNumber;
            paragraph.spans = {{QStringLiteral("— %1 —").arg(number), Role::PageNumber}};
            Line line = layOutParagraph(paragraph, m_flow.width(), m_fonts).constFirst();
            const double across = number % 2 == 1 ? page.left : page.left + style.startIndent - line.box.left() * 20;
            const double down = baseline - line.runs.constFirst().origin.y() * 20;
            moveLine(line, static_cast<int>(std::lround(across)), static_cast<int>(std::lround(down)));
            each.lines.append(line);
        }
    }

    // In the margin above the type area.
    void markMargins()
    {
        if (m_document.marginMark.isEmpty())
            return;
        const PageStyle page = pageStyle(m_document.orientation);
        Paragraph paragraph;
        paragraph.role = Role::MarginMark;
        paragraph.spans = {{m_document.marginMark, Role::MarginMark}};
        Line line = layOutParagraph(paragraph, m_flow.width(), m_fonts).constFirst();
        moveLine(line, page.left, headerDistance(page));
        for (Page &each : m_flow.pages().pages)
            each.lines.append(line);
    }

    const Document &m_document;
    Fonts &m_fonts;
    PageFlow m_flow;
    qsizetype m_keptUntil = 0; // blocks before this were seen to stay together
};

} // namespace

Result<Pages> paginate(const Document &document, Fonts &fonts, const Progress &progress)
{
    return Paginator(document, fonts).pages(progress);
}

} // namespace zhibao
