// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "document/layout/pages.h"

namespace zhibao::test {

Pages paginated(const Document &document);

// No line of text may touch a rule or leave the page's type area.
void checkGeometry(const Pages &pages, Orientation orientation);

// The document's pages show what was typed at each place, all of it and once, and nothing is cut.
void checkWhole(const Document &document);

} // namespace zhibao::test
