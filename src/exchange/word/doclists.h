// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/intake/bytefields.h"
#include "exchange/word/listnumbers.h"

namespace zhibao {

// The numbered lists of a Word document of 1997 to 2003 ([MS-DOC] 2.9.131, 2.9.132), by the number that paragraphs
// name.
ListNumbers docLists(ByteFields document, ByteFields table);

} // namespace zhibao
