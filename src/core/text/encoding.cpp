// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/encoding.h"

#include <QStringDecoder>

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

constexpr char16_t lineTabulation = u'\v';
constexpr char16_t formFeed = u'\f';

bool isPairAt(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
}

// Whether the code unit goes in as it is, the halves of pairs apart.
bool isCarried(char16_t unit)
{
    return unit == u'\t' || unit == u'\n' || (unit >= u' ' && unit < 0xFFFE && !QChar::isSurrogate(unit));
}

// Up to where the text is as the door would leave it.
qsizetype carriedLength(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && (isPairAt(text, at) || isCarried(text[at].unicode())))
        at += isPairAt(text, at) ? 2 : 1;
    return at;
}

} // namespace

Result<void> checkUtf8(const QByteArray &bytes, const QString &path)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceLength(bytes, at);
        if (length == 0)
            return Error{ErrorCode::NotUtf8, {path, QString::number(at)}};
        at += length;
    }
    return {};
}

Result<QString> decodeUtf8(const QByteArray &bytes, const QString &path)
{
    if (const Result<void> isText = checkUtf8(bytes, path); !isText)
        return isText.error();
    // fromUtf8 drops the byte order mark by itself.
    return QString::fromUtf8(bytes);
}

std::optional<QString> textOfUtf8(QByteArrayView bytes)
{
    if (!QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        return std::nullopt;
    // QString::fromUtf8 would drop a byte order mark at the start.
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

bool isWellFormed(QStringView text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

QString wellFormed(const QString &text, qsizetype *replaced)
{
    qsizetype at = carriedLength(text);
    if (at == text.size())
        return text;
    QString result = text.left(at);
    result.reserve(text.size());
    qsizetype count = 0;
    for (; at < text.size(); ++at) {
        const char16_t unit = text[at].unicode();
        const bool isBreak = unit == u'\r' || unit == lineTabulation || unit == formFeed;
        if (isPairAt(text, at)) {
            result += text[at++];
            result += text[at];
        } else if (isCarried(unit)) {
            result += text[at];
        } else if (!isBreak) {
            result += QChar::ReplacementCharacter;
            ++count;
        } else if (unit != u'\r' || at + 1 == text.size() || text[at + 1] != u'\n') {
            result += u'\n';
        }
    }
    if (replaced)
        *replaced += count;
    return result;
}

} // namespace zhibao
