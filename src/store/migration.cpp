// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/migration.h"

#include "core/unit.h"
#include "store/connection.h"
#include "store/history.h"
#include "store/rowdigests.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <optional>

namespace zhibao {

namespace {

constexpr qint64 applicationId = 0x5A42414F; // "ZBAO"

QStringList migrations()
{
    const QDir folder(QStringLiteral(":/sql"));
    QStringList paths;
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths << folder.filePath(name);
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

// The state, facts and parts of each report as its first version.
Result<void> carryReports(const Connection &connection)
{
    Statement reports(connection,
        QStringLiteral(
            "SELECT id, notice, unit, state, words, progress, due, changed FROM report_1 ORDER BY changed, id"));
    if (Result<void> run = reports.run(); !run)
        return run;
    Statement insert(connection,
        QStringLiteral("INSERT INTO report (id, notice, unit, state, words, progress, due, version, removed, digest) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    while (reports.next()) {
        ReportRow row{reports.number(0), reports.text(1), reports.text(2), reports.text(3), reports.number(4),
            reports.number(5), reports.text(6), 0, 0};
        const Result<qint64> version = nextId(connection, QStringLiteral("version"));
        if (!version)
            return version.error();
        row.version = *version;
        insert.with(row.id).with(row.notice).with(row.unit).with(row.state).with(row.words).with(row.progress);
        if (Result<void> run = insert.with(row.due).with(row.version).with(row.removed).with(digestOf(row)).run(); !run)
            return run;
        Statement parts(
            connection, QStringLiteral("SELECT form, kind, name, position, content FROM part WHERE report = ?"));
        if (Result<void> run = parts.with(row.id).run(); !run)
            return run;
        PartChanges changes;
        while (parts.next())
            changes.written.append({parts.text(0), parts.text(1), parts.text(2), parts.number(3), parts.text(4)});
        if (Result<void> end = parts.finished(); !end)
            return end;
        const QDateTime changed = QDateTime::fromMSecsSinceEpoch(reports.number(7));
        if (const Result<qint64> added = addVersion(connection, row.id, changed, VersionCause::Edited, changes); !added)
            return added.error();
    }
    return reports.finished();
}

Result<void> carryUnits(const Connection &connection)
{
    Statement units(connection, QStringLiteral("SELECT code, name, common_name FROM unit_1 ORDER BY rowid"));
    if (Result<void> run = units.run(); !run)
        return run;
    Statement insert(
        connection, QStringLiteral("INSERT INTO unit (code, name, common_name, digest) VALUES (?, ?, ?, ?)"));
    while (units.next()) {
        const Unit unit{units.text(0), units.text(1), units.text(2)};
        insert.with(unit.code).with(unit.name).with(unit.commonName);
        if (Result<void> run = insert.with(digestOf(unit)).run(); !run)
            return run;
    }
    return units.finished();
}

Result<void> carryRemembered(const Connection &connection)
{
    Statement facts(connection, QStringLiteral("SELECT key, value FROM remembered_1"));
    if (Result<void> run = facts.run(); !run)
        return run;
    Statement insert(connection, QStringLiteral("INSERT INTO remembered (key, value, digest) VALUES (?, ?, ?)"));
    while (facts.next()) {
        insert.with(facts.text(0)).with(facts.text(1));
        if (Result<void> run = insert.with(digestOfRemembered(facts.text(0), facts.text(1))).run(); !run)
            return run;
    }
    return facts.finished();
}

// What 0002.sql can not do in SQL: SQLite has no SHA-256. Frozen with it.
Result<void> carryIntoHistory(const Connection &connection)
{
    for (const auto carry : {carryReports, carryUnits, carryRemembered}) {
        if (Result<void> carried = carry(connection); !carried)
            return carried;
    }
    for (const char *table : {"part", "report_1", "unit_1", "remembered_1"}) {
        if (Result<void> dropped = connection.run(QStringLiteral("DROP TABLE ") + QLatin1StringView(table)); !dropped)
            return dropped;
    }
    return {};
}

Result<void> step(const Connection &connection, const QString &script, int number)
{
    constexpr int history = 2;
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    const QStringList commands = statements(script);
    for (const QString &command : commands) {
        if (const Result<void> run = connection.run(command); !run)
            return run;
    }
    if (number == history) {
        if (Result<void> carried = carryIntoHistory(connection); !carried)
            return carried;
    }
    const QStringList marks{QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
        QStringLiteral("PRAGMA user_version=%1").arg(number)};
    for (const QString &mark : marks) {
        if (Result<void> run = connection.run(mark); !run)
            return run;
    }
    return transaction.commit();
}

Result<QStringList> schemaOf(const Connection &connection)
{
    Statement statement(connection,
        QStringLiteral("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QStringList schema;
    while (statement.next())
        schema << statement.text(0) << statement.text(1) << statement.text(2) << statement.text(3);
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return schema;
}

Result<void> migrateTo(const Connection &connection, int from, int to)
{
    const QStringList scripts = migrations();
    for (int number = from; number < to; ++number) {
        if (Result<void> done = step(connection, scripts[number], number + 1); !done)
            return done;
    }
    return {};
}

std::optional<QStringList> schemaMade(int version)
{
    const Result<std::unique_ptr<Connection>> fresh
        = Connection::open(QStringLiteral(":memory:"), Connection::Mode::Migrate);
    if (!fresh || !migrateTo(**fresh, 0, version))
        return std::nullopt;
    const Result<QStringList> schema = schemaOf(**fresh);
    return schema ? std::optional(*schema) : std::nullopt;
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
    constexpr qsizetype userVersionAt = 60;
    constexpr qsizetype applicationIdAt = 68;
    constexpr char rollbackJournal = 1;

    const Error foreign{ErrorCode::StoreNotDatabase, {path}};
    // A pipe or a device would block, or never end.
    if (!QFileInfo(path).isFile())
        return foreign;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, {path, QString::number(EACCES)}};
    const QByteArray header = file.read(headerSize);
    if (header.isEmpty() && file.atEnd())
        return 0;
    if (header.size() < headerSize || !header.startsWith(QByteArrayLiteral("SQLite format 3\0"))
        || header[writeVersionAt] != rollbackJournal
        || qFromBigEndian<qint32>(header.constData() + applicationIdAt) != applicationId)
        return foreign;
    const int version = qFromBigEndian<qint32>(header.constData() + userVersionAt);
    return version > 0 ? Result<int>(version) : Result<int>(foreign);
}

Result<void> migrate(const Connection &connection, int from)
{
    return migrateTo(connection, from, knownVersion());
}

bool hasSchema(const Connection &connection, int version)
{
    // The same for the life of the program, and dear: the whole schema is made for it.
    static const std::optional<QStringList> known = schemaMade(knownVersion());
    const std::optional<QStringList> expected = version == knownVersion() ? known : schemaMade(version);
    const Result<QStringList> found = schemaOf(connection);
    return expected && found && *expected == *found;
}

} // namespace zhibao
