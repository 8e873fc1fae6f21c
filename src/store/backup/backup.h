// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/password.h"
#include "base/result.h"
#include "core/review/workflow.h"
#include "store/backup/lookedthrough.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace zhibao {

class Connection;
class DurableFile;
class Files;

// A consistent copy of a store: zhibao-000012-20230301T140305.db. The number grows from copy to copy and tells the
// order, whatever the clock said.
struct Backup {
    QString path;
    qint64 number = 0;
    QDateTime at;
    qint64 size = 0; // bytes
    qint64 files = 0; // of one just made: that belong to it
    qint64 newFiles = 0; // of those: that were not there yet
    std::optional<LookedThrough> lookedThrough = std::nullopt; // the same: when it was last looked through whole
    std::optional<Error> unchecked = std::nullopt; // of one just made: why not all was looked at (inspection.h)
};

// The folder beside the store where its backups go unless another is asked for.
QString backupFolderOf(const QString &store);

// The backups of that store in a folder, latest first; none where the folder is missing.
QList<Backup> backupsIn(const QString &folder, const QString &store);

// Those in the folder and those beside the store, where backups go while the folder can not be had; latest first.
QList<Backup> allBackups(const QString &folder, const QString &store);

// Those of the backups that hold the office's secret key in the open: they were made while somebody worked here without
// a password.
QList<Backup> holdingKey(const QList<Backup> &backups);

// Copies the store as it is at one moment (VACUUM INTO) and those of its files that are not with the backups yet, each
// of which is compared with its digest, looks through the whole copy, and for the other files whether they are there
// and as long as they should be, puts it in its place, and takes away the backups that need not be kept: 10 recent
// ones, one of each of the 7 latest days and of the 4 latest weeks that have any stay; and the files that none of those
// names. The folder is made where only it is missing. May run beside the program that writes, in another thread.
// Errors: StoreNotDatabase, StoreDamaged (the store's own damage, which a copy shows), StoreFilesMissing, FolderMissing
// and those of DurableFile, StoreFailed.
// `since`: of the copy only what came since then is looked through (lookedthrough.h), and it is made page by page,
// which takes a tenth of the time; where that finds anything, or `since` is nothing, the whole. Such a copy is as good
// as the last that was looked through whole and what the program wrote since: damage that a disk did to what is older
// goes into it unseen, until it is looked through whole itself (lookThrough).
Result<Backup> backUp(const QString &store, const QString &folder, const Clock &clock,
    const std::optional<LookedThrough> &since = std::nullopt);

// Looks through the whole backup (as backUp does without `since`); nothing where it is of another schema. Error:
// BackupDamaged.
Result<std::optional<LookedThrough>> lookThrough(const QString &backup);

// The ones that need not be kept, of those given latest first.
QList<Backup> superfluous(const QList<Backup> &backups);

// Who puts a backup in the place of a store, and with which key it is told: nobody and none where there are no people.
struct Restoring {
    Person person = {};
    bool verified = false;
    const Secret *secretKey = nullptr; // of the office; nullptr: what lies in the open
};

// Puts the files that the backup names beside the store, from wherever each holds: there, with the backup, or with the
// backups in the folder or beside the store. Nothing else is changed. Errors: BackupDamaged where one is nowhere, once
// all others were brought; those of DurableFile.
Result<void> bringFiles(const QString &backup, const QString &store, const QString &folder);

// Puts the backup in the store's place, in one step, after its files (bringFiles). What is there before is backed up,
// where it is sound, or else set aside as it is. Where either has a log, that of the backup tells it
// (EntryKind::Restored), and who has to wait after wrong passwords still has to, and who puts it back stays who they
// are, with their password. Errors: BackupDamaged, StoreNewer (of the backup), StoreInUse, NotRegularFile (what is in
// the store's place is no file), those of backUp and of DurableFile; the store is untouched then.
Result<void> restoreBackup(
    const QString &backup, const QString &store, const QString &folder, const Clock &clock, const Restoring &by = {});

// How the folders beside a store begin in which another is put together for its place.
inline const QString workshopName = QStringLiteral(".zhibao-recovery-");

// Copies a damaged store and what SQLite left beside it to names of their own (zhibao.db.damaged-1, …); gives the
// copy's path.
Result<QString> setAside(const QString &store);

// Writes the open store as it is at one moment to a file that is missing or empty.
Result<void> copyInto(const Connection &connection, const QString &path);

// The same, and brought up to the program's schema; gives where its files are: beside it, where they were in the store
// itself.
Result<Files> makeUpgradedCopy(const Connection &connection, int version, const QString &path);

// Copies a store together with the journal that SQLite may have left beside it.
Result<void> copyWithJournal(const QString &store, const QString &path);

// Puts a file that was prepared for it in the place of a store that is locked; SQLite must not roll an old journal back
// into it.
Result<void> replaceStore(const QString &store, DurableFile &prepared);

} // namespace zhibao
