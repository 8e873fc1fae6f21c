// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/desk.h"
#include "workspace/people.h"

#include <sqlite3.h>

namespace zhibao::test {

// An office of two, of whom the first is signed in.
struct PasswordOffice : Desk {
    Session &session() { return workspace->office().session(); }

    PasswordOffice()
    {
        workspace.reset();
        foundOffice(path, [at = now] { return *at; });
        reopen();
        enter();
    }

    void enter() { REQUIRE(session().signIn(chief.name, secret(chiefWord))); }

    ErrorCode failedSignIn(const QString &name, const QString &password)
    {
        const Result<void> signedIn = session().signIn(name, secret(password));
        REQUIRE_FALSE(signedIn);
        return signedIn.error().code;
    }

    // Seconds that are still to be waited.
    int waiting(const QString &name, const QString &password)
    {
        const Result<void> signedIn = session().signIn(name, secret(password));
        REQUIRE_FALSE(signedIn);
        REQUIRE(signedIn.error().code == ErrorCode::PasswordDelayed);
        return signedIn.error().arguments.value(1).toInt();
    }

    void reopen()
    {
        workspace = makeWorkspace();
        REQUIRE(workspace->openStore(path));
    }

    // As the sqlite3 shell would change the file.
    void changeBeside(const char *sql)
    {
        workspace.reset();
        sqlite3 *file = nullptr;
        REQUIRE(sqlite3_open(path.toUtf8().constData(), &file) == SQLITE_OK);
        CHECK(sqlite3_exec(file, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
        CHECK(sqlite3_changes(file) == 1);
        sqlite3_close(file);
        workspace = makeWorkspace();
    }
};

} // namespace zhibao::test
