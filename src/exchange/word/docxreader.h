// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/intake/filledfile.h"

namespace zhibao {

class OfficePackage;

// What a DOCX of anybody's holds; docxtext, which holds a document against what was approved, doubts more and reads
// less. Errors, with `path`: FileTooLarge, DocumentUnreadable.
Result<FilledFile> readDocx(const OfficePackage &package, const QString &path);

} // namespace zhibao
