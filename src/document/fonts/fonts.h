// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"
#include "document/style.h"

#include <QByteArray>
#include <QRawFont>

#include <memory>

namespace zhibao {

// The font files of this machine: which file shows a typeface, which one stands in for a rare character, and the
// shaping of text by HarfBuzz. One object a thread, but for texts that are known; making one is cheap until text is
// shaped.
class Fonts {
public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts &) = delete;
    Fonts &operator=(const Fonts &) = delete;

    // Glyphs of a text in one typeface, in logical order, advances and offsets in font units scaled to `size` points.
    // A glyph's x and y are its offset from the pen, mostly 0; layout adds the pen's position to x. A text is cut into
    // runs wherever the font changes, and may be broken between any two clusters. Chinese characters and full-width
    // punctuation are given exactly one em, without kerning; other letters stand unkerned and without ligatures.
    // A run's font is -1, its glyphs 0, where the machine has no usable font at all.
    QList<GlyphRun> shape(const QString &text, Typeface typeface, double size);

    // Whether the text consists of characters that were shaped before in the typeface, each for itself: shape() of it
    // changes nothing here, and several threads may do it at once.
    bool knows(const QString &text, Typeface typeface) const;

    // Height above and depth below the baseline for `size` points, of the typeface's first font, and its rules.
    struct Metrics {
        double ascent = 0;
        double descent = 0;
        double underline = 0; // the middle of an underline, below the baseline
        double stroke = 0; // how thick a rule through or under the text is
    };
    Metrics metrics(Typeface typeface, double size);

    // Official fonts missing here and what stands for them, of the typefaces used so far: "仿宋_GB2312 → Fandol Fang".
    QStringList substitutes() const;
    // Characters met so far that no font has.
    QStringList missing() const;

    // For painting on a QPainter.
    QRawFont rawFont(int font, double pixelSize);

    // For embedding: the font's single-face file, and the HarfBuzz face (hb_face_t, hb.h), owned by this object.
    struct Face;
    const Face &face(int font) const;
    int count() const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace zhibao
