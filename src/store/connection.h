// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/guard.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>

class QSqlError;

namespace zhibao {

// An open SQLite file; closed and forgotten by Qt when it goes.
class Connection {
public:
    // Migrate may do everything. Write may change what the program changes, but neither schema nor settings (guard.h).
    // Read rolls back what a crashed writer left and changes nothing else; ReadOnly cannot write at all.
    enum class Mode { Migrate, Write, Read, ReadOnly };

    // The file must exist. Errors: as of failure().
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const QString &path() const { return m_path; }
    QSqlQuery query() const;
    Result<void> run(const QString &sql) const;
    // What SQLite's result code means: StoreNotDatabase, StoreReadOnly, StoreInUse, DiskFull, StoreFailed.
    Error failure(const QSqlError &error) const;

private:
    Connection(QString path, QString name)
        : m_path(std::move(path))
        , m_name(std::move(name))
    {
    }
    friend class TaskScope;
    QString m_path;
    QString m_name;
    mutable Task m_task = Task::Everyday;
};

// What the connection may write as long as it lives: statements are judged when they are prepared.
class TaskScope {
public:
    TaskScope(const Connection &connection, Task task);
    ~TaskScope();
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;

private:
    const Connection &m_connection;
    Task m_before;
};

// A prepared statement with its parameters in order.
class Statement {
public:
    Statement(const Connection &connection, const QString &sql);
    Statement &with(const QString &text);
    Statement &with(qint64 number);
    Statement &with(const QByteArray &bytes); // empty: NULL
    Result<void> run();
    bool next() { return m_query.next(); }
    // Whether next() ended at the last row rather than at an error.
    Result<void> finished() const;
    QString text(int column) const { return m_query.value(column).toString(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }

private:
    const Connection &m_connection;
    QSqlQuery m_query;
    bool m_prepared = false;
};

// Changes that hold together: undone unless committed.
class Transaction {
public:
    explicit Transaction(const Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    const Result<void> &begun() const { return m_begun; }
    Result<void> commit();

private:
    const Connection &m_connection;
    Result<void> m_begun;
    bool m_open = false;
};

} // namespace zhibao
