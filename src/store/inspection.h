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
    };
    Kind kind = Kind::Structure;
    QString unit = QString(); // of the report; empty where none is concerned or it can not be told
    QString notice = QString();
    Place place = Place();
    QDateTime at = QDateTime();
};

struct Inspection {
    QList<Damage> damages;
    qint64 reports = 0;
    qint64 versions = 0;
    qint64 texts = 0;
};

// Reads the whole store, which is not changed: structure (integrity_check), references, every row's digest, history.
// Of a store with another schema than the program's only the structure is looked at. Errors: FileNotFound,
// FileNotReadable, StoreNotDatabase, StoreInUse, StoreFailed.
Result<Inspection> inspect(const QString &path);

// The part of it that is done at each start: the schema, and what the list of reports is made of.
Result<void> inspectList(const Connection &connection); // StoreDamaged

} // namespace zhibao
