// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"
#include "durability/flow.h"
#include "store/store.h"

// What the store does. The reports it holds are numbered states of one report, so that whatever is found can be told
// to be one that was saved, and which.
namespace zhibao::durability {

QString storeIn(const QString &folder);

// The states of the numbered report differ all over, in small and in large texts.
Report numberedReport(int number);

// A clock of the tests' own, so that no state depends on when it was made.
QDateTime someDay();
// The number of the state that a store holds; -1 where it does not open or holds no whole state.
int stateIn(const QString &store, Store::Access access);
int saveState(const QString &folder, int number); // 0, or 1 where that failed

void prepareNothing(const QString &folder);
void prepareStore(const QString &folder); // with state 0

int saveStates(const QString &folder); // 1 to 5, each acknowledged
int createStore(const QString &folder); // where there is none; then state 1
int saveLargeState(const QString &folder); // one with much more text than state 0

// The store opens, its structure is sound, it holds a numbered state no older than the last one acknowledged, and the
// next one can be saved.
Finding checkStore(const QString &folder, const Told &told);
// The same; nothing at all may be there as long as nothing was acknowledged.
Finding checkNewStore(const QString &folder, const Told &told);

Finding checkLargeState(const QString &folder, const Told &told);

// SQLite's own check of a database's structure: "" or what it found.
QString structuralDamage(const QString &path);
// Puts a file into a store of the sixth schema.
void putAttachment(const QString &path, const QByteArray &digest, const QByteArray &content);
// All that a database's tables say, or why they cannot be read. Two files that say the same may differ in pages that
// are not in use: SQLite does not put these back after a failed transaction.
QByteArray databaseContent(const QString &path);

} // namespace zhibao::durability
