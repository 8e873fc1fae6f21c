// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/text/decodedtext.h"

#include "core/text/encoding.h"

#include <QStringDecoder>

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

namespace zhibao {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::optional<QString> fromGb18030(const QByteArray &bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const Converter converter(ucnv_open("gb18030", &error), ucnv_close);
    if (U_FAILURE(error) || bytes.size() > INT32_MAX / 2)
        return std::nullopt;
    QString text(bytes.size(), Qt::Uninitialized); // no character takes more units than it has bytes
    const int32_t length = ucnv_toUChars(converter.get(), reinterpret_cast<UChar *>(text.data()),
        static_cast<int32_t>(text.size()), bytes.constData(), static_cast<int32_t>(bytes.size()), &error);
    if (U_FAILURE(error) || length > text.size())
        return std::nullopt;
    text.truncate(length);
    return text;
}

// UTF-16 without its mark: every other byte of what is written in Latin letters, digits and line ends is 0, and hardly
// one of the rest (一 is U+4E00).
std::optional<QStringDecoder::Encoding> markless(const QByteArray &bytes)
{
    const QByteArrayView begin = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4'096));
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < begin.size(); ++i) {
        if (begin[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    if (odd > 4 * even && odd * 20 > begin.size())
        return QStringDecoder::Utf16LE;
    if (even > 4 * odd && even * 20 > begin.size())
        return QStringDecoder::Utf16BE;
    return std::nullopt;
}

} // namespace

std::optional<QString> decodedText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        return QString(decoder(bytes));
    }
    if (const auto encoding = markless(bytes)) {
        QStringDecoder decoder(*encoding);
        return QString(decoder(bytes));
    }
    if (bytes.contains('\0'))
        return std::nullopt;
    const std::optional<QString> text = textOfUtf8(bytes);
    if (text)
        return text->startsWith(QChar(QChar::ByteOrderMark)) ? text->mid(1) : text;
    return fromGb18030(bytes);
}

} // namespace zhibao
