// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/unit.h"
#include "core/review/reviewlog.h"
#include "store/log/account.h"
#include "store/log/logkey.h"
#include "store/reports/rowdigests.h"
#include "store/store.h"

#include <memory>
#include <optional>

namespace zhibao {

class Connection;

// A state of a report that could be read from the damaged store.
struct Salvaged {
    Report content;
    SaveFacts facts;
    QDateTime at;
    bool isLast = false;
    bool removed = false;
};

struct DamagedReport {
    ReportRow row;
    bool rowSound = false;
    SaveFacts facts() const;
};

// A damaged store, of which is read what can be read: a query that fails gives what came before the failure, and a row
// counts only where its digest holds.
class Wreck {
public:
    // Nothing can be read where it can not even be opened, has another schema, or something else is in the place of
    // its tables.
    Wreck(const QString &path, const Files &files);
    ~Wreck();
    Wreck(const Wreck &) = delete;
    Wreck &operator=(const Wreck &) = delete;

    QList<DamagedReport> reports() const;
    // The latest state of the report whose rows all hold their digests.
    std::optional<Salvaged> latest(const DamagedReport &report) const;
    QList<Unit> units() const;

    // The entries that go on from the one with that number and chain, up to the first that is not as it was written.
    QList<LogEntry> entriesAfter(qint64 number, const QByteArray &chain) const;
    // What the version of the entry says, where that is what the entry tells of it.
    std::optional<Salvaged> contentOf(const LogEntry &entry) const;
    QList<Account> accounts() const;
    QList<OfficeKey> keys() const;
    std::optional<LogHead> head() const;
    QList<FileName> files() const; // that it names

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace zhibao
