// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/qrreading.h"

#include "exchange/document/limitedtool.h"

namespace zhibao {

namespace {

constexpr qsizetype largestPicture = 64 * 1024 * 1024; // bytes
constexpr qsizetype longestCode = 64 * 1024; // bytes; the largest code holds 2,953

} // namespace

Result<QString> qrCodeOn(const QString &path)
{
    const QString resolution = QStringLiteral("200"); // pixels an inch: more than four a module of ours
    const QString first = QStringLiteral("1");
    const Result<QByteArray> picture = toolOutput(QStringLiteral("pdftoppm"),
        {QStringLiteral("-cropbox"), QStringLiteral("-gray"), QStringLiteral("-r"), resolution, QStringLiteral("-f"),
            first, QStringLiteral("-l"), first},
        path, {}, largestPicture);
    if (!picture)
        return picture.error();
    const Result<QByteArray> text = toolOutputOf(QStringLiteral("zbarimg"),
        {QStringLiteral("--nodbus"), QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("--oneshot"),
            QStringLiteral("-Sdisable"), QStringLiteral("-Sqrcode.enable"), QStringLiteral("-")},
        *picture, path, longestCode);
    if (!text && text.error().code == ErrorCode::DocumentUnreadable) // it says so of a page without a code
        return QString();
    return text ? Result<QString>(QString::fromUtf8(*text).trimmed()) : Result<QString>(text.error());
}

} // namespace zhibao
