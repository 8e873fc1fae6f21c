// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/biffrecords.h"

#include <algorithm>

namespace zhibao {

bool BiffStream::next()
{
    constexpr qint64 headSize = 4;
    m_parts.clear();
    if (!m_bytes.holds(m_at, headSize))
        return false;
    m_record = BiffRecord(m_bytes.shortAt(m_at));
    do {
        const qint64 length = m_bytes.shortAt(m_at + 2);
        if (!m_bytes.holds(m_at + headSize, length))
            return false;
        m_parts.append(m_bytes.part(m_at + headSize, length));
        m_at += headSize + length;
    } while (m_bytes.holds(m_at, headSize) && BiffRecord(m_bytes.shortAt(m_at)) == BiffRecord::Continue);
    return true;
}

bool BiffText::isAtEnd() const
{
    return m_part >= m_parts.size() || (m_part + 1 == m_parts.size() && m_at >= m_parts[m_part].size());
}

// To the next record where this one is at its end.
bool BiffText::goOn()
{
    if (m_part < m_parts.size() && m_at < m_parts[m_part].size())
        return false;
    ++m_part;
    m_at = 0;
    return m_part < m_parts.size();
}

quint32 BiffText::number(int bytes)
{
    quint32 number = 0;
    for (int i = 0; i < bytes && !isAtEnd(); ++i) {
        goOn();
        number |= quint32(m_parts[m_part].byteAt(m_at++)) << (8 * i);
    }
    return number;
}

void BiffText::skip(qint64 bytes)
{
    while (bytes > 0 && !isAtEnd()) {
        goOn();
        const qint64 step = std::min(bytes, m_parts[m_part].size() - m_at);
        m_at += step;
        bytes -= step;
    }
}

QString BiffText::characters(quint32 count, bool areWide)
{
    QString text;
    for (quint32 i = 0; i < count && !isAtEnd(); ++i) {
        if (goOn())
            areWide = (m_parts[m_part].byteAt(m_at++) & 1) != 0;
        if (m_part >= m_parts.size())
            break;
        text += QChar(areWide ? m_parts[m_part].shortAt(m_at) : ushort(m_parts[m_part].byteAt(m_at)));
        m_at += areWide ? 2 : 1;
    }
    return text;
}

QString BiffText::text(int lengthBytes)
{
    const quint32 count = number(lengthBytes);
    const quint32 flags = number(1);
    const quint32 runs = (flags & 8) != 0 ? number(2) : 0;
    const quint32 phonetic = (flags & 4) != 0 ? number(4) : 0;
    const QString text = characters(count, (flags & 1) != 0);
    skip(qint64(runs) * 4 + phonetic);
    return text;
}

} // namespace zhibao
