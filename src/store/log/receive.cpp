// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/data.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/log/receiptplan.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"

#include <QSet>

namespace zhibao {

namespace {

ReceivedEntries outcomeOf(const ReceiptPlan &plan)
{
    return {plan.report, static_cast<int>(plan.steps.size()), plan.known, plan.late};
}

// What is told of the trust that comes with a file.
NewEntry trustIn(const IncomingFile &file, const NewEntry &told)
{
    NewEntry trust;
    trust.kind = EntryKind::KeyTrusted;
    trust.person = told.person;
    trust.verified = told.verified;
    trust.key = file.trusted;
    return trust;
}

// Does what was planned; within a transaction.
class Receiver {
public:
    Receiver(const Connection &connection, const IncomingFile &file, const SaveFacts &facts, QDateTime now)
        : m_connection(connection)
        , m_file(file)
        , m_facts(facts)
        , m_now(std::move(now))
    {
    }

    Result<ReceivedEntries> take(ReceiptPlan plan)
    {
        for (const QByteArray &attachment : std::as_const(plan.attachments)) {
            if (const Result<void> stored = storeAttachment(m_connection, attachment); !stored)
                return stored.error();
        }
        if (plan.report == 0) {
            if (const Result<void> added = addReportOf(plan); !added)
                return added.error();
        }
        for (const ReceiptStep &step : std::as_const(plan.steps)) {
            if (const Result<void> versioned = addVersionOf(step, plan); !versioned)
                return versioned.error();
            LogEntry entry = step.entry;
            entry.report = plan.report;
            entry.version = plan.versions.value(entry.content.sm3, 0);
            m_entries.append(entry);
        }
        const Result<void> written = write();
        return written ? Result<ReceivedEntries>(outcomeOf(plan)) : Result<ReceivedEntries>(written.error());
    }

private:
    Result<void> addReportOf(ReceiptPlan &plan)
    {
        const Report &content = m_file.contents.at(plan.first);
        const Result<qint64> id = nextId(m_connection, QStringLiteral("report"));
        if (!id)
            return id.error();
        const Result<qint64> version = addReport(m_connection, *id, content, m_facts, m_now);
        if (!version)
            return version.error();
        plan.report = *id;
        plan.versions.insert(contentDigest(content).sm3, *version);
        return {};
    }

    // What stood here is not lost, whatever it was.
    Result<void> addVersionOf(const ReceiptStep &step, ReceiptPlan &plan)
    {
        if (step.content < 0)
            return {};
        if (Result<void> written = write(); !written)
            return written;
        Result<ReportRow> row = reportRow(m_connection, plan.report);
        if (!row)
            return row.error();
        const Result<Report> current = contentAt(m_connection, plan.report, row->version, emptyReport(keyOf(*row)));
        if (!current)
            return current.error();
        if (Result<void> kept = keepVersion(m_connection, row->version); !kept)
            return kept;
        const PartChanges changes = difference(*current, m_file.contents.at(step.content));
        const Result<qint64> version = addVersion(m_connection, plan.report, m_now, VersionCause::Imported, changes);
        if (!version)
            return version.error();
        plan.versions.insert(step.entry.content.sm3, *version);
        row->version = *version;
        takeFacts(*row, m_facts);
        return updateReport(m_connection, *row);
    }

    // The entries so far, and the state that they lead to.
    Result<void> write()
    {
        if (m_entries.isEmpty())
            return {};
        QSet<qint64> versions;
        for (const LogEntry &entry : std::as_const(m_entries))
            versions.insert(entry.version);
        versions.remove(0);
        for (const qint64 version : std::as_const(versions)) {
            if (Result<void> kept = keepVersion(m_connection, version); !kept)
                return kept;
        }
        if (Result<void> appended = appendEntries(m_connection, m_entries); !appended)
            return appended;
        const LogEntry last = m_entries.constLast();
        m_entries.clear();
        return setState(m_connection, last.report, last.state);
    }

    const Connection &m_connection;
    const IncomingFile &m_file;
    SaveFacts m_facts;
    QDateTime m_now;
    QList<LogEntry> m_entries; // that are not written yet
};

} // namespace

// The people and keys are looked at before they have a say.
Result<ReceiptPlan> Store::planChecked(Data &data, const IncomingFile &file, const NewEntry &told)
{
    if (const Result<void> may = data.mayTell(told); !may)
        return may.error();
    if (const Result<void> may = file.trusted ? data.mayTell(trustIn(file, told)) : Result<void>(); !may)
        return may.error();
    if (const Result<QList<OfficeKey>> offices = data.offices(); !offices)
        return offices.error();
    return planReceipt(*data.connection, file, told.person, data.known->told.names());
}

Result<ReceivedEntries> Store::checkReceipt(const IncomingFile &file, const NewEntry &told) const
{
    const Result<ReceiptPlan> plan = planChecked(*m_data, file, told);
    return plan ? Result<ReceivedEntries>(outcomeOf(*plan)) : Result<ReceivedEntries>(plan.error());
}

Result<ReceivedEntries> Store::receive(const IncomingFile &file, const SaveFacts &facts, const NewEntry &told)
{
    if (const Result<void> writable = m_data->writable(); !writable)
        return writable.error();
    const Connection &connection = *m_data->connection;
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun().error();
    const Result<ReceiptPlan> plan = planChecked(*m_data, file, told);
    if (!plan)
        return plan.error();
    if (plan->steps.isEmpty() && !file.trusted)
        return outcomeOf(*plan);
    const QDateTime now = m_data->clock();
    if (file.trusted) {
        const Result<LogEntry> trusted = recordSigned(connection, trustIn(file, told), now, m_data->unsealed());
        if (!trusted)
            return trusted.error();
    }
    const Result<ReceivedEntries> received
        = plan->steps.isEmpty() ? outcomeOf(*plan) : Receiver(connection, file, facts, now).take(*plan);
    if (!received)
        return received;
    if (!plan->steps.isEmpty()) {
        if (const Result<LogEntry> recorded = recordSigned(connection, told, now, m_data->unsealed()); !recorded)
            return recorded.error();
    }
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    m_data->stored.reset();
    m_data->followLog();
    return received;
}

} // namespace zhibao
