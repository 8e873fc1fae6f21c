// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/entries.h"

#include "base/digest.h"
#include "base/signature.h"
#include "store/connection.h"
#include "store/reportrows.h"

#include <QJsonDocument>

namespace zhibao {

const QString entryColumns = QStringLiteral(
    "SELECT number, uid, notice, unit, report, version, at, kind, person, office, post, verified, origin, reason, "
    "detail, state, sm3, sha256, previous, chain, digest FROM entry ");

namespace {

constexpr qsizetype digestSize = 32;
constexpr int uidSize = 16;
constexpr int digestColumn = 20;

// Nothing where there is no entry yet.
Result<std::optional<LogEntry>> lastEntry(const Connection &connection)
{
    Statement statement(connection, entryColumns + QStringLiteral("ORDER BY number DESC LIMIT 1"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    if (statement.next())
        return std::optional<LogEntry>(entryFrom(statement));
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return std::optional<LogEntry>();
}

Result<void> insertEntry(const Connection &connection, const LogEntry &entry)
{
    Statement statement(connection,
        QStringLiteral("INSERT INTO entry (number, uid, notice, unit, report, version, at, kind, person, office, post, "
                       "verified, origin, reason, detail, state, sm3, sha256, previous, chain, digest) VALUES "
                       "(?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    statement.with(entry.number).with(entry.uid).with(entry.notice).with(entry.unit).with(entry.report);
    statement.with(entry.version).with(entry.at.toMSecsSinceEpoch()).with(nameOf(entry.kind)).with(entry.person);
    statement.with(entry.office).with(entry.post).with(entry.verified ? qint64(1) : qint64(0)).with(entry.origin);
    statement.with(entry.reason).with(QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact)));
    statement.with(entry.report > 0 ? nameOf(entry.state) : QString()).with(entry.content.sm3);
    statement.with(entry.content.sha256).with(entry.previous).with(entry.chain).with(digestOf(entry));
    return statement.run();
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

Result<QList<LogEntry>> entriesWhere(const Connection &connection, const QString &condition, qint64 value)
{
    Statement statement(connection, entryColumns + QStringLiteral("WHERE %1 ORDER BY number").arg(condition));
    if (const Result<void> run = statement.with(value).run(); !run)
        return run.error();
    QList<LogEntry> entries;
    while (statement.next()) {
        entries.append(entryFrom(statement));
        if (digestOf(entries.constLast()) != statement.bytes(digestColumn))
            return Error{ErrorCode::LogBroken, {connection.path(), QString::number(entries.constLast().number)}};
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return entries;
}

Result<LogEntry> appendEntry(const Connection &connection, LogEntry entry)
{
    const Result<std::optional<LogEntry>> last = lastEntry(connection);
    if (!last)
        return last.error();
    entry.number = *last ? (*last)->number + 1 : 1;
    entry.previous = *last ? (*last)->chain : QByteArray(digestSize, '\0');
    if (entry.uid.isEmpty())
        entry.uid = randomBytes(uidSize);
    // What the store gives back is what the chain is over.
    entry.at = QDateTime::fromMSecsSinceEpoch(entry.at.toMSecsSinceEpoch());
    entry.chain = chainOf(entry);
    if (const Result<void> inserted = insertEntry(connection, entry); !inserted)
        return inserted.error();
    return entry;
}

Result<ReviewStatus> statusOf(const Connection &connection, qint64 report)
{
    const Result<ReportRow> row = reportRow(connection, report);
    if (!row)
        return row.error();
    ReviewStatus status{stateNamed(row->state).value_or(ReportState::Draft), std::nullopt, false};
    const Result<QList<LogEntry>> submits
        = entriesWhere(connection, QStringLiteral("kind = 'submit' AND report = ?"), report);
    const Result<QList<LogEntry>> allowances
        = entriesWhere(connection, QStringLiteral("kind = 'sole-office' AND number > ?"), 0);
    if (!submits || !allowances)
        return submits ? allowances.error() : submits.error();
    if (!submits->isEmpty()) {
        const LogEntry &last = submits->constLast();
        // An office without a list of people has no name to tell; that of another office is somebody else.
        if (last.origin.isEmpty() || !last.person.isEmpty())
            status.submittedBy = last.person;
    }
    if (!allowances->isEmpty())
        status.soleOffice = allowances->constLast().detail.value(QStringLiteral("allowed")).toBool();
    return status;
}

Result<void> storeAttachment(const Connection &connection, const QByteArray &content)
{
    const QByteArray digest = digestOfBytes(content, DigestAlgorithm::Sha256);
    Statement statement(connection,
        QStringLiteral("INSERT INTO attachment (digest, content) SELECT ?, ? "
                       "WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE digest = ?)"));
    return statement.with(digest).with(content).with(digest).run();
}

Result<void> storeAccount(const Connection &connection, const Account &account)
{
    Statement statement(connection,
        QStringLiteral("INSERT INTO person (name, office, post, duties, active, password, failures, failed, digest) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET office = excluded.office, "
                       "post = excluded.post, duties = excluded.duties, active = excluded.active, "
                       "password = excluded.password, failures = excluded.failures, failed = excluded.failed, "
                       "digest = excluded.digest"));
    const Person &person = account.person;
    statement.with(person.name).with(person.office).with(person.post).with(qint64(person.duties.toInt()));
    statement.with(account.active ? qint64(1) : qint64(0)).with(QString::fromLatin1(account.password));
    statement.with(qint64(account.failures));
    statement.with(account.failed.isValid() ? account.failed.toMSecsSinceEpoch() : qint64(0));
    return statement.with(digestOf(account)).run();
}

Result<void> storeKey(const Connection &connection, const OfficeKey &key)
{
    Statement statement(connection,
        QStringLiteral("INSERT INTO office_key (public, secret, name, at, digest) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT (public) DO NOTHING"));
    statement.with(key.publicKey).with(key.secretKey).with(key.name).with(key.at.toMSecsSinceEpoch());
    return statement.with(digestOf(key)).run();
}

} // namespace zhibao
