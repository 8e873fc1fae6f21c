// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "generate/rawarchive.h"

#include <QtEndian>

#include <array>

namespace zhibao::generate {

namespace {

constexpr quint16 deflated = 8;

void add(QByteArray &bytes, quint16 number)
{
    number = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

void add(QByteArray &bytes, quint32 number)
{
    number = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

// What eight steps of CRC-32 make of each byte.
std::array<quint32, 256> checksumSteps()
{
    std::array<quint32, 256> steps{};
    for (quint32 byte = 0; byte < steps.size(); ++byte) {
        quint32 step = byte;
        for (int bit = 0; bit < 8; ++bit)
            step = step >> 1 ^ (step & 1 ? 0xEDB88320 : 0);
        steps[byte] = step;
    }
    return steps;
}

// CRC-32 of ISO 3309, as APPNOTE 4.4.7 asks for.
quint32 checksumOf(const QByteArray &bytes)
{
    static const std::array<quint32, 256> steps = checksumSteps();
    quint32 checksum = 0xFFFFFFFF;
    for (const char byte : bytes)
        checksum = checksum >> 8 ^ steps[(checksum ^ static_cast<uchar>(byte)) & 0xFF];
    return ~checksum;
}

// The fields that stand before a part and in the directory (APPNOTE 4.3.7, 4.3.12).
void addCommon(QByteArray &bytes, const RawPart &part)
{
    constexpr quint16 neededVersion = 20;
    constexpr quint16 namesInUtf8 = 1 << 11;
    constexpr quint16 firstDate = 1 << 5 | 1; // 1980-01-01
    add(bytes, neededVersion);
    add(bytes, namesInUtf8);
    add(bytes, part.method);
    add(bytes, quint16(0));
    add(bytes, firstDate);
    add(bytes, part.checksum);
    add(bytes, static_cast<quint32>(part.packed.size()));
    add(bytes, part.size);
    add(bytes, static_cast<quint16>(part.name.size()));
    add(bytes, quint16(0)); // no extra field
}

// Bits as deflate writes them (RFC 1951 3.1.1): from the least significant of each byte on, numbers likewise, codes
// from their first bit on.
class Bits {
public:
    void number(uint value, int count)
    {
        for (int bit = 0; bit < count; ++bit)
            one((value >> bit & 1) != 0);
    }

    void code(const char *digits)
    {
        for (; *digits; ++digits)
            one(*digits == '1');
    }

    QByteArray bytes() const { return m_bytes; }

private:
    void one(bool set)
    {
        if (m_count % 8 == 0)
            m_bytes.append('\0');
        if (set)
            m_bytes.back() = static_cast<char>(m_bytes.back() | 1 << m_count % 8);
        ++m_count;
    }

    QByteArray m_bytes;
    qsizetype m_count = 0;
};

// The start of a deflate block in which "0" "0" is a match of 258 bytes one byte back, and its first byte, a zero. The
// alphabet holds the literal 0 ("10"), the end ("11") and that match; the lengths of its codes are packed too
// (RFC 1951 3.2.7).
QByteArray blockOfZeros()
{
    Bits bits;
    bits.number(1, 1); // the last block
    bits.number(2, 2); // its codes follow
    bits.number(286 - 257, 5);
    bits.number(1 - 1, 5); // one distance
    bits.number(18 - 4, 4);
    // Lengths of 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1: only 18 ("0"), 1 ("10") and 2 ("11").
    for (const uint length : {0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2})
        bits.number(length, 3);
    const auto noCodes = [&](uint count) { // for 11 to 138 symbols
        bits.code("0");
        bits.number(count - 11, 7);
    };
    bits.code("11"); // the literal 0 has two bits
    noCodes(138);
    noCodes(117);
    bits.code("11"); // the end has two
    noCodes(28);
    bits.code("10"); // the match has one
    bits.code("10"); // its distance has one
    bits.code("10"); // a zero; from here on all bits up to the end are 0
    return bits.bytes();
}

} // namespace

RawPart storedPart(const QByteArray &name, const QByteArray &bytes)
{
    return {name, bytes, 0, checksumOf(bytes), static_cast<quint32>(bytes.size())};
}

RawPart deflatedPart(const QByteArray &name, const QByteArray &bytes)
{
    // What Qt makes has its own length and zlib's head before the deflated bytes, and zlib's checksum after them.
    constexpr qsizetype before = 4 + 2;
    constexpr qsizetype after = 4;
    const QByteArray compressed = qCompress(bytes);
    return {name, compressed.sliced(before).chopped(after), deflated, checksumOf(bytes),
        static_cast<quint32>(bytes.size())};
}

RawPart bombPart(const QByteArray &name, qsizetype packed)
{
    // The first bytes of the block end with 7 bits of matches, and the last byte begins with one: together 8.
    constexpr char matchAndEnd = 0b110;
    const QByteArray zeros(packed, '\0');
    const qint64 size = 1 + 258 * (4 * qint64(packed) + 4);
    constexpr qint64 checked = 30'000'000;
    const quint32 checksum = size <= checked ? checksumOf(QByteArray(size, '\0')) : 0;
    return {name, blockOfZeros() + zeros + matchAndEnd, deflated, checksum, static_cast<quint32>(size)};
}

QByteArray rawArchive(const QList<RawPart> &parts)
{
    QByteArray bytes;
    QList<quint32> places;
    for (const RawPart &part : parts) {
        places.append(part.sharedWith < 0 ? static_cast<quint32>(bytes.size()) : places.at(part.sharedWith));
        if (part.sharedWith >= 0)
            continue;
        bytes.append("PK\3\4");
        addCommon(bytes, part);
        bytes.append(part.name).append(part.packed);
    }
    const qsizetype directory = bytes.size();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bytes.append("PK\1\2");
        add(bytes, quint16(3 << 8 | 20)); // made under Unix
        addCommon(bytes, parts[i]);
        add(bytes, quint16(0)); // no comment
        add(bytes, quint16(0)); // on the first disk
        add(bytes, quint16(0));
        add(bytes, parts[i].attributes);
        add(bytes, places[i]);
        bytes.append(parts[i].name);
    }
    const qsizetype directorySize = bytes.size() - directory;
    bytes.append("PK\5\6");
    add(bytes, quint32(0)); // one disk
    add(bytes, static_cast<quint16>(parts.size()));
    add(bytes, static_cast<quint16>(parts.size()));
    add(bytes, static_cast<quint32>(directorySize));
    add(bytes, static_cast<quint32>(directory));
    add(bytes, quint16(0));
    return bytes;
}

} // namespace zhibao::generate
