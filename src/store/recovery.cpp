// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/recovery.h"

#include "base/durablefile.h"
#include "store/backup.h"
#include "store/connection.h"
#include "store/history.h"
#include "store/inspection.h"
#include "store/lock.h"
#include "store/migration.h"
#include "store/rowdigests.h"
#include "store/store.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace zhibao {

namespace {

// A state of a report that could be read from the damaged store.
struct Salvaged {
    Report content;
    SaveFacts facts;
    QDateTime at;
    bool isLast = false;
    bool removed = false;
};

struct DamagedReport {
    ReportRow row;
    bool rowSound = false;
};

// Reads what can be read; a query that fails gives what came before the failure.
class Wreck {
public:
    // Nothing can be read where it can not even be opened, or has another schema.
    explicit Wreck(const QString &path)
    {
        const Result<int> version = versionOfFile(path);
        if (!version || *version != knownVersion())
            return;
        // This may roll back what a crashed writer left: the wreck is a copy.
        Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Mode::Read);
        if (connection)
            m_connection = std::move(*connection);
    }

    QList<DamagedReport> reports() const
    {
        QList<DamagedReport> reports;
        if (!m_connection)
            return reports;
        Statement statement(*m_connection,
            QStringLiteral(
                "SELECT id, notice, unit, state, words, progress, due, version, removed, digest FROM report"));
        if (!statement.run())
            return reports;
        while (statement.next()) {
            const ReportRow row = reportRowFrom(statement);
            reports.append({row, digestOf(row) == statement.bytes(9)});
        }
        return reports;
    }

    // The latest state of the report whose rows all hold their digests.
    std::optional<Salvaged> latest(const DamagedReport &report) const
    {
        Statement statement(*m_connection,
            QStringLiteral(
                "SELECT id, report, at, cause, kept, digest FROM version WHERE report = ? ORDER BY id DESC"));
        if (!statement.with(report.row.id).run())
            return std::nullopt;
        for (bool isLast = true; statement.next(); isLast = false) {
            const VersionRow version = versionRowFrom(statement);
            if (digestOf(version) != statement.bytes(5))
                continue;
            const Result<Report> content
                = contentAt(*m_connection, report.row.id, version.id, {report.row.notice, report.row.unit, {}});
            if (content && !content->forms.isEmpty())
                return Salvaged{*content,
                    {static_cast<int>(report.row.words), static_cast<int>(report.row.progress),
                        QDate::fromString(report.row.due, Qt::ISODate)},
                    QDateTime::fromMSecsSinceEpoch(version.at), isLast, report.row.removed != 0};
        }
        return std::nullopt;
    }

    QList<Unit> units() const
    {
        QList<Unit> units;
        if (!m_connection)
            return units;
        Statement statement(*m_connection, QStringLiteral("SELECT code, name, common_name, digest FROM unit"));
        if (!statement.run())
            return units;
        while (statement.next()) {
            const Unit unit{statement.text(0), statement.text(1), statement.text(2)};
            if (digestOf(unit) == statement.bytes(3))
                units.append(unit);
        }
        return units;
    }

private:
    std::unique_ptr<Connection> m_connection;
};

// The store that is being put together, in a folder of its own.
class Rebuilt {
public:
    Rebuilt(Store &store, const Wreck &wreck)
        : m_store(store)
        , m_wreck(wreck)
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
                outcomes.append({report.unit, report.notice, RecoveredReport::Source::Backup, report.changed});
        }
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
            const bool same = report.rowSound ? known.unit == report.row.unit && known.notice == report.row.notice
                                              : known.id == report.row.id;
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
        }
        const std::optional<Salvaged> salvaged = m_wreck.latest(report);
        if (!salvaged)
            return known ? RecoveredReport{known->unit, known->notice, Source::Backup, known->changed}
                         : RecoveredReport{report.row.unit, report.row.notice, Source::Lost, {}};
        if (const Result<void> written = write(*salvaged, known); !written)
            return written.error();
        return RecoveredReport{
            report.row.unit, report.row.notice, salvaged->isLast ? Source::Store : Source::StoreEarlier, salvaged->at};
    }

    Result<void> write(const Salvaged &salvaged, const ReportSummary *known)
    {
        if (known) {
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
    const Wreck &m_wreck;
};

const QString workshopName = QStringLiteral(".zhibao-recovery-");

// Of recoveries that were cut short; who holds the store locked is the only one to recover it.
void removeWorkshops(const QDir &home)
{
    const QStringList names = home.entryList({workshopName + u'*'}, QDir::Dirs | QDir::Hidden);
    for (const QString &name : names)
        QDir(home.filePath(name)).removeRecursively();
}

// The newest backup without damage is copied to `draft`; its path, or "" where there is none.
Result<QString> startFromBackup(const QString &store, const QString &folder, const QString &draft)
{
    const QList<Backup> backups = allBackups(folder, store);
    std::optional<Error> unreadable;
    for (const Backup &backup : backups) {
        const Result<Inspection> inspection = inspect(backup.path);
        if (!inspection && inspection.error().code != ErrorCode::StoreNotDatabase)
            unreadable = inspection.error();
        if (!inspection || !inspection->damages.isEmpty())
            continue;
        Result<DurableFile> copy = DurableFile::prepareCopy(draft, backup.path, Existing::Keep);
        if (!copy)
            return copy.error();
        if (const Result<void> placed = copy->place(); !placed)
            return placed.error();
        return backup.path;
    }
    // There may be a good one that only could not be read this time.
    return unreadable ? Result<QString>(*unreadable) : Result<QString>(QString());
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
    const QDir home = QFileInfo(store).absoluteDir();
    removeWorkshops(home);
    const QTemporaryDir workshop(home.filePath(workshopName + QStringLiteral("XXXXXX")));
    if (!workshop.isValid())
        return Error{ErrorCode::PermissionDenied, {store}};
    const QString wreckPath = workshop.filePath(QStringLiteral("wreck.db"));
    const QString draft = workshop.filePath(QStringLiteral("draft.db"));
    if (const Result<void> copied = copyWithJournal(*aside, wreckPath); !copied)
        return copied.error();

    Recovery recovery{*aside, {}, {}};
    const Result<QString> backup = startFromBackup(store, backupFolder, draft);
    if (!backup)
        return backup.error();
    recovery.backup = *backup;
    {
        const Result<std::unique_ptr<Store>> rebuilt = Store::open(draft, clock);
        if (!rebuilt)
            return rebuilt.error();
        const Wreck wreck(wreckPath);
        const Result<QList<RecoveredReport>> reports = Rebuilt(**rebuilt, wreck).fill();
        if (!reports)
            return reports.error();
        recovery.reports = *reports;
    }
    Result<DurableFile> prepared = DurableFile::prepareCopy(store, draft, Existing::Replace);
    if (!prepared)
        return prepared.error();
    if (const Result<void> replaced = replaceStore(store, *prepared); !replaced)
        return replaced.error();
    return recovery;
}

} // namespace zhibao
