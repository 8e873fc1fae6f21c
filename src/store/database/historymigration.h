// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace zhibao {

class Connection;

// What the migration to history and digests can not do in SQL, which has no SHA-256: the state of each report as its
// first version, units and facts about the window, each row with its digest. Within a transaction. It calls nothing
// that knows a later schema: frozen with it. Error: StoreDamaged where a text is no UTF-8.
Result<void> carryIntoHistory(const Connection &connection);

} // namespace zhibao
