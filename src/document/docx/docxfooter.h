// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/style.h"

#include <QByteArray>

namespace zhibao {

// word/footer?.xml: the page number between two 一字线, one character in from the outer edge of odd or of even pages
// (GB/T 9704-2012 7.5).
QByteArray docxFooter(bool oddPages);

// From the lower edge of the paper to the foot of the page number's line, in twips, so that the 一字线 is as far under
// the type area as the clause asks.
int footerDistance(const PageStyle &page);

} // namespace zhibao
