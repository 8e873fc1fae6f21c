// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// A shared library that stands between a program and libc, linked or preloaded before it. It records each call that
// changes what lies below one folder, and can make chosen calls fail. Programs need not know of it: Qt, SQLite and the
// program itself all reach the disk through these functions of libc. It uses no Qt, and speaks to the kernel by
// system calls of its own, so that it does not watch itself.
namespace zhibao::calls {

enum class Kind : std::int32_t {
    Open, // path; flags: Created, Emptied, Folder
    Close,
    Write, // file, offset, data: what was really written
    Truncate, // file, offset: the new size
    Sync, // file: fsync
    DataSync, // file: fdatasync
    SyncAll, // sync and syncfs
    Rename, // path, other: the new name
    Link, // path, other: the additional name
    Unlink, // path
    MakeFolder, // path
    RemoveFolder, // path
    Acknowledge, // data: what the program told its user to be safe
    Fault, // the call after this record was made to fail; flags: the errno
};

enum OpenFlag : std::uint32_t { Created = 1, Emptied = 2, Folder = 4 };

// One call in the trace file, in this machine's byte order; behind it the two paths and the data, none terminated.
struct Record {
    Kind kind{};
    std::int32_t file = -1;
    std::int64_t offset = 0;
    std::uint32_t flags = 0;
    std::uint32_t pathSize = 0;
    std::uint32_t otherSize = 0;
    std::uint32_t dataSize = 0;
};

// Variables of the environment that start the watching in a program into which the library is preloaded.
inline constexpr char folderVariable[] = "ZHIBAO_CALLS_FOLDER"; // absolute and free of links
inline constexpr char traceVariable[] = "ZHIBAO_CALLS_TRACE"; // a file that lies elsewhere
// "KIND NUMBER ERRNO ALWAYS": the NUMBER-th call (from 1) of the kind fails, with ALWAYS=1 all later ones too. Sync
// means all kinds of sync; Rename also Link.
inline constexpr char faultVariable[] = "ZHIBAO_CALLS_FAULT";
inline constexpr int anyKind = -1; // in place of KIND
inline constexpr int shortWrite = 0; // in place of ERRNO: half of the bytes are written
inline constexpr int killed = -1; // in place of ERRNO: the process is killed instead of the call

// Starts watching as the variables say; for a process that links the library, after a fork.
void watch();
// Notes in the trace what a user was told.
void acknowledge(const char *text);

} // namespace zhibao::calls
