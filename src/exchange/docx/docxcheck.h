// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documentcheck.h"

namespace zhibao {

// The text of a piece as a DOCX holds it: what XML cannot say is replaced, lines broken by sense are one.
QString writtenText(const QString &text);

// What the paragraphs of a DOCX say of each piece, as writtenText.
QStringList textsInDocx(const QList<ExpectedPiece> &expected, const QList<TextParagraph> &paragraphs);

} // namespace zhibao
