// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "document/fonts/fonts.h"

namespace zhibao {

// Lays the document out on pages. Error: Stopped (by `progress`).
Result<Pages> paginate(const Document &document, Fonts &fonts, const Progress &progress = {});

} // namespace zhibao
