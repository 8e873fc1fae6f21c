// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/layout/pages.h"

#include <QDateTime>
#include <qpdf/QPDF.hh>

namespace zhibao {

// Title, author, subject and dates, twice and the same: in the document information and as XMP; the language, and the
// colour space that grey is meant in (ISO 19005-1, 6.2.2 and 6.7).
void writeMetadata(QPDF &pdf, const Pages &pages, const QDateTime &created);

// The outline that viewers show beside the pages; `pageObjects` are the pages in their order.
void writeBookmarks(QPDF &pdf, const Pages &pages, const std::vector<QPDFObjectHandle> &pageObjects);

} // namespace zhibao
