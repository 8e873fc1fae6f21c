// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/pdf/pdfpages.h"

#include "base/digest.h"
#include "exchange/document/limitedtool.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr int fineResolution = 100; // pixels an inch
constexpr int coarseResolution = 30;
constexpr int bandHeight = 8; // pixels
constexpr int mostPages = 300;
// So many fit into the time and memory of the tool, and of this program.
constexpr int pagesAtOnce = 20;
constexpr int coarsePagesAtOnce = 150;
constexpr qsizetype longestPagePictures = 256 * 1024 * 1024; // bytes
constexpr int colours = 3;

bool isBlank(QByteArrayView band)
{
    constexpr char white = '\xFF';
    return std::all_of(band.begin(), band.end(), [](char value) { return value == white; });
}

PageLook lookOf(QByteArrayView pixels, const QSize &size)
{
    PageLook look{size, {}};
    const qsizetype length = static_cast<qsizetype>(size.width()) * colours * bandHeight;
    for (qsizetype at = 0; at < pixels.size(); at += length) {
        const QByteArrayView band = pixels.sliced(at, std::min(length, pixels.size() - at));
        look.bands.append(isBlank(band) ? QByteArray() : digestOfBytes(band, DigestAlgorithm::Sha256));
    }
    return look;
}

// Portable pixmaps, one after the other.
Result<QList<PageLook>> looksIn(const QByteArray &bytes, const QString &path)
{
    QList<PageLook> looks;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype sizeEnd = bytes.indexOf('\n', at + 3);
        const qsizetype headEnd = bytes.indexOf('\n', sizeEnd + 1);
        if (bytes.mid(at, 3) != "P6\n" || sizeEnd < 0 || headEnd < 0)
            return Error{ErrorCode::DocumentUnreadable, {path}};
        const QList<QByteArray> numbers = bytes.mid(at + 3, sizeEnd - at - 3).split(' ');
        const QSize size(numbers.constFirst().toInt(), numbers.constLast().toInt());
        const qsizetype area = static_cast<qsizetype>(size.width()) * size.height() * colours;
        if (size.isEmpty() || area > bytes.size() - headEnd - 1)
            return Error{ErrorCode::DocumentUnreadable, {path}};
        looks.append(lookOf(QByteArrayView(bytes).sliced(headEnd + 1, area), size));
        at = headEnd + 1 + area;
    }
    return looks;
}

} // namespace

Result<QList<PageLook>> pageLooks(const QString &path, int count, Look look)
{
    const int resolution = look == Look::Fine ? fineResolution : coarseResolution;
    const int atOnce = look == Look::Fine ? pagesAtOnce : coarsePagesAtOnce;
    if (count > mostPages)
        return Error{ErrorCode::DocumentUnreadable, {path, QStringLiteral("limit")}};
    QList<PageLook> looks;
    for (int first = 1; first <= count; first += atOnce) {
        const int last = std::min(first + atOnce - 1, count);
        const Result<QByteArray> pixels = toolOutput(QStringLiteral("pdftoppm"),
            {QStringLiteral("-cropbox"), QStringLiteral("-r"), QString::number(resolution), QStringLiteral("-f"),
                QString::number(first), QStringLiteral("-l"), QString::number(last)},
            path, {}, longestPagePictures);
        const Result<QList<PageLook>> read = pixels ? looksIn(*pixels, path) : Result<QList<PageLook>>(pixels.error());
        if (!read)
            return read.error();
        // Of a page that does not fit into its memory it draws a single point.
        const bool isLeftOut
            = std::any_of(read->begin(), read->end(), [](const PageLook &each) { return each.size == QSize(1, 1); });
        if (isLeftOut || read->size() != last - first + 1)
            return Error{ErrorCode::DocumentUnreadable, {path, QStringLiteral("limit")}};
        looks += *read;
    }
    return looks;
}

bool isMostlySame(const PageLook &one, const PageLook &other)
{
    if (one.size != other.size)
        return false;
    qsizetype drawn = 0;
    qsizetype same = 0;
    for (qsizetype band = 0; band < one.bands.size(); ++band) {
        const bool isDrawn = !one.bands[band].isEmpty() || !other.bands[band].isEmpty();
        drawn += isDrawn ? 1 : 0;
        same += isDrawn && one.bands[band] == other.bands[band] ? 1 : 0;
    }
    return 2 * same > drawn;
}

} // namespace zhibao
