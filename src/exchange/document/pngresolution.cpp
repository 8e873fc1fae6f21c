// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/pngresolution.h"

#include <QtEndian>

namespace zhibao {

namespace {

constexpr QByteArrayView head("\x89PNG\r\n\x1A\n");
// Of a chunk: length, name, data, checksum.
constexpr qsizetype nameAt = 4;
constexpr qsizetype dataAt = 8;
constexpr qsizetype around = 12; // bytes besides the data

// Over name and data (ISO/IEC 15948 annex D).
quint32 checksum(QByteArrayView bytes)
{
    constexpr quint32 polynomial = 0xEDB88320;
    quint32 sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? (sum >> 1) ^ polynomial : sum >> 1;
    }
    return ~sum;
}

bool isResolution(QByteArrayView chunk)
{
    constexpr qsizetype size = 9;
    const QByteArrayView summed = chunk.sliced(nameAt, chunk.size() - around + dataAt - nameAt);
    return chunk.size() == size + around && summed.startsWith("pHYs")
        && qFromBigEndian<quint32>(chunk.data() + chunk.size() - 4) == checksum(summed);
}

} // namespace

QByteArray withoutResolution(const QByteArray &png)
{
    if (!png.startsWith(head))
        return png;
    QByteArray kept = head.toByteArray();
    bool isBeforePicture = true;
    bool isEnded = false;
    for (qsizetype at = head.size(); at < png.size();) {
        const QByteArrayView rest = QByteArrayView(png).sliced(at);
        const qsizetype length = rest.size() < around ? -1 : qsizetype(qFromBigEndian<quint32>(rest.data()));
        if (isEnded || length < 0 || length > rest.size() - around)
            return png;
        const QByteArrayView chunk = rest.first(length + around);
        isBeforePicture = isBeforePicture && !chunk.sliced(nameAt).startsWith("IDAT");
        isEnded = chunk.sliced(nameAt).startsWith("IEND");
        if (!isBeforePicture || !isResolution(chunk))
            kept += chunk;
        at += chunk.size();
    }
    return isEnded ? kept : png;
}

} // namespace zhibao
