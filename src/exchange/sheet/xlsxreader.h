// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/intake/filledfile.h"

namespace zhibao {

class OfficePackage;

// What an XLSX of anybody's holds (ECMA-376 part 1, 18). Errors, with `path`: FileTooLarge, DocumentUnreadable.
Result<FilledFile> readXlsx(const OfficePackage &package, const QString &path);

} // namespace zhibao
