// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

namespace zhibao {

// What the QR code on the first page of a PDF says, as zbarimg reads it; "" where there is none that can be read.
// Errors: those of toolOutput().
Result<QString> qrCodeOn(const QString &path);

} // namespace zhibao
