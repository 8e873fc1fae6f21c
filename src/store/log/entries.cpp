// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/entries.h"

#include "base/digest.h"
#include "base/signature.h"
#include "core/json.h"
#include "store/database/transaction.h"
#include "store/log/belongings.h"
#include "store/log/logkey.h"
#include "store/reports/reportrows.h"

#include <QJsonDocument>

namespace zhibao {

namespace {

constexpr int digestColumn = 20;
constexpr int occasionColumn = 22;

constexpr Table entryTable{"entry",
    "number, uid, notice, unit, report, version, at, kind, person, office, post, verified, origin, reason, detail, "
    "state, "
    "sm3, sha256, previous, chain, digest, signature, occasion"};
const QString entryColumns
    = QStringLiteral("SELECT ") + QLatin1StringView(entryTable.columns) + QStringLiteral(" FROM entry ");

Cell idOrNull(qint64 id)
{
    return id > 0 ? Cell(id) : Cell(QByteArray());
}

// The columns up to the digest, in the order of the schema.
QList<Cell> columnsOf(const LogEntry &entry)
{
    return {entry.number, entry.uid, entry.notice, entry.unit, idOrNull(entry.report), idOrNull(entry.version),
        entry.at.toMSecsSinceEpoch(), nameOf(entry.kind), entry.person, entry.office, entry.post,
        entry.verified ? qint64(1) : qint64(0), entry.origin, entry.reason,
        QString::fromUtf8(compactJson(entry.detail)), entry.report > 0 ? nameOf(entry.state) : QString(),
        entry.content.sm3, entry.content.sha256, entry.previous, entry.chain};
}

// As it was written before there were occasions, where there is none.
Cell occasionCell(const LogEntry &entry)
{
    return entry.occasion.isEmpty() ? Cell(QByteArray()) : Cell(entry.occasion);
}

QList<Cell> cellsOf(const LogEntry &entry)
{
    QList<Cell> cells = columnsOf(entry);
    cells << digestOf(entry) << entry.signature << occasionCell(entry);
    return cells;
}

// The entry as the one behind the last, signed where there is a key.
LogEntry chained(LogEntry entry, const std::optional<LogEntry> &last, const LogKey *key = nullptr)
{
    entry.number = last ? last->number + 1 : 1;
    entry.previous = last ? last->chain : startOfChain;
    if (entry.uid.isEmpty())
        entry.uid = randomBytes(uidSize);
    // What the store gives back is what the chain is over.
    entry.at = QDateTime::fromMSecsSinceEpoch(entry.at.toMSecsSinceEpoch());
    entry.detail = QJsonDocument::fromJson(compactJson(entry.detail)).object();
    if (key)
        entry.signature = key->sign(signedBytes(entry, key->publicKey()));
    entry.chain = chainOf(entry);
    return entry;
}

Result<std::optional<LogEntry>> lastEntry(const Connection &connection)
{
    return lastEntryWhere(connection, QStringLiteral("number > ?"), 0);
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
    entry.signature = statement.bytes(21);
    entry.occasion = statement.text(22);
    return entry;
}

bool isAsWritten(const Statement &statement, const LogEntry &entry)
{
    const QList<Cell> columns = columnsOf(entry);
    for (int column = 0; column < columns.size(); ++column) {
        if (!holds(statement, column, columns[column]))
            return false;
    }
    // Nothing, and not an empty text, where there is none.
    return statement.isNull(occasionColumn) == entry.occasion.isEmpty() && entry.chain == chainOf(entry)
        && statement.bytes(digestColumn) == digestOf(entry);
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

Result<QList<LogEntry>> entriesAsFound(const Connection &connection, qsizetype &asWritten)
{
    Statement statement(connection, entryColumns + QStringLiteral("ORDER BY number"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<LogEntry> entries;
    asWritten = 0;
    while (statement.next()) {
        entries.append(entryFrom(statement));
        if (asWritten == entries.size() - 1 && isAsWritten(statement, entries.constLast()))
            ++asWritten;
    }
    const Result<void> end = statement.finished();
    return end ? Result<QList<LogEntry>>(entries) : end.error();
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
    return RowWriter(connection, entryTable, RowWriter::Mode::Add).write(cellsOf(entry));
}

Result<LogEntry> appendEntry(const Connection &connection, LogEntry entry, const LogKey *key)
{
    const Result<std::optional<LogEntry>> last = lastEntry(connection);
    if (!last)
        return last.error();
    const bool isSigned = key && key->isAtHand() && entry.origin.isEmpty();
    entry = chained(entry, *last, isSigned ? key : nullptr);
    if (const Result<void> inserted = insertEntry(connection, entry); !inserted)
        return inserted.error();
    if (!isSigned)
        return entry;
    const LogHead head{entry.number, entry.chain, key->publicKey(), key->sign(signedHead(entry.number, entry.chain))};
    const Result<void> stored = storeHead(connection, head);
    return stored ? Result<LogEntry>(entry) : stored.error();
}

Result<void> appendEntries(const Connection &connection, const QList<LogEntry> &entries)
{
    Result<std::optional<LogEntry>> last = lastEntry(connection);
    if (!last)
        return last.error();
    const TaskScope logging(connection, Task::Log);
    RowWriter writer(connection, entryTable, RowWriter::Mode::Add);
    for (const LogEntry &entry : entries) {
        *last = chained(entry, *last);
        if (Result<void> written = writer.write(cellsOf(**last)); !written)
            return written;
    }
    return {};
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
