// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/reportrows.h"

#include "store/connection.h"
#include "store/history.h"

namespace zhibao {

Result<ReportRow> reportRow(const Connection &connection, qint64 report)
{
    Statement statement(connection,
        QStringLiteral(
            "SELECT id, notice, unit, state, words, progress, due, version, removed, digest FROM report WHERE id = ?"));
    if (const Result<void> run = statement.with(report).run(); !run)
        return run.error();
    if (statement.next()) {
        // Or what was changed beside the program would get a digest that holds.
        const ReportRow row = reportRowFrom(statement);
        return digestOf(row) == statement.bytes(9) ? Result<ReportRow>(row)
                                                   : Error{ErrorCode::StoreDamaged, {connection.path()}};
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
}

void takeFacts(ReportRow &row, const SaveFacts &facts)
{
    row.words = facts.words;
    row.progress = facts.progress;
    row.due = facts.due.toString(Qt::ISODate);
}

Result<void> updateReport(const Connection &connection, const ReportRow &row)
{
    Statement statement(connection,
        QStringLiteral("UPDATE report SET state = ?, words = ?, progress = ?, due = ?, version = ?, removed = ?, "
                       "digest = ? WHERE id = ?"));
    statement.with(row.state).with(row.words).with(row.progress).with(row.due).with(row.version).with(row.removed);
    return statement.with(digestOf(row)).with(row.id).run();
}

Result<void> setState(const Connection &connection, qint64 report, ReportState state)
{
    Result<ReportRow> row = reportRow(connection, report);
    if (!row)
        return row.error();
    if (row->state == nameOf(state))
        return {};
    row->state = nameOf(state);
    return updateReport(connection, *row);
}

bool isInHand(ReportState state)
{
    return state == ReportState::Draft || state == ReportState::Returned;
}

Result<qint64> addReport(
    const Connection &connection, qint64 id, const Report &report, const SaveFacts &facts, const QDateTime &at)
{
    ReportRow row{id, report.notice, report.unit, nameOf(ReportState::Draft), 0, 0, {}, 0, 0};
    takeFacts(row, facts);
    Statement statement(connection,
        QStringLiteral("INSERT INTO report (id, notice, unit, state, words, progress, due, version, removed, digest) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.with(row.id).with(row.notice).with(row.unit).with(row.state).with(row.words).with(row.progress);
    statement.with(row.due).with(row.version).with(row.removed).with(digestOf(row));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    // The version's row names that of the report, which is therefore written before and after.
    const Result<qint64> version = addVersion(connection, id, at, VersionCause::Created, difference({}, report));
    if (!version)
        return version;
    row.version = *version;
    if (const Result<void> written = updateReport(connection, row); !written)
        return written.error();
    return version;
}

} // namespace zhibao
