// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include "base/durablefile.h"
#include "base/path.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "store/data.h"
#include "store/database/lock.h"
#include "store/database/migration.h"

#include <sys/stat.h>

namespace zhibao {

namespace {

constexpr qint64 newStoreLimit = 16 * 1024 * 1024; // bytes

// Makes the folder and those above it for their owner only (XDG base directory specification: 0700).
Result<void> makeFolders(const QString &folder)
{
    if (isFolder(folder))
        return {};
    const QString parent = folderOf(folder);
    if (parent != folder) {
        if (Result<void> made = makeFolders(parent); !made)
            return made;
    }
    return makeFolder(folder, S_IRWXU);
}

// A new store is made elsewhere and put in place whole, so that a crash leaves none or a good one.
Result<void> makeFile(const QString &path)
{
    if (Result<void> made = makeFolders(folderOf(path)); !made)
        return made;
    const Result<TemporaryFolder> workshop = TemporaryFolder::make();
    if (!workshop)
        return workshop.error();
    const QString draft = workshop->filePath(QStringLiteral("new.db"));
    if (Result<void> made = writeDurably(draft, {}, Existing::Keep); !made)
        return made;
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(draft, Connection::Mode::Migrate);
        if (!connection)
            return connection.error();
        if (Result<void> filled = migrate(**connection, 0); !filled)
            return filled;
    }
    const Result<QByteArray> bytes = readWhole(draft, newStoreLimit);
    if (!bytes)
        return bytes.error();
    return writeDurably(path, *bytes, Existing::Keep);
}

Error newerStore(const QString &path, int version)
{
    return {ErrorCode::StoreNewer, {path, QString::number(version), QString::number(knownVersion())}};
}

std::optional<Error> reasonNotToWrite(const QString &path, int version)
{
    if (version > knownVersion())
        return newerStore(path, version);
    // The folder as well: SQLite's journal lies beside the store.
    if (!isWritable(path) || !isWritable(folderOf(path)))
        return Error{ErrorCode::StoreReadOnly, {path}};
    return std::nullopt;
}

Connection::Mode mode(Store::Access access, const std::optional<Error> &readOnly)
{
    if (readOnly)
        return Connection::Mode::ReadOnly;
    return access == Store::Access::Write ? Connection::Mode::Write : Connection::Mode::Read;
}

// Brings the file up to the program's schema, after a backup of it.
Result<void> upgrade(const QString &path, int version, const QString &backupFolder, const Clock &clock)
{
    if (version >= knownVersion())
        return {};
    if (version > 0) {
        if (const Result<Backup> backup = backUp(path, backupFolder, clock); !backup)
            return backup.error();
    }
    const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Migrate);
    return connection ? migrate(**connection, version) : Result<void>(connection.error());
}

// Has SQLite put back what a crashed writer left half-written.
Result<void> rollBack(const QString &file, Connection::Mode mode)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(file, mode);
    return connection ? (*connection)->run(QStringLiteral("PRAGMA schema_version")) : Result<void>(connection.error());
}

// Before anything else is read from the file. Errors: StoreDamaged, StoreNewer.
Result<void> checkSchema(const QString &file, int version, Connection::Mode mode)
{
    if (version == 0)
        return {};
    const Result<std::unique_ptr<Connection>> connection = Connection::open(file, mode);
    if (!connection)
        return connection.error();
    if (version > knownVersion())
        return hasTables(**connection) ? Result<void>() : Result<void>(newerStore(file, version));
    return hasSchema(**connection, version) ? Result<void>() : Result<void>(Error{ErrorCode::StoreDamaged, {file}});
}

} // namespace

Result<void> Store::Data::change(const std::function<Result<void>(const Connection &)> &write) const
{
    if (Result<void> may = writable(); !may)
        return may;
    Transaction transaction(*connection);
    if (!transaction.begun())
        return transaction.begun();
    if (Result<void> written = write(*connection); !written)
        return written;
    return transaction.commit();
}

Result<void> Store::together(const std::function<Result<void>()> &work)
{
    const Result<void> done = m_data->change([&](const Connection &) { return work(); });
    if (!done) {
        // What is known of the store may be of what was undone.
        m_data->stored.reset();
        m_data->known.reset();
    }
    return done;
}

Store::Store(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path, Clock clock, Access access, const QString &backupFolder)
{
    Result<std::unique_ptr<Data>> data = openFile(path, std::move(clock), access, backupFolder, nullptr);
    return data ? Result<std::unique_ptr<Store>>(std::unique_ptr<Store>(new Store(std::move(*data)))) : data.error();
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, Clock clock, const Files &files)
{
    Result<std::unique_ptr<Data>> data = openFile(path, std::move(clock), Access::Write, {}, &files);
    return data ? Result<std::unique_ptr<Store>>(std::unique_ptr<Store>(new Store(std::move(*data)))) : data.error();
}

Result<std::unique_ptr<Store::Data>> Store::openFile(
    const QString &path, Clock clock, Access access, const QString &backupFolder, const Files *files)
{
    if (!exists(path)) {
        if (access == Access::Read)
            return Error{ErrorCode::FileNotFound, {path}};
        // Another start may have made it meanwhile.
        if (const Result<void> made = makeFile(path); !made && made.error().code != ErrorCode::FileExists)
            return made.error();
    }
    // The lock must be the same by whatever name the file is reached.
    const QString file = canonicalPath(path);
    Result<int> version = versionOfFile(file);
    if (!version)
        return version.error();
    // An empty file beside backups is what is left of a store: a new one would hide that.
    const QString backups = backupFolder.isEmpty() ? backupFolderOf(file) : backupFolder;
    if (*version == 0 && (access == Access::Read || !allBackups(backups, file).isEmpty()))
        return Error{ErrorCode::StoreNotDatabase, {file}};

    auto data = std::make_unique<Data>();
    data->clock = std::move(clock);
    data->readOnly = reasonNotToWrite(file, *version);
    if (access == Access::Write && !data->readOnly) {
        Result<std::unique_ptr<StoreLock>> locked = StoreLock::take(file);
        if (!locked)
            return locked.error();
        data->lock = std::move(*locked);
    }
    // What a crashed writer left half-written tells a version that is rolled back with it; and only now can no other
    // writer change it.
    if (const Result<void> settled = rollBack(file, mode(access, data->readOnly)); !settled)
        return settled.error();
    version = versionOfFile(file);
    if (!version)
        return version.error();
    if (const Result<void> known = checkSchema(file, *version, mode(access, data->readOnly)); !known)
        return known.error();
    if (data->lock) {
        if (const Result<void> upgraded = upgrade(file, *version, backups, data->clock); !upgraded)
            return upgraded.error();
    }
    data->path = file;
    QString read = file;
    Files beside = files ? *files : filesOf(file);
    if (!data->lock && *version < knownVersion()) {
        Result<TemporaryFolder> workshop = TemporaryFolder::make();
        if (!workshop)
            return workshop.error();
        data->upgraded = std::move(*workshop);
        read = data->upgraded->filePath(QStringLiteral("upgraded.db"));
        const Result<std::unique_ptr<Connection>> old = Connection::open(file, mode(access, data->readOnly));
        if (!old)
            return old.error();
        Result<Files> made = makeUpgradedCopy(**old, *version, read);
        if (!made)
            return made.error();
        beside = std::move(*made);
    }
    Result<std::unique_ptr<Connection>> connection = Connection::open(read, mode(access, data->readOnly), beside);
    if (!connection)
        return connection.error();
    data->connection = std::move(*connection);
    if (access == Access::Read && !data->readOnly)
        data->readOnly = Error{isLocked(file) ? ErrorCode::StoreInUse : ErrorCode::StoreReadOnly, {file}};
    if (*version <= knownVersion()) {
        const FileDepth depth = files ? FileDepth::None : FileDepth::Size;
        if (const Result<void> sound = inspectList(*data->connection, depth); !sound)
            return sound.error();
    }
    return data;
}

QString Store::path() const
{
    return m_data->path;
}

std::optional<Error> Store::readOnlyReason() const
{
    return m_data->readOnly;
}

QString defaultStorePath()
{
    return userFolder("XDG_DATA_HOME", QStringLiteral(".local/share")) + QStringLiteral("/zhibao/zhibao.db");
}

} // namespace zhibao
