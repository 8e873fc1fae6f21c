// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checks/checks.h"
#include "core/report/reportedit.h"
#include "core/text/wordcount.h"
#include "workspace/office/office.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <optional>

namespace zhibao {

// What one edit did. `structure` is false where only the text at `place` changed; where it is true rows, entries or
// several texts of `place.form` (or of any form, when that is empty) changed and views read the report anew.
struct Change {
    Place place;
    bool structure = false;
};

// The one report that is in hand: its edits and their undo, its saving, what a check finds in it, its log.
class OpenReport : public QObject {
    Q_OBJECT
public:
    explicit OpenReport(Office &office, QObject *parent = nullptr);
    ~OpenReport() override;

    Office &office() const { return m_office; }

    // Takes a report in hand. The one before is closed first; where it cannot be saved it stays, and its error is
    // given.
    Result<void> open(qint64 id);
    // Or opens the one there is.
    Result<qint64> create(const QString &notice, const QString &unit, const QString &occasion = {});
    bool close(); // saves first; false, and the report stays in hand, where that failed
    void forget(); // lets it go as it is
    bool isOpen() const { return m_id.has_value(); }
    std::optional<qint64> id() const { return m_id; }
    const Report &report() const { return m_report; }
    const Notice &notice() const; // only while a report is open
    QString name() const; // the unit, and in brackets the occasion where there is one

    // Its saved states, latest first; what is not saved yet is saved first.
    Result<QList<Version>> versions();
    Result<Report> version(qint64 id) const;
    Result<void> restoreVersion(qint64 id); // as one step that can be undone
    Result<qint64> currentVersion(); // what is not saved yet is saved first
    Result<void> keepVersion(qint64 id); // it stays for good
    // These files were exported of a version (recordExport).
    Result<void> noteExport(qint64 version, const QList<ExportedFile> &files);

    // Another definition of its notice that what is begun now follows, where it may be edited; else nothing. To follow
    // it carries over what was filled in, as a new version, and takes the report in hand anew. Errors: TextsLeft, where
    // a text would have no place: nothing is carried over then; ActionRefused; those of saving.
    const Notice *newerNotice() const;
    Result<void> follow(const Notice &newer);

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
    // A report that came from outside; saved at once.
    Result<ImportedReport> import(const Report &report);
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

    // What the log tells of it: its state, and the entries, or why they could not be read.
    struct Told {
        ReviewStatus status;
        QList<LogEntry> entries; // first to last
        std::optional<Error> failure;
    };
    const Told &told() const { return m_told; }
    std::optional<Error> refusal(ReviewAction action) const; // to whoever is signed in
    // One entry more; what is not saved yet is saved first. Errors: SignInNeeded, ExchangeTooLarge, those of
    // Store::record.
    Result<void> record(NewEntry entry);

Q_SIGNALS:
    void opened(); // a report is in hand
    void closed();
    void changed(const zhibao::Change &change);
    void findingsChanged(); // may have, as edits paused
    void savedChanged(); // isSaved, savedAt or saveError changed
    void toldChanged(); // also where another report, or none, is in hand

private:
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
    QString entryNoun(const QString &form) const;
    bool save(VersionCause cause);
    void readTold();

    Office &m_office;
    std::optional<qint64> m_id;
    Report m_report;
    Notice m_notice; // the definition that the report follows
    Told m_told;
    QUndoStack m_undo;
    QTimer m_autosave;
    QTimer m_pause; // in editing, after which findings are looked at anew
    QDeadlineTimer m_saveBy; // latest moment for what is not saved yet
    bool m_saved = true;
    QDateTime m_savedAt;
    std::optional<Error> m_saveError;
    std::optional<QList<Finding>> m_findings;
    CheckedTexts m_checked;
    QHash<QString, WordCount> m_words; // by form
    Typing m_typing;
    int m_burst = 0;
};

} // namespace zhibao
