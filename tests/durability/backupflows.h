// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"

// Backups and the way back. The store holds state 1, and there is a backup of state 0.
namespace zhibao::durability {

void prepareBackup(const QString &folder);

int backUpStore(const QString &folder);
int backUpByProgram(const QString &folder);
// The store is as it was, every backup is sound, the old one is there, and a new one where that was told.
Finding checkBackup(const QString &folder, const Told &told);

int restoreStore(const QString &folder);
int restoreByProgram(const QString &folder);
// The store holds the one or the other, and the state that was replaced lies in a backup, or set aside.
Finding checkRestore(const QString &folder, const Told &told);

void prepareDamaged(const QString &folder); // as above, and pages of the store are overwritten
int recoverStore(const QString &folder);
// The store opens or can still be recovered, and holds the backup's state or a later one.
Finding checkRecovery(const QString &folder, const Told &told);

// A store of the first schema with state 0, and a report file with state 1.
void prepareOldStore(const QString &folder);
int migrateStore(const QString &folder);

// One of the sixth schema, which kept in itself the files that belong to it.
void prepareStoreWithAttachments(const QString &folder);
Finding checkCarried(const QString &folder, const Told &told);

} // namespace zhibao::durability
