// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "base/archiverecords.h"

#include <QtEndian>

namespace zhibao {

namespace {

// Bits of an entry's flags: how hard it was deflated, its sizes follow the part, its name is UTF-8.
constexpr uint sizesFollow = 0x0008;
constexpr uint harmlessFlags = 0x0006 | sizesFollow | 0x0800;

// Reads an archive from its end, and follows its parts from its first byte on.
class Structure {
public:
    explicit Structure(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    bool isWhole()
    {
        const qsizetype end = m_bytes.size() - endRecordSize;
        if (!begins(end, "PK\5\6", endRecordSize) || number32(end + 4) != 0 || number16(end + 8) != number16(end + 10)
            || number16(end + 20) != 0)
            return false;
        const qsizetype directory = number32(end + 16);
        qsizetype entry = directory;
        for (int i = 0; i < number16(end + 10); ++i) {
            if (!followPart(entry))
                return false;
            entry += entrySize + number16(entry + 28);
        }
        return m_place == directory && entry == end && number32(end + 12) == end - directory;
    }

private:
    bool begins(qsizetype at, const char *signature, qsizetype size) const
    {
        return at >= 0 && at <= m_bytes.size() - size && QByteArrayView(m_bytes).sliced(at).startsWith(signature);
    }

    quint16 number16(qsizetype at) const { return qFromLittleEndian<quint16>(m_bytes.constData() + at); }
    quint32 number32(qsizetype at) const { return qFromLittleEndian<quint32>(m_bytes.constData() + at); }

    QByteArrayView view(qsizetype at, qsizetype size) const { return QByteArrayView(m_bytes).sliced(at, size); }

    // Whether the part that the entry tells of begins where the one before ended, and says of itself what the entry
    // does; goes on to where it ends.
    bool followPart(qsizetype entry)
    {
        if (!begins(entry, "PK\1\2", entrySize) || !begins(m_place, "PK\3\4", partHeadSize))
            return false;
        const qsizetype nameLength = number16(entry + 28);
        const qsizetype packed = number32(entry + 20);
        const uint flags = number16(entry + 8);
        const bool descriptorFollows = (flags & sizesFollow) != 0;
        const qsizetype size = partHeadSize + nameLength + packed + (descriptorFollows ? descriptorSize : 0);
        // Extra fields, comments and other disks: some programs heed them, others do not.
        const bool isPlain = (flags & ~harmlessFlags) == 0 && number32(entry + 30) == 0 && number16(entry + 34) == 0
            && number32(entry + 42) == m_place && number16(m_place + 28) == 0;
        if (!isPlain || size > m_bytes.size() - m_place || entry + entrySize + nameLength > m_bytes.size()
            || !isToldAlike(entry, descriptorFollows))
            return false;
        const qsizetype end = m_place + size;
        if (descriptorFollows
            && (!begins(end - descriptorSize, "PK\7\10", descriptorSize)
                || view(end - descriptorSize + 4, 12) != view(entry + 16, 12)))
            return false;
        m_place = end;
        return true;
    }

    // Needed version, flags, method, time; checksum and sizes, which may be left to what follows; name.
    bool isToldAlike(qsizetype entry, bool descriptorFollows) const
    {
        const qsizetype nameLength = number16(entry + 28);
        const QByteArrayView sums = view(m_place + 14, 12);
        const bool isUntold = descriptorFollows && sums == QByteArray(12, '\0');
        return view(m_place + 4, 10) == view(entry + 6, 10) && (isUntold || sums == view(entry + 16, 12))
            && number16(m_place + 26) == nameLength
            && view(m_place + partHeadSize, nameLength) == view(entry + entrySize, nameLength);
    }

    const QByteArray &m_bytes;
    qsizetype m_place = 0; // where the next part must begin
};

} // namespace

bool holdsOnlyParts(const QByteArray &archive)
{
    return Structure(archive).isWhole();
}

} // namespace zhibao
