// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/entries.h"

#include "base/digest.h"
#include "base/signature.h"
#include "store/belongings.h"
#include "store/connection.h"
#include "store/reportrows.h"

#include <QJsonDocument>

#include <variant>

namespace zhibao {

namespace {

constexpr int digestColumn = 20;

const QString entryColumns = QStringLiteral(
    "SELECT number, uid, notice, unit, report, version, at, kind, person, office, post, verified, origin, reason, "
    "detail, state, sm3, sha256, previous, chain, digest FROM entry ");

QByteArray toBytes(const QJsonObject &detail)
{
    return QJsonDocument(detail).toJson(QJsonDocument::Compact);
}

using Value = std::variant<qint64, QString, QByteArray>;

// The columns up to the digest, in the order of the schema; a number that is NULL is 0.
QList<Value> columnsOf(const LogEntry &entry)
{
    return {entry.number, entry.uid, entry.notice, entry.unit, entry.report, entry.version,
        entry.at.toMSecsSinceEpoch(), nameOf(entry.kind), entry.person, entry.office, entry.post,
        entry.verified ? qint64(1) : qint64(0), entry.origin, entry.reason, QString::fromUtf8(toBytes(entry.detail)),
        entry.report > 0 ? nameOf(entry.state) : QString(), entry.content.sm3, entry.content.sha256, entry.previous,
        entry.chain};
}

bool holds(const Statement &statement, int column, qint64 number)
{
    return statement.number(column) == number;
}

bool holds(const Statement &statement, int column, const QString &text)
{
    return statement.bytes(column) == text.toUtf8();
}

bool holds(const Statement &statement, int column, const QByteArray &bytes)
{
    return statement.bytes(column) == bytes;
}

} // namespace

LogEntry entryFrom(const Statement &statement)
{
    LogEntry entry;
    entry.number = statement.number(0);
    entry.uid = statement.bytes(1);
    entry.notice = statement.text(2);
    entry.unit = statement.text(3);
    entry.report = statement.number(4);
    entry.version = statement.number(5);
    entry.at = QDateTime::fromMSecsSinceEpoch(statement.number(6));
    // A kind that is not known is told by the digest.
    entry.kind = kindNamed(statement.text(7)).value_or(EntryKind::Comment);
    entry.person = statement.text(8);
    entry.office = statement.text(9);
    entry.post = statement.text(10);
    entry.verified = statement.number(11) != 0;
    entry.origin = statement.bytes(12);
    entry.reason = statement.text(13);
    entry.detail = QJsonDocument::fromJson(statement.text(14).toUtf8()).object();
    entry.state = stateNamed(statement.text(15)).value_or(ReportState::Draft);
    entry.content = {statement.bytes(16), statement.bytes(17)};
    entry.previous = statement.bytes(18);
    entry.chain = statement.bytes(19);
    return entry;
}

bool isAsWritten(const Statement &statement, const LogEntry &entry)
{
    const QList<Value> columns = columnsOf(entry);
    for (int column = 0; column < columns.size(); ++column) {
        const auto fits = [&](const auto &value) { return holds(statement, column, value); };
        if (!std::visit(fits, columns[column]))
            return false;
    }
    return entry.chain == chainOf(entry) && statement.bytes(digestColumn) == digestOf(entry);
}

Result<QList<LogEntry>> entriesWhere(const Connection &connection, const QString &condition, qint64 value)
{
    Statement statement(connection, entryColumns + QStringLiteral("WHERE %1 ORDER BY number").arg(condition));
    if (const Result<void> run = statement.with(value).run(); !run)
        return run.error();
    QList<LogEntry> entries;
    while (statement.next()) {
        entries.append(entryFrom(statement));
        if (!isAsWritten(statement, entries.constLast()))
            return Error{ErrorCode::LogBroken, {connection.path(), QString::number(entries.constLast().number)}};
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return entries;
}

Result<std::optional<LogEntry>> lastEntryWhere(const Connection &connection, const QString &condition, qint64 value)
{
    const QString last = QStringLiteral("number = (SELECT max(number) FROM entry WHERE %1)").arg(condition);
    const Result<QList<LogEntry>> found = entriesWhere(connection, last, value);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<LogEntry>() : std::optional<LogEntry>(found->constFirst());
}

Result<void> insertEntry(const Connection &connection, const LogEntry &entry)
{
    const TaskScope logging(connection, Task::Log);
    Statement statement(connection,
        QStringLiteral("INSERT INTO entry (number, uid, notice, unit, report, version, at, kind, person, office, post, "
                       "verified, origin, reason, detail, state, sm3, sha256, previous, chain, digest) VALUES "
                       "(?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const QList<Value> columns = columnsOf(entry);
    for (const Value &each : columns)
        std::visit([&](const auto &value) { statement.with(value); }, each);
    return statement.with(digestOf(entry)).run();
}

Result<LogEntry> appendEntry(const Connection &connection, LogEntry entry)
{
    const Result<std::optional<LogEntry>> last = lastEntryWhere(connection, QStringLiteral("number > ?"), 0);
    if (!last)
        return last.error();
    entry.number = *last ? (*last)->number + 1 : 1;
    entry.previous = *last ? (*last)->chain : startOfChain;
    if (entry.uid.isEmpty())
        entry.uid = randomBytes(uidSize);
    // What the store gives back is what the chain is over.
    entry.at = QDateTime::fromMSecsSinceEpoch(entry.at.toMSecsSinceEpoch());
    entry.detail = QJsonDocument::fromJson(toBytes(entry.detail)).object();
    entry.chain = chainOf(entry);
    if (const Result<void> inserted = insertEntry(connection, entry); !inserted)
        return inserted.error();
    return entry;
}

Result<std::optional<LogEntry>> lastSubmission(const Connection &connection, qint64 report)
{
    // One of another office that came when the report was not in hand handed nothing in.
    return lastEntryWhere(connection,
        QStringLiteral("report = ? AND kind = 'submit' AND state = 'submitted' AND coalesce((SELECT earlier.state FROM "
                       "entry AS earlier "
                       "WHERE earlier.report = entry.report AND earlier.number < entry.number "
                       "ORDER BY earlier.number DESC LIMIT 1), 'draft') IN ('draft', 'returned')"),
        report);
}

Result<ReviewStatus> statusOf(const Connection &connection, qint64 report)
{
    const Result<ReportRow> row = reportRow(connection, report);
    if (!row)
        return row.error();
    ReviewStatus status{stateNamed(row->state).value_or(ReportState::Draft), std::nullopt, false};
    const Result<std::optional<LogEntry>> submit = lastSubmission(connection, report);
    const Result<std::optional<LogEntry>> allowance
        = lastEntryWhere(connection, QStringLiteral("number > ? AND kind = 'sole-office' AND report IS NULL"), 0);
    if (!submit || !allowance)
        return submit ? allowance.error() : submit.error();
    if (*submit) {
        // An office without a list of people has no name to tell; that of another office is somebody else.
        const Result<QByteArray> own = ownKeyOf(connection);
        if (!own)
            return own.error();
        if ((*submit)->origin.isEmpty() || (*submit)->origin == *own || !(*submit)->person.isEmpty())
            status.submittedBy = (*submit)->person;
    }
    if (*allowance)
        status.soleOffice = (*allowance)->detail.value(QStringLiteral("allowed")).toBool();
    return status;
}

bool isOfReport(EntryKind kind)
{
    return kind <= EntryKind::Recovered;
}

} // namespace zhibao
