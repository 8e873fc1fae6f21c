// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "store/database/files.h"
#include "store/database/guard.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace zhibao {

class Transaction;

// An open SQLite file; closed when it goes. Its statements must be gone by then.
class Connection {
public:
    // Migrate may do everything. Write may change what the program changes, but neither schema nor settings (guard.h).
    // Read rolls back what a crashed writer left and changes nothing else; ReadOnly cannot write at all.
    enum class Mode { Migrate, Write, Read, ReadOnly };

    // The file must exist. Errors: as of failure(). But for Migrate, a statement that takes more steps than a store of
    // the file's size can call for is stopped.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    // With files elsewhere than beside it: of one that is put together for another place.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode, Files files);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const QString &path() const { return m_path; }
    const Files &files() const { return m_files; } // that belong to it
    Result<void> run(const QString &sql) const;
    // Copies it page by page, as it is at one moment, into a file that is empty. It is not synced.
    Result<void> copyPages(const QString &path) const;
    // What SQLite's result code means: StoreNotDatabase, StoreReadOnly, StoreInUse, DiskFull, StoreDamaged (stopped),
    // StoreFailed.
    Error failure(int code) const;

private:
    struct Close {
        void operator()(sqlite3 *handle) const;
    };

    Connection(QString path, Files files)
        : m_path(std::move(path))
        , m_files(std::move(files))
    {
    }
    void limitSteps();
    friend class RowWriter;
    friend class Statement;
    friend class TaskScope;
    friend class Transaction;
    QString m_path;
    Files m_files;
    std::unique_ptr<sqlite3, Close> m_handle;
    mutable qint64 m_steps = 0; // of SQLite's virtual machine, since a statement was last begun
    mutable Task m_task = Task::Everyday;
    mutable Transaction *m_transaction = nullptr; // that is under way
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

// The path as SQLite takes it, byte for byte: a URI.
QString addressOf(const QString &path);

// A prepared statement with its parameters in order. Texts go in and come out as UTF-8, byte for byte; one that has no
// such form (half a surrogate pair) is refused.
class Statement {
public:
    Statement(const Connection &connection, const QString &sql);
    Statement &with(const QString &text);
    Statement &with(qint64 number);
    Statement &with(const QByteArray &bytes); // empty: NULL
    Result<void> run();
    bool next();
    // Whether next() ended at the last row rather than at an error.
    Result<void> finished() const;
    // One that is no UTF-8 gets a NUL at its end, which the door never let in: no digest holds for it.
    QString text(int column) const;
    qint64 number(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    int nextParameter();
    void step();

    const Connection &m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_refused = 0; // result code: of preparing, or of the first parameter that could not be taken
    int m_code = 0; // result code of the last step
    int m_parameters = 0; // taken so far
    bool m_begun = false;
    bool m_isFirst = false; // run() came upon the first row, which next() has still to give
};

} // namespace zhibao
