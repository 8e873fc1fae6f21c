// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "core/report/report.h"
#include "core/report/unit.h"
#include "store/log/newentry.h"
#include "store/reports/reportsummary.h"
#include "store/reports/version.h"
#include "store/storeaccess.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace zhibao {

class Files;
struct ReceiptPlan;

// What a save also writes into the summary line.
struct SaveFacts {
    int words = 0;
    int progress = 0;
    QDate due = QDate();
    friend bool operator==(const SaveFacts &, const SaveFacts &) = default;
};

// The SQLite store. Every change is one transaction (journal_mode=TRUNCATE, synchronous=FULL), every saved state of a
// report stays as a version, and every row carries a digest of its content. A store newer than the program, or on a
// medium that cannot be written, is opened read-only.
class Store {
public:
    using Access = StoreAccess;

    // Opens the file; for Access::Write it is created (folder 0700, file 0600) where it is missing, and brought up to
    // the schema of the program, after a backup of it in `backupFolder` (empty: backupFolderOf the store). What the
    // list of reports is made of is checked against its digests. Errors: FileNotFound (Access::Read), FileNotReadable,
    // StoreNotDatabase, StoreDamaged, StoreFilesMissing, StoreInUse, StoreFailed, FolderMissing, PermissionDenied,
    // ReadOnlyMedium, DiskFull. Nothing is changed in the file then.
    static Result<std::unique_ptr<Store>> open(
        const QString &path, Clock clock, Access access = Access::Write, const QString &backupFolder = {});
    // One that is put together to take another's place, with the files that lie there; these are not looked at.
    static Result<std::unique_ptr<Store>> open(const QString &path, Clock clock, const Files &files);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    QString path() const;
    // Why nothing can be written here (StoreNewer, StoreReadOnly), or nothing.
    std::optional<Error> readOnlyReason() const;

    Result<QList<ReportSummary>> reports() const; // latest change first
    Result<std::optional<qint64>> find(const ReportKey &key) const; // on the list
    Result<Report> load(qint64 report) const; // ReportNotFound, StoreDamaged, NotAsApproved, LogBroken
    Result<QDateTime> changedAt(qint64 report) const; // ReportNotFound
    // When any report was last changed, by the clock of that time; invalid in an empty store.
    Result<QDateTime> lastChange() const;
    Result<qint64> add(const Report &report, const SaveFacts &facts);
    // Writes what differs from the stored state as a new version, in one transaction; gives the time of the change.
    // Error: ActionRefused where the report is not in hand (handed in, approved, …).
    Result<QDateTime> save(
        qint64 report, const Report &content, const SaveFacts &facts, VersionCause cause = VersionCause::Edited);
    // What the work changes here holds together: all of it is kept, or nothing where it gives an error, which is given.
    Result<void> together(const std::function<Result<void>()> &work);
    // Takes a report off the list, and puts it back. Its content and history stay. Errors: ReportNotFound; of remove
    // ActionRefused where it is approved; of putBack StoreFailed where the unit has another report by now.
    Result<void> remove(qint64 report);
    Result<void> putBack(qint64 report);
    Result<QList<ReportSummary>> removedReports() const; // latest change first

    // History, latest first.
    Result<QList<Version>> versions(qint64 report) const;
    Result<Report> loadVersion(qint64 report, qint64 version) const; // VersionNotFound, and as load
    Result<qint64> currentVersion(qint64 report) const;
    Result<void> keepVersion(qint64 version); // it was exported: it stays for good
    // Thins out the versions that need not be kept: of today all stay, of the six days before the last of each hour, of
    // the four weeks before that the last of each day, and of the time before the last of each week. Nothing is done
    // where the clock is not to be believed (before the last version, or more than 400 days behind it).
    Result<void> thin(qint64 report);

    // The log. record() does and tells one thing in one transaction: it asks the rule of review (core/workflow.h), sets
    // the state, keeps the version, and stores the attachments, account or key. Errors of record: ReportNotFound, those
    // of refusal(), ReasonMissing, SignInNeeded (unseal(); or, with the number of entries, where some are not
    // confirmed), RoleMissing where an administrator must do it. Errors of reading: LogBroken where an entry is not as
    // it was written or signed.
    Result<LogEntry> record(const NewEntry &entry);
    // All that are signed, first to last.
    Result<QList<LogEntry>> log() const;
    Result<QList<LogEntry>> log(qint64 report) const;
    Result<QList<LogEntry>> log(EntryKind kind) const; // of one kind
    // The last of them, of any kind or of one; nothing where there is none.
    Result<std::optional<LogEntry>> lastEntry(std::optional<EntryKind> kind = std::nullopt) const;
    // Entries at the end that a recovery or a restoration wrote where nobody could sign; where the end of the log is
    // lost, all since signing began. They count for nothing, and nothing else is recorded, until an administrator
    // confirmed them: EntryKind::Confirmed, with the chain of the last of them. Error: LogBroken.
    Result<QList<LogEntry>> unconfirmed() const;
    // All that lies there, first to last, to be looked at: also what does not hold.
    Result<QList<FoundEntry>> foundLog() const;
    // Whether the log has this very entry: false where it was cut before it, or written anew.
    Result<bool> holds(qint64 number, const QByteArray &chain) const;
    Result<ReviewStatus> reviewStatus(qint64 report) const;
    // Takes over what another office did with the report, which is added where there is none; all in one transaction.
    // An entry that is here already is passed over. What the rule of receipt refuses is refused with the whole file,
    // and no trust is left that came with it. Errors: as of record(); those of receiptRefusal() (core/receipt.h);
    // EntryConflict where an entry is here with other content;
    // OwnSubmission, whatever the other office allows; ReportNotFound where the report was removed; ReceiptTooLong,
    // AttachmentsTooLarge; ArchiveMalformed ("inconsistent") where a content is missing or is not what its entry says.
    Result<ReceivedEntries> receive(const IncomingFile &file, const SaveFacts &facts, const NewEntry &told);
    // What that would do or be refused for; changes nothing.
    Result<ReceivedEntries> checkReceipt(const IncomingFile &file, const NewEntry &told) const;
    // Keeps files that no entry speaks of yet, by their digests.
    Result<void> keepAttachments(const QList<QByteArray> &files);
    // A file by the SHA-256 digest of its bytes. Errors: FileNotFound (the digest), StoreDamaged.
    Result<QByteArray> attachment(const QByteArray &digest) const;

    // People, by name; and the failed tries of one, which are no affair of the log. Errors: StoreDamaged, with the name
    // of whose row is not as the log tells; LogBroken.
    Result<QList<Account>> accounts() const;
    Result<void> noteFailures(
        const QString &name, int failures, const QDateTime &failed, const Uptime &uptime = Uptime());

    // The own first, where it was made; its secret key only where it lies in the open.
    Result<QList<OfficeKey>> keys() const;
    // What record() signs with from here on, where everybody has a password: the office's secret key, as the account's
    // password opens it; any that it opens where the log tells of none, since its beginning was lost. Error:
    // KeyReplaced where it opens nothing, or another key than the log tells of.
    Result<void> unseal(const Account &account, const Secret &key);
    void sealAgain(); // forgets it
    std::optional<Secret> secretKey() const; // what record() signs with; nothing where it is sealed

    // Units that users added themselves.
    Result<QList<Unit>> ownUnits() const;
    Result<void> addUnit(const Unit &unit);

    // Small facts about the window (open page, caret, …), by key.
    Result<QString> remembered(const QString &key) const; // "" where there is none
    Result<void> remember(const QString &key, const QString &value);

private:
    struct Data;
    static Result<std::unique_ptr<Data>> openFile(
        const QString &path, Clock clock, Access access, const QString &backupFolder, const Files *files);
    static Result<ReceiptPlan> planChecked(Data &data, const IncomingFile &file, const NewEntry &told);
    explicit Store(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace zhibao
