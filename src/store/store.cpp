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

// Brings the connection's file up to the program's schema, after a backup of it, and opens it again.
Result<std::unique_ptr<Connection>> upgraded(
    std::unique_ptr<Connection> old, int version, const QString &backupFolder, const Clock &clock)
{
    const QString path = old->path();
    const Files files = old->files();
    old.reset();
    if (version > 0) {
        if (const Result<Backup> backup = backUp(path, backupFolder, clock); !backup)
            return backup.error();
    }
    {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Migrate);
        if (!connection)
            return connection.error();
        if (const Result<void> migrated = migrate(**connection, version); !migrated)
            return migrated.error();
    }
    return Connection::open(path, Connection::Mode::Write, files);
}

// A copy with the program's schema in a folder of its own, where the file may not be written.
Result<std::unique_ptr<Connection>> copied(
    std::unique_ptr<Connection> old, Connection::Mode mode, int version, std::optional<TemporaryFolder> &workshop)
{
    Result<TemporaryFolder> made = TemporaryFolder::make();
    if (!made)
        return made.error();
    workshop = std::move(*made);
    const QString path = workshop->filePath(QStringLiteral("upgraded.db"));
    Result<Files> files = makeUpgradedCopy(*old, version, path);
    return files ? Connection::open(path, mode, std::move(*files)) : files.error();
}

// The file's tables and the rest of its schema are as the program made them. Nothing else may have been read from it.
// Errors: StoreDamaged, StoreNewer.
Result<void> checkSchema(const Connection &connection, const QString &file, int version)
{
    if (version == 0)
        return {};
    if (version > knownVersion())
        return hasTables(connection) ? Result<void>() : Result<void>(newerStore(file, version));
    return hasSchema(connection, version) ? Result<void>() : Result<void>(Error{ErrorCode::StoreDamaged, {file}});
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
    const Files beside = files ? *files : filesOf(file);
    Result<std::unique_ptr<Connection>> connection = Connection::open(file, mode(access, data->readOnly), beside);
    if (!connection)
        return connection.error();
    // What a crashed writer left half-written tells a version that is rolled back with it, by the first that is read;
    // and only now can no other writer change it.
    if (const Result<void> settled = (*connection)->run(QStringLiteral("PRAGMA schema_version")); !settled)
        return settled.error();
    version = versionOfFile(file);
    if (!version)
        return version.error();
    if (const Result<void> known = checkSchema(**connection, file, *version); !known)
        return known.error();
    data->path = file;
    if (*version < knownVersion()) {
        connection = data->lock
            ? upgraded(std::move(*connection), *version, backups, data->clock)
            : copied(std::move(*connection), mode(access, data->readOnly), *version, data->upgraded);
        if (!connection)
            return connection.error();
    }
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
