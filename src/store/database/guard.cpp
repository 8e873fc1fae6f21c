// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/guard.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace zhibao {

namespace {

struct Permit {
    int action;
    std::string_view table;
    Task task = Task::Everyday;
};

constexpr std::array permits{
    Permit{SQLITE_INSERT, "report"},
    Permit{SQLITE_UPDATE, "report"},
    Permit{SQLITE_INSERT, "version"},
    Permit{SQLITE_UPDATE, "version"},
    Permit{SQLITE_INSERT, "change"},
    Permit{SQLITE_INSERT, "text"},
    Permit{SQLITE_INSERT, "unit"},
    Permit{SQLITE_UPDATE, "unit"},
    Permit{SQLITE_INSERT, "remembered"},
    Permit{SQLITE_UPDATE, "remembered"},
    Permit{SQLITE_INSERT, "entry", Task::Log},
    Permit{SQLITE_INSERT, "file", Task::Log},
    Permit{SQLITE_INSERT, "person", Task::Log},
    Permit{SQLITE_UPDATE, "person", Task::Log},
    Permit{SQLITE_INSERT, "office_key", Task::Log},
    Permit{SQLITE_UPDATE, "office_key", Task::Log},
    Permit{SQLITE_INSERT, "head", Task::Log},
    Permit{SQLITE_UPDATE, "head", Task::Log},
    Permit{SQLITE_UPDATE, "change", Task::Thinning},
    Permit{SQLITE_DELETE, "change", Task::Thinning},
    Permit{SQLITE_DELETE, "version", Task::Thinning},
    Permit{SQLITE_DELETE, "text", Task::Thinning},
};

bool mayWrite(int action, std::string_view table, Task task)
{
    return std::any_of(permits.begin(), permits.end(), [&](const Permit &permit) {
        return permit.action == action && permit.table == table
            && (permit.task == Task::Everyday || permit.task == task);
    });
}

// https://www.sqlite.org/c3ref/set_authorizer.html; what `first` and `second` are depends on the action.
int authorize(void *task, int action, const char *first, const char *second, const char *, const char *)
{
    bool allowed = false;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_TRANSACTION:
        allowed = true;
        break;
    case SQLITE_PRAGMA: // asked, not set
        allowed = !second && (std::string_view(first) == "schema_version" || std::string_view(first) == "data_version");
        break;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        allowed = mayWrite(action, first, *static_cast<const Task *>(task));
        break;
    default:
        break;
    }
    return allowed ? SQLITE_OK : SQLITE_DENY;
}

} // namespace

int guard(sqlite3 *connection, const Task &task)
{
    // Neither may SQL write to the schema's table, nor the pages be changed behind the authorizer's back.
    if (const int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr); code != SQLITE_OK)
        return code;
    // SQLite wants a pointer to what may be changed; authorize() only reads it.
    return sqlite3_set_authorizer(connection, authorize, const_cast<Task *>(&task));
}

} // namespace zhibao
