// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

namespace zhibao {

class Connection;

// What the migration to files beside the store can not do in SQL: puts the bytes of each attachment on the disk, names
// it in the table file, and drops the table attachment, all in the transaction that is under way. A file is on the disk
// before the commit that names it, and the bytes go with that commit. Frozen with it.
Result<void> carryIntoFiles(const Connection &connection);

// Gives back the room that the bytes took in the database. Where that fails the store is as whole as before.
void giveBackRoom(const Connection &connection);

} // namespace zhibao
