// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/fonts/fontface.h"

#include <QFile>

namespace zhibao {

QByteArray bytesOf(hb_blob_t *blob)
{
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    return QByteArray(data, static_cast<qsizetype>(length));
}

std::unique_ptr<Fonts::Face> Fonts::Face::open(const FontFile &file)
{
    const HarfBuzzBlob blob(hb_blob_create_from_file_or_fail(QFile::encodeName(file.path).constData()));
    if (!blob || static_cast<unsigned>(file.index) >= hb_face_count(blob.get()))
        return nullptr;
    auto opened = std::make_unique<Face>();
    opened->file = file;
    opened->face.reset(hb_face_create(blob.get(), static_cast<unsigned>(file.index)));
    if (hb_face_get_glyph_count(opened->face.get()) == 0)
        return nullptr;
    opened->font.reset(hb_font_create(opened->face.get()));
    opened->unitsPerEm = hb_face_get_upem(opened->face.get());
    opened->space = opened->glyph(U' ');
    return opened;
}

quint32 Fonts::Face::glyph(char32_t character, char32_t variation) const
{
    hb_codepoint_t found = 0;
    const bool known = variation == 0 ? hb_font_get_nominal_glyph(font.get(), character, &found)
                                      : hb_font_get_variation_glyph(font.get(), character, variation, &found);
    return known ? found : 0;
}

double Fonts::Face::advance(quint32 glyph) const
{
    return hb_font_get_glyph_h_advance(font.get(), glyph);
}

QByteArray singleFaceFile(const Fonts::Face &face)
{
    hb_face_t *source = face.face.get();
    const HarfBuzzBlob whole(hb_face_reference_blob(source));
    if (hb_face_count(whole.get()) == 1) {
        unsigned length = 0;
        const char *data = hb_blob_get_data(whole.get(), &length);
        return QByteArray::fromRawData(data, static_cast<qsizetype>(length));
    }

    const HarfBuzzFace builder(hb_face_builder_create());
    hb_tag_t tags[64];
    unsigned offset = 0;
    for (unsigned count = 64; count == 64; offset += count) {
        hb_face_get_table_tags(source, offset, &count, tags);
        for (unsigned i = 0; i < count; ++i) {
            const HarfBuzzBlob table(hb_face_reference_table(source, tags[i]));
            hb_face_builder_add_table(builder.get(), tags[i], table.get());
        }
    }
    const HarfBuzzBlob built(hb_face_reference_blob(builder.get()));
    return bytesOf(built.get());
}

} // namespace zhibao
