// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report.h"

#include <QDateTime>

namespace zhibao {

class Connection;

// One thing that is wrong in a store.
struct Damage {
    enum class Kind {
        Structure, // SQLite's own check of pages, indexes and references failed
        Schema, // the tables are not those of the program
        Report, // the line of a report in the list
        Version, // a version's line, or it is missing
        Content, // what a report said at `place` in the version of `at`
        Text, // a stored text that no report claims in the present state of the store
        Unit, // a unit that users added
        Remembered, // a fact about the window
        Log, // the log, from `entry` on
        Settled, // a version does not say what `entry` tells of it
        State, // the report is not in the state of its last entry
        Person, // somebody's line, which is also not as the log tells; `unit` is the name
        Key, // the key of an office, `unit` being its name where it has one
        Attachment, // a file, that belongs to `entry` where that can be told
    };
    Kind kind = Kind::Structure;
    QString unit = QString(); // of the report; empty where none is concerned or it can not be told
    QString notice = QString();
    Place place = Place();
    QDateTime at = QDateTime();
    qint64 entry = 0; // number of the log entry
};

struct Inspection {
    QList<Damage> damages;
    qint64 reports = 0;
    qint64 versions = 0;
    qint64 texts = 0;
};

// Reads the whole store, which is not changed: structure (integrity_check), references, every row's digest, history,
// the log's chain and what it tells. Of a store with an older schema only structure and schema are looked at, of one
// with a newer the structure. Errors: FileNotFound,
// FileNotReadable, StoreNotDatabase, StoreInUse, StoreFailed.
Result<Inspection> inspect(const QString &path);

// The part of it that is done at each start: the schema, what the list of reports is made of, and whether each report
// is in the state of its last entry.
Result<void> inspectList(const Connection &connection); // StoreDamaged

} // namespace zhibao
