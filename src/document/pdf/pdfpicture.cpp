// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdfpicture.h"

#include "document/pdf/pdffont.h"

#include <QColorSpace>

namespace zhibao {

namespace {

QImage premultiplied(QImage image)
{
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace::SRgb);
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

// Laid on white: three bytes (grey: one) a pixel, row by row from the top.
QByteArray flattened(const QImage &image, bool grey)
{
    QByteArray bytes;
    bytes.reserve(qsizetype{image.width()} * image.height() * (grey ? 1 : 3));
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = static_cast<const QRgb *>(static_cast<const void *>(image.constScanLine(y)));
        for (int x = 0; x < image.width(); ++x) {
            const int paper = 255 - qAlpha(line[x]);
            bytes.append(static_cast<char>(qRed(line[x]) + paper));
            if (grey)
                continue;
            bytes.append(static_cast<char>(qGreen(line[x]) + paper));
            bytes.append(static_cast<char>(qBlue(line[x]) + paper));
        }
    }
    return bytes;
}

} // namespace

QPDFObjectHandle pdfPicture(QPDF &pdf, const QImage &picture)
{
    const QImage image = premultiplied(picture);
    const bool grey = image.allGray();
    QPDFObjectHandle stream = compressedStream(pdf, flattened(image, grey));
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(image.width()));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(image.height()));
    dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName(grey ? "/DeviceGray" : "/DeviceRGB"));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dictionary.replaceKey("/Interpolate", QPDFObjectHandle::newBool(false));
    return stream;
}

} // namespace zhibao
