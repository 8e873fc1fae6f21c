// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/backup/inspection.h"

#include <QString>

namespace zhibao {

// What is settled for one store. It lies in a file beside it (zhibao.db.settings), since it must be known when the
// store itself can not be read.
struct StoreSettings {
    QString backupFolder; // "": beside the store
    QByteArray ownKey = QByteArray(); // public key of this office, noted when it was made; empty: none was
};

// The defaults where there is no such file, or none that can be read.
StoreSettings readStoreSettings(const QString &store);
Result<void> writeStoreSettings(const QString &store, const StoreSettings &settings); // errors of DurableFile

// As inspect() of the store, and whether its own key is the one that was noted beside it.
Result<Inspection> inspectWithSettings(const QString &store);

} // namespace zhibao
