// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/contentdigest.h"
#include "store/data.h"
#include "store/log/entries.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"

namespace zhibao {

namespace {

QDateTime fromStored(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds);
}

// A row of the list, and when its current version was made.
struct Head {
    ReportRow row;
    QDateTime changed;
    SaveFacts facts() const
    {
        return {static_cast<int>(row.words), static_cast<int>(row.progress), QDate::fromString(row.due, Qt::ISODate)};
    }
    ReportSummary summary() const
    {
        const SaveFacts known = facts();
        return {row.id, row.unit, row.notice, stateNamed(row.state).value_or(ReportState::Draft), known.words,
            known.progress, known.due, changed, row.occasion};
    }
};

const QString headColumns = QStringLiteral("SELECT report.id, notice, unit, state, words, progress, due, version, "
                                           "removed, report.digest, occasion, version.at "
                                           "FROM report LEFT JOIN version ON version.id = report.version ");

Head headFrom(const Statement &statement)
{
    return {reportRowFrom(statement), fromStored(statement.number(11))};
}

Result<Head> head(const Connection &connection, qint64 report)
{
    Statement statement(connection, headColumns + QStringLiteral("WHERE report.id = ?"));
    if (const Result<void> run = statement.with(report).run(); !run)
        return run.error();
    if (statement.next()) {
        // Or what was changed beside the program would get a digest that holds.
        const Head found = headFrom(statement);
        return digestOf(found.row) == statement.bytes(9) ? Result<Head>(found)
                                                         : Error{ErrorCode::StoreDamaged, {connection.path()}};
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
}

// That of a report on the list.
Result<Head> listedHead(const Connection &connection, qint64 report)
{
    Result<Head> found = head(connection, report);
    if (found && found->row.removed != 0)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    return found;
}

Result<QList<ReportSummary>> summaries(const Connection &connection, const QString &condition)
{
    Statement statement(
        connection, headColumns + QStringLiteral("WHERE %1 ORDER BY report.version DESC").arg(condition));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<ReportSummary> reports;
    while (statement.next())
        reports.append(headFrom(statement).summary());
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return reports;
}

// Why the action is not for a report in that state, whoever asks.
Result<void> possible(const ReportRow &row, ReviewAction action)
{
    const ReviewStatus status{stateNamed(row.state).value_or(ReportState::Draft), std::nullopt, true};
    const std::optional<Error> refused = refusal(status, {{}, {}, {}, allDuties}, action);
    return refused ? Result<void>(*refused) : Result<void>();
}

// What the report said at the version. Where that was approved it must be what the log tells of it: NotAsApproved.
Result<Report> checkedContent(const Connection &connection, const ReportRow &row, qint64 version)
{
    Result<Report> content = contentAt(connection, row.id, version, emptyReport(keyOf(row)));
    const Result<QList<LogEntry>> entries = content
        ? entriesWhere(connection, QStringLiteral("kind = 'approve' AND version = ?"), version)
        : Result<QList<LogEntry>>(content.error());
    if (!entries)
        return entries.error();
    for (const LogEntry &approval : *entries) {
        if (approval.content != contentDigest(*content))
            return Error{ErrorCode::NotAsApproved, {row.unit, QString::number(approval.number)}};
    }
    return content;
}

} // namespace

Result<QList<ReportSummary>> Store::reports() const
{
    return summaries(*m_data->connection, QStringLiteral("removed = 0"));
}

Result<QList<ReportSummary>> Store::removedReports() const
{
    return summaries(*m_data->connection, QStringLiteral("removed <> 0"));
}

Result<std::optional<qint64>> Store::find(const ReportKey &key) const
{
    Statement statement(*m_data->connection,
        QStringLiteral("SELECT id FROM report WHERE notice = ? AND unit = ? AND occasion = ? AND removed = 0"));
    if (const Result<void> run = statement.with(key.notice).with(key.unit).with(key.occasion).run(); !run)
        return run.error();
    if (statement.next())
        return std::optional<qint64>(statement.number(0));
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return std::optional<qint64>();
}

Result<Report> Store::load(qint64 report) const
{
    const Result<Head> found = listedHead(*m_data->connection, report);
    if (!found)
        return found.error();
    Result<Report> loaded = checkedContent(*m_data->connection, found->row, found->row.version);
    if (loaded)
        m_data->stored = {report, *loaded};
    return loaded;
}

Result<QDateTime> Store::changedAt(qint64 report) const
{
    const Result<Head> found = listedHead(*m_data->connection, report);
    return found ? Result<QDateTime>(found->changed) : Result<QDateTime>(found.error());
}

Result<QDateTime> Store::lastChange() const
{
    Statement statement(*m_data->connection, QStringLiteral("SELECT at FROM version ORDER BY id DESC LIMIT 1"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    if (statement.next())
        return fromStored(statement.number(0));
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return QDateTime();
}

Result<qint64> Store::add(const Report &report, const SaveFacts &facts)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    const Connection &connection = *m_data->connection;
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    const Result<qint64> id = nextId(connection, QStringLiteral("report"));
    if (!id)
        return id;
    const Result<qint64> version = addReport(connection, *id, report, facts, m_data->clock());
    if (!version)
        return version;
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->stored = {*id, report};
    return *id;
}

Result<QDateTime> Store::save(qint64 report, const Report &content, const SaveFacts &facts, VersionCause cause)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    const Connection &connection = *m_data->connection;
    Result<Head> found = listedHead(connection, report);
    if (!found)
        return found.error();
    if (!m_data->stored || m_data->stored->id != report) {
        if (const Result<Report> loaded = load(report); !loaded)
            return loaded.error();
    }
    const PartChanges changes = difference(m_data->stored->report, content);
    if (changes.isEmpty() && facts == found->facts())
        return found->changed;
    if (const Result<void> allowed = possible(found->row, ReviewAction::Edit); !allowed)
        return allowed.error();

    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    takeFacts(found->row, facts);
    if (!changes.isEmpty()) {
        found->changed = m_data->clock();
        const Result<qint64> version = addVersion(connection, report, found->changed, cause, changes);
        if (!version)
            return version.error();
        found->row.version = *version;
    }
    if (const Result<void> written = updateReport(connection, found->row); !written)
        return written.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->stored->report = content;
    return found->changed;
}

Result<void> Store::remove(qint64 report)
{
    if (Result<void> writable = m_data->writable(); !writable)
        return writable;
    Result<Head> found = listedHead(*m_data->connection, report);
    if (!found)
        return found.error();
    if (Result<void> allowed = possible(found->row, ReviewAction::Remove); !allowed)
        return allowed;
    if (m_data->stored && m_data->stored->id == report)
        m_data->stored.reset();
    found->row.removed = report;
    return m_data->change([&](const Connection &connection) { return updateReport(connection, found->row); });
}

Result<void> Store::putBack(qint64 report)
{
    Result<Head> found = head(*m_data->connection, report);
    if (!found)
        return found.error();
    found->row.removed = 0;
    return m_data->change([&](const Connection &connection) { return updateReport(connection, found->row); });
}

Result<QList<Version>> Store::versions(qint64 report) const
{
    if (const Result<Head> found = head(*m_data->connection, report); !found)
        return found.error();
    return versionsOf(*m_data->connection, report);
}

Result<Report> Store::loadVersion(qint64 report, qint64 version) const
{
    const Result<Head> found = head(*m_data->connection, report);
    if (!found)
        return found.error();
    Statement statement(*m_data->connection, QStringLiteral("SELECT 1 FROM version WHERE id = ? AND report = ?"));
    if (const Result<void> run = statement.with(version).with(report).run(); !run)
        return run.error();
    if (!statement.next()) {
        const Result<void> end = statement.finished();
        return end ? Error{ErrorCode::VersionNotFound, {QString::number(version)}} : end.error();
    }
    return checkedContent(*m_data->connection, found->row, version);
}

Result<qint64> Store::currentVersion(qint64 report) const
{
    const Result<Head> found = listedHead(*m_data->connection, report);
    return found ? Result<qint64>(found->row.version) : Result<qint64>(found.error());
}

Result<void> Store::keepVersion(qint64 version)
{
    return m_data->change([&](const Connection &connection) { return zhibao::keepVersion(connection, version); });
}

} // namespace zhibao
