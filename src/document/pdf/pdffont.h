// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fontface.h"

#include <qpdf/QPDF.hh>

#include <hb-subset.h>

#include <vector>

namespace zhibao {

// Bytes as a stream of a PDF holds them (FlateDecode).
QByteArray compressed(const QByteArray &bytes);
QPDFObjectHandle streamOf(QPDF &pdf, const QByteArray &compressed);

// A stream compressed here and at once, so that the uncompressed bytes need not be kept until the file is written.
QPDFObjectHandle compressedStream(QPDF &pdf, const QByteArray &bytes);

// One font of a PDF: first told which glyphs are used and what they say, then reduced to these and embedded as a
// composite font (PDF Reference 1.4, 5.6) whose codes are two bytes, the CID itself (Identity-H).
class PdfFont {
public:
    // `serial` makes the name of the font unique in its file.
    PdfFont(const Fonts::Face &face, int serial);

    // The first character told of a glyph is what the glyph says in the font's ToUnicode map; false where that is
    // another.
    bool use(quint32 glyph, char32_t character);
    bool isUsed() const { return m_isUsed; }

    // Of a used glyph.
    char32_t character(quint32 glyph) const { return m_characters[glyph]; }
    int width(quint32 glyph) const { return m_widths[glyph]; } // thousandths of an em, as the file says it

    // Makes the subset; call it once, after the last use(). False where the font can not be reduced. Several fonts may
    // be reduced at the same time.
    bool makeSubset();

    // Of a used glyph, after makeSubset().
    int code(quint32 glyph) const { return m_codes[glyph]; }

    QPDFObjectHandle embed(QPDF &pdf) const;

private:
    bool readCodes(hb_subset_plan_t *plan, const QByteArray &program);
    QPDFObjectHandle descendant(QPDF &pdf) const;
    QPDFObjectHandle descriptor(QPDF &pdf) const;
    QPDFObjectHandle widths() const;
    QByteArray cidSet() const;
    QByteArray toUnicode() const;

    const Fonts::Face &m_face;
    QByteArray m_name;
    bool m_isUsed = false;
    bool m_isCompact = false; // CFF outlines, not TrueType
    QByteArray m_program; // compressed
    qsizetype m_programSize = 0; // bytes, before that
    std::vector<bool> m_used;
    std::vector<char32_t> m_characters;
    std::vector<quint16> m_codes;
    std::vector<int> m_widths;
};

} // namespace zhibao
