// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/fonts/fonts.h"

#include "document/layout/shaping.h"

#include <QHash>

#include <hb-ot.h>

#include <cmath>

namespace zhibao {

namespace {

// In ems, of fonts that do not say.
constexpr double usualUnderline = 0.1;
constexpr double usualStroke = 0.05;

} // namespace

struct Fonts::Data {
    FontChoice choice;
    std::array<GlyphTable, typefaceCount> tables;
    QList<char32_t> missing;
    QHash<std::pair<int, double>, QRawFont> rawFonts;
};

Fonts::Fonts()
    : m_data(std::make_unique<Data>())
{
}

Fonts::~Fonts() = default;

QList<GlyphRun> Fonts::shape(const QString &text, Typeface typeface, double size)
{
    GlyphTable &table = m_data->tables.at(static_cast<std::size_t>(typeface));
    return Shaping(m_data->choice, table, m_data->missing, text, typeface, size).runs();
}

// What is looked up for itself neither joins its neighbours nor is invisible.
bool Fonts::knows(const QString &text, Typeface typeface) const
{
    const GlyphTable &table = m_data->tables.at(static_cast<std::size_t>(typeface));
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        const bool isPair = unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (!table.knows(isPair ? QChar::surrogateToUcs4(unit, text.at(++at)) : unit.unicode()))
            return false;
    }
    return true;
}

Fonts::Metrics Fonts::metrics(Typeface typeface, double size)
{
    const int font = m_data->choice.firstFont(typeface);
    if (font < 0)
        return {size, 0, usualUnderline * size, usualStroke * size};
    const Face &first = face(font);
    hb_font_extents_t extents{};
    hb_font_get_h_extents(first.font.get(), &extents);
    const double scale = size / first.unitsPerEm;
    const auto metric = [&](hb_ot_metrics_tag_t tag, double usual) {
        hb_position_t value = 0;
        return hb_ot_metrics_get_position(first.font.get(), tag, &value) && value != 0 ? std::abs(value) * scale
                                                                                       : usual * size;
    };
    return {extents.ascender * scale, -extents.descender * scale,
        metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET, usualUnderline),
        metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE, usualStroke)};
}

QStringList Fonts::substitutes() const
{
    return m_data->choice.substitutes();
}

QStringList Fonts::missing() const
{
    QStringList characters;
    for (const char32_t character : std::as_const(m_data->missing))
        characters.append(QString::fromUcs4(&character, 1));
    return characters;
}

QRawFont Fonts::rawFont(int font, double pixelSize)
{
    constexpr qsizetype mostSizes = 64; // zooming passes through many
    if (m_data->rawFonts.size() > mostSizes)
        m_data->rawFonts.removeIf([](const auto &entry) { return entry.key().second != 1; });
    QRawFont &unscaled = m_data->rawFonts[{font, 1}];
    if (!unscaled.isValid())
        unscaled.loadFromData(singleFaceFile(face(font)), 1, QFont::PreferNoHinting);
    const QRawFont loaded = unscaled;
    QRawFont &sized = m_data->rawFonts[{font, pixelSize}];
    if (!sized.isValid()) {
        sized = loaded;
        sized.setPixelSize(pixelSize);
    }
    return sized;
}

const Fonts::Face &Fonts::face(int font) const
{
    return m_data->choice.face(font);
}

int Fonts::count() const
{
    return m_data->choice.count();
}

} // namespace zhibao
