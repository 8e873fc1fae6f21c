// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/document/documenttext.h"

namespace zhibao {

// The words of a PDF as its pages show them to the eye: without the Chinese characters that cannot be seen because they
// are drawn invisibly, in white or under something, and with a word U+FFFC wherever notes, form fields or other
// annotations show something, and on a page that shows something but no word. What is drawn over text so that other
// text seems to stand there is told only where it hides a character or is text itself. Looked at with pdftoppm of
// poppler. Errors: those of toolOutput().
Result<QList<TextWord>> seenWords(const QString &path, QList<TextWord> words);

} // namespace zhibao
