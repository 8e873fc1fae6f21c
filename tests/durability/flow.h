// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace zhibao::durability {

// What the users of a flow were told: each acknowledgement in order, and whether it ended well (exit code 0).
struct Told {
    QList<QByteArray> acknowledged;
    bool done = false;
    qint64 ended = 0; // milliseconds of the monotonic clock
};

enum class Damage {
    None,
    Lost, // something that a user was told to be safe is not there, or older than told
    Corrupt, // something is there that nobody ever wrote, or nothing can be read
};

struct Finding {
    Damage damage = Damage::None;
    QString what;
};

// The harnesses that a flow goes through.
enum Harness : unsigned int {
    PowerCut = 1,
    Faults = 2,
    Kills = 4,
    FullDisk = 8,
    // No harness: what the flow's check does first is to open the store, and before that it looks at nothing of the
    // store's file but SQLite's header. What is the same once SQLite has put back what was half-written is then the
    // same to it.
    OpensStore = 16,
};

// Something the program does to the disk. A new one is one line in flows.cpp; every harness that the line names then
// tries it.
struct Flow {
    const char *name;
    // Lays out the folder as it is before; all of that is safe on the disk.
    void (*prepare)(const QString &folder);
    // Does it, in a process of its own that may be killed, starved or cut off anywhere. Calls calls::acknowledge()
    // whenever a user would be told that something is safe. Gives the exit code; 0 acknowledges the whole.
    int (*run)(const QString &folder);
    // Looks at what is left, as the next start of the program would.
    Finding (*check)(const QString &folder, const Told &told);
    unsigned int harnesses;
};

// In the order of the list; only the one that the environment's ZHIBAO_FLOW names, if it does.
QList<Flow> flowsThrough(Harness harness);

} // namespace zhibao::durability
