// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "durability/backupflows.h"

#include "base/digest.h"
#include "durability/child.h"
#include "durability/storeflows.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "store/backup/recovery.h"
#include "store/database/files.h"
#include "store/database/migration.h"
#include "store/store.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>

#include <algorithm>

namespace zhibao::durability {

namespace {

QString backupFolder(const QString &folder)
{
    return backupFolderOf(storeIn(folder));
}

QList<Backup> backups(const QString &folder)
{
    return backupsIn(backupFolder(folder), storeIn(folder));
}

// Comes with the state of that number.
QByteArray attachment(int number)
{
    return QByteArray(20'000, static_cast<char>('a' + number));
}

bool attach(const QString &folder, int number)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
    return store && (*store)->keepAttachments({attachment(number)});
}

// Whether the store has the file of its state.
bool hasAttachment(const QString &folder, int number)
{
    const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay, Store::Access::Read);
    const QByteArray content = attachment(number);
    const Result<QByteArray> found = store ? (*store)->attachment(digestOfBytes(content, DigestAlgorithm::Sha256))
                                           : Result<QByteArray>(store.error());
    return found && *found == content;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? '+' + file.readAll() : QByteArrayLiteral("-");
}

// The state that a sound backup holds; -1 where it is not sound. The same few files come back in thousands of simulated
// disks, so each content is looked through once.
int stateOfBackup(const QString &path)
{
    static QHash<QByteArray, int> known;
    QFile file(path);
    const QByteArray content = (file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray())
        + contentOf(filesOf(path).pathOf(digestOfBytes(attachment(0), DigestAlgorithm::Sha256)))
        + contentOf(filesOf(path).pathOf(digestOfBytes(attachment(1), DigestAlgorithm::Sha256)));
    const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha1);
    if (!known.contains(digest)) {
        const Result<Inspection> inspection = inspect(path);
        const bool isSound = inspection && inspection->damages.isEmpty();
        known.insert(digest, isSound ? stateIn(path, Store::Access::Read) : -1);
    }
    return known.value(digest);
}

// The states of the sound backups, or what is wrong with one.
Finding examineBackups(const QString &folder, QList<int> &states)
{
    const QList<Backup> found = backups(folder);
    for (const Backup &backup : found) {
        const int state = stateOfBackup(backup.path);
        if (state < 0)
            return {Damage::Corrupt, backup.path + QStringLiteral(" is not sound")};
        states.append(state);
    }
    if (!states.contains(0))
        return {Damage::Lost, QStringLiteral("the old backup is gone")};
    return {};
}

} // namespace

void prepareBackup(const QString &folder)
{
    prepareStore(folder);
    if (!attach(folder, 0) || !backUp(storeIn(folder), backupFolder(folder), someDay) || saveState(folder, 1) != 0
        || !attach(folder, 1))
        qFatal("no backup to start from");
}

int backUpStore(const QString &folder)
{
    return backUp(storeIn(folder), backupFolder(folder), someDay) ? 0 : 1;
}

int backUpByProgram(const QString &folder)
{
    return becomeZhibao({QStringLiteral("backup"), QStringLiteral("--store"), storeIn(folder)});
}

Finding checkBackup(const QString &folder, const Told &told)
{
    QList<int> states;
    if (Finding finding = examineBackups(folder, states); finding.damage != Damage::None)
        return finding;
    if (told.done && !states.contains(1))
        return {Damage::Lost, QStringLiteral("there is no new backup")};
    return checkStore(folder, {{"1"}});
}

int restoreStore(const QString &folder)
{
    return restoreBackup(backups(folder).last().path, storeIn(folder), backupFolder(folder), someDay) ? 0 : 1;
}

int restoreByProgram(const QString &folder)
{
    return becomeZhibao(
        {QStringLiteral("restore"), backups(folder).last().path, QStringLiteral("--store"), storeIn(folder)});
}

Finding checkRestore(const QString &folder, const Told &told)
{
    QList<int> states;
    if (Finding finding = examineBackups(folder, states); finding.damage != Damage::None)
        return finding;
    const int state = stateIn(storeIn(folder), Store::Access::Write);
    if (told.done && state != 0)
        return {Damage::Lost, QStringLiteral("not restored")};
    if (state >= 0 && (!hasAttachment(folder, 0) || (state == 1 && !hasAttachment(folder, 1))))
        return {Damage::Corrupt, QStringLiteral("the state without its file")};
    // A store that could not be looked through is set aside instead.
    const QString aside = storeIn(folder) + QStringLiteral(".damaged-1");
    const bool isAside = QFile::exists(aside) && stateIn(aside, Store::Access::Read) == 1;
    if (state == 0 && !states.contains(1) && !isAside)
        return {Damage::Lost, QStringLiteral("what was replaced is nowhere any more")};
    return checkStore(folder, {});
}

void prepareDamaged(const QString &folder)
{
    prepareBackup(folder);
    constexpr qint64 pageSize = 4096;
    QFile file(storeIn(folder));
    const QByteArray rubbish(2 * pageSize, 'x');
    if (!file.open(QIODevice::ReadWrite) || !file.seek(2 * pageSize) || file.write(rubbish) != rubbish.size())
        qFatal("no damage to start from");
}

int recoverStore(const QString &folder)
{
    const Result<Recovery> recovery = recover(storeIn(folder), backupFolder(folder), someDay);
    // A list that names a report as lost is no promise.
    const auto isLost = [](const RecoveredReport &report) { return report.source == RecoveredReport::Source::Lost; };
    return recovery && std::none_of(recovery->reports.cbegin(), recovery->reports.cend(), isLost) ? 0 : 1;
}

Finding checkRecovery(const QString &folder, const Told &told)
{
    if (stateIn(storeIn(folder), Store::Access::Write) < 0) {
        if (told.done)
            return {Damage::Lost, QStringLiteral("not recovered")};
        if (recoverStore(folder) != 0)
            return {Damage::Corrupt, QStringLiteral("cannot be recovered any more")};
    }
    QList<int> states;
    if (Finding finding = examineBackups(folder, states); finding.damage != Damage::None)
        return finding;
    // Nothing of the files was damaged.
    if (!hasAttachment(folder, 0))
        return {Damage::Lost, QStringLiteral("a file is not there any more")};
    return checkStore(folder, {});
}

int migrateStore(const QString &folder)
{
    return Store::open(storeIn(folder), someDay) ? 0 : 1;
}

namespace {

constexpr int carriedCount = 3;

QByteArray carried(int number)
{
    return QByteArray(9'000 + number * 7'000, static_cast<char>('k' + number));
}

} // namespace

void prepareStoreWithAttachments(const QString &folder)
{
    QFile store(storeIn(folder));
    if (!QFile::copy(QStringLiteral(TEST_DATA "/stores/schema-6-files.db"), store.fileName())
        || !store.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        qFatal("no old store to start from");
    for (int number = 0; number < carriedCount; ++number) {
        const QByteArray content = carried(number);
        putAttachment(store.fileName(), digestOfBytes(content, DigestAlgorithm::Sha256), content);
    }
}

Finding checkCarried(const QString &folder, const Told &told)
{
    const Result<int> version = versionOfFile(storeIn(folder));
    if (!version)
        return {Damage::Corrupt, QStringLiteral("no store")};
    if (told.done && *version != knownVersion())
        return {Damage::Lost, QStringLiteral("not migrated")};
    {
        const Result<std::unique_ptr<Store>> store = Store::open(storeIn(folder), someDay);
        if (!store)
            return {Damage::Corrupt, QStringLiteral("does not open")};
        for (int number = 0; number < carriedCount; ++number) {
            const QByteArray content = carried(number);
            const Result<QByteArray> found = (*store)->attachment(digestOfBytes(content, DigestAlgorithm::Sha256));
            if (!found || *found != content)
                return {Damage::Lost, QStringLiteral("a file is not there any more")};
        }
    }
    const Result<Inspection> inspection = inspect(storeIn(folder));
    const bool isWhole = inspection && isSound(*inspection) && inspection->files == carriedCount + 1;
    return isWhole ? Finding() : Finding{Damage::Corrupt, QStringLiteral("damaged")};
}

} // namespace zhibao::durability
