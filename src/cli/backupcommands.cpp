// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What keeps a store alive: its inspection, copies of it, the way back from a copy.
#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "store/backup.h"
#include "store/inspection.h"
#include "workspace/describe.h"
#include "workspace/storesettings.h"

#include <QFileInfo>

namespace zhibao::cli {

namespace {

QString folderFor(const Arguments &arguments, const QString &store)
{
    if (arguments.has(option::output))
        return arguments.value(option::output);
    const QString chosen = readStoreSettings(store).backupFolder;
    return chosen.isEmpty() ? backupFolderOf(store) : chosen;
}

} // namespace

int runInspection(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store}, 0);
    if (!arguments)
        return fail(arguments.error());
    const Result<Inspection> inspection = inspect(askedStore(*arguments));
    if (!inspection)
        return fail(inspection.error());
    if (inspection->damages.isEmpty())
        return printData(tableLine({tr("完好"), tr("报表 %1").arg(inspection->reports),
            tr("版本 %1").arg(inspection->versions), tr("文字 %1").arg(inspection->texts)}));
    QString text;
    for (const Damage &damage : inspection->damages)
        text += tableLine({tr("损坏"), describe(damage, catalogue.notices)});
    const int printed = printData(text);
    return printed == done ? reportHasErrors : printed;
}

int runBackup(const QStringList &given, const Catalogue &)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store, option::output}, 0);
    if (!arguments)
        return fail(arguments.error());
    const QString store = askedStore(*arguments);
    if (!QFileInfo::exists(store))
        return fail({ErrorCode::FileNotFound, {store}});
    const Result<Backup> backup = backUp(store, folderFor(*arguments, store), systemClock());
    return backup ? printData(backup->path + u'\n') : fail(backup.error());
}

int runRestore(const QStringList &given, const Catalogue &)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store}, 1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明备份文件")));
    const QString store = askedStore(*arguments);
    const Result<void> restored = restoreBackup(arguments->input, store, folderFor(*arguments, store), systemClock());
    return restored ? printData(store + u'\n') : fail(restored.error());
}

} // namespace zhibao::cli
