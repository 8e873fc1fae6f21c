// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fonts.h"

#include <QTextBoundaryFinder>

#include <optional>
#include <vector>

namespace zhibao {

// What a line never cuts: a character with its marks. Its glyphs follow each other in one run.
struct Cluster {
    int run = 0;
    int firstGlyph = 0;
    int glyphEnd = 0;
    int start = 0; // in the paragraph's text, UTF-16 units
    double advance = 0; // twips, without any spacing
    int spaceBefore = 0; // twips, unless it begins a line: the role's spacing, or the space between scripts
    bool newLine = false; // must begin a line
};

// A paragraph's text in glyphs, not yet broken into lines.
struct ShapedParagraph {
    QString text;
    std::vector<GlyphRun> runs; // `offset` set, origin and glyph positions not yet
    std::vector<int> runStarts; // of each run in the text
    std::vector<Cluster> clusters;

    char32_t character(std::size_t cluster) const; // the first of a cluster
    int textEnd(std::size_t cluster) const; // where a cluster's text ends
};

ShapedParagraph shapeParagraph(const Paragraph &paragraph, Fonts &fonts);

// Clusters [begin, end) of a shaped paragraph. Those from `visibleEnd` on are spaces that hang over the line's end.
struct BrokenLine {
    std::size_t begin = 0;
    std::size_t visibleEnd = 0;
    std::size_t end = 0;
    bool natural = false; // ends the paragraph, or was ended by hand: never spread to the full width
};

// A space that hangs over the end of a line: not U+3000, which keeps its width, nor a no-break space.
bool isHangingSpace(char32_t character);

// Breaks between Chinese characters, and in Latin text as UAX #14 says, but never before noLineStart(), after
// noLineEnd() or at a no-break space. A letter or digit stays with the closing mark before it (、80.22%) where the line
// can end elsewhere: so UAX #14 had it up to Unicode 5.1 (LB30), and LibreOffice (7.4) still has. Punctuation neither
// hangs nor is squeezed, and scriptSpace() stands between Chinese and Latin, so that Word, WPS and LibreOffice break
// the DOCX of the same document at the same places. A line has at least one cluster; what has no place to break is
// broken anywhere.
class LineBreaker {
public:
    explicit LineBreaker(ShapedParagraph &paragraph)
        : m_paragraph(paragraph)
    {
    }

    // Widths in twips; also gives tabs their advance. One empty line for an empty text.
    std::vector<BrokenLine> lines(int firstIndent, int width);

private:
    BrokenLine lineFrom(std::size_t begin, int indent, int width);
    bool mayBreakBefore(std::size_t cluster, bool afterClosing);

    ShapedParagraph &m_paragraph;
    std::optional<QTextBoundaryFinder> m_finder; // only texts with Latin in them need it
};

} // namespace zhibao
