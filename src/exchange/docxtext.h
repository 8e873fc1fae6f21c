// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/documenttext.h"

namespace zhibao {

// The paragraphs of a DOCX that came from anywhere, those of the cells of its tables among them. Cells that a cell
// above covers are left out where they are empty. What a word processor may show otherwise than it is written (fields,
// formulas, other documents, numbering, text that is struck out or can not be seen) is marked by U+FFFC. `path` is
// named in errors: FileTooLarge, PictureUnreadable.
Result<QList<TextParagraph>> docxParagraphs(const QByteArray &bytes, const QString &path);

} // namespace zhibao
