// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/backup.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/log.h"
#include "base/path.h"
#include "base/signature.h"
#include "base/temporaryfolder.h"
#include "store/backup/inspection.h"
#include "store/database/lock.h"
#include "store/database/migration.h"
#include "store/database/transaction.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/log/logkey.h"
#include "store/reports/rowdigests.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <sys/stat.h>

#include <algorithm>
#include <memory>

namespace zhibao {

namespace {

constexpr int recentKept = 10;
constexpr int daysKept = 7;
constexpr int weeksKept = 4;
const QString timeFormat = QStringLiteral("yyyyMMdd'T'HHmmss");

QString pathIn(const QString &folder, const QString &name)
{
    return absolutePath(folder + u'/' + name);
}

QString nameOf(const QString &store, qint64 number, const QDateTime &at)
{
    return QStringLiteral("%1-%2-%3.db")
        .arg(QFileInfo(store).completeBaseName())
        .arg(number, 6, 10, QChar(u'0'))
        .arg(at.toString(timeFormat));
}

bool isLater(const Backup &one, const Backup &other)
{
    return one.number > other.number;
}

QString weekOf(const QDateTime &at)
{
    int year = 0;
    const int week = at.date().weekNumber(&year);
    return QStringLiteral("%1-%2").arg(year).arg(week);
}

enum class Copying { Rebuilt, PageByPage };

// Makes the copy under a name of its own. SQLite writes it without syncing; that is done when it is placed.
Result<void> copyStore(const QString &store, const QString &draft, Copying copying)
{
    const Result<int> version = versionOfFile(store);
    if (!version)
        return version.error();
    removeFile(draft); // of a backup that was cut short
    // SQLite takes an empty file as it is, and with it the permissions.
    if (Result<void> made = writeDurably(draft, {}, Existing::Keep); !made)
        return made;
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    if (!connection)
        return connection.error();
    const bool isKnown = *version > knownVersion() || hasSchema(**connection, *version);
    if (!isKnown)
        return Error{ErrorCode::StoreDamaged, {store}};
    return copying == Copying::Rebuilt ? copyInto(**connection, draft) : (*connection)->copyPages(draft);
}

// Whether what came since is found sound in the copy.
bool isSoundSince(const QString &draft, const Files &files, const LookedThrough &since)
{
    const Result<int> version = versionOfFile(draft);
    const Result<std::unique_ptr<Connection>> connection = version && *version == knownVersion()
        ? Connection::open(draft, Connection::Mode::Read, files)
        : Error{ErrorCode::StoreDamaged, {draft}};
    return connection && lookThroughNews(**connection, since);
}

// How far the copy goes; nothing where it has another schema than the program's.
std::optional<LookedThrough> endIn(const QString &path)
{
    const Result<int> version = versionOfFile(path);
    if (!version || *version != knownVersion())
        return std::nullopt;
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
    const Result<LookedThrough> end = connection ? endOf(**connection) : Result<LookedThrough>(connection.error());
    return end ? std::optional(*end) : std::nullopt;
}

// Gives why the copy could not be looked through, or nothing where it is whole; where it is not, the error tells
// whether the store is to blame.
Result<std::optional<Error>> inspectCopy(const QString &draft, const QString &path, const QString &store)
{
    const Result<Inspection> copy = inspect(draft, FileDepth::Size, filesOf(path));
    if (copy && copy->damages.isEmpty())
        return copy->unchecked;
    const Result<Inspection> original = inspect(store);
    if (original && original->damages.isEmpty())
        return Error{ErrorCode::NotVerified, {path}};
    return Error{ErrorCode::StoreDamaged, {store}};
}

// The files that a store or backup names, and those of them that were told as lost; none of one that has all in itself.
// Nothing where it is not one of this program.
struct NamedFiles {
    QList<FileName> files;
    QSet<QByteArray> lost;
};

Result<NamedFiles> filesNamedBy(const QString &path)
{
    const Result<int> version = versionOfFile(path);
    if (!version)
        return version.error();
    if (!hasFiles(*version))
        return NamedFiles();
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
    if (!connection)
        return connection.error();
    if (*version > knownVersion() || !hasSchema(**connection, *version))
        return Error{ErrorCode::StoreDamaged, {path}};
    const Result<QList<FileName>> files = filesIn(**connection);
    const Result<QSet<QByteArray>> lost = lostFiles(**connection);
    if (!files || !lost)
        return files ? lost.error() : files.error();
    return NamedFiles{*files, *lost};
}

Result<void> bringFilesTo(const Files &files, const QString &backup, const QString &store, const QString &folder)
{
    const Result<NamedFiles> named = filesNamedBy(backup);
    if (!named)
        return Error{ErrorCode::BackupDamaged, {backup}};
    const QList<Files> sources{
        filesOf(backup), filesOfBackups(folder, store), filesOfBackups(backupFolderOf(store), store)};
    bool isWhole = true;
    for (const FileName &file : named->files) {
        const Result<void> brought = files.bring(file, sources);
        if (!brought && brought.error().code != ErrorCode::FileNotFound)
            return brought;
        isWhole = isWhole && (brought || named->lost.contains(file.digest));
    }
    return isWhole ? Result<void>() : Result<void>(Error{ErrorCode::BackupDamaged, {backup}});
}

// Takes away at its end what was put among the files, unless it was kept.
class PutFiles {
public:
    explicit PutFiles(Files files)
        : m_files(std::move(files))
    {
    }
    ~PutFiles()
    {
        m_files.withdraw([](const QByteArray &) { return false; });
    }
    PutFiles(const PutFiles &) = delete;
    PutFiles &operator=(const PutFiles &) = delete;
    const Files &files() const { return m_files; }
    void keep() { m_files.settle(); }

private:
    Files m_files;
};

// Has the files of the store with its backups, before one that names them is there; counts them.
Result<void> copyFiles(const QString &store, const QString &draft, const Files &to, Backup &backup)
{
    const Result<int> version = versionOfFile(draft);
    // What a newer program means by its files is not known; such a copy is told as not looked through.
    if (!version || *version > knownVersion())
        return version ? Result<void>() : Result<void>(version.error());
    const Result<NamedFiles> named = filesNamedBy(draft);
    if (!named)
        return named.error();
    const Files from = filesOf(store);
    qint64 missing = 0;
    for (const FileName &file : named->files) {
        ++backup.files;
        if (to.lookAtSize(file) == Files::State::Whole)
            continue;
        const Result<void> brought = to.bring(file, {from});
        ++backup.newFiles;
        if (!brought && brought.error().code != ErrorCode::FileNotFound)
            return brought;
        if (!brought && !named->lost.contains(file.digest))
            ++missing;
    }
    if (missing == 0)
        return {};
    return Error{ErrorCode::StoreFilesMissing, {store, from.folder(), QString::number(missing)}};
}

// Takes away the files that no backup needs. Where one cannot be asked, or somebody else may be about to make one, all
// stay.
void dropFiles(const QString &folder, const QString &store)
{
    const Files files = filesOfBackups(folder, store);
    QSet<QByteArray> needed;
    const QList<Backup> backups = backupsIn(folder, store);
    for (const Backup &backup : backups) {
        const Result<NamedFiles> named = filesNamedBy(backup.path);
        if (!named)
            return;
        for (const FileName &file : named->files)
            needed.insert(file.digest);
    }
    const QStringList others = files.others(needed);
    // Or a power cut could bring back a backup without its files.
    if (others.isEmpty() || !settleFolder(folder))
        return;
    static const QRegularExpression ours(QStringLiteral("^([0-9a-f]{64}|\\.zhibao-[0-9a-z]+)$"));
    for (const QString &path : others) {
        if (ours.match(QFileInfo(path).fileName()).hasMatch() && !removeFile(path))
            log::warning(QStringLiteral("a file that no backup needs could not be removed"));
    }
}

void prune(const QString &folder, const QString &store, bool alone)
{
    const QList<Backup> gone = superfluous(backupsIn(folder, store));
    for (const Backup &backup : gone) {
        if (!removeFile(backup.path))
            log::warning(QStringLiteral("an old backup could not be removed"));
    }
    if (!gone.isEmpty() && alone)
        dropFiles(folder, store);
}

Result<void> copyDurably(const QString &source, const QString &path)
{
    Result<DurableFile> copy = DurableFile::prepareCopy(path, source, Existing::Keep);
    return copy ? copy->place() : Result<void>(copy.error());
}

QString journalOf(const QString &store)
{
    return store + QStringLiteral("-journal");
}

// Whether something is in the store's place that is no file: a folder, a pipe, a device, a link that leads nowhere.
bool isOccupied(const QString &store)
{
    return (exists(store) || isLink(store)) && !isRegularFile(store);
}

// What the log of a store that is about to be replaced ends with, and who has to wait; nothing where it has no log or
// can not be read.
struct Replaced {
    qint64 number = 0;
    QByteArray chain;
    QList<Account> accounts;
};

Replaced replacedBy(const QString &store)
{
    const Result<int> version = exists(store) ? versionOfFile(store) : Result<int>(0);
    if (!version || *version != knownVersion())
        return {};
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    if (!connection || !hasTables(**connection))
        return {};
    Replaced replaced;
    if (const Result<std::optional<LogEntry>> last = lastEntryWhere(**connection, QStringLiteral("number > ?"), 0);
        last && *last) {
        replaced.number = (*last)->number;
        replaced.chain = (*last)->chain;
    }
    if (const Result<QList<Account>> accounts = accountsOf(**connection))
        replaced.accounts = *accounts;
    return replaced;
}

// Who tried wrong passwords tried them, whichever state of the store is in force.
Result<void> keepFailures(const Connection &connection, const QList<Account> &before)
{
    const Result<QList<Account>> accounts = accountsOf(connection);
    if (!accounts)
        return accounts.error();
    for (Account account : *accounts) {
        const auto known = std::find_if(before.cbegin(), before.cend(),
            [&](const Account &other) { return other.person.name == account.person.name; });
        if (known == before.cend() || known->failures <= account.failures)
            continue;
        account.failures = known->failures;
        account.failed = known->failed;
        account.failedUptime = known->failedUptime;
        if (Result<void> stored = storeAccount(connection, account); !stored)
            return stored;
    }
    return {};
}

// Tells in the log of the copy that it takes the store's place. What another key signed than the one at hand waits for
// an administrator's next sign-in.
Result<void> tellRestored(const Connection &connection, const QString &backup, const Replaced &replaced,
    const QDateTime &now, const Restoring &by)
{
    const Result<std::optional<LogHead>> head = headOf(connection);
    const Result<LogKey> key = LogKey::of(connection, by.secretKey);
    if (!head || !key)
        return head ? key.error() : head.error();
    NewEntry told;
    told.kind = EntryKind::Restored;
    told.detail = {{QStringLiteral("backup"), QFileInfo(backup).fileName()}, {QStringLiteral("by"), by.person.name},
        {QStringLiteral("number"), replaced.number}, {QStringLiteral("chain"), hexadecimal(replaced.chain)}};
    if (*head && !key->isAtHand()) {
        const Result<LogEntry> waiting = recordWithin(connection, told, now, LogKey());
        return waiting ? Result<void>() : Result<void>(waiting.error());
    }
    told.person = by.person;
    told.verified = by.verified;
    const Result<LogEntry> recorded = recordSigned(connection, told, now, by.secretKey);
    return recorded ? Result<void>() : Result<void>(recorded.error());
}

// Who puts the backup back stays who they are now, with their password: they would be shut out where the backup is of
// before they came, or of before they forgot another password.
Result<void> keepRestorer(
    const Connection &connection, const QList<Account> &before, const QDateTime &now, const Restoring &by)
{
    const auto restorer = std::find_if(
        before.cbegin(), before.cend(), [&](const Account &account) { return account.person.name == by.person.name; });
    const Result<QList<Account>> accounts = accountsOf(connection);
    const Result<LogKey> key = LogKey::of(connection, by.secretKey);
    if (!accounts || !key)
        return accounts ? key.error() : accounts.error();
    if (restorer == before.cend() || !restorer->active || accounts->isEmpty() || !key->isAtHand())
        return {};
    // Their password opens the key that is in force now, which need not be that of the backup.
    if (by.secretKey && publicPartOf(by.secretKey->bytes()) != key->publicKey())
        return {};
    const auto then = std::find_if(accounts->cbegin(), accounts->cend(),
        [&](const Account &account) { return account.person.name == restorer->person.name; });
    if (then != accounts->cend() && digestOfPerson(*then) == digestOfPerson(*restorer))
        return {};
    NewEntry told;
    told.kind = then == accounts->cend() ? EntryKind::PersonAdded : EntryKind::PersonChanged;
    told.person = by.person;
    told.verified = by.verified;
    told.account = *restorer;
    const Result<LogEntry> recorded = recordSigned(connection, told, now, by.secretKey);
    return recorded ? Result<void>() : Result<void>(recorded.error());
}

// The file that goes in the store's place: the backup, or a copy of it in the workshop whose log tells so.
Result<QString> toldCopy(const QString &backup, const QString &store, std::optional<TemporaryFolder> &workshop,
    const QDateTime &now, const Restoring &by)
{
    const Replaced replaced = replacedBy(store);
    const Replaced restored = replacedBy(backup);
    if (replaced.number == 0 && restored.number == 0)
        return backup;
    Result<TemporaryFolder> made = TemporaryFolder::makeIn(folderOf(store), workshopName);
    if (!made)
        return made.error();
    workshop.emplace(std::move(made).value());
    const QString draft = workshop->filePath(QStringLiteral("draft.db"));
    if (const Result<void> copied = copyDurably(backup, draft); !copied)
        return copied.error();
    const Result<int> version = versionOfFile(draft);
    if (!version)
        return version.error();
    {
        const Result<std::unique_ptr<Connection>> old
            = Connection::open(draft, Connection::Mode::Migrate, filesOf(store));
        if (!old)
            return old.error();
        if (const Result<void> migrated = migrate(**old, *version); !migrated)
            return migrated.error();
    }
    const Result<std::unique_ptr<Connection>> connection
        = Connection::open(draft, Connection::Mode::Write, filesOf(store));
    if (!connection)
        return connection.error();
    Transaction transaction(**connection);
    if (!transaction.begun())
        return transaction.begun().error();
    if (const Result<void> told = tellRestored(**connection, backup, replaced, now, by); !told)
        return told.error();
    if (const Result<void> kept = keepRestorer(**connection, replaced.accounts, now, by); !kept)
        return kept.error();
    if (const Result<void> kept = keepFailures(**connection, replaced.accounts); !kept)
        return kept.error();
    const Result<void> committed = transaction.commit();
    return committed ? Result<QString>(draft) : committed.error();
}

} // namespace

QString backupFolderOf(const QString &store)
{
    return folderOf(store) + QStringLiteral("/backups");
}

QList<Backup> backupsIn(const QString &folder, const QString &store)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{6,})-(\\d{8}T\\d{6})\\.db$"));
    const QString stem = QFileInfo(store).completeBaseName() + u'-';
    QList<Backup> backups;
    const QStringList names = namesInFolder(folder);
    for (const QString &name : names) {
        if (!name.startsWith(stem))
            continue;
        const QRegularExpressionMatch match = pattern.match(name.sliced(stem.size()));
        const QString path = pathIn(folder, name);
        if (match.hasMatch() && isRegularFile(path))
            backups.append({path, match.captured(1).toLongLong(), QDateTime::fromString(match.captured(2), timeFormat),
                sizeOf(path)});
    }
    std::sort(backups.begin(), backups.end(), isLater);
    return backups;
}

QList<Backup> allBackups(const QString &folder, const QString &store)
{
    QList<Backup> backups = backupsIn(folder, store);
    const QString beside = backupFolderOf(store);
    if (absolutePath(folder) != absolutePath(beside))
        backups += backupsIn(beside, store);
    std::stable_sort(backups.begin(), backups.end(), isLater);
    return backups;
}

QList<Backup> holdingKey(const QList<Backup> &backups)
{
    constexpr int firstWithKeys = 3;
    QList<Backup> holding;
    for (const Backup &backup : backups) {
        const Result<int> version = versionOfFile(backup.path);
        if (!version || *version < firstWithKeys || *version > knownVersion())
            continue;
        const Result<std::unique_ptr<Connection>> connection
            = Connection::open(backup.path, Connection::Mode::ReadOnly);
        if (!connection || !hasSchema(**connection, *version))
            continue;
        Statement statement(**connection, QStringLiteral("SELECT 1 FROM office_key WHERE secret IS NOT NULL"));
        if (statement.run() && statement.next())
            holding.append(backup);
    }
    return holding;
}

QList<Backup> superfluous(const QList<Backup> &backups)
{
    QSet<QDate> days;
    QSet<QString> weeks;
    QList<Backup> gone;
    for (qsizetype index = 0; index < backups.size(); ++index) {
        const QDateTime &at = backups[index].at;
        bool kept = index < recentKept;
        if (!days.contains(at.date()) && days.size() < daysKept) {
            days.insert(at.date());
            kept = true;
        }
        if (!weeks.contains(weekOf(at)) && weeks.size() < weeksKept) {
            weeks.insert(weekOf(at));
            kept = true;
        }
        if (!kept)
            gone.append(backups[index]);
    }
    return gone;
}

Result<Backup> backUp(
    const QString &store, const QString &folder, const Clock &clock, const std::optional<LookedThrough> &since)
{
    if (const Result<void> made = makeFolder(folder, S_IRWXU); !made)
        return made.error();
    const FolderLock turn(folder);
    const QList<Backup> earlier = allBackups(folder, store);
    Backup backup{{}, earlier.isEmpty() ? 1 : earlier.constFirst().number + 1, clock()};
    backup.path = pathIn(folder, nameOf(store, backup.number, backup.at));
    const QString draft = pathIn(folder, QStringLiteral(".%1.part").arg(QFileInfo(store).completeBaseName()));
    if (const Result<void> copied = copyStore(store, draft, since ? Copying::PageByPage : Copying::Rebuilt); !copied) {
        removeFile(draft);
        return copied.error();
    }
    Result<DurableFile> file = DurableFile::adopt(backup.path, draft, Existing::Keep);
    if (!file)
        return file.error();
    PutFiles put(filesOf(backup.path));
    const Result<void> kept = copyFiles(store, draft, put.files(), backup);
    if (!turn.isHeld())
        put.keep(); // somebody else may count on them by now
    if (!kept)
        return kept.error();
    if (since && isSoundSince(draft, put.files(), *since)) {
        backup.lookedThrough = since;
    } else {
        const Result<std::optional<Error>> inspected = inspectCopy(draft, backup.path, store);
        if (!inspected)
            return inspected.error();
        backup.unchecked = *inspected;
        backup.lookedThrough = endIn(draft);
    }
    put.keep(); // from here on it may be there, even where its syncing fails
    if (const Result<void> placed = file->place(); !placed)
        return placed.error();
    backup.size = sizeOf(backup.path);
    prune(folder, store, turn.isHeld());
    return backup;
}

Result<std::optional<LookedThrough>> lookThrough(const QString &backup)
{
    const Result<Inspection> inspection = inspect(backup, FileDepth::Size);
    const bool isWhole = inspection && inspection->damages.isEmpty();
    return isWhole ? Result<std::optional<LookedThrough>>(endIn(backup)) : Error{ErrorCode::BackupDamaged, {backup}};
}

Result<void> copyInto(const Connection &connection, const QString &path)
{
    // SQLite takes the copy for a change as well.
    if (Result<void> allowed = connection.run(QStringLiteral("PRAGMA query_only=OFF")); !allowed)
        return allowed;
    Statement statement(connection, QStringLiteral("VACUUM INTO ?"));
    return statement.with(addressOf(path)).run();
}

Result<Files> makeUpgradedCopy(const Connection &connection, int version, const QString &path)
{
    if (const Result<void> copied = copyInto(connection, path); !copied)
        return copied.error();
    const Files files = hasFiles(version) ? connection.files() : filesOf(path);
    const Result<std::unique_ptr<Connection>> copy = Connection::open(path, Connection::Mode::Migrate, files);
    const Result<void> migrated = copy ? migrate(**copy, version) : Result<void>(copy.error());
    return migrated ? Result<Files>(files) : migrated.error();
}

Result<QString> setAside(const QString &store)
{
    int number = 1;
    const auto path = [&] { return QStringLiteral("%1.damaged-%2").arg(store).arg(number); };
    while (exists(path()))
        ++number;
    if (const Result<void> copied = copyWithJournal(store, path()); !copied)
        return copied.error();
    return path();
}

Result<void> copyWithJournal(const QString &store, const QString &path)
{
    if (sizeOf(journalOf(store)) > 0) {
        if (Result<void> copied = copyDurably(journalOf(store), journalOf(path)); !copied)
            return copied;
    }
    return copyDurably(store, path);
}

Result<void> replaceStore(const QString &store, DurableFile &prepared)
{
    // What the journal holds was set aside with the store, or rolled back.
    if (sizeOf(journalOf(store)) > 0) {
        if (Result<void> emptied = writeDurably(journalOf(store), {}, Existing::Replace); !emptied)
            return emptied;
    }
    return prepared.place();
}

Result<void> bringFiles(const QString &backup, const QString &store, const QString &folder)
{
    return bringFilesTo(filesOf(store), backup, store, folder);
}

Result<void> restoreBackup(
    const QString &backup, const QString &store, const QString &folder, const Clock &clock, const Restoring &by)
{
    // Its files are looked at as they are brought.
    const Result<Inspection> inspection = inspect(backup, FileDepth::None);
    if (!inspection && inspection.error().code != ErrorCode::StoreNotDatabase)
        return inspection.error();
    if (!inspection || !inspection->damages.isEmpty())
        return Error{ErrorCode::BackupDamaged, {backup}};
    if (!isUsable(*inspection))
        return *inspection->unchecked;
    if (isOccupied(store))
        return Error{ErrorCode::NotRegularFile, {store}};
    const Result<std::unique_ptr<StoreLock>> locked = StoreLock::take(store);
    if (!locked)
        return locked.error();
    // Before anything else, since a further backup may take the place of this one.
    PutFiles put(filesOf(store));
    if (const Result<void> brought = bringFilesTo(put.files(), backup, store, folder); !brought)
        return brought;
    std::optional<TemporaryFolder> workshop; // until the copy in it was placed
    const Result<QString> told = toldCopy(backup, store, workshop, clock(), by);
    if (!told)
        return told.error();
    Result<DurableFile> prepared = DurableFile::prepareCopy(store, *told, Existing::Replace);
    if (!prepared)
        return prepared.error();
    if (exists(store)) {
        // Opening it rolls back what a crashed writer left.
        const Result<Inspection> before = inspect(store);
        const bool isBackedUp = before && isUsable(*before);
        const Result<Backup> kept = isBackedUp ? backUp(store, folder, clock) : Result<Backup>(Backup());
        if (!kept)
            return kept.error();
        const Result<QString> aside = isBackedUp ? Result<QString>(QString()) : setAside(store);
        if (!aside)
            return aside.error();
    }
    put.keep(); // from here on it may be there, even where its syncing fails
    return replaceStore(store, *prepared);
}

} // namespace zhibao
