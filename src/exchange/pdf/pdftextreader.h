// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documenttext.h"

namespace zhibao {

// The words on the pages of a PDF in the order they are drawn, as pdftotext of poppler finds them within 20 seconds and
// 1 GiB of memory. Errors: FileTooLarge (the text), DocumentUnreadable, ToolMissing.
Result<QList<TextWord>> pdfWords(const QString &path);

} // namespace zhibao
