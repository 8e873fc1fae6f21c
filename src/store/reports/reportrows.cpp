// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/reports/reportrows.h"

#include "store/database/transaction.h"
#include "store/reports/history.h"

namespace zhibao {

namespace {

constexpr Table reportTable{
    "report", "id, notice, unit, state, words, progress, due, version, removed, digest, occasion"};

Result<void> write(const Connection &connection, const ReportRow &row, RowWriter::Mode mode)
{
    return RowWriter(connection, reportTable, mode)
        .write({row.id, row.notice, row.unit, row.state, row.words, row.progress, row.due, row.version, row.removed,
            digestOf(row), row.occasion});
}

} // namespace

Result<ReportRow> reportRow(const Connection &connection, qint64 report)
{
    Statement statement(connection,
        QStringLiteral("SELECT id, notice, unit, state, words, progress, due, version, removed, digest, occasion "
                       "FROM report WHERE id = ?"));
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
    return write(connection, row, RowWriter::Mode::Change);
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
    ReportRow row{id, report.notice, report.unit, nameOf(ReportState::Draft), 0, 0, {}, 0, 0, report.occasion};
    takeFacts(row, facts);
    if (const Result<void> written = write(connection, row, RowWriter::Mode::Add); !written)
        return written.error();
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
