// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database/connection.h"

#include <QList>

#include <map>
#include <variant>

namespace zhibao {

using Cell = std::variant<qint64, QString, QByteArray>; // no bytes: NULL

// Whether the column holds just that.
bool holds(const Statement &statement, int column, const Cell &cell);

// A table with the columns that are written, of which the first are its primary key.
struct Table {
    const char *name;
    const char *columns; // as SQL lists them
    qsizetype keys = 1;
};

// Changes that hold together: undone unless committed. Before they are, each row that a RowWriter wrote is read back,
// byte for byte. One that begins within another is a part of that: its commit leaves the changes to the other's, and
// where it is not committed the other can not be either.
class Transaction {
public:
    explicit Transaction(const Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    const Result<void> &begun() const { return m_begun; }
    Result<void> commit(); // NotVerified where the store gives back something else

private:
    friend class RowWriter;
    using Rows = std::map<QList<Cell>, QList<Cell>>; // all cells of each, by those of its key

    Result<void> readBack() const;

    const Connection &m_connection;
    Transaction *m_whole = nullptr; // that this one is a part of
    Result<void> m_begun;
    bool m_open = false;
    bool m_failed = false; // a part was not committed
    std::map<const Table *, Rows> m_written; // as they are to be at the end
};

// Writes whole rows of one table within a transaction, as the program writes all that it keeps. The table must outlive
// it; its statement is prepared once, since preparing costs more than running.
class RowWriter {
public:
    enum class Mode {
        Add, // a new row
        Keep, // a new row, or the one that has the key, which must be the same
        Put, // a new row, or the one that has the key is changed
        Change, // the one that has the key
    };

    RowWriter(const Connection &connection, const Table &table, Mode mode);
    Result<void> write(const QList<Cell> &cells); // in the order of the table's columns

private:
    const Connection &m_connection;
    const Table &m_table;
    Statement m_statement;
};

} // namespace zhibao
