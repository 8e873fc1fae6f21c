// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/intake/filledfile.h"

namespace zhibao {

// What the stream of a workbook of Excel 97 to 2003, or of ET, holds. Errors, with `path`: FileEncrypted, FormatForeign
// (Excel 95), FileTooLarge, DocumentUnreadable.
Result<FilledFile> readXls(const QByteArray &workbook, const QString &path);

} // namespace zhibao
