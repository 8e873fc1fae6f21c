// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "core/checks.h"
#include "core/reportedit.h"
#include "core/wordcount.h"
#include "store/recovery.h"
#include "store/store.h"
#include "workspace/backups.h"
#include "workspace/catalogue.h"
#include "workspace/clockwatch.h"
#include "workspace/review.h"
#include "workspace/session.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace zhibao {

struct ExportedFile;

// What one edit did. `structure` is false where only the text at `place` changed; where it is true rows, entries or
// several texts of `place.form` (or of any form, when that is empty) changed and views read the report anew.
struct Change {
    Place place;
    bool structure = false;
};

// The open store, the report in hand, undo, autosave: the only door for the interface and the command line.
class Workspace : public QObject {
    Q_OBJECT
public:
    // `elapsed`: milliseconds that pass, whatever the clock says, since the start of the machine that `boot` names.
    Workspace(Catalogue catalogue, Clock clock, QObject *parent = nullptr,
        std::function<qint64()> elapsed = millisecondsSinceBoot, QString boot = bootId());
    ~Workspace() override;

    const Catalogue &catalogue() const { return m_catalogue; }
    const Clock &clock() const { return m_clock; }

    // The store. The report in hand is closed first; where it cannot be saved nothing changes and its error is given.
    Result<void> openStore(const QString &path, Store::Access access = Store::Access::Write);
    // Puts a new store, made of the newest backup and of what can still be read, in the place of a damaged one, which
    // is set aside. It is not open then, also where it was before.
    Result<Recovery> recoverStore(const QString &path);
    bool hasStore() const { return m_store != nullptr; }
    QString storePath() const;
    const QString &askedStore() const { return m_askedStore; } // whether or not it could be opened
    std::optional<Error> readOnlyReason() const;
    Result<QList<ReportSummary>> reports() const;
    QList<Unit> units() const; // shipped and own
    // Adds nothing where a unit is known whose name looks the same. Errors: UnitUnknown (nothing to be seen),
    // NameTooLong.
    Result<void> addUnit(const Unit &unit);
    // The name under which a unit is known that is called so, or so that it looks the same (core/foldedname.h): of a
    // report, then of the units; else the name that is asked for.
    QString knownUnit(const QString &name) const;
    Result<QString> remembered(const QString &key) const;
    Result<void> remember(const QString &key, const QString &value);

    // Adds the report, or updates the stored one of that unit and notice, in one transaction; a form that `report`
    // does not have stays as it is stored. Gives the places whose text changed, and the rows that came or went.
    struct Imported {
        qint64 id = 0;
        bool added = false;
        QList<Place> changed;
    };
    Result<Imported> importReport(const Report &report);
    // Takes a report off the list, with all its history, and puts it back.
    Result<void> removeReport(qint64 id);
    Result<void> putBackReport(qint64 id);
    Result<QList<ReportSummary>> removedReports() const;

    // Who works here, and the review of the report in hand.
    Session &session() { return m_session; }
    Review &review() { return m_review; }

    // Copies of the store. After restoreBackup() no report is in hand; what was in the store before is backed up.
    Backups &backups() { return m_backups; }
    Result<void> restoreBackup(const QString &path); // RoleMissing for all but an administrator

    // Why the clock of the machine is not to be believed, once it was found so.
    const std::optional<ClockDoubt> &clockDoubt() const { return m_clockDoubt; }

    // The report in hand.
    Result<qint64> createReport(const QString &notice, const QString &unit); // or opens the one there is
    Result<void> openReport(qint64 id);
    bool closeReport(); // saves first; false, and the report stays in hand, where that failed
    bool isOpen() const { return m_id.has_value(); }
    std::optional<qint64> openId() const { return m_id; }
    const Report &report() const { return m_report; }
    const Notice &notice() const; // only while a report is open

    // The saved states of the report in hand, latest first; what is not saved yet is saved first.
    Result<QList<Version>> versions();
    Result<Report> version(qint64 id) const;
    Result<void> restoreVersion(qint64 id); // as one step that can be undone
    Result<qint64> currentVersion(); // what is not saved yet is saved first
    Result<void> keepVersion(qint64 id); // it stays for good
    // These files were exported of a version of the report in hand (recordExport).
    Result<void> noteExport(qint64 version, const QList<ExportedFile> &files);

    // Edits. What the rule of review forbids to whoever is signed in is refused (core/workflow.h). Text edits at one
    // place within a typing burst join into one undo step; a burst ends after a second's pause, at another place, and
    // where typing turns to deleting or back. Setting an equal text is no step. Errors: PlaceUnknown, ReportNotFound
    // (none is open), and where the store cannot be written its readOnlyReason().
    Result<void> setText(const Place &place, const QString &text);
    Result<void> insertRow(const QString &form, int at, const Row &row = {});
    Result<void> removeRow(const QString &form, int row);
    Result<void> moveRow(const QString &form, int from, int to);
    Result<void> insertEntry(const QString &form, int row, int at, const Entry &entry = {});
    Result<void> removeEntry(const QString &form, int row, int entry);
    Result<void> moveEntry(const QString &form, int row, int from, int to);
    // Any larger change as one undo step (paste, replace all, split summary).
    Result<void> apply(const Report &after, const Change &change, const QString &name);
    void endBurst(); // the next text edit is an undo step of its own
    QUndoStack *undoStack() { return &m_undo; }

    // Kept up to date after each edit.
    const QList<Finding> &findings();
    WordCount words(const QString &form);
    int progress(); // per cent of the required texts that are filled

    // Saving. Edits are saved on their own within two seconds; flush() saves now. Where saving fails, saveError() says
    // why, the edits stay here, and it is tried again by itself and at the next edit.
    bool flush();
    bool isSaved() const { return m_saved; }
    QDateTime savedAt() const { return m_savedAt; }
    std::optional<Error> saveError() const { return m_saveError; }

Q_SIGNALS:
    void opened(); // a report is in hand
    void closed();
    void changed(const zhibao::Change &change);
    void savedChanged(); // isSaved, savedAt or saveError changed
    void clockDoubted();

private:
    friend class ApprovedReading;
    friend class Correspondence;
    friend class Review;
    friend class Session;
    class EditCommand;
    // What the last text edit did, to tell where a typing burst ends.
    struct Typing {
        Place place;
        bool deletes = false;
        QDateTime at;
    };
    Result<void> push(const Result<Report> &after, const Change &change, const QString &name, bool joins = false);
    void take(const Report &report, const Change &change);
    void changeSaved(bool saved, std::optional<Error> error);
    void forget();
    QString entryNoun(const QString &form) const;
    Result<void> noStore() const;
    Result<void> mayEdit(const ReviewStatus &status) const;
    bool save(VersionCause cause);
    void closeStore();
    QByteArray ownKey() const; // public; empty where none was made
    void noteOwnKey(bool replaces);
    void doubtClock(const std::optional<ClockDoubt> &doubt);
    SaveFacts facts(const Report &report, const Notice &notice) const;
    Result<Imported> update(qint64 id, const Report &report, const Notice &notice);

    Catalogue m_catalogue;
    Clock m_clock;
    std::function<qint64()> m_elapsed;
    QString m_boot;
    ClockWatch m_clockWatch;
    std::optional<ClockDoubt> m_clockDoubt;
    Backups m_backups;
    std::unique_ptr<Store> m_store;
    Session m_session;
    Review m_review;
    std::optional<qint64> m_id;
    Report m_report;
    const Notice *m_notice = nullptr; // of the report in hand, in m_catalogue
    QUndoStack m_undo;
    QTimer m_autosave;
    QDeadlineTimer m_saveBy; // latest moment for what is not saved yet
    bool m_saved = true;
    QDateTime m_savedAt;
    std::optional<Error> m_saveError;
    std::optional<QList<Finding>> m_findings;
    QHash<QString, WordCount> m_words; // by form
    Typing m_typing;
    int m_burst = 0;
    QString m_askedStore = defaultStorePath();
};

} // namespace zhibao
