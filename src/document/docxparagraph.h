// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

#include <QXmlStreamWriter>

namespace zhibao {

// <w:p> in the style of the paragraph's role.
void writeParagraph(QXmlStreamWriter &xml, const Paragraph &paragraph);

// The spans as <w:r>. A span in its paragraph's `own` role needs no character style.
void writeRuns(QXmlStreamWriter &xml, const QList<Span> &spans, Role own);

// <w:rPr>. `chineseOnly`: all characters of the run are Chinese, whatever script a program may take them for.
void writeRunProperties(QXmlStreamWriter &xml, Role role, Role own, bool chineseOnly = false);

} // namespace zhibao
