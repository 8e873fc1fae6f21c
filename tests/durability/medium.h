// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace zhibao::durability {

// File systems to run out of room on.
enum class Medium {
    Memory, // tmpfs; can be mounted by anyone who may make a user namespace
    Ext4, // an image through a loop device; needs the superuser, loop devices and e2fsprogs
    Exfat, // likewise, with exfatprogs
};

const char *nameOf(Medium medium);

// Does the work in a process of its own that sees a fresh file system of some megabytes at the folder; it goes with the
// process. Gives what the work gave ("" for nothing wrong), or nothing where this machine cannot mount that medium.
std::optional<QString> onMedium(Medium medium, const QString &folder, const std::function<QString()> &work);

// The room that is left, in blocks.
qint64 freeBlocks(const QString &folder);
// Takes up all room but so many blocks, with one file; false where that was not possible.
bool leaveBlocks(const QString &folder, const QString &ballast, qint64 blocks);

} // namespace zhibao::durability
