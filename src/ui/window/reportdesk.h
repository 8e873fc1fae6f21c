// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/report.h"
#include "ui/dialogs.h"

#include <QObject>

class QWidget;

namespace zhibao {

class NoteBar;
class Workspace;

// What is done to whole reports: begin, open, import, write to a file, remove and put back. Tells the outcome in a
// line in place.
class ReportDesk : public QObject {
    Q_OBJECT
public:
    ReportDesk(Workspace &workspace, const Dialogs &dialogs, NoteBar &note, QWidget *window);

    bool open(qint64 report); // whether it is in hand now
    bool create(const QString &notice, const QString &unit, const QString &occasion);
    QString askForReportFile();
    bool importFile(const QString &path);
    void exportFile(); // the report in hand
    void remove(qint64 report);
    // Of the reports that were removed and are not put back since, the last.
    bool hasRemoved() const { return !m_removed.isEmpty(); }
    void putBackLast();
    void forget(qint64 report) { m_removed.removeAll(report); } // it is put back
    void forgetRemoved() { m_removed.clear(); }
    void printForms(const QList<Form> &forms, const Notice &notice, bool blank); // as one job

Q_SIGNALS:
    void putBack(qint64 report);
    void recoveryWanted(); // what was asked for is damaged

private:
    QString nameOf(qint64 report) const;
    void restore(qint64 report);
    bool openStored(const Report &alike);
    bool tell(const Error &error); // false, for the caller to hand on

    Workspace &m_workspace;
    const Dialogs &m_dialogs;
    NoteBar &m_note;
    QWidget *m_window;
    QList<qint64> m_removed;
};

} // namespace zhibao
