// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/textlayout.h"

#include "document/layout/characters.h"
#include "document/layout/linebreak.h"
#include "document/layout/markrules.h"
#include "document/layout/picturelayout.h"
#include "document/style.h"

#include <algorithm>

namespace zhibao {

namespace {

// The square that a Chinese character fills reaches so far above its baseline, in ems; it is centred in the line.
constexpr double emAscent = 0.88;

double baselineIn(const RoleStyle &style)
{
    return (style.pitch - style.size) / 2.0 + emAscent * style.size;
}

class LineSetter {
public:
    LineSetter(const Paragraph &paragraph, const RoleStyle &style, ShapedParagraph &shaped, int width)
        : m_paragraph(paragraph)
        , m_style(style)
        , m_shaped(shaped)
        , m_width(width)
    {
    }

    Line set(const BrokenLine &broken, int number) const
    {
        const int indent = number == 0 ? m_style.firstIndent : 0;
        const int room = m_width - indent;
        const double natural = naturalWidth(broken);
        const bool spread = m_style.alignment == Alignment::Justify && !broken.natural;
        const double gap = spread ? gapIn(broken, room - natural) : 0;
        double left = m_style.startIndent + indent;
        if (m_style.alignment == Alignment::End)
            left += room - natural;
        else if (m_style.alignment == Alignment::Centre)
            left += (room - natural) / 2;

        Line line;
        line.place = m_paragraph.place;
        setRuns(line, broken, left, number * m_style.pitch + baselineIn(m_style), gap);
        const double width = broken.end == broken.begin ? room : (gap != 0 ? room : natural);
        const double boxLeft = broken.end == broken.begin ? m_style.startIndent + indent : left;
        line.box = QRectF(boxLeft, number * m_style.pitch, width, m_style.pitch);
        line.box = QRectF(line.box.topLeft() / twipsPerPoint, line.box.size() / twipsPerPoint);
        line.offset = offsetOf(broken, line);
        return line;
    }

private:
    double naturalWidth(const BrokenLine &broken) const
    {
        double width = 0;
        for (std::size_t i = broken.begin; i < broken.visibleEnd; ++i)
            width += m_shaped.clusters[i].advance + (i > broken.begin ? m_shaped.clusters[i].spaceBefore : 0);
        return width;
    }

    bool isGap(std::size_t cluster) const
    {
        const char32_t before = m_shaped.character(cluster);
        const char32_t after = m_shaped.character(cluster + 1);
        if (isHangingSpace(after))
            return false; // the space itself gives way
        return isHangingSpace(before) || isFullWidth(before) || isFullWidth(after);
    }

    // What every gap of a full line gets of the slack: between Chinese characters and at spaces, not inside a Latin
    // word. A line with a tab in it keeps its shape.
    double gapIn(const BrokenLine &broken, double slack) const
    {
        int gaps = 0;
        for (std::size_t i = broken.begin; i + 1 < broken.visibleEnd; ++i) {
            if (m_shaped.character(i) == U'\t')
                return 0;
            gaps += isGap(i) ? 1 : 0;
        }
        return gaps == 0 ? 0 : slack / gaps;
    }

    void setRuns(Line &line, const BrokenLine &broken, double left, double baseline, double gap) const
    {
        double pen = left;
        std::size_t next = broken.begin;
        while (next < broken.end) {
            const std::size_t first = next;
            const int run = m_shaped.clusters[first].run;
            while (next < broken.end && m_shaped.clusters[next].run == run)
                ++next;
            line.runs.append(cutRun(run, first, next));
            GlyphRun &cut = line.runs.last();
            cut.origin = QPointF(pen, baseline) / twipsPerPoint;
            const double start = pen;
            const int firstGlyph = m_shaped.clusters[first].firstGlyph;
            for (std::size_t i = first; i < next; ++i) {
                const Cluster &cluster = m_shaped.clusters[i];
                double advance = cluster.advance;
                if (i + 1 < broken.end)
                    advance += m_shaped.clusters[i + 1].spaceBefore;
                if (gap != 0 && i + 1 < broken.visibleEnd && isGap(i))
                    advance += gap;
                placeGlyphs(cut, cluster.firstGlyph - firstGlyph, cluster.glyphEnd - firstGlyph, pen - start, advance);
                pen += advance;
            }
        }
    }

    GlyphRun cutRun(int index, std::size_t first, std::size_t end) const
    {
        const GlyphRun &run = m_shaped.runs[static_cast<std::size_t>(index)];
        const int runStart = m_shaped.runStarts[static_cast<std::size_t>(index)];
        const int textStart = m_shaped.clusters[first].start - runStart;
        const int textEnd = m_shaped.textEnd(end - 1) - runStart;
        const int firstGlyph = m_shaped.clusters[first].firstGlyph;
        GlyphRun cut;
        cut.font = run.font;
        cut.size = run.size;
        cut.text = run.text.mid(textStart, textEnd - textStart);
        cut.glyphs = run.glyphs.mid(firstGlyph, m_shaped.clusters[end - 1].glyphEnd - firstGlyph);
        cut.offset = run.offset < 0 ? -1 : run.offset + textStart;
        for (Glyph &glyph : cut.glyphs)
            glyph.textStart -= textStart;
        return cut;
    }

    // The glyphs of one cluster; what the cluster has beyond their own advances, its last glyph gets.
    static void placeGlyphs(GlyphRun &run, int first, int end, double pen, double advance)
    {
        double x = pen / twipsPerPoint;
        const double clusterEnd = (pen + advance) / twipsPerPoint;
        for (int i = first; i < end; ++i) {
            Glyph &glyph = run.glyphs[i];
            glyph.x += x;
            if (i + 1 == end)
                glyph.advance = clusterEnd - x;
            x += glyph.advance;
        }
    }

    int offsetOf(const BrokenLine &broken, const Line &line) const
    {
        if (broken.end > broken.begin)
            return line.runs.constFirst().offset;
        return m_paragraph.spans.isEmpty() ? -1 : m_paragraph.spans.constLast().offset;
    }

    const Paragraph &m_paragraph;
    const RoleStyle &m_style;
    ShapedParagraph &m_shaped;
    int m_width;
};

} // namespace

QList<Line> layOutParagraph(const Paragraph &paragraph, int width, Fonts &fonts)
{
    const RoleStyle style = paragraphStyle(paragraph);
    const int measure = std::max(style.size, width - style.startIndent - style.endIndent);
    ShapedParagraph shaped = shapeParagraph(paragraph, fonts);
    const std::vector<BrokenLine> broken = LineBreaker(shaped).lines(style.firstIndent, measure);
    const LineSetter setter(paragraph, style, shaped, measure);
    QList<Line> lines;
    lines.reserve(static_cast<qsizetype>(broken.size()));
    int number = 0;
    for (const BrokenLine &line : broken)
        lines.append(setter.set(line, number++));
    setPictures(lines, paragraph, measure);
    setMarkRules(lines, paragraph, measure, fonts);
    return lines;
}

void moveLine(Line &line, int right, int down)
{
    const QPointF distance(right / twipsPerPoint, down / twipsPerPoint);
    line.box.translate(distance);
    for (GlyphRun &run : line.runs)
        run.origin += distance;
    for (Rule &rule : line.rules)
        rule.line.translate(distance);
    for (PlacedPicture &picture : line.pictures)
        picture.box.translate(distance);
}

} // namespace zhibao
