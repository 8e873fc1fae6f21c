// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/olemade.h"

#include <QtEndian>

namespace zhibao::test {

namespace {

constexpr qsizetype sectorSize = 512;
constexpr quint32 chainEnd = 0xFFFFFFFE;
constexpr quint32 nothing = 0xFFFFFFFF;
constexpr quint32 tableSector = 0xFFFFFFFD;

template <typename Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray entry(const QString &name, int type, quint32 right, quint32 child, quint32 start, qsizetype size)
{
    QByteArray bytes;
    for (const QChar c : name)
        bytes += u16(c.unicode());
    bytes = bytes.leftJustified(64, '\0') + u16(static_cast<int>(name.size() + 1) * 2) + u8(type) + u8(1) + u32(nothing)
        + u32(right) + u32(child);
    return bytes.leftJustified(116, '\0') + u32(start) + u32(static_cast<quint32>(size)) + u32(0);
}

} // namespace

QByteArray u8(int number)
{
    return littleEndian(static_cast<quint8>(number));
}

QByteArray u16(int number)
{
    return littleEndian(static_cast<quint16>(number));
}

QByteArray u32(quint32 number)
{
    return littleEndian(number);
}

QByteArray oleOf(const QList<std::pair<QString, QByteArray>> &streams)
{
    const qsizetype directorySectors = (streams.size() + 1 + 3) / 4;
    QList<quint32> next;
    const auto chain = [&](qsizetype count) {
        for (qsizetype i = 0; i < count; ++i)
            next.append(i + 1 == count ? chainEnd : static_cast<quint32>(next.size() + 1));
    };
    chain(directorySectors);
    QByteArray directory = entry(QStringLiteral("Root Entry"), 5, nothing, 1, chainEnd, 0);
    QByteArray body;
    for (qsizetype i = 0; i < streams.size(); ++i) {
        QByteArray bytes = streams[i].second.leftJustified(4096, '\0');
        const quint32 right = i + 1 < streams.size() ? static_cast<quint32>(i + 2) : nothing;
        directory += entry(streams[i].first, 2, right, nothing, static_cast<quint32>(next.size()), bytes.size());
        const qsizetype sectors = (bytes.size() + sectorSize - 1) / sectorSize;
        body += bytes.leftJustified(sectors * sectorSize, '\0');
        chain(sectors);
    }
    directory = directory.leftJustified(directorySectors * sectorSize, '\0');
    const qsizetype perSector = sectorSize / 4;
    const qsizetype tables = next.size() / (perSector - 1) + 1;
    const auto firstTable = static_cast<quint32>(next.size());
    for (qsizetype i = 0; i < tables; ++i)
        next.append(tableSector);
    QByteArray table;
    for (const quint32 sector : std::as_const(next))
        table += u32(sector);
    table = table.leftJustified(tables * sectorSize, '\xFF');
    QByteArray head = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8).leftJustified(24, '\0') + u16(0x3E) + u16(3)
        + u16(0xFFFE) + u16(9) + u16(6);
    head = head.leftJustified(44, '\0') + u32(static_cast<quint32>(tables)) + u32(0) + u32(0) + u32(4096)
        + u32(chainEnd) + u32(0) + u32(chainEnd) + u32(0);
    for (qsizetype i = 0; i < tables; ++i)
        head += u32(firstTable + static_cast<quint32>(i));
    head = head.leftJustified(sectorSize, '\xFF');
    return head + directory + body + table;
}

} // namespace zhibao::test
