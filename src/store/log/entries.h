// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"
#include "base/result.h"
#include "core/review/reviewlog.h"
#include "store/log/newentry.h"

namespace zhibao {

class Connection;
class LogKey;
class Statement;

inline constexpr int uidSize = 16; // bytes
inline const QByteArray startOfChain = QByteArray(32, '\0'); // `previous` of the first entry

LogEntry entryFrom(const Statement &statement); // its columns in the order of the schema
// Whether the row says to the letter what the program wrote for such an entry, and carries its digests.
bool isAsWritten(const Statement &statement, const LogEntry &entry);

// The entries that a condition selects, first to last. Error: LogBroken where one is not as it was written.
Result<QList<LogEntry>> entriesWhere(const Connection &connection, const QString &condition, qint64 value);
// All of them as they lie there, first to last; `asWritten`: how many at the beginning are as they were written.
Result<QList<LogEntry>> entriesAsFound(const Connection &connection, qsizetype &asWritten);
// The last of those that a condition selects, or nothing where there is none.
Result<std::optional<LogEntry>> lastEntryWhere(const Connection &connection, const QString &condition, qint64 value);

// Adds the entry to the log, as its last; number, previous and chain are filled in. Within a transaction. Where it was
// written here and the key is at hand it is signed, and with it the log up to it; one of another office keeps the
// signature that it came with, and the log is signed by what is appended next.
Result<LogEntry> appendEntry(const Connection &connection, LogEntry entry, const LogKey *key = nullptr);
// The same with several of other offices, one after the other.
Result<void> appendEntries(const Connection &connection, const QList<LogEntry> &entries);
// Adds it as it is; its number and previous must be the log's next.
Result<void> insertEntry(const Connection &connection, const LogEntry &entry);

// Who handed the report in last, and when; nothing where nobody did.
Result<std::optional<LogEntry>> lastSubmission(const Connection &connection, qint64 report);

// What the rule has to know of the report, as the log tells it.
Result<ReviewStatus> statusOf(const Connection &connection, qint64 report);

// Does and tells one thing; as Store::record(), within a transaction. It is not signed where the key is not at hand.
// Texts come in by the door (core/encoding.h).
Result<LogEntry> recordWithin(
    const Connection &connection, const NewEntry &given, const QDateTime &at, const LogKey &key);

// The same for one who is signed in: signing begins with it where there was none. `unsealed`: the office's secret key,
// where it does not lie in the open. Error: SignInNeeded where it is needed and not given.
Result<LogEntry> recordSigned(
    const Connection &connection, const NewEntry &told, const QDateTime &at, const Secret *unsealed);

// Kinds that tell of a report; the others tell of the store.
bool isOfReport(EntryKind kind);

} // namespace zhibao
