// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/compose/qrcode.h"

#include <qrencode.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace zhibao {

namespace {

constexpr int quietZone = 4; // modules, as the standard wants
constexpr double leastWidth = 25; // mm, without the quiet zone
constexpr double mostWidth = 36;
constexpr double goodModule = 0.5; // mm: what a telephone reads from paper without effort
constexpr int pixelsPerModule = 8; // so that no program blurs the edges when it scales the picture

struct CodeDeleter {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

QImage drawn(const QRcode &code)
{
    const int width = (code.width + 2 * quietZone) * pixelsPerModule;
    QImage image(width, width, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code.width * pixelsPerModule; ++y) {
        uchar *line = image.scanLine(y + quietZone * pixelsPerModule) + quietZone * pixelsPerModule;
        const unsigned char *modules = code.data + y / pixelsPerModule * code.width;
        for (int x = 0; x < code.width * pixelsPerModule; ++x)
            line[x] = (modules[x / pixelsPerModule] & 1) != 0 ? 0 : 255; // the lowest bit: black
    }
    return image;
}

} // namespace

Result<Picture> qrCode(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, CodeDeleter> code(QRcode_encodeData(
        static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M));
    if (!code)
        return Error{ErrorCode::RenderFailed, {QStringLiteral("QR"), QString::fromLocal8Bit(std::strerror(errno))}};
    const double width = std::clamp(code->width * goodModule, leastWidth, mostWidth);
    const double whole = width * (code->width + 2 * quietZone) / code->width;
    return Picture{drawn(*code), {whole, whole}, text};
}

} // namespace zhibao
