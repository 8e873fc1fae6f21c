// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"
#include "store/store.h"

#include <sodium.h>

#include <catch2/catch.hpp>

namespace zhibao::test {

// Two people of an office, with their passwords.
inline const Person chief{QStringLiteral("张三"), QStringLiteral("办公室"), QStringLiteral("主任"),
    Duties(Duty::Supervisor) | Duty::Administrator};
inline const Person clerk{QStringLiteral("李四"), QStringLiteral("质量发展科"), QStringLiteral("科员"), Duty::Reporter};
inline const QString chiefWord = QStringLiteral("chief's password");
inline const QString clerkWord = QStringLiteral("clerk's password");

inline Secret secret(QString text)
{
    return Secret(text);
}

// A hash that is as good as any but quick to check.
inline HashedPassword quickHash(const Secret &password)
{
    Result<HashedPassword> hashed = hashPassword(password, {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN});
    REQUIRE(hashed);
    return std::move(*hashed);
}

// Puts a person into the store as the chief would.
inline void addToStore(Store &store, const Person &person, const Secret &password)
{
    NewEntry entry;
    entry.kind = EntryKind::PersonAdded;
    entry.person = chief;
    const HashedPassword hashed = quickHash(password);
    entry.account = Account{person, true, hashed.record};
    entry.sealing = &hashed.key;
    REQUIRE(store.record(entry));
    // The first is who adds the others.
    const Result<QList<Account>> accounts = store.accounts();
    REQUIRE(accounts);
    if (accounts->size() == 1)
        REQUIRE(store.unseal(accounts->constFirst(), hashed.key));
}

// As the chief who signs in.
inline void unseal(Store &store)
{
    const Account account = store.accounts()->constFirst();
    const Result<PasswordCheck> check = checkPassword(secret(chiefWord), account.password);
    REQUIRE(check);
    REQUIRE(check->key);
    REQUIRE(store.unseal(account, *check->key));
}

// Makes the store at the path one of an office of the two.
inline void foundOffice(const QString &path, const Clock &clock)
{
    const Result<std::unique_ptr<Store>> store = Store::open(path, clock);
    REQUIRE(store);
    addToStore(**store, chief, secret(chiefWord));
    addToStore(**store, clerk, secret(clerkWord));
}

} // namespace zhibao::test
