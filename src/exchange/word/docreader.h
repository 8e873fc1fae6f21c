// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/intake/filledfile.h"

namespace zhibao {

class CompoundFile;

// What a document of Word 97 to 2003, or of WPS, holds ([MS-DOC]). Errors, with `path`: FileEncrypted, FormatForeign
// (Word 95), FileTooLarge, DocumentUnreadable.
Result<FilledFile> readDoc(const CompoundFile &file, const QString &path);

} // namespace zhibao
