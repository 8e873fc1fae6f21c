// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

namespace zhibao {

class Connection;

// The version of the schema that this program writes: the number of its migrations.
int knownVersion();

// The version that the file tells, read without SQLite so that a file of another program is not touched (SQLite would
// put files beside a database in WAL mode); 0 of an empty file. Error: StoreNotDatabase.
Result<int> versionOfFile(const QString &path);

// Whether a store of that version has files beside it (files.h), or all in itself.
bool hasFiles(int version);

// Brings an open store from the version up to the known one, each step in a transaction.
Result<void> migrate(const Connection &connection, int from);

// Whether tables, indexes, triggers and views are to the letter those that the migrations up to the version make. To be
// asked before anything else is read from a file: a table may be a view without end, a trigger anybody's.
bool hasSchema(const Connection &connection, int version);

// Whether at least each table of the program is a table: all that can be asked of a damaged or newer file.
bool hasTables(const Connection &connection);

} // namespace zhibao
