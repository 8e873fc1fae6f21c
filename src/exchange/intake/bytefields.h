// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace zhibao {

// Little-endian numbers in bytes that came from anywhere: what lies outside of them is 0.
class ByteFields {
public:
    ByteFields() = default;
    explicit ByteFields(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    qsizetype size() const { return m_bytes.size(); }
    QByteArrayView bytes() const { return m_bytes; }
    bool holds(qint64 at, qint64 length) const { return at >= 0 && length >= 0 && at <= size() - length; }

    quint8 byteAt(qint64 at) const { return numberAt<quint8>(at); }
    quint16 shortAt(qint64 at) const { return numberAt<quint16>(at); }
    quint32 longAt(qint64 at) const { return numberAt<quint32>(at); }
    quint64 wideAt(qint64 at) const { return numberAt<quint64>(at); }

    // As much of it as there is.
    ByteFields part(qint64 at, qint64 length) const
    {
        const qint64 start = qBound<qint64>(0, at, size());
        return ByteFields(m_bytes.sliced(start, qBound<qint64>(0, length, size() - start)));
    }

private:
    template <typename Number>
    Number numberAt(qint64 at) const
    {
        return holds(at, sizeof(Number)) ? qFromLittleEndian<Number>(m_bytes.data() + at) : Number(0);
    }

    QByteArrayView m_bytes;
};

} // namespace zhibao
