// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/office/catalogue.h"

#include <QStringList>

namespace zhibao::cli {

// Each runs one subcommand with what stands behind its name, and gives the exit code.
int runExport(const QStringList &arguments, const Catalogue &catalogue);
int runBlank(const QStringList &arguments, const Catalogue &catalogue);
int runImport(const QStringList &arguments, const Catalogue &catalogue);
int runList(const QStringList &arguments, const Catalogue &catalogue);
int runShow(const QStringList &arguments, const Catalogue &catalogue);
int runCheck(const QStringList &arguments, const Catalogue &catalogue);
int runInspection(const QStringList &arguments, const Catalogue &catalogue);
int runBackup(const QStringList &arguments, const Catalogue &catalogue);
int runRestore(const QStringList &arguments, const Catalogue &catalogue);
int runSubmit(const QStringList &arguments, const Catalogue &catalogue);
int runWithdraw(const QStringList &arguments, const Catalogue &catalogue);
int runReturn(const QStringList &arguments, const Catalogue &catalogue);
int runReview(const QStringList &arguments, const Catalogue &catalogue);
int runApprove(const QStringList &arguments, const Catalogue &catalogue);
int runSeal(const QStringList &arguments, const Catalogue &catalogue);
int runUnscan(const QStringList &arguments, const Catalogue &catalogue);
int runSent(const QStringList &arguments, const Catalogue &catalogue);
int runUnlock(const QStringList &arguments, const Catalogue &catalogue);
int runPerson(const QStringList &arguments, const Catalogue &catalogue);
int runReceive(const QStringList &arguments, const Catalogue &catalogue);
int runVerify(const QStringList &arguments, const Catalogue &catalogue);
int runLog(const QStringList &arguments, const Catalogue &catalogue);
int runConfirm(const QStringList &arguments, const Catalogue &catalogue);
int runIntake(const QStringList &arguments, const Catalogue &catalogue);
int runMerge(const QStringList &arguments, const Catalogue &catalogue);
int runNotice(const QStringList &arguments, const Catalogue &catalogue);
int runUnits(const QStringList &arguments, const Catalogue &catalogue);
int runCount(const QStringList &arguments, const Catalogue &catalogue);

} // namespace zhibao::cli
