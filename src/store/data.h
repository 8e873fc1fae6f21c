// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connection.h"
#include "store/lock.h"
#include "store/store.h"

#include <QTemporaryDir>

namespace zhibao {

// What an open store holds; shared by the sources that implement Store.
struct Store::Data {
    QString path;
    Clock clock;
    std::optional<Error> readOnly;
    std::unique_ptr<StoreLock> lock; // before the connection, so that it is let go after it
    std::unique_ptr<QTemporaryDir>
        upgraded; // holds a copy with the program's schema, where the store may not be written
    std::unique_ptr<Connection> connection;

    // The report last loaded or saved, as it is stored: a save compares with it and writes only what differs.
    struct Stored {
        qint64 id = 0;
        Report report;
    };
    std::optional<Stored> stored;

    // Nothing, or why nothing may be written.
    Result<void> writable() const { return readOnly ? Result<void>(*readOnly) : Result<void>(); }
};

} // namespace zhibao
