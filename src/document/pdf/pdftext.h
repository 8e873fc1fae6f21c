// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"
#include "document/pdf/contentbuffer.h"
#include "document/pdf/pdffont.h"

namespace zhibao {

// Tells the fonts which glyphs the line draws and what they say; false where one of them says something else already.
bool collectGlyphs(const Line &line, std::vector<PdfFont> &fonts);

// Puts in place of the glyphs' numbers, by which PdfText names them, their codes in the subsets.
void setCodes(QByteArray &content, const std::vector<PdfFont> &fonts);

// Writes lines of text into a content stream so that what is extracted from it is what was typed.
//
// Readers take spaces for the gap they leave, split words at wide gaps, drop doubled and special blanks and what has
// no width. Where a line holds such a thing, or a glyph that stands for more than its one character, the stretch is
// enclosed in a span with the text that it stands for (ActualText; PDF Reference 1.4, 9.8.3).
// Which glyphs a font's subset holds is known only when all pages are: setCodes() follows then.
class PdfText {
public:
    explicit PdfText(const std::vector<PdfFont> &fonts)
        : m_fonts(fonts)
    {
    }

    // `pageHeight`: PDF counts y upwards.
    void write(const Line &line, double pageHeight, ContentBuffer &content);

private:
    // The smallest piece of a line that has a text of its own.
    struct Cluster {
        int run = 0;
        int firstGlyph = 0;
        int glyphCount = 0;
        QStringView text;
        double start = 0; // of its ink's room on the page, as a reader computes it
        double end = 0;
        double size = 0;
        bool invisible = false;
        bool blank = false;
        bool exact = false; // its glyph says this text
        bool joined = false; // into one span with the cluster that follows
    };

    void split(const Line &line);
    void join();
    bool standsAlone(std::size_t blank) const;
    void writeSpan(const Line &line, std::size_t first, std::size_t last, double pageHeight, ContentBuffer &content);
    void writeCluster(const Line &line, const Cluster &cluster, double pageHeight, ContentBuffer &content);
    void closeString(ContentBuffer &content);

    const std::vector<PdfFont> &m_fonts;
    std::vector<Cluster> m_clusters;
    std::size_t m_visibleEnd = 0; // after the last cluster that shows something
    // What the stream's text state is at this point.
    int m_font = -1;
    double m_size = 0;
    double m_pen = 0;
    double m_baseline = 0;
    bool m_placed = false;
    bool m_stringOpen = false;
};

} // namespace zhibao
