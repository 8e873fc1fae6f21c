// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <qpdf/QPDFObjectHandle.hh>

namespace zhibao {

// The picture as an image XObject (PDF Reference 1.4, 4.8). PDF/A-1b knows no transparency (ISO 19005-1, 6.4): what
// shines through is made white, as the paper is. Grey or sRGB, of which the output intent speaks; throws as qpdf does.
QPDFObjectHandle pdfPicture(QPDF &pdf, const QImage &picture);

} // namespace zhibao
