// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace zhibao::generate {

// A part of a zip archive as its fields tell it, whether or not they are true.
struct RawPart {
    QByteArray name; // any bytes
    QByteArray packed; // as it stands in the archive
    quint16 method = 0; // 0: stored, 8: deflated
    quint32 checksum = 0; // CRC-32 of what comes out
    quint32 size = 0; // of what comes out, bytes
    quint32 attributes = 0; // the kind of file by Unix: S_IFLNK << 16, …
    int sharedWith = -1; // the directory leads to the bytes of that part, from 0; -1: to its own
};

RawPart storedPart(const QByteArray &name, const QByteArray &bytes);
RawPart deflatedPart(const QByteArray &name, const QByteArray &bytes);

// Zeros that deflate packs 1,032 to 1; `packed` is about how many bytes they take. Up to 30 MB of them the checksum is
// true; beyond that nobody should read so far.
RawPart bombPart(const QByteArray &name, qsizetype packed);

// A zip archive that no library would write.
QByteArray rawArchive(const QList<RawPart> &parts);

} // namespace zhibao::generate
