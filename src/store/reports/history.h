// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/reports/parts.h"
#include "store/reports/version.h"

namespace zhibao {

class Connection;

// The id that the next row of a table gets; within a transaction.
Result<qint64> nextId(const Connection &connection, const QString &table);

// Adds a version of the report with what it changes; gives its id. Within a transaction.
Result<qint64> addVersion(
    const Connection &connection, qint64 report, const QDateTime &at, VersionCause cause, const PartChanges &changes);

// Fills the report (which has notice and unit) with what it said at the version. Every row that is read is checked
// against its digest. Error: StoreDamaged.
Result<Report> contentAt(const Connection &connection, qint64 report, qint64 version, Report empty);

// The versions of a report, latest first.
Result<QList<Version>> versionsOf(const Connection &connection, qint64 report);

// Marks a version as one to keep.
Result<void> keepVersion(const Connection &connection, qint64 version);

// The part's place in the report; of a row that has an id the form alone, since only the whole tells where it stands.
Place placeOf(const QString &form, const QString &kind, const QString &name, qint64 position);

// As the schema writes it.
QString causeName(VersionCause cause);

} // namespace zhibao
