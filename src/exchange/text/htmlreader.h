// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"

#include <optional>

namespace zhibao {

// What an HTML page, or a table that a web system calls .xls, shows. Nothing where it is more than is taken.
std::optional<FilledFile> readWebPage(const QString &html);

} // namespace zhibao
