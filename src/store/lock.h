// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QLockFile>

#include <memory>

namespace zhibao {

// Keeps other processes from writing the store, until it goes. The lock of a process that died is taken over. Errors:
// StoreInUse, PermissionDenied, DiskFull.
Result<std::unique_ptr<QLockFile>> lockStore(const QString &path);

// The file that tells who holds the store locked.
QString lockOf(const QString &path);

// Whether somebody holds the store locked, or died holding it.
bool isLocked(const QString &path);

} // namespace zhibao
