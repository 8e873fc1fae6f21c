// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "document/document.h"

namespace zhibao {

// The text (as UTF-8) as a QR code (GB/T 18284-2000, ISO/IEC 18004) of error correction level M with its quiet zone: in
// true size, 25 to 36 mm within the quiet zone. Error: RenderFailed where the text is empty or over 2,331 bytes long.
Result<Picture> qrCode(const QString &text);

} // namespace zhibao
