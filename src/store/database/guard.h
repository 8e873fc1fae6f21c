// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

struct sqlite3;

namespace zhibao {

// What the program is about. Much is written every day; what is settled otherwise only while it is just that which is
// being done: by functions of the store that see to it that it is right.
enum class Task {
    Everyday, // reports, their versions and texts; units; facts about the window
    Log, // entries, and the people, keys and files that belong to them
    Thinning, // old versions
};

// From here on SQLite refuses whatever SQL on the connection would change schema or settings, reach for another file,
// or write what is not of the task (SQLITE_AUTH), whoever wrote it. `task`: asked whenever a statement is prepared; it
// must live as long as the connection. Gives SQLite's result code.
int guard(sqlite3 *connection, const Task &task);

} // namespace zhibao
