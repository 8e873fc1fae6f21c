// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "core/report/report.h"
#include "core/report/unit.h"
#include "store/backup/recovery.h"
#include "store/reports/reportsummary.h"
#include "store/reports/version.h"
#include "store/storeaccess.h"
#include "workspace/export/officialdocument.h"
#include "workspace/office/backups.h"
#include "workspace/office/catalogue.h"
#include "workspace/office/clockwatch.h"
#include "workspace/office/session.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QObject>

#include <memory>
#include <optional>

namespace zhibao {

class Store;
struct ExportedFile;

// A report as it is stored, and what is told of it.
struct StoredReport {
    qint64 id = 0;
    Report report;
    Notice notice; // the definition that it follows
    QDateTime changed;
    ReviewStatus status;
    QList<LogEntry> entries; // of the log, first to last
};

// What an import did.
struct ImportedReport {
    qint64 id = 0;
    bool added = false;
    QList<Place> changed; // whose text changed, and the rows that came or went
};

// The open store, and who works at it: notices, units, people, backups. Any report can be read, compared and exported
// through it without being taken in hand, and reading one changes nothing.
class Office : public QObject {
    Q_OBJECT
public:
    // `elapsed`: milliseconds that pass, whatever the clock says, since the start of the machine that `boot` names.
    Office(Catalogue catalogue, Clock clock, QObject *parent = nullptr,
        std::function<qint64()> elapsed = millisecondsSinceBoot, QString boot = bootId());
    ~Office() override;

    // What the program ships, and the notices that the open store keeps.
    const Catalogue &catalogue() const { return m_catalogue; }
    // Keeps a definition of a notice, which what is begun from here on follows; reports that were begun go on with
    // theirs until they are carried over (OpenReport::follow). Nothing where it is followed already. Errors:
    // RoleMissing for all but an administrator; those of Store::record.
    Result<void> addNotice(const Notice &notice);
    // The same of those that a file for review brings, and the rest of taking it over, all in one transaction: they are
    // followed by what is begun here only where no other of their number is known. Anybody may who may take the file
    // over. Errors: those of Store::record, and of `rest`.
    Result<void> keepNotices(const QList<Notice> &notices, const std::function<Result<void>()> &rest);
    // The directory, made when it is asked for first; without what could not be read of it.
    const UnitDirectory &directory() const;
    // Keeps the office's own list of units, which rules in the directory, in place of the one before; nothing where it
    // rules already. `file`: as readUnitList takes it, or a workbook whose first sheet holds the like; `path` is only
    // named in errors: those of readUnitList, readFilledFile and Store::record; RoleMissing for all but an
    // administrator. Gives the number of units in it.
    Result<qsizetype> keepUnits(const QByteArray &file, const QString &path);
    const Clock &clock() const { return m_clock; }
    Uptime uptime() const { return {m_boot, m_elapsed()}; }

    // The store in place of the one that was open. Errors: those of Store::open.
    Result<void> openStore(const QString &path, StoreAccess access = StoreAccess::Write);
    // Puts a new store, made of the newest backup and of what can still be read, in the place of a damaged one, which
    // is set aside. It is not open then, also where it was before.
    Result<Recovery> recoverStore(const QString &path);
    // What was in the store before is backed up. Errors: those of mayRestore(), of the backup and of Store::open.
    Result<void> restoreBackup(const QString &path);
    Result<void> mayRestore() const; // RoleMissing for all but an administrator
    bool hasStore() const { return m_store != nullptr; }
    QString storePath() const;
    const QString &askedStore() const { return m_askedStore; } // whether or not it could be opened
    std::optional<Error> readOnlyReason() const;
    // What the rooms of this layer work with; nothing where none is open, which noStore() tells.
    Store *store() const { return m_store.get(); }
    Result<void> noStore() const;

    Result<QList<ReportSummary>> reports() const;
    Result<QList<ReportSummary>> removedReports() const;
    Result<std::optional<qint64>> find(const ReportKey &key) const; // on the list
    // Errors: NoticeUnknown; those of the store.
    Result<StoredReport> read(qint64 id) const;
    // What stands on its pages besides what was filled in.
    Result<OfficialMarks> marks(const StoredReport &report) const;
    // Why whoever is signed in may not do this now with a report of that unit of which the log tells that, or nothing:
    // the rule of review (core/workflow.h), and that a scan can only be taken off where there is one.
    std::optional<Error> refusal(
        const ReviewStatus &status, const QList<LogEntry> &entries, const QString &unit, ReviewAction action) const;
    // All that is refused now, and why.
    QMap<ReviewAction, Error> refusals(qint64 report) const;
    Result<void> mayEdit(const ReviewStatus &status) const;
    // Why forms of it are late, by form, as it was last told.
    Result<QMap<QString, QString>> latenessReasons(qint64 report) const;
    // These files were exported of a version (recordExport).
    Result<void> noteExport(qint64 report, qint64 version, const QList<ExportedFile> &files);

    // The report, or some forms of it, carried over to that definition of its notice. Errors: NoticeUnknown; TextsLeft;
    // OccasionUnfit, where that is answered at other times.
    Result<Report> asFollowing(const Report &report, const Notice &notice) const;
    // The report that is known so, which is added where there is none. Error: OccasionUnfit.
    Result<qint64> findOrAdd(const ReportKey &key);
    // What a new report of the unit would be about: the current period, or the next running number.
    Result<QString> nextOccasion(const Notice &notice, const QString &unit) const;
    // Adds each, or updates the stored one that is known so, all in one transaction after one backup; a form
    // that a report does not have stays as it is stored. Errors: NoticeUnknown, OccasionUnfit, UnitUnknown,
    // NameTooLong, those of the rule of review, and of the store; nothing is changed then.
    Result<QList<ImportedReport>> importReports(const QList<Report> &reports);
    // What an update of `before` by a report that came from outside makes of it.
    static Report updated(const Report &before, const Report &by);
    // Takes a report off the list, with all its history, and puts it back.
    Result<void> removeReport(qint64 id);
    Result<void> putBackReport(qint64 id);

    QList<Unit> units() const; // shipped and own
    // Adds nothing where a unit is known whose name looks the same. Errors: UnitUnknown (nothing to be seen),
    // NameTooLong.
    Result<void> addUnit(const Unit &unit);
    // The name under which a unit is known that is called so, or so that it looks the same (core/foldedname.h): of a
    // report, then of the units; else the name that is asked for.
    QString knownUnit(const QString &name) const;
    Result<QString> remembered(const QString &key) const;
    Result<void> remember(const QString &key, const QString &value);

    // The names under which other offices are known here, by their public keys.
    QHash<QByteArray, QString> offices() const;
    // The last entry of the whole log, which the 签批单 prints: a log that was cut off behind it is found by that.
    // Errors: LogBroken; FileNotFound where there is none.
    Result<LogEntry> logHead() const;
    // Of all reports and of the store itself: as Store::foundLog(). Error: FileNotFound where there is no store.
    Result<QList<FoundEntry>> foundLog() const;

    Session &session() { return m_session; } // who works here
    const Session &session() const { return m_session; }
    Backups &backups() { return m_backups; }
    // Before something that comes in: that can be undone, so that a backup that fails is told, and does not stand in
    // its way.
    void backUpFirst();

    // Why the clock of the machine is not to be believed, once it was found so.
    const std::optional<ClockDoubt> &clockDoubt() const { return m_clockDoubt; }
    void lookAtClock();
    QByteArray ownKey() const; // public; empty where none was made

Q_SIGNALS:
    void clockDoubted();
    void noticesChanged(); // of the catalogue

private:
    void closeStore();
    void readNotices();
    Result<void> recordNotice(const Notice &notice, bool brought);
    void noteOwnKey(bool replaces);
    void doubtClock(const std::optional<ClockDoubt> &doubt);
    Result<ImportedReport> import(const Report &report);
    Result<ImportedReport> update(qint64 id, const Report &report);

    Catalogue m_shipped;
    Catalogue m_catalogue; // and what the open store keeps
    mutable std::optional<UnitDirectory> m_directory; // of m_catalogue and what the open store keeps
    Clock m_clock;
    std::function<qint64()> m_elapsed;
    QString m_boot;
    ClockWatch m_clockWatch;
    std::optional<ClockDoubt> m_clockDoubt;
    Backups m_backups;
    std::unique_ptr<Store> m_store;
    Session m_session;
    QString m_askedStore;
};

// Whether the store is open under another user of this machine.
bool isOpenElsewhere(const QString &store);

} // namespace zhibao
