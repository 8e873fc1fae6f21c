// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "document/fonts/fonts.h"

#include <functional>

namespace zhibao {

// Lays the document out on pages. Error: Stopped (by `progress`).
Result<Pages> paginate(const Document &document, Fonts &fonts, const Progress &progress = {});

// Given each page when nothing more comes into its type area; the pages of the result then have only the lines that are
// set last, outside of it.
using PageTaker = std::function<void(Page)>;
Result<Pages> paginate(const Document &document, Fonts &fonts, const PageTaker &taker, const Progress &progress);

} // namespace zhibao
