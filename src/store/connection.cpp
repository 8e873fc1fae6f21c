// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/connection.h"

#include "base/log.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <utility>

namespace zhibao {

namespace {

// Primary result codes of sqlite3.h.
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26 };

QString address(const QString &path, Connection::Mode mode)
{
    return QStringLiteral("file:%1?mode=%2")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(path, QByteArrayLiteral("/"))),
            mode == Connection::Mode::ReadOnly ? QStringLiteral("ro") : QStringLiteral("rw"));
}

QStringList settings(Connection::Mode mode)
{
    QStringList pragmas{
        QStringLiteral("PRAGMA trusted_schema=OFF"),
        QStringLiteral("PRAGMA cell_size_check=ON"),
        QStringLiteral("PRAGMA foreign_keys=ON"),
        // So that what REPLACE would delete meets the triggers that forbid it.
        QStringLiteral("PRAGMA recursive_triggers=ON"),
    };
    if (mode == Connection::Mode::Write || mode == Connection::Mode::Migrate) {
        // Of the rollback modes only this pair lost no acknowledged commit in simulated power cuts.
        pragmas << QStringLiteral("PRAGMA journal_mode=TRUNCATE") << QStringLiteral("PRAGMA synchronous=FULL");
    } else {
        pragmas << QStringLiteral("PRAGMA query_only=ON");
    }
    return pragmas;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Connection> connection(new Connection(path, name));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
    database.setDatabaseName(address(path, mode));
    if (!database.open())
        return connection->failure(database.lastError());
    for (const QString &pragma : settings(mode)) {
        if (const Result<void> set = connection->run(pragma); !set)
            return set.error();
    }
    if (mode == Mode::Write) {
        if (const Result<void> guarded = guard(database, connection->m_task); !guarded)
            return guarded.error();
    }
    return connection;
}

Connection::~Connection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery Connection::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    return query;
}

Result<void> Connection::run(const QString &sql) const
{
    QSqlQuery one = query();
    if (!one.exec(sql))
        return failure(one.lastError());
    return {};
}

Error Connection::failure(const QSqlError &error) const
{
    constexpr int primary = 0xff;
    const int code = error.nativeErrorCode().toInt();
    log::error(QStringLiteral("store: SQLite result %1").arg(code));
    switch (code & primary) {
    case Busy:
    case Locked:
        return {ErrorCode::StoreInUse, {m_path}};
    case ReadOnly:
        return {ErrorCode::StoreReadOnly, {m_path}};
    case Full:
        return {ErrorCode::DiskFull, {m_path}};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::StoreNotDatabase, {m_path}};
    default:
        return {ErrorCode::StoreFailed, {m_path, QString::number(code)}};
    }
}

TaskScope::TaskScope(const Connection &connection, Task task)
    : m_connection(connection)
    , m_before(std::exchange(connection.m_task, task))
{
}

TaskScope::~TaskScope()
{
    m_connection.m_task = m_before;
}

Statement::Statement(const Connection &connection, const QString &sql)
    : m_connection(connection)
    , m_query(connection.query())
    , m_prepared(m_query.prepare(sql))
{
}

Statement &Statement::with(const QString &text)
{
    // A null string would become NULL, which is no text; and SQLite would read half of a surrogate pair together with
    // the character behind it, where UTF-8 has U+FFFD for the half alone.
    m_query.addBindValue(text.isNull() ? QStringLiteral("")
            : text.isValidUtf16()      ? text
                                       : QString::fromUtf8(text.toUtf8()));
    return *this;
}

Statement &Statement::with(qint64 number)
{
    m_query.addBindValue(number);
    return *this;
}

Statement &Statement::with(const QByteArray &bytes)
{
    m_query.addBindValue(bytes.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(bytes));
    return *this;
}

Result<void> Statement::run()
{
    if (!m_prepared || !m_query.exec())
        return m_connection.failure(m_query.lastError());
    return {};
}

Result<void> Statement::finished() const
{
    if (m_query.lastError().isValid())
        return m_connection.failure(m_query.lastError());
    return {};
}

Transaction::Transaction(const Connection &connection)
    : m_connection(connection)
    , m_begun(connection.run(QStringLiteral("BEGIN IMMEDIATE")))
    , m_open(static_cast<bool>(m_begun))
{
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself after a failure; then there is nothing left to undo.
    if (m_open)
        m_connection.query().exec(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    Result<void> committed = m_connection.run(QStringLiteral("COMMIT"));
    m_open = !committed;
    return committed;
}

} // namespace zhibao
