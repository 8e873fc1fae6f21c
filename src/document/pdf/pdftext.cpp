// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdftext.h"

#include "document/layout/characters.h"

#include <algorithm>
#include <charconv>

namespace zhibao {

namespace {

// In ems. Poppler begins a new word at a gap of 0.1 and takes it for a blank; a blank narrower than 0.15 it may lose,
// one wider than 0.7 it may take for the gap between columns.
constexpr double widestSeam = 0.08;
constexpr double narrowestBlank = 0.18;
constexpr double widestBlank = 0.6;

char32_t firstCharacter(QStringView text)
{
    if (text.isEmpty())
        return 0;
    const QChar unit = text.front();
    if (unit.isHighSurrogate() && text.size() > 1 && text.at(1).isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text.at(1));
    return unit.unicode();
}

bool isOneCharacter(QStringView text, char32_t character)
{
    return text.size() == (character > 0xFFFF ? 2 : 1);
}

// Of a run, the glyphs from `first` that share a text.
int clusterSize(const QList<Glyph> &glyphs, int first)
{
    int count = 1;
    while (first + count < glyphs.size() && glyphs.at(first + count).textLength == 0)
        ++count;
    return count;
}

QStringView clusterText(const GlyphRun &run, int first)
{
    const Glyph &glyph = run.glyphs.at(first);
    return QStringView(run.text).mid(glyph.textStart, glyph.textLength);
}

bool isInvisibleText(QStringView text)
{
    const char32_t character = firstCharacter(text);
    return isOneCharacter(text, character) && isInvisible(character);
}

} // namespace

bool collectGlyphs(const Line &line, std::vector<PdfFont> &fonts)
{
    bool asSaid = true;
    for (const GlyphRun &run : line.runs) {
        PdfFont &font = fonts[static_cast<std::size_t>(run.font)];
        for (int first = 0; first < run.glyphs.size();) {
            const int count = clusterSize(run.glyphs, first);
            const QStringView text = clusterText(run, first);
            if (!isInvisibleText(text)) {
                for (int glyph = first; glyph < first + count; ++glyph)
                    asSaid = font.use(run.glyphs.at(glyph).index, glyph == first ? firstCharacter(text) : 0) && asSaid;
            }
            first += count;
        }
    }
    return asSaid;
}

// A font is chosen by "/F1 12 Tf"; glyphs stand in the strings of an array, "[<0123>-5<4567>]TJ", and nowhere else.
void setCodes(QByteArray &content, const std::vector<PdfFont> &fonts)
{
    const PdfFont *font = nullptr;
    char *const end = content.data() + content.size();
    bool inArray = false;
    for (char *at = content.data(); at < end; ++at) {
        if (*at == '[' || *at == ']') {
            inArray = *at == '[';
        } else if (*at == '/' && end - at > 1 && at[1] == 'F') {
            std::size_t number = 0;
            std::from_chars(at + 2, end, number);
            font = &fonts[number];
        } else if (*at == '<' && inArray) {
            for (++at; *at != '>'; at += codeDigits) {
                quint32 glyph = 0;
                std::from_chars(at, at + codeDigits, glyph, 16);
                writeCode(static_cast<unsigned>(font->code(glyph)), at);
            }
        }
    }
}

void PdfText::write(const Line &line, double pageHeight, ContentBuffer &content)
{
    split(line);
    if (m_clusters.empty())
        return;
    join();
    content << "BT\n";
    m_font = -1;
    m_placed = false;
    for (std::size_t first = 0; first < m_clusters.size();) {
        std::size_t last = first;
        while (m_clusters[last].joined)
            ++last;
        writeSpan(line, first, last, pageHeight, content);
        first = last + 1;
    }
    closeString(content);
    content << "ET\n";
}

void PdfText::split(const Line &line)
{
    m_clusters.clear();
    for (int index = 0; index < line.runs.size(); ++index) {
        const GlyphRun &run = line.runs.at(index);
        const PdfFont &font = m_fonts[static_cast<std::size_t>(run.font)];
        for (int first = 0; first < run.glyphs.size();) {
            const int count = clusterSize(run.glyphs, first);
            const Glyph &glyph = run.glyphs.at(first);
            const Glyph &last = run.glyphs.at(first + count - 1);
            Cluster cluster;
            cluster.run = index;
            cluster.firstGlyph = first;
            cluster.glyphCount = count;
            cluster.text = clusterText(run, first);
            cluster.size = run.size;
            cluster.start = run.origin.x() + glyph.x;
            cluster.invisible = isInvisibleText(cluster.text);
            cluster.end = cluster.invisible ? cluster.start
                                            : run.origin.x() + last.x + font.width(last.index) * run.size / 1000;
            const char32_t character = firstCharacter(cluster.text);
            cluster.blank = QChar::isSpace(character);
            cluster.exact = !cluster.invisible && count == 1 && isOneCharacter(cluster.text, character)
                && font.character(glyph.index) == character;
            m_clusters.push_back(cluster);
            first += count;
        }
    }
    // As they stand, for scripts written from right to left: readers turn those round.
    const auto standsBefore = [](const Cluster &one, const Cluster &other) { return one.start < other.start; };
    if (!std::is_sorted(m_clusters.begin(), m_clusters.end(), standsBefore))
        std::stable_sort(m_clusters.begin(), m_clusters.end(), standsBefore);
    const auto shown = std::find_if(m_clusters.rbegin(), m_clusters.rend(),
        [](const Cluster &cluster) { return !cluster.invisible && !cluster.blank; });
    m_visibleEnd = static_cast<std::size_t>(m_clusters.rend() - shown);
}

// Marks the clusters that must share a span with their neighbour for their text to come back.
void PdfText::join()
{
    std::size_t visible = m_clusters.size(); // the last visible cluster before this one
    for (std::size_t i = 0; i < m_clusters.size(); ++i) {
        Cluster &cluster = m_clusters[i];
        const bool hidden = cluster.invisible || cluster.blank;
        if (hidden && i > 0 && !(cluster.blank && standsAlone(i)))
            m_clusters[i - 1].joined = true; // to the text before it; its own end is looked at below
        if (hidden)
            continue;
        if (visible == m_clusters.size()) {
            for (std::size_t leading = 0; leading < i; ++leading)
                m_clusters[leading].joined = true;
        } else if (i > 0 && (visible == i - 1 || m_clusters[visible].joined)) {
            // The seam between what is drawn last and this: bridged where it is too wide to pass for none.
            std::size_t drawn = i - 1;
            while (m_clusters[drawn].invisible)
                --drawn;
            if (std::abs(cluster.start - m_clusters[drawn].end) > widestSeam * cluster.size)
                m_clusters[i - 1].joined = true;
        }
        visible = i;
    }
}

// A single plain blank between two words, neither squeezed nor stretched much: readers find it by themselves.
bool PdfText::standsAlone(std::size_t blank) const
{
    if (blank == 0 || blank + 1 >= m_visibleEnd)
        return false;
    const Cluster &before = m_clusters[blank - 1];
    const Cluster &after = m_clusters[blank + 1];
    // Words of one character each, poppler takes for one widely spaced word.
    const bool longBefore = blank >= 2 && !m_clusters[blank - 2].blank;
    const bool longAfter = blank + 2 < m_visibleEnd && !m_clusters[blank + 2].blank;
    const double room = (after.start - before.end) / m_clusters[blank].size;
    return m_clusters[blank].text == u" " && m_clusters[blank].exact && !before.blank && !before.invisible
        && !after.blank && !after.invisible && (longBefore || longAfter) && room >= narrowestBlank
        && room <= widestBlank;
}

void PdfText::writeSpan(
    const Line &line, std::size_t first, std::size_t last, double pageHeight, ContentBuffer &content)
{
    // Poppler drops a hyphen at the end of a line, as if it were hyphenation; not when a blank follows it.
    const bool endsInHyphen
        = last + 1 >= m_visibleEnd && last + 1 == m_clusters.size() && m_clusters[last].text == u"-";
    const bool enclosed = first != last || !m_clusters[first].exact || endsInHyphen;
    if (enclosed) {
        closeString(content);
        content << "/Span <</ActualText <FEFF";
        for (std::size_t i = first; i <= last; ++i) {
            for (const QChar unit : m_clusters[i].text)
                content.appendCode(unit.unicode());
        }
        if (endsInHyphen)
            content.appendCode(u' ');
        content << ">>> BDC\n";
    }
    for (std::size_t i = first; i <= last; ++i) {
        const bool trailing = enclosed && i >= m_visibleEnd && m_visibleEnd > 0;
        if (!m_clusters[i].invisible && !trailing)
            writeCluster(line, m_clusters[i], pageHeight, content);
    }
    if (enclosed) {
        closeString(content);
        content << "EMC\n";
    }
}

void PdfText::writeCluster(const Line &line, const Cluster &cluster, double pageHeight, ContentBuffer &content)
{
    const GlyphRun &run = line.runs.at(cluster.run);
    const PdfFont &font = m_fonts[static_cast<std::size_t>(run.font)];
    if (m_font != run.font || m_size != run.size) {
        closeString(content);
        content << "/F" << run.font << " " << run.size << " Tf\n";
        m_font = run.font;
        m_size = run.size;
    }
    for (int i = cluster.firstGlyph; i < cluster.firstGlyph + cluster.glyphCount; ++i) {
        const Glyph &glyph = run.glyphs.at(i);
        const double x = run.origin.x() + glyph.x;
        const double baseline = pageHeight - run.origin.y() - glyph.y;
        if (!m_placed || baseline != m_baseline) {
            closeString(content);
            content << "1 0 0 1 " << x << " " << baseline << " Tm\n";
            m_pen = x;
            m_baseline = baseline;
            m_placed = true;
        }
        const int back = static_cast<int>(std::lround((m_pen - x) * 1000 / m_size));
        if (!m_stringOpen)
            content << "[<";
        if (back != 0) {
            content << ">" << back << "<";
            m_pen -= back * m_size / 1000;
        }
        m_stringOpen = true;
        content.appendCode(glyph.index);
        m_pen += font.width(glyph.index) * m_size / 1000;
    }
}

void PdfText::closeString(ContentBuffer &content)
{
    if (m_stringOpen)
        content << ">]TJ\n";
    m_stringOpen = false;
}

} // namespace zhibao
