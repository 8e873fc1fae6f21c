// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"
#include "exchange/document/foreigncontent.h"
#include "exchange/docx/docxrules.h"

namespace zhibao {

// Holds a part against the rules of its kind, element by element, and adds what they do not allow. What is in an
// element that may not be there is not looked at.
void checkMarkup(const ArchivePart &part, DocxPart kind, ForeignContents &foreign);

} // namespace zhibao
