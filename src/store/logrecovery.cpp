// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/logrecovery.h"

#include "store/belongings.h"
#include "store/connection.h"
#include "store/entries.h"
#include "store/history.h"
#include "store/reportrows.h"
#include "store/wreck.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace zhibao {

namespace {

class LogRecovery {
public:
    LogRecovery(const Connection &connection, const Wreck &wreck, QDateTime now)
        : m_connection(connection)
        , m_wreck(wreck)
        , m_now(std::move(now))
    {
    }

    Result<void> run()
    {
        const Result<std::optional<LogEntry>> last = lastEntryWhere(m_connection, QStringLiteral("number > ?"), 0);
        if (!last)
            return last.error();
        const QList<LogEntry> entries
            = *last ? m_wreck.entriesAfter((*last)->number, (*last)->chain) : m_wreck.entriesAfter(0, startOfChain);
        for (const LogEntry &entry : entries) {
            if (Result<void> replayed = replay(entry); !replayed)
                return replayed;
        }
        for (const auto step : {&LogRecovery::takePeople, &LogRecovery::takeKeys, &LogRecovery::tellLost}) {
            if (Result<void> done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> replay(LogEntry entry)
    {
        if (entry.report > 0) {
            const Result<LogEntry> here = placedHere(entry);
            if (!here)
                return here.error();
            entry = *here;
        }
        if (Result<void> taken = takeAttachments(entry); !taken)
            return taken;
        if (entry.version > 0) {
            if (Result<void> kept = keepVersion(m_connection, entry.version); !kept)
                return kept;
        }
        if (Result<void> inserted = insertEntry(m_connection, entry); !inserted)
            return inserted;
        return entry.report > 0 ? setState(m_connection, entry.report, entry.state) : Result<void>();
    }

    // The entry with the numbers that its report and version have here.
    Result<LogEntry> placedHere(LogEntry entry)
    {
        const std::optional<Salvaged> said = entry.version > 0 ? m_wreck.contentOf(entry) : std::nullopt;
        if (!m_reports.contains(entry.report)) {
            const Result<qint64> report = reportFor(entry, said);
            if (!report)
                return report.error();
            m_reports.insert(entry.report, *report);
        }
        const qint64 report = m_reports.value(entry.report);
        const Result<qint64> version
            = entry.content == ContentDigest{} ? Result<qint64>(0) : versionFor(entry, report, said);
        if (!version)
            return version.error();
        entry.report = report;
        entry.version = *version;
        return entry;
    }

    Result<qint64> reportFor(const LogEntry &entry, const std::optional<Salvaged> &said)
    {
        Statement statement(m_connection,
            QStringLiteral("SELECT id FROM report WHERE notice = ? AND unit = ? AND (id = ? OR removed = 0) "
                           "ORDER BY id = ? DESC"));
        statement.with(entry.notice).with(entry.unit).with(entry.report).with(entry.report);
        if (const Result<void> run = statement.run(); !run)
            return run.error();
        if (statement.next())
            return statement.number(0);
        if (const Result<void> end = statement.finished(); !end)
            return end.error();
        const Result<qint64> id = nextId(m_connection, QStringLiteral("report"));
        if (!id)
            return id;
        const Report report = said ? said->content : Report{entry.notice, entry.unit, {}};
        const Result<qint64> version
            = addReport(m_connection, *id, report, said ? said->facts : SaveFacts(), said ? said->at : entry.at);
        return version ? id : version;
    }

    // The version here that says what the entry tells; 0 where it can not be had.
    Result<qint64> versionFor(const LogEntry &entry, qint64 report, const std::optional<Salvaged> &said)
    {
        Result<ReportRow> row = reportRow(m_connection, report);
        if (!row)
            return row.error();
        const Report empty{row->notice, row->unit, {}};
        const Result<Report> current = contentAt(m_connection, report, row->version, empty);
        if (!current)
            return current.error();
        if (contentDigest(*current) == entry.content)
            return row->version;
        const Result<std::optional<LogEntry>> earlier = lastEntryWith(entry.content, report);
        if (!earlier)
            return earlier.error();
        if (*earlier)
            return (*earlier)->version;
        if (!said || !isInHand(stateNamed(row->state).value_or(ReportState::Sent)))
            return 0;
        const Result<qint64> version
            = addVersion(m_connection, report, said->at, VersionCause::Recovered, difference(*current, said->content));
        if (!version)
            return version;
        row->version = *version;
        takeFacts(*row, said->facts);
        const Result<void> updated = updateReport(m_connection, *row);
        return updated ? version : Result<qint64>(updated.error());
    }

    // The last entry of the report here that speaks of that content and has its version.
    Result<std::optional<LogEntry>> lastEntryWith(const ContentDigest &content, qint64 report) const
    {
        const Result<QList<LogEntry>> entries
            = entriesWhere(m_connection, QStringLiteral("report = ? AND version IS NOT NULL"), report);
        if (!entries)
            return entries.error();
        const auto found = std::find_if(
            entries->crbegin(), entries->crend(), [&](const LogEntry &known) { return known.content == content; });
        return found == entries->crend() ? std::optional<LogEntry>() : std::optional<LogEntry>(*found);
    }

    Result<void> takeAttachments(const LogEntry &entry)
    {
        const QJsonArray digests = entry.detail.value(belonging::attachments).toArray();
        for (const QJsonValue &digest : digests) {
            const QByteArray content = m_wreck.attachment(QByteArray::fromHex(digest.toString().toLatin1()));
            if (content.isEmpty())
                continue;
            if (Result<void> stored = storeAttachment(m_connection, content); !stored)
                return stored;
        }
        return {};
    }

    // What the log of the new store tells last of each person, or of each key.
    Result<QHash<QString, LogEntry>> told(const QString &by, const QString &only) const
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        if (!entries)
            return entries.error();
        QHash<QString, LogEntry> last;
        for (const LogEntry &entry : *entries) {
            if (!isOfReport(entry.kind) && entry.detail.contains(only))
                last.insert(entry.detail.value(by).toString(), entry);
        }
        return last;
    }

    static bool isAsTold(const Account &account, const LogEntry &entry)
    {
        return entry.detail.value(belonging::duties).toInt(-1) == account.person.duties.toInt()
            && entry.detail.value(belonging::active).toBool() == account.active;
    }

    Result<void> takePeople()
    {
        const Result<QHash<QString, LogEntry>> known = told(belonging::name, belonging::duties);
        const Result<QList<Account>> backedUp = accountsOf(m_connection);
        if (!known || !backedUp)
            return known ? backedUp.error() : known.error();
        QHash<QString, LogEntry> left = *known;
        const QList<Account> accounts = m_wreck.accounts();
        for (const Account &account : accounts) {
            const bool isKnown = isAsTold(account, left.take(account.person.name));
            if (Result<void> stored = isKnown ? storeAccount(m_connection, account) : tell(account); !stored)
                return stored;
        }
        for (auto person = left.cbegin(); person != left.cend(); ++person) {
            if (Result<void> stored = takePerson(*person, *backedUp); !stored)
                return stored;
        }
        return {};
    }

    // Somebody whose line could not be read: as the backup has them, with the duties that the log tells. Who is not in
    // it has no password any more, and may not sign in until an administrator says so.
    Result<void> takePerson(const LogEntry &told, const QList<Account> &backedUp)
    {
        const QString name = told.detail.value(belonging::name).toString();
        const Duties duties = Duties::fromInt(told.detail.value(belonging::duties).toInt());
        const auto found = std::find_if(
            backedUp.cbegin(), backedUp.cend(), [&](const Account &account) { return account.person.name == name; });
        if (found == backedUp.cend())
            return tell(Account{{name, {}, {}, duties}, false});
        Account account = *found;
        account.person.duties = duties;
        account.active = told.detail.value(belonging::active).toBool();
        return storeAccount(m_connection, account);
    }

    Result<void> tell(const Account &account)
    {
        NewEntry entry;
        entry.kind = EntryKind::PersonChanged;
        entry.account = account;
        return tell(entry);
    }

    Result<void> tell(const NewEntry &entry)
    {
        const Result<LogEntry> recorded = recordWithin(m_connection, entry, m_now);
        return recorded ? Result<void>() : Result<void>(recorded.error());
    }

    Result<void> takeKeys()
    {
        const Result<QHash<QString, LogEntry>> known = told(belonging::key, belonging::key);
        if (!known)
            return known.error();
        QHash<QString, LogEntry> left = *known;
        const QList<OfficeKey> keys = m_wreck.keys();
        for (const OfficeKey &key : keys) {
            NewEntry entry;
            entry.kind = EntryKind::KeyTrusted;
            entry.key = key;
            const bool isKnown = left.remove(QString::fromLatin1(key.publicKey.toHex()));
            if (Result<void> stored = isKnown ? storeKey(m_connection, key) : tell(entry); !stored)
                return stored;
        }
        // The log tells the public key; what is in the backup already stays as it is there.
        for (auto key = left.cbegin(); key != left.cend(); ++key) {
            const OfficeKey publicPart{QByteArray::fromHex(key.key().toLatin1()), {},
                key->detail.value(QStringLiteral("unit")).toString(), key->at};
            if (Result<void> stored = storeKey(m_connection, publicPart); !stored)
                return stored;
        }
        return {};
    }

    Result<void> tellLost()
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        if (!entries)
            return entries.error();
        QJsonArray lost;
        for (const LogEntry &entry : *entries) {
            const QJsonArray digests
                = entry.origin.isEmpty() ? entry.detail.value(belonging::attachments).toArray() : QJsonArray();
            for (const QJsonValue &digest : digests) {
                const QByteArray bytes = QByteArray::fromHex(digest.toString().toLatin1());
                if (!attachmentOf(m_connection, bytes) && !lost.contains(digest))
                    lost.append(digest);
            }
        }
        if (lost.isEmpty())
            return {};
        LogEntry entry;
        entry.kind = EntryKind::Recovered;
        entry.at = m_now;
        entry.detail = {{belonging::lost, lost}};
        const Result<LogEntry> appended = appendEntry(m_connection, entry);
        return appended ? Result<void>() : Result<void>(appended.error());
    }

    const Connection &m_connection;
    const Wreck &m_wreck;
    QDateTime m_now;
    QHash<qint64, qint64> m_reports; // of the wreck → here
};

} // namespace

Result<void> takeOverLog(const Connection &connection, const Wreck &wreck, const QDateTime &now)
{
    return LogRecovery(connection, wreck, now).run();
}

Result<void> releaseRecovered(const Connection &connection, qint64 report, const QDateTime &now)
{
    const Result<ReportRow> row = reportRow(connection, report);
    if (!row)
        return row.error();
    const Result<Report> content = contentAt(connection, report, row->version, {row->notice, row->unit, {}});
    if (!content)
        return content.error();
    if (Result<void> kept = keepVersion(connection, row->version); !kept)
        return kept;
    LogEntry entry;
    entry.kind = EntryKind::Recovered;
    entry.notice = row->notice;
    entry.unit = row->unit;
    entry.report = report;
    entry.version = row->version;
    entry.at = now;
    entry.content = contentDigest(*content);
    const Result<LogEntry> appended = appendEntry(connection, entry);
    return appended ? setState(connection, report, entry.state) : Result<void>(appended.error());
}

} // namespace zhibao
