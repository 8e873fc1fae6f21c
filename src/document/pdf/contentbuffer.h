// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"

#include <QByteArray>

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace zhibao {

// A code of two bytes in a string.
inline constexpr int codeDigits = 4; // hexadecimal
inline void writeCode(unsigned code, char *text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    for (int digit = codeDigits - 1; digit >= 0; --digit, code >>= 4)
        text[digit] = digits[code & 15];
}

// Text of a PDF content stream: numbers with no more digits than they need, strings in hexadecimal.
class ContentBuffer {
public:
    ContentBuffer() { m_bytes.reserve(usualSize); }

    ContentBuffer &operator<<(const char *text)
    {
        m_bytes += text;
        return *this;
    }
    // A length in points, to a thousandth.
    ContentBuffer &operator<<(double value) { return *this << Thousandths{std::llround(value * 1000)}; }
    ContentBuffer &operator<<(int value)
    {
        append(value);
        return *this;
    }
    void appendCode(unsigned code)
    {
        std::array<char, codeDigits> text{};
        writeCode(code, text.data());
        m_bytes.append(text.data(), codeDigits);
    }

    QByteArray takeBytes() { return QByteArray::fromStdString(std::exchange(m_bytes, {})); }

private:
    struct Thousandths {
        qint64 value;
    };
    ContentBuffer &operator<<(Thousandths number)
    {
        const qint64 size = number.value < 0 ? -number.value : number.value;
        if (number.value < 0)
            m_bytes += '-';
        append(size / 1000);
        const auto fraction = static_cast<int>(size % 1000);
        if (fraction == 0)
            return *this;
        const char digits[] = {'.', static_cast<char>('0' + fraction / 100),
            static_cast<char>('0' + fraction / 10 % 10), static_cast<char>('0' + fraction % 10)};
        m_bytes.append(digits, fraction % 10 != 0 ? 4 : fraction % 100 != 0 ? 3 : 2);
        return *this;
    }

    void append(qint64 value)
    {
        std::array<char, 20> digits{};
        const char *end = std::to_chars(digits.begin(), digits.end(), value).ptr;
        m_bytes.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    }

    static constexpr std::size_t usualSize = 64 * 1024; // bytes of a full page

    std::string m_bytes; // appending to it costs half of what it does to a QByteArray
};

} // namespace zhibao
