// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"

// Flows that are known to be unsafe: a harness that finds nothing wrong with them cannot find anything.
namespace zhibao::durability {

// SQLite as it comes: journal_mode=DELETE, synchronous=FULL. The deletion of the journal is its commit, and nothing
// makes that durable.
Flow plainSqlite();
// Renames a new file over the old one without syncing anything, and looks at nothing that a call returns.
Flow hastyWriter();
// Says that it saved before it does.
Flow hastyTongue();

} // namespace zhibao::durability
