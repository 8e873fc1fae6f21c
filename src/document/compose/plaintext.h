// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"

namespace zhibao {

// What the document's paragraphs say, a line each, as they stand on the page; tables and pictures are left out.
QString plainText(const Document &document);

} // namespace zhibao
