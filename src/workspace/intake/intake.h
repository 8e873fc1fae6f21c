// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "core/intake/plan.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace zhibao {

class Office;

// A file that arrived, alone, in a folder or in a ZIP.
struct ArrivedFile {
    QString path; // of one in a ZIP: the ZIP's, a slash, its name there
    QByteArray bytes;
    std::optional<Error> error; // it could not be read
};

// A file, what it holds, and what taking it in would do.
struct PlannedFile {
    ArrivedFile file;
    std::optional<Error> error; // it could not be read
    FilledFile filled; // as it was read
    FileReading reading;
    QString notice; // number; "" where none is answered
    Notice definition; // that the report follows
    SaidUnit unit;
    IntakePlan plan;
    qint64 report = 0; // that is there; 0: it would be new
    std::optional<Error> refusal; // why the report that is there may not be changed
    IntakeAnswers answers;

    bool isReadable() const { return !error; }
    bool isReview() const { return isReadable() && filled.kind == FilledKind::Review; }
};

// What was done, so that it can be undone.
struct AppliedFile {
    qint64 report = 0;
    bool added = false;
    qint64 versionBefore = 0; // of one that was there
};

// What others filled elsewhere, taken in: many files at once, no report in hand. Planning stores nothing.
class Intake {
public:
    explicit Intake(Office &office);

    // Every file of the folders, by name, and every file of the ZIPs among them; lock files of office programs and what
    // file systems leave are passed over in folders.
    static QList<ArrivedFile> filesIn(const QStringList &paths);

    // `notice`: number; "" for the one that the file answers.
    PlannedFile plan(const ArrivedFile &file, const QString &notice, const IntakeAnswers &answers = {}) const;

    // Takes in what needs no answer, planned anew as it comes to it, one transaction a hundred files after one backup;
    // each file is kept with its version. The plans are then as they were done. Errors: those of the store; what was
    // committed before stays.
    Result<QList<AppliedFile>> apply(QList<PlannedFile> &files, const Progress &progress = {});
    // Each report as it was before, as a further version; one that was added goes off the list.
    Result<void> undo(const QList<AppliedFile> &applied);

private:
    void read(PlannedFile &planned, const QString &notice) const;
    void planReportFile(PlannedFile &planned) const;
    void planFilled(PlannedFile &planned) const;
    LastVersion lastVersion(PlannedFile &planned, const ReportKey &key) const;
    QStringList unitsWithReports() const;
    Result<std::optional<AppliedFile>> applyOne(PlannedFile &planned);
    Result<void> tell(const PlannedFile &planned, qint64 report);

    Office &m_office;
};

} // namespace zhibao
