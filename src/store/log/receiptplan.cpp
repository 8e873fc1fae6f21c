// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/receiptplan.h"

#include "base/digest.h"
#include "core/review/receipt.h"
#include "core/text/foldedname.h"
#include "store/database/connection.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"

#include <algorithm>
#include <numeric>

namespace zhibao {

namespace {

Error inconsistent()
{
    return {ErrorCode::ArchiveMalformed, {QString(), QStringLiteral("inconsistent")}};
}

// Goes through the entries as they will be taken over, one after the other.
class ReceiptPlanner {
public:
    ReceiptPlanner(const Connection &connection, const IncomingFile &file, const Person &by, const QSet<QString> &names)
        : m_connection(connection)
        , m_file(file)
        , m_by(by)
        , m_names(names)
    {
    }

    Result<ReceiptPlan> run()
    {
        for (const auto step : {&ReceiptPlanner::readOffices, &ReceiptPlanner::readReport, &ReceiptPlanner::readOthers,
                 &ReceiptPlanner::digestContents}) {
            if (const Result<void> read = (this->*step)(); !read)
                return read.error();
        }
        if (m_plan.report == 0)
            begin();
        for (const IncomingEntry &incoming : m_file.entries) {
            if (const Result<void> planned = planOne(incoming); !planned)
                return planned.error();
        }
        if (m_plan.report == 0 && m_plan.first < 0)
            return nothingHandedIn();
        const Result<void> limits = keepToLimits();
        return limits ? Result<ReceiptPlan>(m_plan) : Result<ReceiptPlan>(limits.error());
    }

private:
    // Who is known here, and whose names are taken.
    Result<void> readOffices()
    {
        const Result<QList<OfficeKey>> keys = keysOf(m_connection);
        const Result<QList<Account>> accounts = accountsOf(m_connection);
        if (!keys || !accounts)
            return keys ? accounts.error() : keys.error();
        m_receiving.sender = m_file.sender;
        for (const OfficeKey &key : *keys) {
            if (!m_file.trusted || key.publicKey != m_file.trusted->publicKey)
                m_receiving.offices.append({key.publicKey, key.name, key.units, key.roles});
        }
        if (const std::optional<OfficeKey> &key = m_file.trusted)
            m_receiving.offices.append({key->publicKey, key->name, key->units, key->roles});
        const Result<QByteArray> own = ownKeyOf(m_connection);
        if (!own)
            return own.error();
        m_receiving.own = *own;
        m_receiving.offices.removeIf([&](const KnownOffice &office) { return office.key == *own; });
        m_receiving.byAdministrator = accounts->isEmpty();
        // Also of those who left: what came under their names would be taken for theirs.
        for (const QString &name : m_names)
            m_receiving.reserved.insert(foldedName(name));
        for (const Account &account : *accounts) {
            if (account.active && account.person.name == m_by.name)
                m_receiving.byAdministrator = account.person.duties.testFlag(Duty::Administrator);
        }
        return {};
    }

    // The report as it is here: what was done with it, its state, what it says.
    Result<void> readReport()
    {
        Statement statement(m_connection,
            QStringLiteral("SELECT id FROM report WHERE notice = ? AND unit = ? AND occasion = ? AND removed = 0"));
        statement.with(m_file.notice).with(m_file.unit).with(m_file.occasion);
        if (Result<void> run = statement.run(); !run)
            return run;
        if (!statement.next())
            return statement.finished();
        m_plan.report = statement.number(0);
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("report = ?"), m_plan.report);
        const Result<ReviewStatus> status = statusOf(m_connection, m_plan.report);
        const Result<std::optional<LogEntry>> submission = lastSubmission(m_connection, m_plan.report);
        const Result<ReportRow> row = reportRow(m_connection, m_plan.report);
        if (!entries)
            return entries.error();
        if (!status || !submission || !row)
            return status ? (submission ? row.error() : submission.error()) : status.error();
        for (const LogEntry &entry : *entries)
            noteKnown(entry);
        m_state = status->state;
        m_soleOffice = status->soleOffice;
        m_submission = *submission;
        const Result<Report> current = contentAt(m_connection, m_plan.report, row->version, emptyReport(keyOf(*row)));
        if (!current)
            return current.error();
        m_current = contentDigest(*current);
        m_plan.versions.insert(m_current.sm3, row->version);
        return {};
    }

    void noteKnown(const LogEntry &entry)
    {
        m_known.insert(entry.uid, entry);
        m_files += filesOf(entry);
        if (entry.version > 0)
            m_plan.versions.insert(entry.content.sm3, entry.version);
    }

    // The entries of other reports, and of the store: their numbers by their uids.
    Result<void> readOthers()
    {
        Statement statement(m_connection, QStringLiteral("SELECT uid, number FROM entry WHERE report IS NOT ?"));
        if (Result<void> run = statement.with(m_plan.report).run(); !run)
            return run;
        while (statement.next())
            m_others.insert(statement.bytes(0), statement.number(1));
        return statement.finished();
    }

    Result<void> digestContents()
    {
        for (const Report &content : m_file.contents) {
            if (keyOf(content) != keyOf(m_file))
                return inconsistent();
            m_contents.append(contentDigest(content));
        }
        return {};
    }

    // A report that is not here yet begins with what it said when it was first handed in.
    void begin()
    {
        const auto first
            = std::find_if(m_file.entries.cbegin(), m_file.entries.cend(), [&](const IncomingEntry &incoming) {
                  return incoming.entry.kind == EntryKind::Submit && incoming.content >= 0 && isConsistent(incoming);
              });
        if (first == m_file.entries.cend())
            return;
        m_plan.first = first->content;
        m_current = m_contents.at(m_plan.first);
    }

    // Why there is no report to add the entries to: who handed nothing in founds none.
    Error nothingHandedIn() const
    {
        const bool isHandedIn = std::any_of(m_file.entries.cbegin(), m_file.entries.cend(),
            [](const IncomingEntry &incoming) { return incoming.entry.kind == EntryKind::Submit; });
        return isHandedIn || m_file.entries.isEmpty()
            ? inconsistent()
            : Error{ErrorCode::OfficeRefused, {officeName(m_file.sender), nameOf(EntryKind::Submit), m_file.unit}};
    }

    // Only what another office did with this very report is taken over: it has no say in the affairs of this store.
    bool isConsistent(const IncomingEntry &incoming) const
    {
        const LogEntry &entry = incoming.entry;
        const bool isSaid = incoming.content < 0
            || (incoming.content < m_contents.size() && m_contents.at(incoming.content) == entry.content);
        return isSaid && keyOf(entry) == keyOf(m_file) && isOfReport(entry.kind) && entry.uid.size() == uidSize
            && !entry.origin.isEmpty();
    }

    QByteArray originOf(const LogEntry &entry) const { return entry.origin.isEmpty() ? m_receiving.own : entry.origin; }

    // The entry here that has the same uid.
    Result<std::optional<LogEntry>> knownAs(const QByteArray &uid) const
    {
        if (const auto known = m_known.constFind(uid); known != m_known.cend())
            return std::optional(*known);
        const auto other = m_others.constFind(uid);
        return other == m_others.cend() ? Result<std::optional<LogEntry>>(std::optional<LogEntry>())
                                        : lastEntryWhere(m_connection, QStringLiteral("number = ?"), *other);
    }

    bool isKnownOffice(const QByteArray &key) const
    {
        return std::any_of(m_receiving.offices.cbegin(), m_receiving.offices.cend(),
            [&](const KnownOffice &known) { return known.key == key && known.roles != OfficeRoles(); });
    }

    QString officeName(const QByteArray &office) const
    {
        for (const KnownOffice &known : m_receiving.offices) {
            if (known.key == office)
                return known.name;
        }
        return {};
    }

    Error conflict(const LogEntry &known, const LogEntry &entry, const QStringList &differences) const
    {
        return {ErrorCode::EntryConflict,
            {officeName(m_file.sender), nameOf(entry.kind), officeName(known.origin), differences.join(u','),
                hexadecimal(entry.uid), QString::number(known.number)}};
    }

    Result<void> planOne(const IncomingEntry &incoming)
    {
        if (!isConsistent(incoming))
            return inconsistent();
        const Result<std::optional<LogEntry>> known = knownAs(incoming.entry.uid);
        if (!known)
            return known.error();
        if (*known) {
            LogEntry here = **known;
            here.origin = originOf(here);
            // This office may have had another key then.
            if ((*known)->origin.isEmpty() && !isKnownOffice(incoming.entry.origin))
                here.origin = incoming.entry.origin;
            const QStringList differences = differencesOf(here, incoming.entry);
            // What is known of a report that is not on the list belongs to one that was removed.
            if (differences.isEmpty() && m_plan.report == 0 && (*known)->report > 0)
                return Error{ErrorCode::ReportNotFound, {m_file.unit, m_file.notice}};
            if (differences.isEmpty()) {
                ++m_plan.known;
                m_files += filesOf(incoming.entry);
                return {};
            }
            const std::optional<Error> refused = receiptRefusal(incoming.entry, incoming.isProven, m_receiving);
            return refused ? *refused : conflict(**known, incoming.entry, differences);
        }
        if (const std::optional<Error> refused = receiptRefusal(incoming.entry, incoming.isProven, m_receiving))
            return *refused;
        return addStep(incoming);
    }

    Result<void> addStep(const IncomingEntry &incoming)
    {
        ReceiptStep step{incoming.entry, -1};
        LogEntry &entry = step.entry;
        entry.version = 0;
        // What is handed in becomes a version where the report is in hand.
        if (entry.kind == EntryKind::Submit && isInHand(m_state) && entry.content != m_current) {
            if (incoming.content < 0)
                return inconsistent();
            step.content = incoming.content;
            m_current = entry.content;
        }
        const Result<ReportState> state = stateAfterwards(entry);
        if (!state)
            return state.error();
        if (entry.kind == EntryKind::Submit && isInHand(m_state) && *state == ReportState::Submitted)
            m_submission = entry;
        m_state = entry.state = *state;
        m_known.insert(entry.uid, entry);
        m_files += filesOf(entry);
        m_plan.steps.append(step);
        return {};
    }

    // Whether who did it is who handed in last. The user without a name is another one at each office.
    bool isBySubmitter(const LogEntry &entry) const
    {
        return m_submission && foldedName(m_submission->person) == foldedName(entry.person)
            && (!entry.person.isEmpty() || originOf(*m_submission) == originOf(entry));
    }

    // Where the entry leads to; where the report has moved on it stays in its state. That another office allows itself
    // to approve what it handed in counts for nothing here.
    Result<ReportState> stateAfterwards(const LogEntry &entry)
    {
        const std::optional<ReviewAction> action = actionOf(entry.kind);
        if (!action || *action == ReviewAction::Comment)
            return m_state;
        const bool isAllowed = m_soleOffice && entry.origin == m_receiving.own;
        const std::optional<QString> submitter = isBySubmitter(entry) ? std::optional(entry.person) : std::nullopt;
        const Person person{entry.person, {}, {}, allDuties};
        const std::optional<Error> refused = refusal({m_state, submitter, isAllowed}, person, *action);
        if (refused && refused->code == ErrorCode::OwnSubmission)
            return *refused;
        if (refused || entry.content != m_current) {
            ++m_plan.late;
            return m_state;
        }
        return stateAfter(m_state, *action);
    }

    // What a file for another office takes: a report that has more could not be sent on.
    Result<void> keepToLimits()
    {
        if (!m_plan.steps.isEmpty() && m_known.size() > reviewEntryLimit)
            return Error{ErrorCode::ReceiptTooLong, {m_file.unit, QString::number(reviewEntryLimit)}};
        const QSet<QByteArray> named(m_files.cbegin(), m_files.cend());
        QHash<QByteArray, qint64> sizes;
        Statement statement(m_connection, QStringLiteral("SELECT digest, size FROM file"));
        if (Result<void> run = statement.run(); !run)
            return run;
        while (statement.next()) {
            if (named.contains(statement.bytes(0)))
                sizes.insert(statement.bytes(0), statement.number(1));
        }
        if (Result<void> end = statement.finished(); !end)
            return end;
        for (const QByteArray &attachment : m_file.attachments) {
            const QByteArray digest = digestOfBytes(attachment, DigestAlgorithm::Sha256);
            if (!named.contains(digest) || sizes.contains(digest))
                continue;
            sizes.insert(digest, attachment.size());
            m_plan.attachments.append(attachment);
        }
        const qint64 together = std::accumulate(sizes.cbegin(), sizes.cend(), qint64(0));
        if (!m_plan.attachments.isEmpty() && together > reviewFilesLimit)
            return Error{
                ErrorCode::AttachmentsTooLarge, {m_file.unit, QString::number(reviewFilesLimit / (1024 * 1024))}};
        return {};
    }

    const Connection &m_connection;
    const IncomingFile &m_file;
    const Person &m_by;
    const QSet<QString> &m_names;
    Receiving m_receiving;
    QHash<QByteArray, LogEntry> m_known; // entries of the report, by uid
    QHash<QByteArray, qint64> m_others;
    QList<ContentDigest> m_contents; // of the file
    QList<QByteArray> m_files; // that entries name, by digest
    ReportState m_state = ReportState::Draft;
    bool m_soleOffice = false;
    std::optional<LogEntry> m_submission; // that holds
    ContentDigest m_current; // what the report says
    ReceiptPlan m_plan;
};

} // namespace

Result<ReceiptPlan> planReceipt(
    const Connection &connection, const IncomingFile &file, const Person &by, const QSet<QString> &names)
{
    return ReceiptPlanner(connection, file, by, names).run();
}

} // namespace zhibao
