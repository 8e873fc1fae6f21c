// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/layout/shaping.h"

#include "document/layout/characters.h"

namespace zhibao {

namespace {

using HarfBuzzBuffer = HarfBuzzPointer<hb_buffer_t, hb_buffer_destroy>;

// Drawn in place of a character that no font has: preflight refuses .notdef in PDF/A.
constexpr char32_t box = U'□';
constexpr double unknownAdvance = 0.5; // where there is no font to ask

// The script that decides a run; marks and punctuation go with what they follow.
bool startsOtherScript(char32_t previous, char32_t next)
{
    const QChar::Script nextScript = QChar::script(next);
    return nextScript != QChar::Script_Common && nextScript != QChar::Script_Inherited
        && nextScript != QChar::script(previous);
}

} // namespace

Shaping::Shaping(
    FontChoice &fonts, GlyphTable &table, QList<char32_t> &missing, const QString &text, Typeface typeface, double size)
    : m_fonts(fonts)
    , m_table(table)
    , m_missing(missing)
    , m_text(text)
    , m_typeface(typeface)
    , m_size(size)
{
}

QList<GlyphRun> Shaping::runs()
{
    for (qsizetype position = 0; position < m_text.size();) {
        qsizetype next = 0;
        const char32_t character = characterAt(position, next);
        if (!isSimple(character, next)) {
            position = addComplex(position);
            continue;
        }
        if (isInvisible(character))
            addInvisible(position, next);
        else
            addSimple(character, position, next);
        // A variation selector that follows was taken along.
        position = m_runStart + (m_runs.last().glyphs.last().textStart + m_runs.last().glyphs.last().textLength);
    }
    closeRun(m_text.size());
    return std::move(m_runs);
}

// An unpaired surrogate counts as a character of its own.
char32_t Shaping::characterAt(qsizetype position, qsizetype &next) const
{
    const QChar unit = m_text.at(position);
    next = position + 1;
    if (!unit.isHighSurrogate() || next == m_text.size() || !m_text.at(next).isLowSurrogate())
        return unit.unicode();
    return QChar::surrogateToUcs4(unit, m_text.at(next++));
}

// A character with the marks, selectors and joiners that follow it, and what those join to it.
Shaping::Cluster Shaping::clusterAt(qsizetype position) const
{
    Cluster cluster{position, position, {}};
    char32_t previous = 0;
    while (cluster.end < m_text.size()) {
        qsizetype next = 0;
        const char32_t character = characterAt(cluster.end, next);
        const bool joins = joinsPrevious(character) || isVariationSelector(character) || previous == 0x200D;
        if (!cluster.characters.empty() && !joins)
            break;
        cluster.characters.push_back(character);
        cluster.end = next;
        previous = character;
    }
    return cluster;
}

bool Shaping::isSimple(char32_t character, qsizetype next) const
{
    if (needsShaping(character) || joinsPrevious(character))
        return false;
    while (next < m_text.size()) {
        if (m_text.at(next).unicode() < 0x300)
            return true;
        const char32_t following = characterAt(next, next);
        if (!isVariationSelector(following))
            return !joinsPrevious(following);
    }
    return true;
}

const CharacterGlyph &Shaping::lookUp(char32_t character)
{
    CharacterGlyph &glyph = m_table[character];
    if (!glyph.known)
        glyph = find(character);
    return glyph;
}

CharacterGlyph Shaping::find(char32_t character)
{
    const char32_t shown = character == U'\t' ? U' ' : character;
    CharacterGlyph glyph{true, m_fonts.fontFor({&shown, 1}, m_typeface), 0, 0, 0};
    if (glyph.font < 0) {
        miss(character);
        glyph.font = m_fonts.fontFor({&box, 1}, m_typeface);
        glyph.index = glyph.font < 0 ? 0 : m_fonts.face(glyph.font).glyph(box);
    } else {
        glyph.index = m_fonts.face(glyph.font).glyph(shown);
    }
    if (glyph.font < 0)
        glyph.font = m_fonts.firstFont(m_typeface);
    double width = unknownAdvance;
    if (glyph.font >= 0) {
        const Fonts::Face &face = m_fonts.face(glyph.font);
        width = face.advance(glyph.index) / face.unitsPerEm;
    }
    glyph.advance = isFullWidth(character) ? 1 : width;
    glyph.offset = (glyph.advance - width) / 2;
    return glyph;
}

void Shaping::addSimple(char32_t character, qsizetype start, qsizetype next)
{
    const CharacterGlyph &known = lookUp(character);
    Glyph glyph{known.index, known.offset * m_size, 0, known.advance * m_size, 0, 0};
    while (next < m_text.size()) {
        qsizetype after = 0;
        const char32_t selector = characterAt(next, after);
        if (!isVariationSelector(selector))
            break;
        const quint32 variant = known.font < 0 ? 0 : m_fonts.face(known.font).glyph(character, selector);
        if (variant != 0)
            glyph.index = variant;
        next = after;
    }
    append(known.font, glyph, start, next);
}

// Stands as a space of no width, so that the character keeps its place in the text.
void Shaping::addInvisible(qsizetype start, qsizetype end)
{
    int font = m_runs.isEmpty() ? -1 : m_runs.last().font;
    if (font < 0 || m_fonts.face(font).space == 0)
        font = lookUp(U' ').font;
    append(font, {font < 0 ? 0 : m_fonts.face(font).space, 0, 0, 0, 0, 0}, start, end);
}

qsizetype Shaping::addComplex(qsizetype start)
{
    Cluster cluster = clusterAt(start);
    while (true) {
        const int font = fontFor(cluster);
        const qsizetype first = cluster.start;
        qsizetype end = cluster.end;
        bool goesOn = false; // in another font or script
        while (font >= 0 && end < m_text.size()) {
            qsizetype next = 0;
            const char32_t character = characterAt(end, next);
            if (isSimple(character, next))
                break;
            const char32_t previous = cluster.characters.front();
            cluster = clusterAt(end);
            if (fontFor(cluster) != font || startsOtherScript(previous, cluster.characters.front())) {
                goesOn = true;
                break;
            }
            end = cluster.end;
        }
        addShaped(font, first, end);
        if (!goesOn)
            return end;
    }
}

int Shaping::fontFor(const Cluster &cluster)
{
    int font = m_fonts.fontFor(cluster.characters, m_typeface);
    if (font >= 0)
        return font;
    font = m_fonts.fontFor({cluster.characters.data(), 1}, m_typeface);
    for (const char32_t character : cluster.characters) {
        const bool shown = isInvisible(character) || isVariationSelector(character)
            || (font >= 0 && m_fonts.face(font).glyph(character) != 0);
        if (!shown)
            miss(character);
    }
    return font;
}

void Shaping::addShaped(int font, qsizetype start, qsizetype end)
{
    if (font < 0)
        return addBox(start, end);
    const HarfBuzzBuffer buffer(hb_buffer_create());
    hb_buffer_add_utf16(buffer.get(), m_text.utf16(), static_cast<int>(m_text.size()), static_cast<unsigned>(start),
        static_cast<int>(end - start));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(m_fonts.face(font).font.get(), buffer.get(), nullptr, 0);
    if (hb_buffer_get_length(buffer.get()) == 0) // a font without a space drops what is invisible
        return addInvisible(start, end);
    addClusters(font, buffer.get(), end);
}

// Clusters are appended in logical order. Those of a script written from right to left are moved to where they stand:
// layout, which counts on from the left, then sets them right to left from the end of their stretch.
void Shaping::addClusters(int font, hb_buffer_t *buffer, qsizetype end)
{
    const bool backward = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
    if (backward)
        hb_buffer_reverse_clusters(buffer);
    const Fonts::Face &face = m_fonts.face(font);
    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    const double scale = m_size / face.unitsPerEm;
    double total = 0;
    for (unsigned i = 0; i < count; ++i)
        total += positions[i].x_advance * scale;
    double pen = 0;
    for (unsigned first = 0, following = 0; first < count; first = following) {
        double width = 0;
        for (; following < count && infos[following].cluster == infos[first].cluster; ++following)
            width += positions[following].x_advance * scale;
        const double shift = backward ? total - 2 * pen - width : 0;
        const auto clusterStart = static_cast<qsizetype>(infos[first].cluster);
        const qsizetype clusterEnd = following < count ? static_cast<qsizetype>(infos[following].cluster) : end;
        for (unsigned i = first; i < following; ++i) {
            Glyph glyph{infos[i].codepoint, positions[i].x_offset * scale + shift, -positions[i].y_offset * scale,
                positions[i].x_advance * scale, 0, 0};
            if (glyph.index == 0) // a mark the font lacks
                glyph = {face.space, shift, 0, 0, 0, 0};
            append(font, glyph, i == first ? clusterStart : clusterEnd, clusterEnd);
        }
        pen += width;
    }
}

void Shaping::addBox(qsizetype start, qsizetype end)
{
    const CharacterGlyph &glyph = lookUp(box);
    append(glyph.font, {glyph.index, glyph.offset * m_size, 0, glyph.advance * m_size, 0, 0}, start, end);
}

void Shaping::miss(char32_t character)
{
    if (!m_missing.contains(character))
        m_missing.append(character);
}

void Shaping::append(int font, Glyph glyph, qsizetype start, qsizetype end)
{
    if (m_runs.isEmpty() || m_runs.last().font != font) {
        closeRun(start);
        m_runStart = start;
        m_runs.append({font, m_size, {}, {}, {}});
        m_runs.last().glyphs.reserve(m_text.size() - start);
    }
    glyph.textStart = static_cast<int>(start - m_runStart);
    glyph.textLength = static_cast<int>(end - start);
    m_runs.last().glyphs.append(glyph);
}

void Shaping::closeRun(qsizetype end)
{
    if (!m_runs.isEmpty())
        m_runs.last().text = m_text.mid(m_runStart, end - m_runStart);
}

} // namespace zhibao
