// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What keeps a store alive: its inspection, copies of it, the way back from a copy.
#include "base/clock.h"
#include "base/durablefile.h"
#include "base/path.h"
#include "base/temporaryfolder.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reportsource.h"
#include "cli/reviewdesk.h"
#include "workspace/describe/describe.h"
#include "workspace/office/storesettings.h"

#include <QFileInfo>

#include <algorithm>

namespace zhibao::cli {

namespace {

QString folderFor(const Arguments &arguments, const QString &store)
{
    if (arguments.has(option::output))
        return arguments.value(option::output);
    const QString chosen = readStoreSettings(store).backupFolder;
    return chosen.isEmpty() ? backupFolderOf(store) : chosen;
}

Result<QList<Account>> peopleOf(const Catalogue &catalogue, const QString &store)
{
    Office office(catalogue, systemClock());
    const Result<void> opened = office.openStore(store, StoreAccess::Read);
    return opened ? office.session().accounts() : Result<QList<Account>>(opened.error());
}

bool hasAdministrator(const QList<Account> &people)
{
    return std::any_of(people.cbegin(), people.cend(),
        [](const Account &account) { return account.active && account.person.duties.testFlag(Duty::Administrator); });
}

Result<void> restoreAsAdministrator(const Catalogue &catalogue, const Arguments &arguments)
{
    // Opening the store may make a backup of its own, before which the oldest gives way.
    const Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder)
        return folder.error();
    const QString copy = folder->filePath(QFileInfo(arguments.input).fileName());
    Result<DurableFile> prepared = DurableFile::prepareCopy(copy, arguments.input, Existing::Keep);
    if (!prepared)
        return prepared.error();
    if (Result<void> placed = prepared->place(); !placed)
        return placed;
    const QString store = askedStore(arguments);
    if (Result<void> brought = bringFiles(arguments.input, store, folderFor(arguments, store)); !brought)
        return brought;
    Workspace workspace(catalogue, systemClock());
    if (Result<void> opened = openOffice(workspace, arguments); !opened)
        return opened;
    Result<void> restored = workspace.restoreBackup(copy);
    return restored || restored.error().code != ErrorCode::BackupDamaged
        ? restored
        : Result<void>(Error{ErrorCode::BackupDamaged, {arguments.input}});
}

// Where the store can not say who may, since it is damaged or what was damaged took its last administrator, the backup
// does.
Result<void> restoreAsBackupSays(const Catalogue &catalogue, const Arguments &arguments, const QString &store)
{
    Restoring by;
    std::optional<Secret> secretKey;
    const Result<QList<Account>> people = peopleOf(catalogue, arguments.input);
    if (people && !people->isEmpty()) {
        Workspace workspace(catalogue, systemClock());
        if (Result<void> opened = workspace.openStore(arguments.input, StoreAccess::Read); !opened)
            return opened;
        if (Result<void> signedIn = signIn(workspace.office().session(), arguments); !signedIn)
            return signedIn;
        if (Result<void> may = workspace.office().session().administer(); !may)
            return may;
        by.person = workspace.office().session().person();
        by.verified = workspace.office().session().isVerified();
        if (Result<SigningKey> key = workspace.office().session().signingKey())
            secretKey.emplace(std::move(key->secretKey));
        by.secretKey = secretKey ? &*secretKey : nullptr;
    }
    return restoreBackup(arguments.input, store, folderFor(arguments, store), systemClock(), by);
}

// What an administrator would confirm; nothing of a log that is broken, which is told as damage.
Result<QList<LogEntry>> unconfirmedIn(const Catalogue &catalogue, const QString &path)
{
    Office office(catalogue, systemClock());
    const Result<void> opened = office.openStore(path, StoreAccess::Read);
    Result<QList<LogEntry>> entries = opened ? office.session().unconfirmed() : Result<QList<LogEntry>>(opened.error());
    const bool isTold
        = !entries && (entries.error().code == ErrorCode::LogBroken || entries.error().code == ErrorCode::StoreDamaged);
    return isTold ? Result<QList<LogEntry>>(QList<LogEntry>()) : entries;
}

} // namespace

int runInspection(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store}, 0);
    if (!arguments)
        return fail(arguments.error());
    const QString store = askedStore(*arguments);
    const Result<Inspection> inspection = inspectWithSettings(store);
    if (!inspection)
        return fail(inspection.error());
    QString text;
    if (isSound(*inspection))
        text = tableLine({tr("完好"), tr("报表 %1").arg(inspection->reports), tr("版本 %1").arg(inspection->versions),
            tr("文字 %1").arg(inspection->texts)});
    const QList<Notice> notices = isSound(*inspection) ? QList<Notice>() : knownIn(store, catalogue).all();
    for (const Damage &damage : inspection->damages)
        text += tableLine({tr("损坏"), describe(damage, notices)});
    if (inspection->files > 0)
        text += tableLine({tr("附件"), tr("%1 个文件").arg(inspection->files)});
    if (inspection->strayFiles > 0)
        text += tableLine({tr("多余"),
            tr("附件文件夹里有 %1 个文件不属于这份数据，不影响使用：中断的操作会留下这样的文件")
                .arg(inspection->strayFiles)});
    if (inspection->unchecked)
        text += tableLine({tr("未检查"), describe(*inspection->unchecked)});
    const Result<QList<LogEntry>> unconfirmed = inspection->pending > 0
        ? unconfirmedIn(catalogue, askedStore(*arguments))
        : Result<QList<LogEntry>>(QList<LogEntry>());
    if (!unconfirmed)
        return fail(unconfirmed.error());
    for (const LogEntry &entry : *unconfirmed)
        text += tableLine({tr("待确认"), describeUnconfirmed(entry)});
    const QStringList limits = describeLimits(*inspection);
    for (const QString &limit : limits)
        text += tableLine({tr("未核"), limit});
    if (inspection->protection == Inspection::Protection::Sealed) {
        const QList<Backup> holding = holdingKey(allBackups(folderFor(*arguments, store), store));
        for (const Backup &backup : holding)
            text += tableLine({tr("注意"),
                tr("这份备份做的时候还有人员没有口令，签名密钥没有加密；谁得到它就能冒用本单位的签名，不再需要时请连同"
                   "副本一起删除：%1")
                    .arg(backup.path)});
    }
    const bool isWrong = !inspection->damages.isEmpty() || inspection->pending > 0;
    const int found = isWrong ? reportHasErrors : inspection->unchecked ? badInput : done;
    const int printed = printData(text);
    return printed == done ? found : printed;
}

int runBackup(const QStringList &given, const Catalogue &)
{
    const Result<Arguments> arguments = parseArguments(given, {option::store, option::output}, 0);
    if (!arguments)
        return fail(arguments.error());
    const QString store = askedStore(*arguments);
    if (!exists(store))
        return fail({ErrorCode::FileNotFound, {store}});
    const Result<Backup> backup = backUp(store, folderFor(*arguments, store), systemClock());
    if (!backup)
        return fail(backup.error());
    if (backup->unchecked)
        printNote(tr("备份未检查：%1").arg(describe(*backup->unchecked)));
    return printPaths({backup->path});
}

int runRestore(const QStringList &given, const Catalogue &catalogue)
{
    const Result<Arguments> arguments
        = parseArguments(given, {option::store, option::person, option::passwordDescriptor}, 1);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->input.isEmpty())
        return fail(usageError(tr("请写明备份文件")));
    const QString store = askedStore(*arguments);
    const auto restore = [&]() -> Result<void> {
        // In a place where nothing is nobody has a say: it is no more than a copy.
        if (!exists(store))
            return restoreBackup(arguments->input, store, folderFor(*arguments, store), systemClock());
        const Result<QList<Account>> people = peopleOf(catalogue, store);
        if (people && people->isEmpty())
            return restoreBackup(arguments->input, store, folderFor(*arguments, store), systemClock());
        return people && hasAdministrator(*people) ? restoreAsAdministrator(catalogue, *arguments)
                                                   : restoreAsBackupSays(catalogue, *arguments, store);
    };
    const Result<void> restored = restore();
    return restored ? printPaths({store}) : fail(restored.error());
}

} // namespace zhibao::cli
