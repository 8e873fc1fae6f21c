// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "core/checks.h"
#include "core/reportedit.h"
#include "core/search.h"
#include "core/wordcount.h"
#include "store/store.h"
#include "workspace/catalogue.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace zhibao {

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
    Workspace(Catalogue catalogue, Clock clock, QObject *parent = nullptr);
    ~Workspace() override;

    const Catalogue &catalogue() const { return m_catalogue; }
    const Clock &clock() const { return m_clock; }

    // The store.
    Result<void> openStore(const QString &path);
    bool hasStore() const { return m_store != nullptr; }
    QString storePath() const;
    std::optional<Error> readOnlyReason() const;
    Result<QList<ReportSummary>> reports() const;
    QList<Unit> units() const; // shipped and own
    Result<void> addUnit(const Unit &unit);
    Result<QString> remembered(const QString &key) const;
    Result<void> remember(const QString &key, const QString &value);

    // Adds the report, or updates the stored one of that unit and notice; gives what changed in words of core.
    struct Imported {
        qint64 id = 0;
        bool added = false;
        QList<Place> changed;
    };
    Result<Imported> importReport(const Report &report);
    Result<void> removeReport(qint64 id);

    // The report in hand.
    Result<qint64> createReport(const QString &notice, const QString &unit); // or opens the one there is
    Result<void> openReport(qint64 id);
    void closeReport(); // saves first
    bool isOpen() const { return m_id.has_value(); }
    std::optional<qint64> openId() const { return m_id; }
    const Report &report() const { return m_report; }
    const Notice &notice() const; // only while a report is open

    // Edits. Text edits at one place within a typing burst join into one undo step.
    Result<void> setText(const Place &place, const QString &text);
    Result<void> insertRow(const QString &form, int at, const Row &row = {});
    Result<void> removeRow(const QString &form, int row);
    Result<void> moveRow(const QString &form, int from, int to);
    Result<void> insertEntry(const QString &form, int row, int at, const Texts &entry = {});
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

    // Saving. Edits are saved on their own within two seconds; flush() saves now.
    bool flush();
    bool isSaved() const { return m_saved; }
    QDateTime savedAt() const { return m_savedAt; }
    std::optional<Error> saveError() const { return m_saveError; }

Q_SIGNALS:
    void opened();                          // a report is in hand
    void closed();
    void changed(const zhibao::Change &change);
    void savedChanged();                    // isSaved, savedAt or saveError changed
    void reportsChanged();                  // the list of reports changed

private:
    class EditCommand;
    Result<void> push(const Result<Report> &after, const Change &change, const QString &name, bool joins);
    void take(const Report &report, const Change &change);

    Catalogue m_catalogue;
    Clock m_clock;
    std::unique_ptr<Store> m_store;
    std::optional<qint64> m_id;
    Report m_report;
    QUndoStack m_undo;
    QTimer m_autosave;
    bool m_saved = true;
    QDateTime m_savedAt;
    std::optional<Error> m_saveError;
    std::optional<QList<Finding>> m_findings;
    int m_burst = 0;
};

} // namespace zhibao
