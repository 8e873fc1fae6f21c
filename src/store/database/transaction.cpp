// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/transaction.h"

#include <QStringList>

#include <sqlite3.h>

namespace zhibao {

namespace {

QStringList columnsOf(const Table &table)
{
    return QString::fromLatin1(table.columns).split(QStringLiteral(", "));
}

// "a = ?1 AND b = ?2", of the columns from `first` on.
QString assignments(const QStringList &columns, qsizetype first, qsizetype end, const QString &between)
{
    QStringList assigned;
    for (qsizetype column = first; column < end; ++column)
        assigned << QStringLiteral("%1 = ?%2").arg(columns[column]).arg(column + 1);
    return assigned.join(between);
}

QString whereKey(const Table &table)
{
    return QStringLiteral(" WHERE ") + assignments(columnsOf(table), 0, table.keys, QStringLiteral(" AND "));
}

QString writing(const Table &table, RowWriter::Mode mode)
{
    const QString name = QString::fromLatin1(table.name);
    const QStringList columns = columnsOf(table);
    const QString changes = assignments(columns, table.keys, columns.size(), QStringLiteral(", "));
    if (mode == RowWriter::Mode::Change)
        return QStringLiteral("UPDATE %1 SET %2").arg(name, changes) + whereKey(table);
    QStringList parameters;
    for (qsizetype column = 1; column <= columns.size(); ++column)
        parameters << QStringLiteral("?%1").arg(column);
    const QString insert = QStringLiteral("INSERT INTO %1 (%2) SELECT %3 WHERE ")
                               .arg(name, columns.join(QStringLiteral(", ")), parameters.join(QStringLiteral(", ")));
    if (mode == RowWriter::Mode::Keep)
        return insert + QStringLiteral("NOT EXISTS (SELECT 1 FROM ") + name + whereKey(table) + u')';
    if (mode == RowWriter::Mode::Add)
        return insert + QStringLiteral("true");
    const QStringList keys = columns.first(table.keys);
    return insert + QStringLiteral("true ON CONFLICT (%1) DO UPDATE SET ").arg(keys.join(QStringLiteral(", ")))
        + changes;
}

void bind(Statement &statement, const QList<Cell> &cells)
{
    for (const Cell &cell : cells)
        std::visit([&](const auto &value) { statement.with(value); }, cell);
}

// Whether the store names the file after all, or cannot be asked: a commit that failed may have reached the disk.
bool mayBeNamed(const Connection &connection, const QByteArray &digest)
{
    Statement table(connection, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'file'"));
    if (!table.run())
        return true;
    if (!table.next())
        return !table.finished();
    Statement statement(connection, QStringLiteral("SELECT 1 FROM file WHERE digest = ?"));
    return !statement.with(digest).run() || statement.next() || !statement.finished();
}

// Whether the row that the statement stands on, and no other, is the one that was written.
bool isBack(Statement &statement, const QList<Cell> &cells)
{
    for (qsizetype column = 0; column < cells.size(); ++column) {
        if (!holds(statement, static_cast<int>(column), cells[column]))
            return false;
    }
    return !statement.next();
}

} // namespace

bool holds(const Statement &statement, int column, const Cell &cell)
{
    if (const auto *const number = std::get_if<qint64>(&cell))
        return statement.number(column) == *number;
    const auto *const text = std::get_if<QString>(&cell);
    return statement.bytes(column) == (text ? text->toUtf8() : std::get<QByteArray>(cell));
}

Transaction::Transaction(const Connection &connection)
    : m_connection(connection)
    , m_whole(connection.m_transaction)
    , m_begun(m_whole ? Result<void>() : connection.run(QStringLiteral("BEGIN IMMEDIATE")))
    , m_open(static_cast<bool>(m_begun))
{
    if (m_open && !m_whole)
        connection.m_transaction = this;
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    if (m_whole) {
        m_whole->m_failed = true;
        return;
    }
    m_connection.m_transaction = nullptr;
    // SQLite may have rolled back by itself after a failure; then there is nothing left to undo.
    if (sqlite3_get_autocommit(m_connection.m_handle.get()) == 0)
        static_cast<void>(m_connection.run(QStringLiteral("ROLLBACK")));
    m_connection.files().withdraw([this](const QByteArray &digest) { return mayBeNamed(m_connection, digest); });
}

Result<void> Transaction::commit()
{
    if (m_whole) {
        m_open = false;
        return {};
    }
    if (m_failed)
        return m_connection.failure(SQLITE_ABORT);
    if (Result<void> back = readBack(); !back)
        return back;
    Result<void> committed = m_connection.run(QStringLiteral("COMMIT"));
    if (committed) {
        m_open = false;
        m_connection.m_transaction = nullptr;
        m_connection.files().settle();
    }
    return committed;
}

Result<void> Transaction::readBack() const
{
    for (const auto &[table, rows] : m_written) {
        Statement statement(m_connection,
            QStringLiteral("SELECT %1 FROM %2")
                    .arg(QString::fromLatin1(table->columns), QString::fromLatin1(table->name))
                + whereKey(*table));
        for (const auto &[key, cells] : rows) {
            bind(statement, key);
            if (Result<void> run = statement.run(); !run)
                return run;
            const bool isSame = statement.next() && isBack(statement, cells);
            if (Result<void> end = statement.finished(); !end)
                return end;
            if (!isSame)
                return Error{ErrorCode::NotVerified, {m_connection.path()}};
        }
    }
    return {};
}

RowWriter::RowWriter(const Connection &connection, const Table &table, Mode mode)
    : m_connection(connection)
    , m_table(table)
    , m_statement(connection, writing(table, mode))
{
}

Result<void> RowWriter::write(const QList<Cell> &cells)
{
    Transaction *const transaction = m_connection.m_transaction;
    if (!transaction) // nothing would be read back
        return m_connection.failure(SQLITE_MISUSE);
    bind(m_statement, cells);
    if (Result<void> run = m_statement.run(); !run)
        return run;
    transaction->m_written[&m_table].insert_or_assign(cells.first(m_table.keys), cells);
    return {};
}

} // namespace zhibao
