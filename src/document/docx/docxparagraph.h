// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

#include <QXmlStreamWriter>

namespace zhibao {

class DocxPictures;

// <w:p> in the style of the paragraph's role. LibreOffice (7.4) parts no paragraph that keeps with its next: it moves
// all of it to the next page, so `keepsInLibreOffice` says whether to let it. The part declares alternatives.
void writeParagraph(
    QXmlStreamWriter &xml, const Paragraph &paragraph, DocxPictures &pictures, bool keepsInLibreOffice = true);

// The spans as <w:r>. A span in its paragraph's `own` role needs no character style.
void writeRuns(QXmlStreamWriter &xml, const QList<Span> &spans, Role own);

// <w:rPr>. `chineseOnly`: all characters of the run are Chinese, whatever script a program may take them for.
void writeRunProperties(
    QXmlStreamWriter &xml, Role role, Role own, bool chineseOnly = false, TextMark mark = TextMark::None);

} // namespace zhibao
