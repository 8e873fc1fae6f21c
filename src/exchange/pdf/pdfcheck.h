// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documentcheck.h"

namespace zhibao {

// The text without white space and characters that show nothing, which PDF files do not keep.
QString shownText(const QString &text);

// What the words of a PDF say of each piece, as shownText; of a header once for every page that has it.
QList<QStringList> textsInPdf(
    const QList<ExpectedPiece> &expected, const QList<TextWord> &words, const QStringList &marks);

} // namespace zhibao
