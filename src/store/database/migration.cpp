// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/migration.h"

#include "base/durablefile.h"
#include "base/path.h"
#include "store/database/filemigration.h"
#include "store/database/historymigration.h"
#include "store/database/transaction.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QtEndian>

#include <cerrno>
#include <limits>
#include <optional>

namespace zhibao {

namespace {

constexpr int withHistory = 2;
constexpr int withFiles = 8;

constexpr qint64 applicationId = 0x5A42414F; // "ZBAO"

QStringList findMigrations()
{
    const QDir folder(QStringLiteral(":/sql"));
    QStringList paths;
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths << folder.filePath(name);
    return paths;
}

// Asked for several times whenever a store is opened.
const QStringList &migrations()
{
    static const QStringList paths = findMigrations();
    return paths;
}

// A statement ends with a semicolon at the end of its line.
QStringList statements(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
}

Result<void> step(const Connection &connection, const QString &script, int number)
{
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    const QStringList commands = statements(script);
    for (const QString &command : commands) {
        if (const Result<void> run = connection.run(command); !run)
            return run;
    }
    // What can not be done in SQL.
    const Result<void> carried = number == withHistory ? carryIntoHistory(connection)
        : number == withFiles                          ? carryIntoFiles(connection)
                                                       : Result<void>();
    if (!carried)
        return carried;
    const QStringList marks{QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
        QStringLiteral("PRAGMA user_version=%1").arg(number)};
    for (const QString &mark : marks) {
        if (Result<void> run = connection.run(mark); !run)
            return run;
    }
    return transaction.commit();
}

constexpr int schemaColumns = 4;

// The rows of the schema, or, where there are more, as many as are asked for.
Result<QStringList> schemaOf(const Connection &connection, qint64 most)
{
    Statement statement(connection,
        QStringLiteral(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name LIMIT ?"));
    if (const Result<void> run = statement.with(most).run(); !run)
        return run.error();
    QStringList schema;
    while (statement.next()) {
        for (int column = 0; column < schemaColumns; ++column)
            schema << statement.text(column);
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return schema;
}

Result<void> migrateTo(const Connection &connection, int from, int to)
{
    if (from >= to)
        return {};
    // Of all steps together: what fails in a later one, as on a full disk, leaves the store as it was.
    Transaction whole(connection);
    if (!whole.begun())
        return whole.begun();
    const QStringList &scripts = migrations();
    for (int number = from; number < to; ++number) {
        if (Result<void> done = step(connection, scripts[number], number + 1); !done)
            return done;
    }
    return whole.commit();
}

std::optional<QStringList> schemaMade(int version)
{
    const Result<std::unique_ptr<Connection>> fresh
        = Connection::open(QStringLiteral(":memory:"), Connection::Mode::Migrate);
    if (!fresh || !migrateTo(**fresh, 0, version))
        return std::nullopt;
    const Result<QStringList> schema = schemaOf(**fresh, std::numeric_limits<qint64>::max());
    return schema ? std::optional(*schema) : std::nullopt;
}

// That of the program is the same for its life, and dear: the whole schema is made for it.
std::optional<QStringList> schemaOfVersion(int version)
{
    static const std::optional<QStringList> known = schemaMade(knownVersion());
    return version == knownVersion() ? known : schemaMade(version);
}

} // namespace

int knownVersion()
{
    return static_cast<int>(migrations().size());
}

Result<int> versionOfFile(const QString &path)
{
    // https://www.sqlite.org/fileformat2.html, section 1.3
    constexpr qsizetype headerSize = 100;
    constexpr qsizetype writeVersionAt = 18;
    constexpr qsizetype textEncodingAt = 56;
    constexpr qint32 utf8 = 1;
    constexpr qsizetype userVersionAt = 60;
    constexpr qsizetype applicationIdAt = 68;
    constexpr char rollbackJournal = 1;

    const Error foreign{ErrorCode::StoreNotDatabase, {path}};
    // A pipe or a device would block, or never end.
    if (!isRegularFile(path))
        return foreign;
    const Result<QByteArray> beginning = readBeginning(path, headerSize);
    if (!beginning)
        return beginning.error();
    const QByteArray &header = *beginning;
    if (header.isEmpty())
        return 0;
    if (header.size() < headerSize || !header.startsWith(QByteArrayLiteral("SQLite format 3\0"))
        || header[writeVersionAt] != rollbackJournal
        || qFromBigEndian<qint32>(header.constData() + textEncodingAt) != utf8
        || qFromBigEndian<qint32>(header.constData() + applicationIdAt) != applicationId)
        return foreign;
    const int version = qFromBigEndian<qint32>(header.constData() + userVersionAt);
    return version > 0 ? Result<int>(version) : Result<int>(foreign);
}

bool hasFiles(int version)
{
    return version >= withFiles;
}

Result<void> migrate(const Connection &connection, int from)
{
    if (Result<void> done = migrateTo(connection, from, knownVersion()); !done)
        return done;
    if (from > 0 && from < withFiles)
        giveBackRoom(connection);
    return {};
}

bool hasSchema(const Connection &connection, int version)
{
    const std::optional<QStringList> expected = schemaOfVersion(version);
    if (!expected)
        return false;
    // One row too many tells as much as a million.
    const Result<QStringList> found = schemaOf(connection, expected->size() / schemaColumns + 1);
    return found && *expected == *found;
}

bool hasTables(const Connection &connection)
{
    const std::optional<QStringList> expected = schemaOfVersion(knownVersion());
    if (!expected)
        return false;
    QSet<QString> missing;
    for (qsizetype row = 0; row < expected->size(); row += schemaColumns) {
        if (expected->at(row) == QStringLiteral("table"))
            missing.insert(expected->at(row + 1));
    }
    // As SQLite understands them: the schema's own columns may say otherwise.
    Statement statement(connection, QStringLiteral("PRAGMA main.table_list"));
    if (!statement.run())
        return false;
    while (statement.next()) {
        if (statement.text(2) == QStringLiteral("table"))
            missing.remove(statement.text(1));
    }
    return missing.isEmpty() && static_cast<bool>(statement.finished());
}

} // namespace zhibao
