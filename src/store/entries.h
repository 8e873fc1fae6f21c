// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/reviewlog.h"
#include "store/newentry.h"

namespace zhibao {

class Connection;
class Statement;

inline constexpr int uidSize = 16; // bytes
inline const QByteArray startOfChain = QByteArray(32, '\0'); // `previous` of the first entry

LogEntry entryFrom(const Statement &statement); // its columns in the order of the schema
// Whether the row says to the letter what the program wrote for such an entry, and carries its digests.
bool isAsWritten(const Statement &statement, const LogEntry &entry);

// The entries that a condition selects, first to last. Error: LogBroken where one is not as it was written.
Result<QList<LogEntry>> entriesWhere(const Connection &connection, const QString &condition, qint64 value);
// The last of them, or nothing where there is none.
Result<std::optional<LogEntry>> lastEntryWhere(const Connection &connection, const QString &condition, qint64 value);

// Adds the entry to the log, as its last; number, previous and chain are filled in. Within a transaction.
Result<LogEntry> appendEntry(const Connection &connection, LogEntry entry);
// Adds it as it is; its number and previous must be the log's next.
Result<void> insertEntry(const Connection &connection, const LogEntry &entry);

// Who handed the report in last, and when; nothing where nobody did.
Result<std::optional<LogEntry>> lastSubmission(const Connection &connection, qint64 report);

// What the rule has to know of the report, as the log tells it.
Result<ReviewStatus> statusOf(const Connection &connection, qint64 report);

// Does and tells one thing; as Store::record(), within a transaction.
Result<LogEntry> recordWithin(const Connection &connection, const NewEntry &told, const QDateTime &at);

// Kinds that tell of a report; the others tell of the store.
bool isOfReport(EntryKind kind);

} // namespace zhibao
