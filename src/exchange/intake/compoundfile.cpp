// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/compoundfile.h"

#include <QBitArray>

#include <algorithm>

namespace zhibao {

namespace {

constexpr qint64 largestCompound = 64 * 1024 * 1024;
constexpr qint64 smallSectorSize = 64;
constexpr qint64 smallStreamLimit = 4'096; // streams of fewer bytes lie in small sectors
constexpr quint32 endOfChain = 0xFFFFFFFE;
constexpr quint32 noEntry = 0xFFFFFFFF;
constexpr qint64 entrySizeInDirectory = 128;

QList<quint32> numbersIn(const QByteArray &bytes)
{
    QList<quint32> numbers(bytes.size() / 4);
    if (!numbers.isEmpty()) // which has no place to copy to
        qFromLittleEndian<quint32>(bytes.constData(), numbers.size(), numbers.data());
    return numbers;
}

} // namespace

std::optional<CompoundFile> CompoundFile::open(const QByteArray &bytes)
{
    CompoundFile file;
    file.m_file = ByteFields(bytes);
    const int shift = file.m_file.shortAt(30);
    if (!bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") || bytes.size() > largestCompound
        || (shift != 9 && shift != 12))
        return std::nullopt;
    file.m_sectorSize = qint64(1) << shift;
    if (!file.readTables())
        return std::nullopt;
    file.readDirectory();
    return file;
}

// The table that says of each sector which one follows lies in sectors itself; where these are, the header says, and
// further sectors that are chained.
bool CompoundFile::readTables()
{
    const qint64 sectors = m_file.size() / m_sectorSize + 1;
    QList<quint32> places;
    for (int i = 0; i < 109; ++i)
        places.append(m_file.longAt(76 + 4 * i));
    quint32 further = m_file.longAt(68);
    for (qint64 step = 0; step < sectors && further < sectors; ++step) {
        const qint64 at = (qint64(further) + 1) * m_sectorSize;
        for (qint64 i = 0; i < m_sectorSize / 4 - 1 && places.size() <= sectors; ++i)
            places.append(m_file.longAt(at + 4 * i));
        further = m_file.longAt(at + m_sectorSize - 4);
    }
    for (const quint32 place : std::as_const(places)) {
        if (place >= sectors || m_next.size() > sectors)
            continue;
        for (qint64 i = 0; i < m_sectorSize / 4; ++i)
            m_next.append(m_file.longAt((qint64(place) + 1) * m_sectorSize + 4 * i));
    }
    return !m_next.isEmpty();
}

std::optional<QByteArray> CompoundFile::follow(quint32 start, qint64 size) const
{
    QByteArray bytes;
    const qsizetype wanted = static_cast<qsizetype>(std::min(size, m_file.size()));
    QBitArray seen(m_next.size());
    quint32 sector = start;
    while (bytes.size() < wanted && sector != endOfChain) {
        if (sector >= m_next.size() || seen.testBit(sector))
            return std::nullopt;
        seen.setBit(sector);
        const ByteFields part = m_file.part((qint64(sector) + 1) * m_sectorSize, m_sectorSize);
        bytes.append(part.bytes().data(), part.size());
        // The last sector of a file may be cut short.
        if (part.size() < m_sectorSize)
            bytes.append(static_cast<qsizetype>(m_sectorSize - part.size()), '\0');
        sector = m_next[sector];
    }
    bytes.truncate(wanted);
    return bytes;
}

std::optional<QByteArray> CompoundFile::followSmall(quint32 start, qint64 size) const
{
    QByteArray bytes;
    QBitArray seen(m_smallNext.size());
    quint32 sector = start;
    while (bytes.size() < size && sector != endOfChain) {
        if (sector >= m_smallNext.size() || seen.testBit(sector))
            return std::nullopt;
        seen.setBit(sector);
        bytes.append(m_small.mid(static_cast<qsizetype>(sector * smallSectorSize), smallSectorSize));
        sector = m_smallNext[sector];
    }
    bytes.truncate(static_cast<qsizetype>(size));
    return bytes;
}

// Entries are the knots of a tree; those that lie in folders of their own belong to embedded objects.
void CompoundFile::readDirectory()
{
    const QByteArray directory = follow(m_file.longAt(48), m_file.size()).value_or(QByteArray());
    const ByteFields fields{QByteArrayView(directory)};
    const qint64 count = fields.size() / entrySizeInDirectory;
    QList<bool> seen(count, false);
    QList<quint32> pending{fields.longAt(76)};
    while (!pending.isEmpty()) {
        const quint32 knot = pending.takeLast();
        if (knot == noEntry || knot >= count || seen[knot])
            continue;
        seen[knot] = true;
        const qint64 at = knot * entrySizeInDirectory;
        pending.append(fields.longAt(at + 68));
        pending.append(fields.longAt(at + 72));
        const int length = std::clamp(fields.shortAt(at + 64) / 2 - 1, 0, 31);
        QString name;
        for (int i = 0; i < length; ++i)
            name += QChar(fields.shortAt(at + 2 * i));
        m_entries.insert(name, {fields.longAt(at + 116), fields.longAt(at + 120)});
    }
    m_smallNext = numbersIn(follow(m_file.longAt(60), m_file.longAt(64) * m_sectorSize).value_or(QByteArray()));
    m_small = follow(fields.longAt(116), fields.longAt(120)).value_or(QByteArray());
}

std::optional<QByteArray> CompoundFile::stream(const QString &name) const
{
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.constEnd())
        return std::nullopt;
    return entry->size < smallStreamLimit ? followSmall(entry->start, entry->size) : follow(entry->start, entry->size);
}

} // namespace zhibao
