// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <QHash>
#include <QSet>

namespace zhibao {

// Of all entries of a report, and of all files that they name together: what a file for two machines takes.
inline constexpr qsizetype reviewEntryLimit = 10'000;
inline constexpr qint64 reviewFilesLimit = 64 * 1024 * 1024; // bytes

// Another office, as an administrator made it known here.
struct KnownOffice {
    QByteArray key; // public
    QString name;
    QStringList units; // that it may act for
    OfficeRoles roles; // none: it may do nothing any more
};

// What the rule of receipt has to know: whose file it is, and who is known where it is opened.
struct Receiving {
    QByteArray sender; // public key
    QByteArray own; // public key of this office; empty: none was made yet
    QList<KnownOffice> offices;
    QSet<QString> reserved; // folded names of the people who work here, or ever did
    bool byAdministrator = false; // who opens it administers, or nobody is named here
};

// An office does such a thing where it has any of these roles; comments, and what was said to them, want any at all.
// None: it is an affair of the store where it was written, which no file brings.
OfficeRoles rolesFor(EntryKind kind);

// Why an entry that a file brings is not taken over, or nothing; what is here already is not asked for. The one rule of
// receipt. `isProven`: the office of origin signed the entry, or, in a file of version 1, the whole file. Errors:
// OriginUnproven, OwnEntryUnknown, OfficeRefused, NameReserved.
std::optional<Error> receiptRefusal(const LogEntry &entry, bool isProven, const Receiving &receiving);

// What of an entry is not the same at two offices: "origin", "report", "kind", "person", "at", "reason", "detail",
// "content"; nothing where it is one entry. Both with their origin.
QStringList differencesOf(const LogEntry &one, const LogEntry &other);

// The names under which other offices are known, by their public keys, as the log tells last.
QHash<QByteArray, QString> officeNames(const QList<LogEntry> &log);

// Under which of the names an origin is known: its fingerprint where it has none; "" of what was done here.
QString officeOf(const QByteArray &origin, const QHash<QByteArray, QString> &names);

} // namespace zhibao
