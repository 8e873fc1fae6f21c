// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/descriptor.h"
#include "base/result.h"

#include <memory>

namespace zhibao {

// Keeps other processes from writing a store as long as it lives. It is a lock of the system's on a file beside the
// store, so it ends with its process, and no kill or power cut leaves one behind that bars the store.
class StoreLock {
public:
    // Errors: StoreInUse, PermissionDenied, DiskFull.
    static Result<std::unique_ptr<StoreLock>> take(const QString &store);
    ~StoreLock();
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

private:
    StoreLock(QByteArray path, int file)
        : m_path(std::move(path))
        , m_file(file)
    {
    }
    QByteArray m_path;
    int m_file = -1;
};

// Has those that change one folder do so one after the other; waits for its turn.
class FolderLock {
public:
    explicit FolderLock(const QString &folder);
    bool isHeld() const { return m_isHeld; } // not every file system has such locks

private:
    Descriptor m_folder;
    bool m_isHeld = false;
};

// The file that tells whether somebody holds the store locked; there only while somebody does.
QString lockOf(const QString &store);

// Whether somebody holds the store locked.
bool isLocked(const QString &store);

} // namespace zhibao
