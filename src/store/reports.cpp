// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/data.h"
#include "store/parts.h"

namespace zhibao {

namespace {

// The one state there is before reports can be approved.
const QString draft = QStringLiteral("draft");

QDateTime fromStored(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds);
}

Result<void> writeParts(const Connection &connection, qint64 report, const QList<Part> &parts)
{
    Statement statement(connection,
        QStringLiteral("INSERT INTO part (report, form, kind, name, position, content) "
                       "VALUES (?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT DO UPDATE SET content = excluded.content"));
    for (const Part &part : parts) {
        statement.with(report).with(part.form).with(part.kind).with(part.name).with(part.position).with(part.content);
        if (Result<void> run = statement.run(); !run)
            return run;
    }
    return {};
}

Result<void> removeParts(const Connection &connection, qint64 report, const QList<Part> &parts)
{
    Statement statement(connection,
        QStringLiteral("DELETE FROM part "
                       "WHERE report = ? AND form = ? AND kind = ? AND name = ? AND position = ?"));
    for (const Part &part : parts) {
        statement.with(report).with(part.form).with(part.kind).with(part.name).with(part.position);
        if (Result<void> run = statement.run(); !run)
            return run;
    }
    return {};
}

Result<void> writeSummary(const Connection &connection, qint64 report, const SaveFacts &facts, const QDateTime &changed)
{
    Statement statement(
        connection, QStringLiteral("UPDATE report SET words = ?, progress = ?, due = ?, changed = ? WHERE id = ?"));
    statement.with(facts.words).with(facts.progress).with(facts.due.toString(Qt::ISODate));
    statement.with(changed.toMSecsSinceEpoch()).with(report);
    return statement.run();
}

struct Head {
    Report report; // notice and unit alone
    SaveFacts facts;
    QDateTime changed;
};

Result<Head> head(const Connection &connection, qint64 report)
{
    Statement statement(
        connection, QStringLiteral("SELECT notice, unit, words, progress, due, changed FROM report WHERE id = ?"));
    if (const Result<void> run = statement.with(report).run(); !run)
        return run.error();
    if (!statement.next()) {
        if (const Result<void> end = statement.finished(); !end)
            return end.error();
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    }
    return Head{{statement.text(0), statement.text(1), {}},
        {static_cast<int>(statement.number(2)), static_cast<int>(statement.number(3)),
            QDate::fromString(statement.text(4), Qt::ISODate)},
        fromStored(statement.number(5))};
}

Result<Report> content(const Connection &connection, qint64 id, Report report)
{
    Statement statement(connection,
        QStringLiteral("SELECT form, kind, name, position, content FROM part WHERE report = ? "
                       "ORDER BY form, kind, name, position"));
    if (const Result<void> run = statement.with(id).run(); !run)
        return run.error();
    while (statement.next()) {
        const Part part{
            statement.text(0), statement.text(1), statement.text(2), statement.number(3), statement.text(4)};
        if (!take(report, part))
            return Error{ErrorCode::StoreNotDatabase, {connection.path()}};
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return report;
}

} // namespace

Result<QList<ReportSummary>> Store::reports() const
{
    Statement statement(*m_data->connection,
        QStringLiteral("SELECT id, unit, notice, state, words, progress, due, changed FROM report "
                       "ORDER BY changed DESC, id DESC"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<ReportSummary> reports;
    while (statement.next()) {
        reports.append({statement.number(0), statement.text(1), statement.text(2), statement.text(3),
            static_cast<int>(statement.number(4)), static_cast<int>(statement.number(5)),
            QDate::fromString(statement.text(6), Qt::ISODate), fromStored(statement.number(7))});
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return reports;
}

Result<std::optional<qint64>> Store::find(const QString &notice, const QString &unit) const
{
    Statement statement(*m_data->connection, QStringLiteral("SELECT id FROM report WHERE notice = ? AND unit = ?"));
    if (const Result<void> run = statement.with(notice).with(unit).run(); !run)
        return run.error();
    if (statement.next())
        return std::optional<qint64>(statement.number(0));
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return std::optional<qint64>();
}

Result<Report> Store::load(qint64 report) const
{
    const Result<Head> found = head(*m_data->connection, report);
    if (!found)
        return found.error();
    Result<Report> loaded = content(*m_data->connection, report, found->report);
    if (loaded)
        m_data->stored = {report, *loaded};
    return loaded;
}

Result<QDateTime> Store::changedAt(qint64 report) const
{
    const Result<Head> found = head(*m_data->connection, report);
    return found ? Result<QDateTime>(found->changed) : Result<QDateTime>(found.error());
}

Result<qint64> Store::add(const Report &report, const SaveFacts &facts)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    const Connection &connection = *m_data->connection;
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    Statement statement(connection,
        QStringLiteral("INSERT INTO report (notice, unit, state, words, progress, due, changed) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"));
    statement.with(report.notice).with(report.unit).with(draft).with(facts.words).with(facts.progress);
    statement.with(facts.due.toString(Qt::ISODate));
    if (const Result<void> run = statement.with(m_data->clock().toMSecsSinceEpoch()).run(); !run)
        return run.error();
    const qint64 id = statement.insertedId();
    if (const Result<void> written = writeParts(connection, id, difference({}, report).written); !written)
        return written.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->stored = {id, report};
    return id;
}

Result<QDateTime> Store::save(qint64 report, const Report &content, const SaveFacts &facts)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    const Connection &connection = *m_data->connection;
    const Result<Head> found = head(connection, report);
    if (!found)
        return found.error();
    if (!m_data->stored || m_data->stored->id != report) {
        if (const Result<Report> loaded = load(report); !loaded)
            return loaded.error();
    }
    const PartChanges changes = difference(m_data->stored->report, content);
    if (changes.isEmpty() && facts == found->facts)
        return found->changed;

    const QDateTime now = m_data->clock();
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    if (const Result<void> written = writeParts(connection, report, changes.written); !written)
        return written.error();
    if (const Result<void> removed = removeParts(connection, report, changes.removed); !removed)
        return removed.error();
    if (const Result<void> summed = writeSummary(connection, report, facts, now); !summed)
        return summed.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->stored->report = content;
    return now;
}

Result<void> Store::remove(qint64 report)
{
    if (Result<void> writable = m_data->writable(); !writable)
        return writable;
    if (const Result<Head> found = head(*m_data->connection, report); !found)
        return found.error();
    if (m_data->stored && m_data->stored->id == report)
        m_data->stored.reset();
    Transaction transaction(*m_data->connection);
    if (!transaction.begun())
        return transaction.begun();
    Statement statement(*m_data->connection, QStringLiteral("DELETE FROM report WHERE id = ?"));
    if (Result<void> run = statement.with(report).run(); !run)
        return run;
    return transaction.commit();
}

} // namespace zhibao
