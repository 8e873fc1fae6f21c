// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/renderedpage.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>

namespace zhibao::test {

QList<QImage> renderedPages(const QString &pdf, int dotsPerInch)
{
    const QTemporaryDir folder;
    const QStringList options
        = {QStringLiteral("-r"), QString::number(dotsPerInch), pdf, folder.filePath(QStringLiteral("page"))};
    if (QProcess::execute(QStringLiteral("pdftoppm"), options) != 0)
        return {};
    QList<QImage> pages;
    const QDir files(folder.path());
    for (const QString &name : files.entryList(QDir::Files, QDir::Name)) // numbers of equal length
        pages << QImage(files.filePath(name)).convertToFormat(QImage::Format_RGB32);
    return pages;
}

QRectF redBox(const QImage &page, int dotsPerInch)
{
    QRect box;
    for (int y = 0; y < page.height(); ++y) {
        const auto *line = static_cast<const QRgb *>(static_cast<const void *>(page.constScanLine(y)));
        for (int x = 0; x < page.width(); ++x) {
            if (qRed(line[x]) > 2 * qGreen(line[x]) && qRed(line[x]) > 100)
                box |= QRect(x, y, 1, 1);
        }
    }
    const double millimetres = 25.4 / dotsPerInch;
    return {QPointF(box.topLeft()) * millimetres, QSizeF(box.size()) * millimetres};
}

QImage sealPicture(int pixels)
{
    QImage picture(pixels, pixels, QImage::Format_ARGB32);
    const double radius = pixels / 2.0;
    for (int y = 0; y < pixels; ++y) {
        for (int x = 0; x < pixels; ++x) {
            const double share = std::hypot(x + 0.5 - radius, y + 0.5 - radius) / radius;
            const bool ink = share <= 0.2 || (share >= 0.93 && share <= 1);
            picture.setPixel(x, y, ink ? qRgba(215, 20, 24, 255) : qRgba(255, 255, 255, 0));
        }
    }
    return picture;
}

} // namespace zhibao::test
