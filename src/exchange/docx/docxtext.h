// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documenttext.h"

namespace zhibao {

// The text of a DOCX that came from anywhere: its paragraphs, those of the cells of its tables among them, and the
// cells. Cells that a cell above covers are left out where they are empty. What is hidden, was deleted with changes
// tracked, or stands outside of the body, is not in it; whether the pages show just this, foreignContent says. `path`
// is named in errors: FileTooLarge, DocumentUnreadable.
Result<DocumentText> docxText(const QByteArray &bytes, const QString &path);

} // namespace zhibao
