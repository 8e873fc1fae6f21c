// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/contentdigest.h"
#include "core/review/reviewlog.h"
#include "store/backup/inspection.h"
#include "store/reports/rowdigests.h"

#include <QHash>

#include <functional>
#include <optional>

namespace zhibao {

class Statement;

// Looks at each row that the statement gives; false where they could not be read to the end.
bool readAll(const Connection &connection, const QString &sql, const std::function<void(const Statement &)> &look);

// What the log is compared with.
struct LogSurroundings {
    QHash<qint64, ReportRow> reports; // by id
    QHash<qint64, qint64> versions; // the report of each
    // What a version says; nothing where it can not be read, and that is told elsewhere.
    std::function<std::optional<ContentDigest>(qint64 version)> contentOf;
};

struct LogInspection {
    QList<Damage> damages;
    QByteArray signer; // public key of this office; empty: nothing is signed
    bool isInTheOpen = false; // its secret key
    qint64 pending = 0; // entries at the end that nobody could sign
    qint64 files = 0; // as of Inspection
    qint64 strayFiles = 0;
    qint64 begunAnew = 0; // number of the entry from which it is signed, where an earlier log was lost; 0: none was
};

// What is wrong with the log, and with the people, keys and files that belong to it: rows that are not as they were
// written, a chain or a signature that does not hold, a version that does not say what its entry tells, a report that
// is not in the state of its last entry, people and keys that the log knows otherwise. Where the log is not signed, a
// tail that was cut off whole, with all else made to fit, can only be told by Store::holds().
LogInspection inspectLog(const Connection &connection, const LogSurroundings &surroundings, FileDepth depth);

} // namespace zhibao
