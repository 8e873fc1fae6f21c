// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/recovery.h"

#include "base/durablefile.h"
#include "base/log.h"
#include "base/path.h"
#include "base/temporaryfolder.h"
#include "store/backup/backup.h"
#include "store/backup/inspection.h"
#include "store/backup/wreck.h"
#include "store/database/lock.h"
#include "store/database/migration.h"
#include "store/database/transaction.h"
#include "store/log/entries.h"
#include "store/log/logrecovery.h"
#include "store/reports/history.h"
#include "store/reports/reportrows.h"
#include "store/store.h"

namespace zhibao {

namespace {

// The store that is being put together, in a folder of its own.
class Rebuilt {
public:
    Rebuilt(Store &store, const Connection &connection, const Wreck &wreck, QDateTime now)
        : m_store(store)
        , m_connection(connection)
        , m_wreck(wreck)
        , m_now(std::move(now))
    {
    }

    Result<QList<RecoveredReport>> fill()
    {
        const Result<QList<ReportSummary>> listed = m_store.reports();
        if (!listed)
            return listed.error();
        QList<RecoveredReport> outcomes;
        QSet<qint64> seen;
        const QList<DamagedReport> reports = m_wreck.reports();
        for (const DamagedReport &report : reports) {
            const Result<RecoveredReport> outcome = take(report, *listed, seen);
            if (!outcome)
                return outcome.error();
            if (report.row.removed == 0)
                outcomes.append(*outcome);
        }
        for (const ReportSummary &report : *listed) {
            if (!seen.contains(report.id))
                outcomes.append(
                    {report.unit, report.notice, RecoveredReport::Source::Backup, report.changed, report.occasion});
        }
        if (const Result<void> checked = releaseUnsettled(*listed); !checked)
            return checked.error();
        const QList<Unit> units = m_wreck.units();
        for (const Unit &unit : units) {
            if (const Result<void> added = m_store.addUnit(unit); !added)
                return added.error();
        }
        return outcomes;
    }

private:
    // The report's own line may be what is damaged; the backup then knows better what it was.
    static const ReportSummary *sameReport(const DamagedReport &report, const QList<ReportSummary> &listed)
    {
        for (const ReportSummary &known : listed) {
            const bool same = report.rowSound ? keyOf(known) == keyOf(report.row) : known.id == report.row.id;
            if (same)
                return &known;
        }
        return nullptr;
    }

    Result<RecoveredReport> take(DamagedReport report, const QList<ReportSummary> &listed, QSet<qint64> &seen)
    {
        using Source = RecoveredReport::Source;
        const ReportSummary *const known = sameReport(report, listed);
        if (known) {
            seen.insert(known->id);
            report.row.unit = known->unit;
            report.row.notice = known->notice;
            report.row.occasion = known->occasion;
        }
        const std::optional<Salvaged> salvaged = m_wreck.latest(report);
        const Result<bool> keeps = known ? isKept(*known, salvaged) : Result<bool>(false);
        if (!keeps)
            return keeps.error();
        if (!salvaged || *keeps) {
            const Result<Report> content = known ? stored(known->id) : Result<Report>(Report());
            if (!content)
                return content.error();
            return content->forms.isEmpty()
                ? RecoveredReport{report.row.unit, report.row.notice, Source::Lost, {}, report.row.occasion}
                : RecoveredReport{
                    report.row.unit, report.row.notice, Source::Backup, known->changed, report.row.occasion};
        }
        if (const Result<void> written = write(*salvaged, known); !written)
            return written.error();
        return RecoveredReport{report.row.unit, report.row.notice,
            salvaged->isLast ? Source::Store : Source::StoreEarlier, salvaged->at, report.row.occasion};
    }

    // What is settled is not given up for an earlier state.
    Result<bool> isKept(const ReportSummary &known, const std::optional<Salvaged> &salvaged) const
    {
        if (!salvaged || salvaged->isLast || isInHand(known.state))
            return false;
        return isAsSettled(known.id);
    }

    // As it is, whatever was approved: here it is found out what must go back to work.
    Result<Report> stored(qint64 report) const
    {
        const Result<ReportRow> row = reportRow(m_connection, report);
        return row ? contentAt(m_connection, row->id, row->version, emptyReport(keyOf(*row)))
                   : Result<Report>(row.error());
    }

    // Whether the report says what it did when it came into its state.
    Result<bool> isAsSettled(qint64 report) const
    {
        const Result<QList<LogEntry>> entries = entriesWhere(m_connection, QStringLiteral("report = ?"), report);
        const Result<Report> content = stored(report);
        if (!entries || !content)
            return entries ? content.error() : entries.error();
        ContentDigest settled;
        ReportState state = ReportState::Draft;
        for (const LogEntry &entry : *entries) {
            if (entry.state != state)
                settled = entry.content;
            state = entry.state;
        }
        return contentDigest(*content) == settled;
    }

    Result<void> release(qint64 report) const
    {
        Transaction transaction(m_connection);
        if (!transaction.begun())
            return transaction.begun();
        if (Result<void> released = releaseRecovered(m_connection, report, m_now); !released)
            return released;
        return transaction.commit();
    }

    // Back to work with what does not say any more what was handed in, reviewed or approved.
    Result<void> releaseUnsettled(const QList<ReportSummary> &listed) const
    {
        for (const ReportSummary &report : listed) {
            const Result<ReviewStatus> status = m_store.reviewStatus(report.id);
            if (!status)
                return status.error();
            const Result<bool> holds = isInHand(status->state) ? Result<bool>(true) : isAsSettled(report.id);
            if (!holds)
                return holds.error();
            if (*holds)
                continue;
            if (Result<void> released = release(report.id); !released)
                return released;
        }
        return {};
    }

    Result<void> write(const Salvaged &salvaged, const ReportSummary *known)
    {
        if (known) {
            const Result<Report> current = stored(known->id);
            if (!current)
                return current.error();
            const bool isSame = contentDigest(*current) == contentDigest(salvaged.content);
            if (!isInHand(known->state) && isSame)
                return {};
            if (const Result<void> released = isInHand(known->state) ? Result<void>() : release(known->id); !released)
                return released;
            const Result<QDateTime> saved
                = m_store.save(known->id, salvaged.content, salvaged.facts, VersionCause::Recovered);
            return saved ? Result<void>() : Result<void>(saved.error());
        }
        const Result<qint64> added = m_store.add(salvaged.content, salvaged.facts);
        if (!added)
            return added.error();
        return salvaged.removed ? m_store.remove(*added) : Result<void>();
    }

    Store &m_store;
    const Connection &m_connection;
    const Wreck &m_wreck;
    QDateTime m_now;
};

// Of recoveries that were cut short; who holds the store locked is the only one to recover it.
void removeWorkshops(const QString &home)
{
    const QStringList names = namesInFolder(home);
    for (const QString &name : names) {
        if (name.startsWith(workshopName) && !removeFolder(home + u'/' + name))
            log::warning(QStringLiteral("what is left of a recovery could not be taken away"));
    }
}

// Brings the copy up to the program's schema, with the files of the store that it is to replace. What is put there and
// then not named harms nobody.
Result<void> bringUp(const QString &draft, const Files &files)
{
    const Result<int> version = versionOfFile(draft);
    if (!version)
        return version.error();
    const Result<std::unique_ptr<Connection>> connection = Connection::open(draft, Connection::Mode::Migrate, files);
    return connection ? migrate(**connection, *version) : Result<void>(connection.error());
}

// The newest backup without damage is copied to `draft`; its path, or "" where there is none. Its files are brought as
// far as they can be had: a scan that got lost is no reason to take an earlier state of all reports.
Result<QString> startFromBackup(const QString &store, const QString &folder, const QString &draft)
{
    const QList<Backup> backups = allBackups(folder, store);
    std::optional<Error> unreadable;
    for (const Backup &backup : backups) {
        const Result<Inspection> inspection = inspect(backup.path, FileDepth::None);
        if (!inspection && inspection.error().code != ErrorCode::StoreNotDatabase)
            unreadable = inspection.error();
        if (!inspection || !isUsable(*inspection))
            continue;
        Result<DurableFile> copy = DurableFile::prepareCopy(draft, backup.path, Existing::Keep);
        if (!copy)
            return copy.error();
        if (const Result<void> placed = copy->place(); !placed)
            return placed.error();
        const Result<void> brought = bringFiles(backup.path, store, folder);
        if (!brought && brought.error().code != ErrorCode::BackupDamaged)
            return brought.error();
        const Result<void> current = bringUp(draft, filesOf(store));
        return current ? Result<QString>(backup.path) : current.error();
    }
    // There may be a good one that only could not be read this time.
    return unreadable ? Result<QString>(*unreadable) : Result<QString>(QString());
}

// Makes the draft of what the wreck has: first the log, then what the reports say.
Result<QList<RecoveredReport>> rebuild(
    const QString &draft, const QString &wreckPath, const Files &files, const Clock &clock)
{
    const Result<std::unique_ptr<Store>> store = Store::open(draft, clock, files);
    if (!store)
        return store.error();
    const Result<std::unique_ptr<Connection>> connection = Connection::open(draft, Connection::Mode::Write, files);
    if (!connection)
        return connection.error();
    const Wreck wreck(wreckPath, files);
    {
        Transaction transaction(**connection);
        if (!transaction.begun())
            return transaction.begun().error();
        if (const Result<void> taken = takeOverLog(**connection, wreck, clock()); !taken)
            return taken.error();
        if (const Result<void> committed = transaction.commit(); !committed)
            return committed.error();
    }
    return Rebuilt(**store, **connection, wreck, clock()).fill();
}

} // namespace

Result<Recovery> recover(const QString &store, const QString &backupFolder, const Clock &clock)
{
    const Result<std::unique_ptr<StoreLock>> locked = StoreLock::take(store);
    if (!locked)
        return locked.error();
    const Result<QString> aside = setAside(store);
    if (!aside)
        return aside.error();
    // The copy that is set aside stays as it is: opening it could roll back what a crashed writer left.
    const QString home = folderOf(store);
    removeWorkshops(home);
    const Result<TemporaryFolder> workshop = TemporaryFolder::makeIn(home, workshopName);
    if (!workshop)
        return workshop.error();
    const QString wreckPath = workshop->filePath(QStringLiteral("wreck.db"));
    const QString draft = workshop->filePath(QStringLiteral("draft.db"));
    if (const Result<void> copied = copyWithJournal(*aside, wreckPath); !copied)
        return copied.error();

    Recovery recovery{*aside, {}, {}};
    const Result<QString> backup = startFromBackup(store, backupFolder, draft);
    if (!backup)
        return backup.error();
    recovery.backup = *backup;
    const Result<QList<RecoveredReport>> reports = rebuild(draft, wreckPath, filesOf(store), clock);
    if (!reports)
        return reports.error();
    recovery.reports = *reports;
    Result<DurableFile> prepared = DurableFile::prepareCopy(store, draft, Existing::Replace);
    if (!prepared)
        return prepared.error();
    if (const Result<void> replaced = replaceStore(store, *prepared); !replaced)
        return replaced.error();
    return recovery;
}

} // namespace zhibao
