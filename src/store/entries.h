// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/reviewlog.h"
#include "store/newentry.h"

namespace zhibao {

class Connection;
class Statement;

// The columns of an entry in the order of entryFrom().
extern const QString entryColumns;
LogEntry entryFrom(const Statement &statement);

// The entries that a condition selects, first to last; each row is checked against its digest (StoreDamaged).
Result<QList<LogEntry>> entriesWhere(const Connection &connection, const QString &condition, qint64 value);

// Adds the entry to the log, as its last; number, previous and chain are filled in. Within a transaction.
Result<LogEntry> appendEntry(const Connection &connection, LogEntry entry);

// What the rule has to know of the report, as the log tells it.
Result<ReviewStatus> statusOf(const Connection &connection, qint64 report);

// Does and tells one thing; as Store::record(), within a transaction.
Result<LogEntry> recordWithin(const Connection &connection, const NewEntry &told, const QDateTime &at);

Result<void> storeAttachment(const Connection &connection, const QByteArray &content);
Result<void> storeAccount(const Connection &connection, const Account &account);
Result<void> storeKey(const Connection &connection, const OfficeKey &key);

} // namespace zhibao
