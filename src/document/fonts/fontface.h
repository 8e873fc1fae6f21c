// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/fonts/fontfiles.h"
#include "document/fonts/fonts.h"

#include <hb.h>

#include <memory>

namespace zhibao {

template <typename T, void destroy(T *)>
struct HarfBuzzDeleter {
    void operator()(T *object) const { destroy(object); }
};
template <typename T, void destroy(T *)>
using HarfBuzzPointer = std::unique_ptr<T, HarfBuzzDeleter<T, destroy>>;
using HarfBuzzBlob = HarfBuzzPointer<hb_blob_t, hb_blob_destroy>;
using HarfBuzzFace = HarfBuzzPointer<hb_face_t, hb_face_destroy>;
using HarfBuzzFont = HarfBuzzPointer<hb_font_t, hb_font_destroy>;

QByteArray bytesOf(hb_blob_t *blob);

// An opened font. The file is mapped, not read; glyph measures are in font units, `unitsPerEm` to the em.
struct Fonts::Face {
    FontFile file;
    HarfBuzzFace face;
    HarfBuzzFont font;
    double unitsPerEm = 1000;
    quint32 space = 0; // the glyph of U+0020; 0 where there is none

    // Null where the file can not be mapped or holds no such face.
    static std::unique_ptr<Face> open(const FontFile &file);

    // The glyph of a character, of a character with its variation selector; 0 where there is none.
    quint32 glyph(char32_t character, char32_t variation = 0) const;
    double advance(quint32 glyph) const;
};

// The face as a font file of its own (of a collection's face: the tables taken out of it); good for as long as the
// face, since a font of tens of MiB is not copied.
QByteArray singleFaceFile(const Fonts::Face &face);

} // namespace zhibao
