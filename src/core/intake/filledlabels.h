// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filledfile.h"

namespace zhibao {

// What the file says of who filled it, when, and whom to ask: 填报单位（盖章）：… in its paragraphs and cells, or as
// cells beside one another. Only words that forms use for that are labels; a row of such words alone is a header.
QList<FilledLabel> filledLabels(const FilledFile &file);

} // namespace zhibao
