// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/intake/filereading.h"
#include "core/report/report.h"
#include "core/units/directory.h"

#include <QHash>
#include <QList>

#include <optional>

namespace zhibao {

// What somebody has to say before a file can be taken in.
struct IntakeQuestion {
    enum class Kind {
        Unit, // none is named, or several are meant; candidates: names
        Notice, // the file answers several as well; candidates: their numbers
        Form, // of a table; candidates: ids of forms
        Column, // of a table; text: what stands over it; candidates: ids of columns
        Table, // of several for one form; text: the form; candidates: indices
        Occasion, // on which the notice is answered
        Conflict, // what was changed here since the last file, and is changed in this one too
        Frozen, // the report is not in hand: handed in, approved
        NoForm, // nothing in the file is an answer to the notice
    };
    Kind kind{};
    int table = -1;
    int column = -1;
    QString text = {};
    QStringList candidates = {};
    friend bool operator==(const IntakeQuestion &, const IntakeQuestion &) = default;
};

struct IntakeAnswers {
    QString unit; // the name; "": as the file says
    QString occasion;
    TableChoices tables;
    QMap<QString, QMap<int, int>> lines; // by form: row of the file → row of the last version; -1: a new one
};

// A row of the report as it would be, and the one of the last version that it is.
struct LineLink {
    QString form;
    int row = 0;
    int before = -1; // -1: it is new
    double likeness = 0; // 1: it says the same
    friend bool operator==(const LineLink &, const LineLink &) = default;
};

struct IntakeChange {
    enum class What { Added, Changed, Removed, Conflict };
    Place place; // in the report as it would be; of what is removed in the last version
    What what = What::Changed;
    friend bool operator==(const IntakeChange &, const IntakeChange &) = default;
};

// The report that is there of the unit.
struct LastVersion {
    std::optional<Report> report; // as it is
    std::optional<Report> imported; // as it was when a file was last taken in
    bool isFrozen = false;
};

// What taking in a file would do.
struct IntakePlan {
    Report report; // as it would be, its lines with ids
    QStringList forms; // that were recognised
    bool isBlank = false; // a form that nobody filled
    QList<IntakeChange> changes;
    QList<IntakeQuestion> questions; // what stands in the way
    QList<LineLink> links;
    bool changesAnything() const { return !changes.isEmpty(); }
    bool isReady() const { return questions.isEmpty(); }
};

// The unit that the file means, by what somebody answered, or by the directory; never a guess. `known`: names of units
// that have reports, which are theirs even where the directory has them not.
struct FoundUnit {
    SaidUnit unit; // its official name and how it was found; "" where somebody has to say it
    QStringList candidates;
};
FoundUnit unitOf(
    const FileReading &reading, const UnitDirectory &directory, const QStringList &known, const IntakeAnswers &answers);

// The same of a report that is one already, as a report file holds it: its forms come in the place of those before.
IntakePlan planReport(const Report &report, const Notice &notice, const LastVersion &last);

// A pure function: nothing is stored. `unit`: "" where it is not known.
IntakePlan planIntake(const FileReading &reading, const Notice &notice, const FoundUnit &unit, const LastVersion &last,
    const IntakeAnswers &answers = {});

} // namespace zhibao
