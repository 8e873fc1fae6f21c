// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/encoding.h"

namespace zhibao {

namespace {

bool isContinuation(uchar byte)
{
    return (byte & 0xC0U) == 0x80U;
}

// Length of the well-formed sequence at `at`, 0 where there is none.
qsizetype sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < bytes.size() ? static_cast<uchar>(bytes[i]) : uchar{0}; };
    const uchar first = byte(at);
    if (first < 0x80)
        return 1;
    const uchar second = byte(at + 1);
    if (!isContinuation(second))
        return 0;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (!isContinuation(byte(at + 2)))
        return 0;
    const bool overlong3 = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    if (first >= 0xE0 && first <= 0xEF)
        return overlong3 || surrogate ? 0 : 3;
    const bool overlong4 = first == 0xF0 && second < 0x90;
    const bool beyond = first == 0xF4 && second > 0x8F;
    if (first >= 0xF0 && first <= 0xF4 && isContinuation(byte(at + 3)))
        return overlong4 || beyond ? 0 : 4;
    return 0;
}

// Length of the code point at `at`, 0 for a lone surrogate or NUL.
qsizetype codePointLength(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 0;
    return c.isLowSurrogate() || c.isNull() ? 0 : 1;
}

} // namespace

Result<QString> decodeUtf8(const QByteArray &bytes, const QString &path)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, at);
        if (length == 0)
            return Error{ErrorCode::NotUtf8, {path, QString::number(at)}};
        at += length;
    }
    // fromUtf8 drops the byte order mark by itself.
    return QString::fromUtf8(bytes);
}

bool isWellFormed(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = codePointLength(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

QString wellFormed(const QString &text)
{
    if (isWellFormed(text) && !text.contains(u'\r'))
        return text;
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = codePointLength(text, at);
        if (length == 0)
            result += QChar::ReplacementCharacter;
        else if (text[at] != u'\r')
            result += QStringView(text).mid(at, length);
        else if (at + 1 == text.size() || text[at + 1] != u'\n')
            result += u'\n';
        at += qMax(qsizetype{1}, length);
    }
    return result;
}

} // namespace zhibao
