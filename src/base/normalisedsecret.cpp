// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"
#include "base/sodium.h"

#include <QStringDecoder>

#include <sodium.h>

#include <algorithm>

namespace zhibao {

namespace {

void wipe(QString &text)
{
    if (text.isDetached())
        sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

// Whether the code point may change with the one before it: marks, the vowels and finals of Hangul, and the half-width
// voicing marks of kana.
bool joinsPrevious(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return (point >= 0x1160 && point <= 0x11FF) || point == 0xFF9E || point == 0xFF9F;
    }
}

// Length of the character at the position with what joins it.
qsizetype characterLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size()) {
        const bool pair = text[end].isHighSurrogate() && end + 1 < text.size() && text[end + 1].isLowSurrogate();
        const char32_t point = pair ? QChar::surrogateToUcs4(text[end], text[end + 1]) : text[end].unicode();
        if (end > at && !joinsPrevious(point))
            break;
        end += pair ? 2 : 1;
    }
    return end - at;
}

} // namespace

// Qt leaves copies of what it normalises in memory: it is given one character at a time, so that none is a password.
Secret Secret::normalised() const
{
    const bool isAscii
        = std::all_of(m_bytes, m_bytes + m_size, [](char c) { return static_cast<signed char>(c) >= 0; });
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text;
    if (!isAscii)
        text = decoder.decode(bytes());
    if (isAscii || decoder.hasError()) {
        wipe(text);
        return copy();
    }
    constexpr qsizetype longest = 18 * 3; // bytes that a UTF-16 unit may become: U+FDFA
    Secret normal(std::max<qsizetype>(text.size() * longest, 1));
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = characterLength(text, at);
        const QByteArray character = text.mid(at, length).normalized(QString::NormalizationForm_KC).toUtf8();
        std::copy(character.cbegin(), character.cend(), normal.m_bytes + normal.m_size);
        normal.m_size += character.size();
        at += length;
    }
    wipe(text);
    return normal;
}

} // namespace zhibao
