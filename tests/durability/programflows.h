// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/flow.h"

// What the real program does when it is called with a subcommand.
namespace zhibao::durability {

// The report file in the folder, with a numbered state (storeflows.h).
void writeStateFile(const QString &folder, int number);

// A store with state 0, and a report file with state 1.
void prepareImport(const QString &folder);
int importReport(const QString &folder);
Finding checkImport(const QString &folder, const Told &told);

// A report file, and exports of it from before.
void prepareExport(const QString &folder);
int exportAll(const QString &folder);
int exportPdf(const QString &folder);
int exportDocx(const QString &folder);
// Each exported file is whole, and a new one where the program said so.
Finding checkExport(const QString &folder, const Told &told);
Finding checkExportedPdf(const QString &folder, const Told &told);
Finding checkExportedDocx(const QString &folder, const Told &told);

// A report file that is written over an older one.
void prepareReportFile(const QString &folder);
int writeReportFile(const QString &folder);
Finding checkReportFile(const QString &folder, const Told &told);

// What is settled for a store, in a file beside it.
void prepareSettings(const QString &folder);
int changeSettings(const QString &folder);
Finding checkSettings(const QString &folder, const Told &told);

} // namespace zhibao::durability
