// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"

#include <QDateTime>

#include <optional>

namespace zhibao {

class Connection;
class Files;

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
        Signature, // the log from `entry` on is not what this office signed
        Settled, // a version does not say what `entry` tells of it
        State, // the report is not in the state of its last entry
        Person, // somebody's line, which is also not as the log tells; `unit` is the name
        Key, // the key of an office, `unit` being its name where it has one
        Attachment, // a file, that belongs to `entry` where that can be told
        Pin, // the office's key is not the one that was noted beside the store (workspace/storesettings.h)
    };
    Kind kind = Kind::Structure;
    QString unit = QString(); // of the report; empty where none is concerned or it can not be told
    QString notice = QString();
    Place place = Place();
    QDateTime at = QDateTime();
    qint64 entry = 0; // number of the log entry
    QString occasion = QString(); // of the report
};

struct Inspection {
    QList<Damage> damages;
    // Why something was not looked at, and may be damaged: StoreNewer (all but the structure), StoreUndigested (what
    // the texts say).
    std::optional<Error> unchecked = std::nullopt;
    qint64 reports = 0;
    qint64 versions = 0;
    qint64 texts = 0;
    qint64 files = 0; // that belong to it
    qint64 strayFiles = 0; // that lie among them and that it does not name: left by what was cut short, and no damage

    // Against whom the log holds.
    enum class Protection {
        None, // nothing is signed
        InTheOpen, // signed by a key that lies in the store itself
        Sealed, // signed by a key that the passwords alone open
    };
    Protection protection = Protection::None;
    QByteArray signer = QByteArray(); // public key of this office; empty: nothing is signed
    qint64 pending = 0; // entries at the end that an administrator did not confirm yet (Store::unconfirmed)
    qint64 begunAnew = 0; // number of the entry from which it is signed, where an earlier log was lost; 0: none was
};

// Whether all of the store was looked at and found sound, and nothing waits to be confirmed.
bool isSound(const Inspection &inspection);
// Whether nothing is known against working on with it.
bool isUsable(const Inspection &inspection);

// What of the files that belong to a store is looked at: the whole of each, whether it is there and as long as it
// should be, or nothing.
enum class FileDepth { Whole, Size, None };

// Reads the whole store, which is not changed: schema, structure (integrity_check), references, every row's digest,
// history, the log's chain and what it tells, and the files that belong to it. Where the schema is not the program's
// nothing else is read. A store with an older schema is looked through in a copy that is brought up to the program's.
// Errors: FileNotFound, FileNotReadable, StoreNotDatabase, StoreInUse, StoreFailed, and where the copy can not be made
// those of that.
Result<Inspection> inspect(const QString &path, FileDepth depth = FileDepth::Whole);
// The same, of one whose files are elsewhere than beside it.
Result<Inspection> inspect(const QString &path, FileDepth depth, const Files &files);

// The part of it that is done at each start: the schema, what the list of reports is made of, whether each report is in
// the state of its last entry, and, unless nothing of them is asked for, whether each file is there and as long as it
// should be. Errors: StoreDamaged, StoreFilesMissing.
Result<void> inspectList(const Connection &connection, FileDepth depth);

} // namespace zhibao
