// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdffont.h"

#include <QtEndian>

#include <ft2build.h>
#include <hb-ot.h>
#include FT_FREETYPE_H
#include FT_CID_H

#include <cmath>
#include <new>

namespace zhibao {

namespace {

using SubsetInput = HarfBuzzPointer<hb_subset_input_t, hb_subset_input_destroy>;
using SubsetPlan = HarfBuzzPointer<hb_subset_plan_t, hb_subset_plan_destroy>;

constexpr hb_tag_t compactTag = HB_TAG('C', 'F', 'F', ' ');
constexpr qsizetype mapBlock = 100; // most entries that a CMap allows between beginbfchar and endbfchar

// What a PDF needs of a font beside its outlines, it says itself.
constexpr hb_tag_t droppedTables[] = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
    HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p')};

HarfBuzzBlob table(hb_face_t *face, hb_tag_t tag)
{
    return HarfBuzzBlob(hb_face_reference_table(face, tag));
}

QByteArray subsetName(hb_face_t *face, int serial)
{
    QByteArray tag(6, 'A');
    for (qsizetype letter = tag.size() - 1; letter >= 0; --letter, serial /= 26)
        tag[letter] = static_cast<char>('A' + serial % 26);

    char name[128] = {};
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    QByteArray kept;
    for (const char letter : std::string_view(name)) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
            || letter == '-')
            kept += letter;
    }
    return tag + '+' + (kept.isEmpty() ? QByteArrayLiteral("Font") : kept);
}

QPDFObjectHandle name(const QByteArray &text)
{
    return QPDFObjectHandle::newName(('/' + text).toStdString());
}

QPDFObjectHandle number(double value)
{
    return QPDFObjectHandle::newInteger(std::lround(value));
}

// UTF-16BE in hexadecimal, as a CMap wants it.
QByteArray hexadecimal(char32_t character)
{
    QByteArray digits;
    const auto add = [&digits](unsigned unit) { digits += QByteArray::number(unit | 0x10000U, 16).right(4); };
    if (character > 0xFFFF) {
        add(QChar::highSurrogate(character));
        add(QChar::lowSurrogate(character));
    } else {
        add(character);
    }
    return digits;
}

} // namespace

QByteArray compressed(const QByteArray &bytes)
{
    constexpr int level = 5; // half the time of the best, and hardly larger
    constexpr int lengthField = 4; // which Qt puts before the zlib stream
    QByteArray packed = qCompress(bytes, level);
    if (packed.isEmpty())
        throw std::bad_alloc(); // the one cause there is
    return packed.remove(0, lengthField);
}

QPDFObjectHandle streamOf(QPDF &pdf, const QByteArray &compressed)
{
    QPDFObjectHandle stream = pdf.newStream();
    stream.replaceStreamData(
        compressed.toStdString(), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    return stream;
}

QPDFObjectHandle compressedStream(QPDF &pdf, const QByteArray &bytes)
{
    return streamOf(pdf, compressed(bytes));
}

PdfFont::PdfFont(const Fonts::Face &face, int serial)
    : m_face(face)
    , m_name(subsetName(face.face.get(), serial))
{
}

bool PdfFont::use(quint32 glyph, char32_t character)
{
    if (!m_isUsed) {
        m_isUsed = true;
        const std::size_t count = hb_face_get_glyph_count(m_face.face.get());
        m_used.resize(count);
        m_characters.resize(count);
        m_codes.resize(count);
        m_widths.resize(count);
    }
    // One glyph draws U+0020 and U+00A0: let it say the plain one, whichever came first.
    const char32_t said = glyph != 0 && glyph == m_face.space ? U' ' : character;
    if (!m_used[glyph]) {
        m_used[glyph] = true;
        m_characters[glyph] = said;
        m_widths[glyph] = static_cast<int>(std::lround(m_face.advance(glyph) * 1000 / m_face.unitsPerEm));
    }
    return m_characters[glyph] == said;
}

bool PdfFont::makeSubset()
{
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input)
        return false;
    hb_set_t *dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : droppedTables)
        hb_set_add(dropped, tag);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input.get());
    use(0, 0); // every font program holds .notdef
    for (std::size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        if (m_used[glyph])
            hb_set_add(glyphs, static_cast<hb_codepoint_t>(glyph));
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    const SubsetPlan plan(hb_subset_plan_create_or_fail(m_face.face.get(), input.get()));
    const HarfBuzzFace subset(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
    if (!subset)
        return false;
    const HarfBuzzBlob compact = table(subset.get(), compactTag);
    m_isCompact = hb_blob_get_length(compact.get()) > 0;
    const QByteArray program
        = m_isCompact ? bytesOf(compact.get()) : bytesOf(HarfBuzzBlob(hb_face_reference_blob(subset.get())).get());
    m_programSize = program.size();
    m_program = compressed(program);
    return readCodes(plan.get(), program);
}

// The CID of a glyph: of a CID-keyed CFF font what its charset says, of all others its number in the subset.
bool PdfFont::readCodes(hb_subset_plan_t *plan, const QByteArray &program)
{
    const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0)
        return false;
    FT_Face face = nullptr;
    bool read = FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte *>(program.constData()),
                    static_cast<FT_Long>(program.size()), 0, &face)
        == 0;
    FT_Bool keyed = 0;
    const bool hasCharset = read && m_isCompact && FT_Get_CID_Is_Internally_CID_Keyed(face, &keyed) == 0 && keyed;
    for (std::size_t glyph = 0; read && glyph < m_used.size(); ++glyph) {
        if (!m_used[glyph])
            continue;
        const hb_codepoint_t number = hb_map_get(numbers, static_cast<hb_codepoint_t>(glyph));
        FT_UInt code = number;
        if (hasCharset)
            read = FT_Get_CID_From_Glyph_Index(face, number, &code) == 0;
        m_codes[glyph] = static_cast<quint16>(code);
    }
    if (face)
        FT_Done_Face(face);
    FT_Done_FreeType(library);
    return read;
}

QPDFObjectHandle PdfFont::embed(QPDF &pdf) const
{
    QPDFObjectHandle font = QPDFObjectHandle::newDictionary();
    font.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
    font.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type0"));
    font.replaceKey("/BaseFont", name(m_name));
    font.replaceKey("/Encoding", QPDFObjectHandle::newName("/Identity-H"));
    font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({descendant(pdf)}));
    font.replaceKey("/ToUnicode", compressedStream(pdf, toUnicode()));
    return pdf.makeIndirectObject(font);
}

QPDFObjectHandle PdfFont::descendant(QPDF &pdf) const
{
    QPDFObjectHandle font = QPDFObjectHandle::newDictionary();
    font.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
    font.replaceKey("/Subtype", QPDFObjectHandle::newName(m_isCompact ? "/CIDFontType0" : "/CIDFontType2"));
    font.replaceKey("/BaseFont", name(m_name));
    font.replaceKey(
        "/CIDSystemInfo", QPDFObjectHandle::parse("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
    font.replaceKey("/FontDescriptor", pdf.makeIndirectObject(descriptor(pdf)));
    font.replaceKey("/DW", QPDFObjectHandle::newInteger(1000));
    font.replaceKey("/W", widths());
    if (!m_isCompact)
        font.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
    return pdf.makeIndirectObject(font);
}

QPDFObjectHandle PdfFont::descriptor(QPDF &pdf) const
{
    const double scale = 1000 / m_face.unitsPerEm;
    hb_font_extents_t extents{};
    hb_font_get_h_extents(m_face.font.get(), &extents);
    const HarfBuzzBlob head = table(m_face.face.get(), HB_TAG('h', 'e', 'a', 'd'));
    unsigned headLength = 0;
    const char *headData = hb_blob_get_data(head.get(), &headLength);
    constexpr unsigned boxOffset = 36; // xMin, yMin, xMax, yMax
    QPDFObjectHandle box = QPDFObjectHandle::newArray();
    for (unsigned offset = boxOffset; offset < boxOffset + 8; offset += 2)
        box.appendItem(number(offset + 2 <= headLength ? qFromBigEndian<qint16>(headData + offset) * scale : 0));

    QPDFObjectHandle descriptor = QPDFObjectHandle::newDictionary();
    descriptor.replaceKey("/Type", QPDFObjectHandle::newName("/FontDescriptor"));
    descriptor.replaceKey("/FontName", name(m_name));
    descriptor.replaceKey("/Flags", QPDFObjectHandle::newInteger(4)); // symbolic: not in the standard Latin encoding
    descriptor.replaceKey("/FontBBox", box);
    descriptor.replaceKey("/ItalicAngle", QPDFObjectHandle::newInteger(0));
    descriptor.replaceKey("/Ascent", number(extents.ascender * scale));
    descriptor.replaceKey("/Descent", number(extents.descender * scale));
    descriptor.replaceKey("/CapHeight", number(extents.ascender * scale));
    descriptor.replaceKey("/StemV", QPDFObjectHandle::newInteger(80));
    descriptor.replaceKey("/CIDSet", compressedStream(pdf, cidSet()));
    QPDFObjectHandle program = streamOf(pdf, m_program);
    if (m_isCompact)
        program.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/CIDFontType0C"));
    else
        program.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(m_programSize));
    descriptor.replaceKey(m_isCompact ? "/FontFile3" : "/FontFile2", program);
    return descriptor;
}

QPDFObjectHandle PdfFont::widths() const
{
    QPDFObjectHandle list = QPDFObjectHandle::newArray();
    for (std::size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        if (!m_used[glyph] || m_widths[glyph] == 1000)
            continue;
        list.appendItem(QPDFObjectHandle::newInteger(m_codes[glyph]));
        list.appendItem(QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(m_widths[glyph])}));
    }
    return list;
}

// One bit for each CID of the subset (ISO 19005-1, 6.3.5).
QByteArray PdfFont::cidSet() const
{
    QByteArray bits;
    for (std::size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        if (!m_used[glyph])
            continue;
        const qsizetype byte = m_codes[glyph] / 8;
        if (byte >= bits.size())
            bits.append(byte + 1 - bits.size(), '\0');
        bits[byte] = static_cast<char>(bits.at(byte) | (0x80 >> (m_codes[glyph] % 8)));
    }
    return bits;
}

QByteArray PdfFont::toUnicode() const
{
    QByteArrayList entries;
    for (std::size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        if (m_used[glyph] && m_characters[glyph] != 0)
            entries.append('<' + hexadecimal(m_codes[glyph]) + "> <" + hexadecimal(m_characters[glyph]) + ">\n");
    }
    QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n";
    for (qsizetype first = 0; first < entries.size(); first += mapBlock) {
        const QByteArrayList block = entries.mid(first, mapBlock);
        map += QByteArray::number(block.size()) + " beginbfchar\n" + block.join() + "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace zhibao
