// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <optional>

namespace zhibao {

// A number as it stands in dates: digits in ASCII or full width (12, １２), or Chinese numerals (十二, 二〇二三, 廿,
// 贰).
struct Numeral {
    qsizetype length = 0; // UTF-16 units of all the numerals that stand together; 0: none
    int digits = 0; // of its value
    int value = -1; // -1: no number that a date has, as 三四 (three or four) and 三百
    bool chinese = false;
};

Numeral numeralAt(QStringView text, qsizetype at);

// Reads the parts of dates from left to right.
class DateCursor {
public:
    explicit DateCursor(QStringView text, qsizetype at = 0)
        : m_text(text)
        , m_at(at)
    {
    }

    qsizetype at() const { return m_at; }
    void setAt(qsizetype at) { m_at = at; }
    QChar here() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    QChar next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }
    bool isAtEnd() const { return m_at >= m_text.size(); }
    void pass() { ++m_at; }

    // White space within a paragraph, and what is not drawn.
    void passBlanks();
    Numeral passNumeral();

    // Passes over one of the marks, with blanks before it; false and nothing passed where none stands here.
    bool take(QStringView marks);
    // The same for what parts 2023-12-20, in any width: which one it was, in ASCII.
    std::optional<QChar> takeSeparator();

private:
    QStringView m_text;
    qsizetype m_at;
};

} // namespace zhibao
