// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/belongings.h"
#include "store/data.h"
#include "store/entries.h"
#include "store/history.h"
#include "store/reportrows.h"

#include <algorithm>

namespace zhibao {

namespace {

// Takes over the entries of another office, one after the other; within a transaction.
class Receiver {
public:
    Receiver(const Connection &connection, const Report &report, const SaveFacts &facts, QDateTime now)
        : m_connection(connection)
        , m_notice(report.notice)
        , m_unit(report.unit)
        , m_facts(facts)
        , m_now(std::move(now))
    {
    }

    Result<ReceivedEntries> take(const QList<IncomingEntry> &entries)
    {
        if (const Result<void> found = findReport(); !found)
            return found.error();
        const Result<QByteArray> ownKey = ownKeyOf(m_connection);
        if (!ownKey)
            return ownKey.error();
        m_ownKey = *ownKey;
        if (m_received.report == 0) {
            if (const Result<void> absent = checkNeverHere(entries); !absent)
                return absent.error();
            if (const Result<void> added = addReportOf(entries); !added)
                return added.error();
        }
        for (const IncomingEntry &incoming : entries) {
            if (!isConsistent(incoming))
                return inconsistent();
            const Result<bool> known = isKnown(incoming.entry.uid);
            if (!known)
                return known.error();
            if (*known) {
                ++m_received.known;
                continue;
            }
            if (const Result<void> taken = takeOne(incoming); !taken)
                return taken.error();
        }
        return m_received;
    }

private:
    Result<void> findReport()
    {
        Statement statement(
            m_connection, QStringLiteral("SELECT id FROM report WHERE notice = ? AND unit = ? AND removed = 0"));
        if (Result<void> run = statement.with(m_notice).with(m_unit).run(); !run)
            return run;
        if (statement.next())
            m_received.report = statement.number(0);
        return statement.finished();
    }

    Result<bool> isKnown(const QByteArray &uid) const
    {
        Statement statement(m_connection, QStringLiteral("SELECT 1 FROM entry WHERE uid = ?"));
        if (const Result<void> run = statement.with(uid).run(); !run)
            return run.error();
        const bool known = statement.next();
        const Result<void> end = statement.finished();
        return end ? Result<bool>(known) : Result<bool>(end.error());
    }

    static Error inconsistent() { return {ErrorCode::ArchiveMalformed, {QString(), QStringLiteral("inconsistent")}}; }

    // Only what another office did with this very report is taken over: it has no say in the affairs of this store.
    bool isConsistent(const IncomingEntry &incoming) const
    {
        const LogEntry &entry = incoming.entry;
        const auto isThis = [this](const auto &of) { return of.notice == m_notice && of.unit == m_unit; };
        const bool fits
            = !incoming.content || (isThis(*incoming.content) && contentDigest(*incoming.content) == entry.content);
        return fits && isThis(entry) && isOfReport(entry.kind) && entry.uid.size() == uidSize
            && !originOf(entry).isEmpty();
    }

    // What was written here and got lost comes back by another office, which may have made it up: it is not taken for
    // the store's own.
    QByteArray originOf(const LogEntry &entry) const { return entry.origin.isEmpty() ? m_ownKey : entry.origin; }

    Result<void> takeOne(const IncomingEntry &incoming)
    {
        const bool speaks = !incoming.entry.content.sm3.isEmpty();
        const Result<ReviewStatus> status = statusOf(m_connection, m_received.report);
        const Result<ReportRow> row = reportRow(m_connection, m_received.report);
        if (!status || !row)
            return status ? row.error() : status.error();
        LogEntry entry = incoming.entry;
        entry.report = m_received.report;
        entry.version = 0;
        entry.origin = originOf(entry);
        if (speaks) {
            const Result<qint64> version = versionFor(incoming, *row, status->state);
            if (!version)
                return version.error();
            entry.version = *version;
        }
        const Result<ReportState> state = stateFor(entry, *status);
        return state ? append(entry, *state) : Result<void>(state.error());
    }

    // What is known of a report that is not on the list belongs to one that was removed: a second one would lack it.
    Result<void> checkNeverHere(const QList<IncomingEntry> &entries) const
    {
        for (const IncomingEntry &incoming : entries) {
            const Result<bool> known = isKnown(incoming.entry.uid);
            if (!known)
                return known.error();
            if (*known)
                return Error{ErrorCode::ReportNotFound, {m_unit, m_notice}};
        }
        return {};
    }

    // A report that is not here yet begins with what it said first.
    Result<void> addReportOf(const QList<IncomingEntry> &entries)
    {
        const auto first = std::find_if(entries.cbegin(), entries.cend(),
            [](const IncomingEntry &incoming) { return incoming.content.has_value(); });
        if (first == entries.cend())
            return inconsistent();
        const Result<qint64> id = nextId(m_connection, QStringLiteral("report"));
        if (!id)
            return id.error();
        const Result<qint64> version = zhibao::addReport(m_connection, *id, *first->content, m_facts, m_now);
        if (!version)
            return version.error();
        m_received.report = *id;
        return {};
    }

    // The version here that says what the entry speaks of; what is handed in becomes one where the report is in hand.
    // 0: there is none, since the report has moved on.
    Result<qint64> versionFor(const IncomingEntry &incoming, const ReportRow &row, ReportState state)
    {
        const Result<Report> current = contentAt(m_connection, row.id, row.version, {row.notice, row.unit, {}});
        if (!current)
            return current.error();
        if (contentDigest(*current) == incoming.entry.content)
            return row.version;
        if (incoming.entry.kind == EntryKind::Submit && isInHand(state))
            return incoming.content ? addVersionOf(*incoming.content, row, *current) : inconsistent();
        Statement statement(m_connection,
            QStringLiteral("SELECT version FROM entry WHERE report = ? AND sm3 = ? AND version IS NOT NULL "
                           "ORDER BY number DESC LIMIT 1"));
        if (const Result<void> run = statement.with(row.id).with(incoming.entry.content.sm3).run(); !run)
            return run.error();
        const qint64 version = statement.next() ? statement.number(0) : 0;
        const Result<void> end = statement.finished();
        return end ? Result<qint64>(version) : Result<qint64>(end.error());
    }

    Result<qint64> addVersionOf(const Report &content, ReportRow row, const Report &current)
    {
        // What stood here is not lost, whatever it was.
        if (const Result<void> kept = keepVersion(m_connection, row.version); !kept)
            return kept.error();
        const Result<qint64> version
            = addVersion(m_connection, row.id, m_now, VersionCause::Imported, difference(current, content));
        if (!version)
            return version;
        row.version = *version;
        takeFacts(row, m_facts);
        const Result<void> updated = updateReport(m_connection, row);
        return updated ? version : Result<qint64>(updated.error());
    }

    // Whether who did it is who handed in last. The user without a name is another one at each office.
    Result<bool> isBySubmitter(const LogEntry &entry) const
    {
        const Result<std::optional<LogEntry>> submit = lastSubmission(m_connection, m_received.report);
        if (!submit)
            return submit.error();
        return *submit && (*submit)->person == entry.person
            && (!entry.person.isEmpty() || originOf(**submit) == originOf(entry));
    }

    // Where the entry leads to; where the report has moved on it stays in its state.
    Result<ReportState> stateFor(const LogEntry &entry, const ReviewStatus &status)
    {
        const std::optional<ReviewAction> action = actionOf(entry.kind);
        if (!action || *action == ReviewAction::Comment)
            return status.state;
        const Result<bool> own = isBySubmitter(entry);
        if (!own)
            return own.error();
        const bool allowed = status.soleOffice || entry.detail.value(QStringLiteral("sole")).toBool();
        const std::optional<QString> submitter = *own ? std::optional(entry.person) : std::nullopt;
        const Person person{entry.person, {}, {}, allDuties};
        const std::optional<Error> refused = refusal({status.state, submitter, allowed}, person, *action);
        if (refused && refused->code == ErrorCode::OwnSubmission)
            return *refused;
        const Result<ReportRow> row = reportRow(m_connection, m_received.report);
        if (!row)
            return row.error();
        if (refused || entry.version != row->version) {
            ++m_received.late;
            return status.state;
        }
        return stateAfter(status.state, *action);
    }

    Result<void> append(LogEntry entry, ReportState state)
    {
        entry.state = state;
        if (entry.version > 0) {
            if (Result<void> kept = keepVersion(m_connection, entry.version); !kept)
                return kept;
        }
        const Result<LogEntry> appended = appendEntry(m_connection, entry);
        if (!appended)
            return appended.error();
        ++m_received.added;
        return setState(m_connection, m_received.report, state);
    }

    const Connection &m_connection;
    QString m_notice;
    QString m_unit;
    SaveFacts m_facts;
    QDateTime m_now;
    QByteArray m_ownKey;
    ReceivedEntries m_received;
};

} // namespace

Result<ReceivedEntries> Store::receive(const Report &report, const SaveFacts &facts,
    const QList<IncomingEntry> &entries, const QList<QByteArray> &attachments, const NewEntry &told)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    const Connection &connection = *m_data->connection;
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    for (const QByteArray &attachment : attachments) {
        if (const Result<void> stored = storeAttachment(connection, attachment); !stored)
            return stored.error();
    }
    const QDateTime now = m_data->clock();
    const Result<ReceivedEntries> received = Receiver(connection, report, facts, now).take(entries);
    if (!received || received->added == 0)
        return received;
    if (const Result<LogEntry> recorded = recordWithin(connection, told, now); !recorded)
        return recorded.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->stored.reset();
    return received;
}

} // namespace zhibao
