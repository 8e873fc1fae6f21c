// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/database/historymigration.h"

#include "base/digest.h"
#include "core/text/encoding.h"
#include "store/database/transaction.h"

namespace zhibao {

namespace {

// Tables and digests as the second schema has them.
constexpr Table reportTable2{"report", "id, notice, unit, state, words, progress, due, version, removed, digest"};
constexpr Table versionTable2{"version", "id, report, at, cause, kept, digest"};
constexpr Table textTable2{"text", "digest, content"};
constexpr Table changeTable2{"change", "report, form, kind, name, position, version, text, digest", 6};
constexpr Table unitTable2{"unit", "name, code, common_name, digest"};
constexpr Table rememberedTable2{"remembered", "key, value, digest"};

// The cells with the digest over them and the table's name behind them.
QList<Cell> digested(const Table &table, QList<Cell> cells)
{
    Digest digest;
    digest.add(QString::fromLatin1(table.name));
    for (const Cell &cell : std::as_const(cells))
        std::visit([&](const auto &value) { digest.add(value); }, cell);
    cells.append(digest.result());
    return cells;
}

// What a report says, as changes of its first version.
Result<void> carryParts(const Connection &connection, qint64 report, qint64 version)
{
    Statement parts(
        connection, QStringLiteral("SELECT form, kind, name, position, content FROM part WHERE report = ?"));
    if (Result<void> run = parts.with(report).run(); !run)
        return run;
    RowWriter text(connection, textTable2, RowWriter::Mode::Keep);
    RowWriter change(connection, changeTable2, RowWriter::Mode::Add);
    while (parts.next()) {
        // Or what the first schema had no digest for would get one.
        if (!textOfUtf8(parts.bytes(4)))
            return Error{ErrorCode::StoreDamaged, {connection.path()}};
        const QString content = parts.text(4);
        const QByteArray digest = Digest().add(QStringLiteral("text")).add(content).result();
        if (Result<void> written = text.write({digest, content}); !written)
            return written;
        const QList<Cell> cells{report, parts.text(0), parts.text(1), parts.text(2), parts.number(3), version, digest};
        if (Result<void> written = change.write(digested(changeTable2, cells)); !written)
            return written;
    }
    return parts.finished();
}

// The state, facts and parts of each report as its first version; the one that was changed first gets the first.
Result<void> carryReports(const Connection &connection)
{
    Statement reports(connection,
        QStringLiteral(
            "SELECT id, notice, unit, state, words, progress, due, changed FROM report_1 ORDER BY changed, id"));
    if (Result<void> run = reports.run(); !run)
        return run;
    RowWriter report(connection, reportTable2, RowWriter::Mode::Add);
    RowWriter version(connection, versionTable2, RowWriter::Mode::Add);
    for (qint64 number = 1; reports.next(); ++number) {
        const qint64 id = reports.number(0);
        const QList<Cell> cells{id, reports.text(1), reports.text(2), reports.text(3), reports.number(4),
            reports.number(5), reports.text(6), number, qint64(0)};
        if (Result<void> written = report.write(digested(reportTable2, cells)); !written)
            return written;
        const QList<Cell> first{number, id, reports.number(7), QStringLiteral("edited"), qint64(0)};
        if (Result<void> written = version.write(digested(versionTable2, first)); !written)
            return written;
        if (Result<void> carried = carryParts(connection, id, number); !carried)
            return carried;
    }
    return reports.finished();
}

Result<void> carryUnits(const Connection &connection)
{
    Statement units(connection, QStringLiteral("SELECT name, code, common_name FROM unit_1 ORDER BY rowid"));
    if (Result<void> run = units.run(); !run)
        return run;
    RowWriter writer(connection, unitTable2, RowWriter::Mode::Add);
    while (units.next()) {
        const QList<Cell> cells{units.text(0), units.text(1), units.text(2)};
        if (Result<void> written = writer.write(digested(unitTable2, cells)); !written)
            return written;
    }
    return units.finished();
}

Result<void> carryRemembered(const Connection &connection)
{
    Statement facts(connection, QStringLiteral("SELECT key, value FROM remembered_1"));
    if (Result<void> run = facts.run(); !run)
        return run;
    RowWriter writer(connection, rememberedTable2, RowWriter::Mode::Add);
    while (facts.next()) {
        const QList<Cell> cells{facts.text(0), facts.text(1)};
        if (Result<void> written = writer.write(digested(rememberedTable2, cells)); !written)
            return written;
    }
    return facts.finished();
}

} // namespace

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

} // namespace zhibao
