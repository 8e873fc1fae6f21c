// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/logrecovery.h"

#include "base/digest.h"
#include "base/path.h"
#include "store/backup/wreck.h"
#include "store/database/connection.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/log/logsignatures.h"
#include "store/log/toldpeople.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace zhibao {

namespace {

// Signs where the key lies in the open; else what is told here waits for an administrator.
Result<LogKey> keyInTheOpen(const Connection &connection)
{
    const Result<std::optional<LogHead>> head = headOf(connection);
    if (!head)
        return head.error();
    return *head ? LogKey::of(connection, nullptr) : Result<LogKey>(LogKey());
}

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
        const Result<QList<LogEntry>> entries = signedOf(
            *last ? m_wreck.entriesAfter((*last)->number, (*last)->chain) : m_wreck.entriesAfter(0, startOfChain));
        if (!entries)
            return entries.error();
        for (const LogEntry &entry : *entries) {
            if (Result<void> replayed = replay(entry); !replayed)
                return replayed;
        }
        for (const auto step : {&LogRecovery::takeFiles, &LogRecovery::takeHead, &LogRecovery::takeKeys,
                 &LogRecovery::takePeople, &LogRecovery::settleSecret, &LogRecovery::tellLost}) {
            if (Result<void> done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

private:
    // Of the entries that the damaged store goes on with, those up to the first that this office did not sign, though
    // it should have; all where nothing was signed yet.
    Result<QList<LogEntry>> signedOf(const QList<LogEntry> &entries)
    {
        const Result<QList<LogEntry>> here = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        const Result<std::optional<LogHead>> known = headOf(m_connection);
        if (!here || !known)
            return here ? known.error() : here.error();
        const QList<LogEntry> all = *here + entries;
        std::optional<QList<LogEntry>> longest;
        for (const std::optional<LogHead> &head : {m_wreck.head(), *known, lostHead(all)}) {
            if (!head && lostHead(all))
                continue;
            const std::optional<qint64> wrong = checkSignatures(all, head).wrong;
            const QList<LogEntry> sound = wrong ? all.first(*wrong - 1) : all;
            if (sound.size() < here->size() || checkSignatures(sound, head).wrong)
                continue;
            if (longest && sound.size() <= longest->size())
                continue;
            m_head = head;
            longest = sound;
            // Where the damaged store is signed its log ends; its entries say less than that one by one.
            if (head && m_wreck.head() && head->number > 0 && head->chain == m_wreck.head()->chain)
                break;
        }
        return longest ? longest->sliced(here->size()) : entries;
    }

    // The entries that were just taken over end where the damaged store was signed.
    Result<void> takeHead() { return m_head ? storeHead(m_connection, *m_head) : Result<void>(); }

    // Where the key lies in the open what was taken over is signed by it at once.
    Result<void> settleSecret()
    {
        const Result<LogKey> own = keyInTheOpen(m_connection);
        const Result<std::optional<LogEntry>> last = lastEntryWhere(m_connection, QStringLiteral("number > ?"), 0);
        if (!own || !last)
            return own ? last.error() : own.error();
        if (own->isAtHand() && *last) {
            const LogHead head{(*last)->number, (*last)->chain, own->publicKey(),
                own->sign(signedHead((*last)->number, (*last)->chain))};
            if (Result<void> stored = storeHead(m_connection, head); !stored)
                return stored;
        }
        return keepSecret(m_connection, *own);
    }

    Result<void> replay(LogEntry entry)
    {
        if (entry.report > 0) {
            const Result<LogEntry> here = placedHere(entry);
            if (!here)
                return here.error();
            entry = *here;
        }
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
            QStringLiteral(
                "SELECT id FROM report WHERE notice = ? AND unit = ? AND occasion = ? AND (id = ? OR removed = 0) "
                "ORDER BY id = ? DESC"));
        statement.with(entry.notice).with(entry.unit).with(entry.occasion).with(entry.report).with(entry.report);
        if (const Result<void> run = statement.run(); !run)
            return run.error();
        if (statement.next())
            return statement.number(0);
        if (const Result<void> end = statement.finished(); !end)
            return end.error();
        const Result<qint64> id = nextId(m_connection, QStringLiteral("report"));
        if (!id)
            return id;
        const Report report = said ? said->content : emptyReport(keyOf(entry));
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
        const Report empty = emptyReport(keyOf(*row));
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

    // What the damaged store or an entry names and the disk has is named here too: the bytes say themselves what they
    // are.
    Result<void> takeFiles()
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        const Result<QList<FileName>> known = filesIn(m_connection);
        if (!entries || !known)
            return entries ? known.error() : entries.error();
        QSet<QByteArray> digests;
        const QList<FileName> found = m_wreck.files();
        for (const FileName &file : found)
            digests.insert(file.digest);
        for (const LogEntry &entry : *entries) {
            const QJsonArray attached = entry.detail.value(belonging::attachments).toArray();
            for (const QJsonValue &digest : attached)
                digests.insert(fromHex(digest));
            for (const QByteArray &digest : filesOf(entry))
                digests.insert(digest);
        }
        for (const FileName &file : *known)
            digests.remove(file.digest);
        const Files &files = m_connection.files();
        for (const QByteArray &digest : std::as_const(digests)) {
            const FileName file{digest, sizeOf(files.pathOf(digest))};
            if (files.lookAtWhole(file) != Files::State::Whole)
                continue;
            if (Result<void> stored = storeFile(m_connection, file); !stored)
                return stored;
        }
        return {};
    }

    // What the log of the new store tells last of each key.
    Result<QHash<QByteArray, ToldKey>> toldKeys() const
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        return entries ? toldBy(*entries).keys() : Result<QHash<QByteArray, ToldKey>>(entries.error());
    }

    Result<void> takePeople()
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        const Result<QList<Account>> backedUp = accountsOf(m_connection);
        if (!entries || !backedUp)
            return entries ? backedUp.error() : entries.error();
        QHash<QString, ToldPerson> left = toldBy(*entries).people();
        const QList<Account> accounts = m_wreck.accounts();
        for (const Account &account : accounts) {
            const ToldPerson told = left.value(account.person.name);
            // Where the log is signed it knows better than a line that was changed beside the program.
            if (m_head && !told.fits(account))
                continue;
            left.remove(account.person.name);
            if (Result<void> stored = told.fits(account) ? storeAccount(m_connection, account) : tell(account); !stored)
                return stored;
        }
        for (auto person = left.cbegin(); person != left.cend(); ++person) {
            if (Result<void> stored = takePerson(person.key(), *person, *backedUp); !stored)
                return stored;
        }
        return {};
    }

    // Somebody whose line could not be read: as the backup has them, where that is as the log tells. Who is not in it,
    // or is there with another password than the signed log tells, has none any more, and may not sign in until an
    // administrator says so.
    Result<void> takePerson(const QString &name, const ToldPerson &told, const QList<Account> &backedUp)
    {
        const Duties duties = Duties::fromInt(told.duties);
        const auto found = std::find_if(
            backedUp.cbegin(), backedUp.cend(), [&](const Account &account) { return account.person.name == name; });
        if (found == backedUp.cend())
            return tell(deactivated(name, duties));
        Account account = *found;
        account.person.duties = duties;
        account.active = told.active;
        return told.fits(account) ? storeAccount(m_connection, account) : tell(deactivated(name, duties));
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
        const Result<LogKey> own = keyInTheOpen(m_connection);
        if (!own)
            return own.error();
        const Result<LogEntry> recorded = recordWithin(m_connection, entry, m_now, *own);
        return recorded ? Result<void>() : Result<void>(recorded.error());
    }

    Result<void> takeKeys()
    {
        const Result<QHash<QByteArray, ToldKey>> known = toldKeys();
        if (!known)
            return known.error();
        QHash<QByteArray, ToldKey> left = *known;
        const QList<OfficeKey> keys = m_wreck.keys();
        for (const OfficeKey &key : keys) {
            NewEntry entry;
            entry.kind = EntryKind::KeyTrusted;
            entry.key = key;
            const bool isKnown = left.contains(key.publicKey);
            // A key that the signed log knows nothing of was put there beside the program.
            if (m_head && !isKnown)
                continue;
            // The log knows better what another office may do.
            if (isKnown && key.secretKey.isEmpty() && !isAsTold(key, left.value(key.publicKey).detail))
                continue;
            left.remove(key.publicKey);
            if (Result<void> stored = isKnown ? putKey(m_connection, key) : tell(entry); !stored)
                return stored;
        }
        // The log tells the public key; a secret that is in the backup stays.
        for (auto key = left.cbegin(); key != left.cend(); ++key) {
            if (Result<void> stored = putKey(m_connection, keyTold(key->detail, key->at)); !stored)
                return stored;
        }
        return {};
    }

    // Files that got lost: from here on nobody misses them.
    Result<void> tellLost()
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("number > ?"), 0);
        if (!entries)
            return entries.error();
        const Result<QList<FileName>> files = filesIn(m_connection);
        const Result<QSet<QByteArray>> known = lostFiles(m_connection);
        if (!files || !known)
            return files ? known.error() : files.error();
        QSet<QByteArray> whole;
        QSet<QByteArray> missing;
        for (const FileName &file : *files)
            (m_connection.files().lookAtWhole(file) == Files::State::Whole ? whole : missing).insert(file.digest);
        for (const LogEntry &entry : *entries) {
            const QJsonArray digests
                = entry.origin.isEmpty() ? entry.detail.value(belonging::attachments).toArray() : QJsonArray();
            for (const QJsonValue &digest : digests)
                missing.insert(fromHex(digest));
        }
        QStringList digests;
        for (const QByteArray &digest : (missing - whole) - *known)
            digests.append(hexadecimal(digest));
        digests.sort();
        const QJsonArray lost = QJsonArray::fromStringList(digests);
        if (lost.isEmpty())
            return {};
        LogEntry entry;
        entry.kind = EntryKind::Recovered;
        entry.at = m_now;
        entry.detail = {{belonging::lost, lost}};
        const Result<LogKey> own = keyInTheOpen(m_connection);
        if (!own)
            return own.error();
        const Result<LogEntry> appended = appendEntry(m_connection, entry, &*own);
        return appended ? Result<void>() : Result<void>(appended.error());
    }

    const Connection &m_connection;
    const Wreck &m_wreck;
    QDateTime m_now;
    QHash<qint64, qint64> m_reports; // of the wreck → here
    std::optional<LogHead> m_head; // where the log that was taken over is signed; nothing: it never was
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
    const Result<Report> content = contentAt(connection, report, row->version, emptyReport(keyOf(*row)));
    if (!content)
        return content.error();
    if (Result<void> kept = keepVersion(connection, row->version); !kept)
        return kept;
    LogEntry entry;
    entry.kind = EntryKind::Recovered;
    entry.notice = row->notice;
    entry.unit = row->unit;
    entry.occasion = row->occasion;
    entry.report = report;
    entry.version = row->version;
    entry.at = now;
    entry.content = contentDigest(*content);
    const Result<LogKey> key = keyInTheOpen(connection);
    if (!key)
        return key.error();
    const Result<LogEntry> appended = appendEntry(connection, entry, &*key);
    return appended ? setState(connection, report, entry.state) : Result<void>(appended.error());
}

} // namespace zhibao
