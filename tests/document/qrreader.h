// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace zhibao::test {

// What zbarimg reads from the one QR code in the image; empty where it finds none.
QString readQrCode(const QImage &image);

} // namespace zhibao::test
