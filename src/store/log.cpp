// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The store's log: what was done, by whom, and the accounts, keys and files that belong to it.
#include "base/digest.h"
#include "store/belongings.h"
#include "store/data.h"
#include "store/entries.h"
#include "store/history.h"
#include "store/reportrows.h"

#include <QJsonArray>

#include <algorithm>

namespace zhibao {

namespace {

// Whether an entry of that kind speaks of what the report says.
bool speaksOfContent(EntryKind kind)
{
    return kind != EntryKind::Lateness;
}

bool isAnswer(EntryKind kind)
{
    return kind == EntryKind::Reply || kind == EntryKind::Resolve || kind == EntryKind::Reopen;
}

// What the rule is asked for; nothing where it has no say.
std::optional<ReviewAction> askedFor(EntryKind kind)
{
    return isAnswer(kind) ? ReviewAction::Comment : actionOf(kind);
}

bool lacksReason(const NewEntry &told, ReviewAction action)
{
    const bool isText = told.kind == EntryKind::Comment || told.kind == EntryKind::Reply;
    return (isText || needsReason(action)) && isBlank(told.reason);
}

// The person with the duties that the store knows of, whatever it is told; without a list of people, as told.
Result<Person> asKnown(const Connection &connection, Person person)
{
    const Result<QList<Account>> accounts = accountsOf(connection);
    if (!accounts)
        return accounts.error();
    if (accounts->isEmpty())
        return person;
    const auto known = std::find_if(accounts->cbegin(), accounts->cend(),
        [&](const Account &account) { return account.active && account.person.name == person.name; });
    person.duties = known == accounts->cend() ? Duties() : known->person.duties;
    return person;
}

// The report's part of an entry: which version, what it says, and in which state it is afterwards.
Result<LogEntry> entryOfReport(const Connection &connection, const NewEntry &told, LogEntry entry)
{
    const Result<ReviewStatus> status = statusOf(connection, told.report);
    if (!status)
        return status.error();
    const Result<Person> person = asKnown(connection, told.person);
    if (!person)
        return person.error();
    if (const std::optional<ReviewAction> action = askedFor(told.kind)) {
        if (const std::optional<Error> refused = refusal(*status, *person, *action))
            return *refused;
        if (lacksReason(told, *action))
            return Error{ErrorCode::ReasonMissing, {nameOf(*action)}};
        if (*action == ReviewAction::Approve && told.person.name == status->submittedBy)
            entry.detail.insert(QStringLiteral("sole"), true);
        entry.state = stateAfter(status->state, *action);
    } else {
        entry.state = status->state;
    }
    const Result<ReportRow> row = reportRow(connection, told.report);
    if (!row)
        return row.error();
    if (row->removed != 0)
        return Error{ErrorCode::ReportNotFound, {QString(), QString()}};
    entry.report = told.report;
    entry.notice = row->notice;
    entry.unit = row->unit;
    if (!speaksOfContent(told.kind))
        return entry;
    const Result<Report> content = contentAt(connection, row->id, row->version, {row->notice, row->unit, {}});
    if (!content)
        return content.error();
    entry.version = row->version;
    entry.content = contentDigest(*content);
    return entry;
}

// What belongs to the entry is named in it, so that the log tells whether it is still there.
QJsonObject detailWithBelongings(const NewEntry &told)
{
    QJsonObject detail = told.detail;
    if (told.account) {
        detail.insert(belonging::name, told.account->person.name);
        detail.insert(belonging::duties, told.account->person.duties.toInt());
        detail.insert(belonging::active, told.account->active);
    }
    if (told.key)
        detail.insert(belonging::key, QString::fromLatin1(told.key->publicKey.toHex()));
    QJsonArray digests;
    for (const QByteArray &attachment : told.attachments)
        digests.append(QString::fromLatin1(digestOfBytes(attachment, DigestAlgorithm::Sha256).toHex()));
    if (!digests.isEmpty())
        detail.insert(belonging::attachments, digests);
    return detail;
}

Result<void> storeBelongings(const Connection &connection, const NewEntry &told)
{
    for (const QByteArray &attachment : told.attachments) {
        if (Result<void> stored = storeAttachment(connection, attachment); !stored)
            return stored;
    }
    if (told.account) {
        if (Result<void> stored = storeAccount(connection, *told.account); !stored)
            return stored;
    }
    return told.key ? storeKey(connection, *told.key) : Result<void>();
}

} // namespace

Result<LogEntry> recordWithin(const Connection &connection, const NewEntry &told, const QDateTime &at)
{
    LogEntry entry;
    entry.kind = told.kind;
    entry.at = at;
    entry.person = told.person.name;
    entry.office = told.person.office;
    entry.post = told.person.post;
    entry.verified = told.verified;
    entry.reason = told.reason;
    entry.detail = detailWithBelongings(told);
    if (isOfReport(told.kind) || told.report > 0) {
        Result<LogEntry> ofReport = entryOfReport(connection, told, entry);
        if (!ofReport)
            return ofReport;
        entry = *ofReport;
    }
    if (const Result<void> stored = storeBelongings(connection, told); !stored)
        return stored.error();
    if (entry.version > 0) {
        if (const Result<void> kept = keepVersion(connection, entry.version); !kept)
            return kept.error();
    }
    const Result<LogEntry> appended = appendEntry(connection, entry);
    if (!appended || appended->report == 0)
        return appended;
    const Result<void> set = setState(connection, appended->report, appended->state);
    return set ? appended : Result<LogEntry>(set.error());
}

Result<LogEntry> Store::record(const NewEntry &told)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    Transaction transaction(*m_data->connection);
    if (!transaction.begun())
        return transaction.begun().error();
    const Result<LogEntry> recorded = recordWithin(*m_data->connection, told, m_data->clock());
    if (!recorded)
        return recorded;
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return recorded;
}

Result<QList<LogEntry>> Store::log() const
{
    const Result<QList<LogEntry>> entries = entriesWhere(*m_data->connection, QStringLiteral("number > ?"), 0);
    if (!entries)
        return entries;
    if (const std::optional<qint64> broken = firstBroken(*entries))
        return Error{ErrorCode::LogBroken, {m_data->path, QString::number(*broken)}};
    return entries;
}

Result<QList<LogEntry>> Store::log(qint64 report) const
{
    return entriesWhere(*m_data->connection, QStringLiteral("report = ?"), report);
}

Result<bool> Store::holds(qint64 number, const QByteArray &chain) const
{
    const Result<QList<LogEntry>> entries = log();
    if (!entries)
        return entries.error();
    return number > 0 && number <= entries->size() && entries->at(number - 1).chain == chain;
}

Result<ReviewStatus> Store::reviewStatus(qint64 report) const
{
    return statusOf(*m_data->connection, report);
}

Result<QByteArray> Store::attachment(const QByteArray &digest) const
{
    return attachmentOf(*m_data->connection, digest);
}

Result<QList<Account>> Store::accounts() const
{
    return accountsOf(*m_data->connection);
}

Result<void> Store::noteFailures(const QString &name, int failures, const QDateTime &failed)
{
    if (Result<void> writable = m_data->writable(); !writable)
        return writable;
    const Result<QList<Account>> known = accounts();
    if (!known)
        return known.error();
    for (Account account : *known) {
        if (account.person.name != name)
            continue;
        account.failures = failures;
        account.failed = failed;
        return storeAccount(*m_data->connection, account); // one statement is a transaction of its own
    }
    return Error{ErrorCode::PersonUnknown, {name}};
}

Result<QList<OfficeKey>> Store::keys() const
{
    return keysOf(*m_data->connection);
}

} // namespace zhibao
