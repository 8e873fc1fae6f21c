// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace zhibao {

// What became of one report of a damaged store.
struct RecoveredReport {
    enum class Source {
        Store, // its last state could still be read
        StoreEarlier, // an earlier state could still be read
        Backup, // taken from the backup
        Lost, // neither
    };
    QString unit;
    QString notice;
    Source source = Source::Lost;
    QDateTime at; // of the state that was recovered
    QString occasion = {};
};

struct Recovery {
    QString aside; // where the damaged store was copied to, untouched
    QString backup; // the newest sound backup; "" where there is none
    QList<RecoveredReport> reports;
};

// Sets the damaged store aside and puts a new one in its place, made of the newest sound backup and of whatever can
// still be read of the store; a state that is read counts only where its digests hold. Errors: StoreInUse, those of
// DurableFile; the store is untouched then.
Result<Recovery> recover(const QString &store, const QString &backupFolder, const Clock &clock);

} // namespace zhibao
