// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"

#include <QByteArray>

#include <cmath>

namespace zhibao {

// Text of a PDF content stream: numbers with no more digits than they need, strings in hexadecimal.
class ContentBuffer {
public:
    ContentBuffer &operator<<(const char *text)
    {
        m_bytes += text;
        return *this;
    }
    // A length in points, to a thousandth.
    ContentBuffer &operator<<(double value) { return *this << Thousandths{std::llround(value * 1000)}; }
    ContentBuffer &operator<<(int value)
    {
        m_bytes += QByteArray::number(value);
        return *this;
    }
    // Four hexadecimal digits.
    void appendCode(unsigned code)
    {
        static constexpr char digits[] = "0123456789ABCDEF";
        const char text[]
            = {digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15], digits[code & 15]};
        m_bytes.append(text, sizeof text);
    }

    const QByteArray &bytes() const { return m_bytes; }
    void clear() { m_bytes.resize(0); } // keeps the room for the next page

private:
    struct Thousandths {
        qint64 value;
    };
    ContentBuffer &operator<<(Thousandths number)
    {
        QByteArray digits = QByteArray::number(number.value < 0 ? -number.value : number.value).rightJustified(4, '0');
        digits.insert(digits.size() - 3, '.');
        while (digits.endsWith('0'))
            digits.chop(1);
        if (digits.endsWith('.'))
            digits.chop(1);
        if (number.value < 0)
            m_bytes += '-';
        m_bytes += digits;
        return *this;
    }

    QByteArray m_bytes;
};

} // namespace zhibao
