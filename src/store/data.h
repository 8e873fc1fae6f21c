// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/temporaryfolder.h"
#include "store/database/lock.h"
#include "store/database/transaction.h"
#include "store/log/logsignatures.h"
#include "store/store.h"

#include <functional>

namespace zhibao {

// What an open store holds; shared by the sources that implement Store.
struct Store::Data {
    QString path;
    Clock clock;
    std::optional<Error> readOnly;
    std::unique_ptr<StoreLock> lock; // before the connection, so that it is let go after it
    // Holds a copy with the program's schema, where the store may not be written.
    std::optional<TemporaryFolder> upgraded;
    std::unique_ptr<Connection> connection;

    // The report last loaded or saved, as it is stored: a save compares with it and writes only what differs.
    struct Stored {
        qint64 id = 0;
        Report report;
    };
    std::optional<Stored> stored;

    std::optional<Secret> secretKey; // of the office, as somebody's password opened it
    const Secret *unsealed() const { return secretKey ? &*secretKey : nullptr; }

    // The log as it was when it was last read whole, and found as it was written and signed.
    struct KnownLog {
        qint64 change = 0; // PRAGMA data_version: another where another connection wrote to the file since
        qint64 number = 0; // of its last entry
        QByteArray chain; // of the same
        qint64 signedUpTo = 0; // the last entry that counts
        bool endLost = false;
        Told told;
    };
    std::optional<KnownLog> known;
    Result<void> readLog(); // anew only where it is not known as it is now; error: LogBroken
    void followLog(); // after what was committed here
    // Whether its end is signed too. Error: LogBroken.
    Result<void> whole();
    // Whether nothing waits for an administrator's confirmation. Errors: LogBroken, SignInNeeded ("", number of
    // entries).
    Result<void> settled();
    // The people and keys, each as the log tells. Errors: LogBroken, StoreDamaged (path, name of the person).
    Result<QList<Account>> people();
    Result<QList<OfficeKey>> offices();
    // Whether who is named may tell that, and what is confirmed is what was shown. Errors: as of settled(), people();
    // RoleMissing; KeyUnknown ("", fingerprint) where this office's own key would be another's.
    Result<void> mayTell(const NewEntry &told);

    // Nothing, or why nothing may be written.
    Result<void> writable() const { return readOnly ? Result<void>(*readOnly) : Result<void>(); }
    // Writes in a transaction of its own.
    Result<void> change(const std::function<Result<void>(const Connection &)> &write) const;
};

} // namespace zhibao
