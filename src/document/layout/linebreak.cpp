// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/linebreak.h"

#include "document/layout/characters.h"
#include "document/style.h"

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

constexpr double tolerance = 0.01; // twips: of adding up fractions

bool contains(const QString &marks, char32_t character)
{
    return character <= 0xFFFF && marks.contains(QChar(static_cast<char16_t>(character)));
}

// Quotation marks are full-width here: what UAX #14 says of them is meant for Latin text.
bool isQuotation(char32_t character)
{
    return character >= 0x2018 && character <= 0x201D;
}

bool isClosing(char32_t character)
{
    static const QString marks = QStringLiteral("、。〉》」』】〕〗〙〛〞，．）］｝｠’”");
    return contains(marks, character);
}

enum class Script { Latin, Chinese, Either };

// What LibreOffice takes for one script: marks and symbols that both use go with the text before them.
Script scriptOf(char32_t character)
{
    if (character == U' ' || character == 0xA0 || (character >= 0x2000 && character < 0x2E80))
        return Script::Either;
    return prefersChineseFont(character) && character != 0xB7 ? Script::Chinese : Script::Latin;
}

// No-break spaces and the word joiner.
bool isGlue(char32_t character)
{
    return character == 0xA0 || character == 0x2007 || character == 0x202F || character == 0x2060
        || character == 0xFEFF;
}

void appendClusters(ShapedParagraph &shaped, int run, bool newLine)
{
    const QList<Glyph> &glyphs = shaped.runs[static_cast<std::size_t>(run)].glyphs;
    const int runStart = shaped.runStarts[static_cast<std::size_t>(run)];
    for (int i = 0; i < glyphs.size(); ++i) {
        const Glyph &glyph = glyphs[i];
        if (glyph.textLength > 0 || i == 0) {
            shaped.clusters.push_back({run, i, i, runStart + glyph.textStart, 0, 0, newLine});
            newLine = false;
        }
        Cluster &cluster = shaped.clusters.back();
        cluster.glyphEnd = i + 1;
        cluster.advance += glyph.advance * twipsPerPoint;
    }
}

// Inside a stretch of one script and role every character is followed by the role's spacing. Where the stretch ends
// there is none, as in LibreOffice, but the space between Chinese and Latin.
void spaceClusters(ShapedParagraph &shaped, std::size_t first, const RoleStyle &style)
{
    Script script = Script::Either;
    for (std::size_t i = first; i < shaped.clusters.size(); ++i) {
        const char32_t character = shaped.character(i);
        const Script next = scriptOf(character);
        const bool changes = (script != Script::Either && next != Script::Either && next != script)
            || (i > first && isGlue(character) != isGlue(shaped.character(i - 1))); // LibreOffice sets these apart
        if (i > 0 && takesScriptSpace(shaped.character(i - 1), character))
            shaped.clusters[i].spaceBefore = scriptSpace(style);
        else if (i > first && !changes && shaped.clusters[i].advance > 0) // what is invisible stays without room
            shaped.clusters[i].spaceBefore = style.spacing;
        if (next != Script::Either)
            script = next;
    }
}

} // namespace

char32_t ShapedParagraph::character(std::size_t cluster) const
{
    const int start = clusters[cluster].start;
    const QChar unit = text[start];
    if (unit.isHighSurrogate() && start + 1 < text.size() && text[start + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[start + 1]);
    return unit.unicode();
}

int ShapedParagraph::textEnd(std::size_t cluster) const
{
    return cluster + 1 < clusters.size() ? clusters[cluster + 1].start : static_cast<int>(text.size());
}

ShapedParagraph shapeParagraph(const Paragraph &paragraph, Fonts &fonts)
{
    ShapedParagraph shaped;
    for (const Span &span : paragraph.spans)
        shaped.text += span.text;
    shaped.clusters.reserve(static_cast<std::size_t>(shaped.text.size()));
    int spanStart = 0;
    for (const Span &span : paragraph.spans) {
        const RoleStyle style = roleStyle(span.role);
        bool newLine = span.newLine && spanStart > 0;
        int start = spanStart;
        const std::size_t firstCluster = shaped.clusters.size();
        for (GlyphRun &run : fonts.shape(span.text, style.typeface, style.size / twipsPerPoint)) {
            run.offset = span.offset < 0 ? -1 : span.offset + start - spanStart;
            const int length = static_cast<int>(run.text.size());
            shaped.runs.push_back(std::move(run));
            shaped.runStarts.push_back(start);
            appendClusters(shaped, static_cast<int>(shaped.runs.size()) - 1, newLine);
            newLine = false;
            start += length;
        }
        spanStart += static_cast<int>(span.text.size());
        spaceClusters(shaped, firstCluster, style);
    }
    return shaped;
}

bool isHangingSpace(char32_t character)
{
    return character == U' ' || character == 0x1680
        || (character >= 0x2000 && character <= 0x200A && character != 0x2007) || character == 0x205F;
}

std::vector<BrokenLine> LineBreaker::lines(int firstIndent, int width)
{
    std::vector<BrokenLine> lines;
    std::size_t begin = 0;
    do {
        lines.push_back(lineFrom(begin, begin == 0 ? firstIndent : 0, width));
        begin = lines.back().end;
    } while (begin < m_paragraph.clusters.size());
    return lines;
}

BrokenLine LineBreaker::lineFrom(std::size_t begin, int indent, int width)
{
    std::vector<Cluster> &clusters = m_paragraph.clusters;
    BrokenLine line{begin, begin, begin, true};
    double pen = indent;
    std::size_t at = begin;
    for (; at < clusters.size(); ++at) {
        Cluster &cluster = clusters[at];
        if (cluster.newLine && at > begin)
            break;
        const char32_t character = m_paragraph.character(at);
        if (character == U'\t')
            cluster.advance = (std::floor(pen / tabStop) + 1) * tabStop - pen;
        if (at > begin)
            pen += cluster.spaceBefore;
        if (pen + cluster.advance > width + tolerance && !isHangingSpace(character)) {
            line.natural = false;
            break;
        }
        pen += cluster.advance;
    }
    line.end = at;
    if (!line.natural) {
        for (const bool afterClosing : {false, true}) {
            line.end = at;
            while (line.end > begin && !mayBreakBefore(line.end, afterClosing))
                --line.end;
            if (line.end > begin)
                break;
        }
        if (line.end == begin) // no place to break
            line.end = std::max(at, begin + 1);
    }
    line.visibleEnd = line.end;
    while (line.visibleEnd > begin && isHangingSpace(m_paragraph.character(line.visibleEnd - 1)))
        --line.visibleEnd;
    return line;
}

bool LineBreaker::mayBreakBefore(std::size_t cluster, bool afterClosing)
{
    const char32_t after = m_paragraph.character(cluster);
    if (cluster == 0 || isHangingSpace(after) || contains(noLineStart(), after))
        return false;
    std::size_t previous = cluster - 1;
    while (previous > 0 && isHangingSpace(m_paragraph.character(previous)))
        --previous;
    const char32_t before = m_paragraph.character(previous);
    if (contains(noLineEnd(), before))
        return false;
    if (previous + 1 < cluster)
        return true; // after a space
    if (!afterClosing && isClosing(before) && !prefersChineseFont(after) && QChar::isLetterOrNumber(after))
        return false;
    if (isQuotation(before) || isQuotation(after))
        return true;
    if (isFullWidth(after) && !isGlue(before))
        return true;
    if (!m_finder)
        m_finder.emplace(QTextBoundaryFinder::Line, m_paragraph.text);
    m_finder->setPosition(m_paragraph.clusters[cluster].start);
    return m_finder->isAtBoundary();
}

} // namespace zhibao
