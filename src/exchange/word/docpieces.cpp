// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docpieces.h"

#include "exchange/intake/filledbuilder.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

constexpr int clxPair = 33;
constexpr qint64 firstPairAt = 154;
constexpr qint64 firstLengthAt = 76;

// What is written in one byte is in the code page of Western Windows.
QChar narrow(quint8 byte)
{
    constexpr std::array<char16_t, 32> upper{0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
        0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};
    return QChar(byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80U] : char16_t(byte));
}

} // namespace

ByteFields docTable(ByteFields document, ByteFields table, int pair)
{
    const qint64 at = firstPairAt + 8 * pair;
    return table.part(document.longAt(at), document.longAt(at + 4));
}

std::optional<DocPieces> DocPieces::read(const QByteArray &document, const QByteArray &table)
{
    DocPieces pieces;
    const ByteFields fields{QByteArrayView(document)};
    for (int part = 0; part < 8; ++part)
        pieces.m_lengths.append(
            static_cast<int>(std::min<quint32>(fields.longAt(firstLengthAt + 4 * part), INT_MAX / 16)));
    if (!pieces.readPieces(docTable(fields, ByteFields(QByteArrayView(table)), clxPair), fields))
        return std::nullopt;
    return pieces;
}

// Changes first, then the table of pieces.
bool DocPieces::readPieces(ByteFields clx, ByteFields document)
{
    constexpr quint8 change = 1;
    constexpr quint8 table = 2;
    qint64 at = 0;
    while (clx.byteAt(at) == change) {
        const qint64 length = clx.shortAt(at + 1);
        m_changes.append(clx.part(at + 3, length));
        at += 3 + length;
    }
    return clx.byteAt(at) == table && readTable(clx.part(at + 5, clx.longAt(at + 1)), document);
}

bool DocPieces::readTable(ByteFields plc, ByteFields document)
{
    const qint64 count = (plc.size() - 4) / 12;
    int end = 0;
    for (qint64 i = 0; i < count; ++i) {
        Piece piece;
        piece.start = static_cast<int>(plc.longAt(4 * i));
        piece.end = static_cast<int>(plc.longAt(4 * i + 4));
        const qint64 descriptor = 4 * (count + 1) + 8 * i;
        const quint32 place = plc.longAt(descriptor + 2);
        constexpr quint32 narrowBit = 0x40000000;
        piece.isNarrow = (place & narrowBit) != 0;
        piece.place = piece.isNarrow ? (place & ~narrowBit) / 2 : place;
        const quint16 changed = plc.shortAt(descriptor + 6);
        piece.change = (changed & 1) != 0 ? changed >> 1 : -1;
        const qint64 width = piece.isNarrow ? 1 : 2;
        // Pieces follow one another, and lie in the document.
        if (piece.start != end || piece.end < piece.start
            || !document.holds(piece.place, width * (qint64(piece.end) - piece.start)) || piece.end > filledTextLimit)
            return false;
        end = piece.end;
        m_text.reserve(end);
        for (int character = 0; character < piece.end - piece.start; ++character) {
            const qint64 at = piece.place + width * character;
            m_text += piece.isNarrow ? narrow(document.byteAt(at)) : QChar(document.shortAt(at));
        }
        m_pieces.append(piece);
    }
    return !m_pieces.isEmpty();
}

std::pair<int, int> DocPieces::range(DocPart part) const
{
    const auto last = m_lengths.cbegin() + static_cast<int>(part);
    qint64 start = 0;
    for (auto length = m_lengths.cbegin(); length != last; ++length)
        start += *length;
    const qint64 size = m_text.size();
    return {static_cast<int>(std::min(start, size)), static_cast<int>(std::min(start + *last, size))};
}

const DocPieces::Piece *DocPieces::pieceOf(int character) const
{
    const auto next = std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), character,
        [](int wanted, const Piece &piece) { return wanted < piece.start; });
    if (next == m_pieces.cbegin() || std::prev(next)->end <= character)
        return nullptr;
    return &*std::prev(next);
}

qint64 DocPieces::place(int character) const
{
    const Piece *const piece = pieceOf(character);
    return piece ? piece->place + (piece->isNarrow ? 1 : 2) * (qint64(character) - piece->start) : -1;
}

ByteFields DocPieces::changed(int character) const
{
    const Piece *const piece = pieceOf(character);
    return piece && piece->change >= 0 && piece->change < m_changes.size() ? m_changes[piece->change] : ByteFields();
}

} // namespace zhibao
