// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/docx/docxsheet.h"

namespace zhibao {

// Holds the tables in the body of a DOCX, and the page it is set on, against what our exports and LibreOffice make of
// them: cells that fill the grid and are merged with the ones above as rectangles, rows that may not be parted and fit
// the page. Adds what does not fit.
void checkGrids(const pugi::xml_node &body, const DocxSheet &sheet, const QString &part, ForeignContents &foreign);

} // namespace zhibao
