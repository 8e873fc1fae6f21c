// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The store's log: what was done, by whom, and the accounts, keys and files that belong to it.
#include "base/digest.h"
#include "base/encryption.h"
#include "base/signature.h"
#include "core/json.h"
#include "core/text/encoding.h"
#include "store/data.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/log/logsignatures.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"
#include "store/reports/rowdigests.h"

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
    entry.occasion = row->occasion;
    if (!speaksOfContent(told.kind))
        return entry;
    const Result<Report> content = contentAt(connection, row->id, row->version, emptyReport(keyOf(*row)));
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
        detail.insert(belonging::digest, hexadecimal(digestOfPerson(*told.account)));
    }
    if (told.key)
        tellKey(detail, *told.key);
    if (told.key && !told.key->own)
        detail.insert(belonging::keyDigest, hexadecimal(digestOf(*told.key)));
    QJsonArray digests;
    for (const QByteArray &attachment : told.attachments)
        digests.append(hexadecimal(digestOfBytes(attachment, DigestAlgorithm::Sha256)));
    if (!digests.isEmpty())
        detail.insert(belonging::attachments, digests);
    return detail;
}

Person letIn(Person person)
{
    person.name = wellFormed(person.name);
    person.office = wellFormed(person.office);
    person.post = wellFormed(person.post);
    return person;
}

// With every text in it as the door lets it in (core/encoding.h).
NewEntry letIn(NewEntry told)
{
    told.person = letIn(told.person);
    told.reason = wellFormed(told.reason);
    told.detail = wellFormed(told.detail);
    if (told.account)
        told.account->person = letIn(told.account->person);
    if (told.key) {
        told.key->name = wellFormed(told.key->name);
        for (QString &unit : told.key->units)
            unit = wellFormed(unit);
    }
    return told;
}

Result<void> storeBelongings(const Connection &connection, const NewEntry &told, const LogKey &key)
{
    for (const QByteArray &attachment : told.attachments) {
        if (Result<void> stored = storeAttachment(connection, attachment); !stored)
            return stored;
    }
    if (told.key) {
        if (Result<void> stored = putKey(connection, *told.key); !stored)
            return stored;
    }
    if (told.account) {
        if (Result<void> stored = storeAccount(connection, *told.account); !stored)
            return stored;
    }
    return told.account || told.key ? keepSecret(connection, key) : Result<void>();
}

// From the first entry that is signed on the log covers all that people may do: it tells what each is then.
Result<LogEntry> beginSigning(
    const Connection &connection, const NewEntry &first, const QDateTime &at, const LogKey &key)
{
    const Result<QList<Account>> accounts = accountsOf(connection);
    if (!accounts)
        return accounts.error();
    QJsonObject people;
    for (const Account &account : *accounts)
        people.insert(account.person.name, hexadecimal(digestOfPerson(account)));
    NewEntry begun;
    begun.kind = EntryKind::SigningBegun;
    begun.person = first.person;
    begun.verified = first.verified;
    begun.detail = {{belonging::people, people}};
    // People who have a share of a key that no log tells of: what told of it is gone.
    if (std::any_of(accounts->cbegin(), accounts->cend(), [](const Account &each) { return !each.share.isEmpty(); }))
        begun.detail.insert(belonging::anew, true);
    begun.key = key.inTheOpen(at);
    const Result<QList<OfficeKey>> keys = keysOf(connection);
    if (!keys)
        return keys.error();
    for (const OfficeKey &known : *keys) {
        if (known.publicKey == key.publicKey())
            begun.key->name = known.name;
    }
    return recordWithin(connection, begun, at, key);
}

} // namespace

Result<LogEntry> recordWithin(
    const Connection &connection, const NewEntry &given, const QDateTime &at, const LogKey &key)
{
    NewEntry told = letIn(given);
    if (told.account && told.sealing)
        told.account->share = key.sealedUnder(*told.sealing);
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
    if (const Result<void> stored = storeBelongings(connection, told, key); !stored)
        return stored.error();
    if (entry.version > 0) {
        if (const Result<void> kept = keepVersion(connection, entry.version); !kept)
            return kept.error();
    }
    const Result<LogEntry> appended = appendEntry(connection, entry, &key);
    if (!appended || appended->report == 0)
        return appended;
    const Result<void> set = setState(connection, appended->report, appended->state);
    return set ? appended : Result<LogEntry>(set.error());
}

Result<LogEntry> recordSigned(
    const Connection &connection, const NewEntry &told, const QDateTime &at, const Secret *unsealed)
{
    const Result<std::optional<LogHead>> head = headOf(connection);
    const Result<std::optional<LogEntry>> last = lastEntryWhere(connection, QStringLiteral("number > ?"), 0);
    if (!head || !last)
        return head ? last.error() : head.error();
    Result<LogKey> known = LogKey::of(connection, unsealed);
    if (!known)
        return known.error();
    if (!known->isAtHand() && (*head || !known->publicKey().isEmpty()))
        return Error{ErrorCode::SignInNeeded, {QString()}};
    const LogKey key = known->isAtHand() ? std::move(*known) : LogKey::made();
    if (*head)
        return recordWithin(connection, told, at, key);
    // With the first person the key is made too.
    if (!*last && told.kind == EntryKind::PersonAdded) {
        NewEntry founding = told;
        founding.key = key.inTheOpen(at);
        return recordWithin(connection, founding, at, key);
    }
    Result<LogEntry> begun = beginSigning(connection, told, at, key);
    return !begun || told.kind == EntryKind::SigningBegun ? begun : recordWithin(connection, told, at, key);
}

Result<LogEntry> Store::record(const NewEntry &told)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    Transaction transaction(*m_data->connection);
    if (!transaction.begun())
        return transaction.begun().error();
    if (const Result<void> may = m_data->mayTell(told); !may)
        return may.error();
    const Result<LogEntry> recorded = recordSigned(*m_data->connection, told, m_data->clock(), m_data->unsealed());
    if (!recorded)
        return recorded;
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->followLog();
    return recorded;
}

Result<QList<LogEntry>> Store::log() const
{
    if (const Result<void> whole = m_data->whole(); !whole)
        return whole.error();
    return entriesWhere(*m_data->connection, QStringLiteral("number <= ?"), m_data->known->signedUpTo);
}

Result<QList<LogEntry>> Store::unconfirmed() const
{
    if (const Result<void> read = m_data->readLog(); !read)
        return read.error();
    return entriesWhere(*m_data->connection, QStringLiteral("number > ?"), m_data->known->signedUpTo);
}

Result<void> Store::unseal(const Account &account, const Secret &key)
{
    const Result<QByteArray> known = ownKeyOf(*m_data->connection);
    if (!known)
        return known.error();
    std::optional<Secret> secretKey = decrypt(account.share, key);
    const QByteArray publicKey = secretKey ? publicPartOf(secretKey->bytes()) : QByteArray();
    if (publicKey.isEmpty() || (!known->isEmpty() && publicKey != *known))
        return Error{ErrorCode::KeyReplaced, {account.person.name}};
    m_data->secretKey = std::move(secretKey);
    return {};
}

void Store::sealAgain()
{
    m_data->secretKey.reset();
}

std::optional<Secret> Store::secretKey() const
{
    const Result<LogKey> key = LogKey::of(*m_data->connection, m_data->unsealed());
    return key ? key->secret() : std::nullopt;
}

Result<QList<LogEntry>> Store::log(qint64 report) const
{
    if (const Result<void> whole = m_data->whole(); !whole)
        return whole.error();
    Result<QList<LogEntry>> entries = entriesWhere(*m_data->connection, QStringLiteral("report = ?"), report);
    if (entries)
        entries->removeIf([&](const LogEntry &entry) { return entry.number > m_data->known->signedUpTo; });
    return entries;
}

Result<QList<LogEntry>> Store::log(EntryKind kind) const
{
    if (const Result<void> whole = m_data->whole(); !whole)
        return whole.error();
    const QString condition = QStringLiteral("number <= ? AND kind = '%1'").arg(nameOf(kind));
    return entriesWhere(*m_data->connection, condition, m_data->known->signedUpTo);
}

Result<std::optional<LogEntry>> Store::lastEntry(std::optional<EntryKind> kind) const
{
    if (const Result<void> whole = m_data->whole(); !whole)
        return whole.error();
    const QString ofKind = kind ? QStringLiteral(" AND kind = '%1'").arg(nameOf(*kind)) : QString();
    return lastEntryWhere(*m_data->connection, QStringLiteral("number <= ?") + ofKind, m_data->known->signedUpTo);
}

Result<bool> Store::holds(qint64 number, const QByteArray &chain) const
{
    if (const Result<void> whole = m_data->whole(); !whole)
        return whole.error();
    if (number > m_data->known->signedUpTo)
        return false;
    const Result<std::optional<LogEntry>> entry
        = lastEntryWhere(*m_data->connection, QStringLiteral("number = ?"), number);
    return entry ? Result<bool>(*entry && (*entry)->chain == chain) : Result<bool>(entry.error());
}

Result<ReviewStatus> Store::reviewStatus(qint64 report) const
{
    return statusOf(*m_data->connection, report);
}

Result<void> Store::keepAttachments(const QList<QByteArray> &files)
{
    return m_data->change([&](const Connection &connection) -> Result<void> {
        for (const QByteArray &file : files) {
            if (Result<void> stored = storeAttachment(connection, file); !stored)
                return stored;
        }
        return {};
    });
}

Result<QByteArray> Store::attachment(const QByteArray &digest) const
{
    return attachmentOf(*m_data->connection, digest);
}

Result<QList<Account>> Store::accounts() const
{
    // Of a store that a newer program made the log can not be judged; nothing can be written to it either.
    const bool isNewer = m_data->readOnly && m_data->readOnly->code == ErrorCode::StoreNewer;
    return isNewer ? accountsOf(*m_data->connection) : m_data->people();
}

Result<void> Store::noteFailures(const QString &name, int failures, const QDateTime &failed, const Uptime &uptime)
{
    const Result<QList<Account>> known = accounts();
    if (!known)
        return known.error();
    for (Account account : *known) {
        if (account.person.name != name)
            continue;
        account.failures = failures;
        account.failed = failed;
        account.failedUptime = uptime;
        return m_data->change([&](const Connection &connection) { return storeAccount(connection, account); });
    }
    return Error{ErrorCode::PersonUnknown, {name}};
}

Result<QList<OfficeKey>> Store::keys() const
{
    return keysOf(*m_data->connection);
}

} // namespace zhibao
