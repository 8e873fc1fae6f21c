// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/data.h"
#include "store/reports/rowdigests.h"

namespace zhibao {

namespace {

constexpr Table unitTable{"unit", "name, code, common_name, digest"};
constexpr Table rememberedTable{"remembered", "key, value, digest"};

} // namespace

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
    return m_data->change([&](const Connection &connection) {
        return RowWriter(connection, unitTable, RowWriter::Mode::Put)
            .write({unit.name, unit.code, unit.commonName, digestOf(unit)});
    });
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
    return m_data->change([&](const Connection &connection) {
        return RowWriter(connection, rememberedTable, RowWriter::Mode::Put)
            .write({key, value, digestOfRemembered(key, value)});
    });
}

} // namespace zhibao
