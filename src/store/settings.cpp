// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/data.h"
#include "store/rowdigests.h"

namespace zhibao {

// One statement is a transaction of its own.

Result<QList<Unit>> Store::ownUnits() const
{
    Statement statement(*m_data->connection, QStringLiteral("SELECT code, name, common_name FROM unit ORDER BY rowid"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<Unit> units;
    while (statement.next())
        units.append({statement.text(0), statement.text(1), statement.text(2)});
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return units;
}

Result<void> Store::addUnit(const Unit &unit)
{
    if (Result<void> writable = m_data->writable(); !writable)
        return writable;
    Statement statement(*m_data->connection,
        QStringLiteral("INSERT INTO unit (name, code, common_name, digest) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT DO UPDATE SET code = excluded.code, "
                       "common_name = excluded.common_name, digest = excluded.digest"));
    return statement.with(unit.name).with(unit.code).with(unit.commonName).with(digestOf(unit)).run();
}

Result<QString> Store::remembered(const QString &key) const
{
    Statement statement(*m_data->connection, QStringLiteral("SELECT value FROM remembered WHERE key = ?"));
    if (const Result<void> run = statement.with(key).run(); !run)
        return run.error();
    if (statement.next())
        return statement.text(0);
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return QString();
}

Result<void> Store::remember(const QString &key, const QString &value)
{
    if (Result<void> writable = m_data->writable(); !writable)
        return writable;
    Statement statement(*m_data->connection,
        QStringLiteral("INSERT INTO remembered (key, value, digest) VALUES (?, ?, ?) "
                       "ON CONFLICT DO UPDATE SET value = excluded.value, digest = excluded.digest"));
    return statement.with(key).with(value).with(digestOfRemembered(key, value)).run();
}

} // namespace zhibao
