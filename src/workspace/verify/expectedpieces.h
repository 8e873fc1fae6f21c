// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "exchange/document/documentcheck.h"

namespace zhibao {

// What a file that was exported from the document says, in reading order.
QList<ExpectedPiece> expectedPieces(const Document &document);

} // namespace zhibao
