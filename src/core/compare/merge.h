// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// Where two people made of one report what only a person can bring together. Nothing that either of them wrote is lost
// before somebody has decided.
struct MergeConflict {
    enum class Kind {
        Text, // the passages of a text; that of ours stands in the merged report
        Line, // a row or an entry, that one removed and the other changed; it is kept as it was changed
    };
    Kind kind = Kind::Text;
    Place place; // in the merged report
    qsizetype offset = 0; // of the passage in the text there, UTF-16 units
    QString base; // "" where there was none; of a line its texts in reading order, a line each
    QString ours; // of a line "" where we removed it
    QString theirs;
    friend bool operator==(const MergeConflict &, const MergeConflict &) = default;
};

// A text of one of the versions, that the merged report does not hold, and why.
struct MergeNote {
    enum class Reason {
        Replaced, // changed by one side, or in conflict
        Combined, // the changes of both sides were put together
        LineRemoved, // the row or entry was removed, and nobody had changed it
    };
    enum class Side { Base, Ours, Theirs };
    Reason reason = Reason::Replaced;
    Side side = Side::Base;
    Place place; // in the version of that side
    QString text; // not empty
    friend bool operator==(const MergeNote &, const MergeNote &) = default;
};

struct Merge {
    Report report;
    QList<MergeConflict> conflicts; // in the order of reading
    QList<MergeNote> record;
    QList<Place> toRead; // of the merged report: texts in which changes of both sides stand beside one another
};

// Brings together what two people made of one report. `base` is the version that both started from, or a report without
// forms where there is none; all three are of one notice and unit. Laws:
// 1. every text of the three is in the merged report, in a conflict or in the record;
// 2. versions that say the same merge to what they say, with no conflict, and no record but of the base;
// 3. which side is called ours changes nothing but what stands where a conflict is;
// 4. changes at different places come together in any order;
// 5. nothing is decided by a time.
// Lines are known by their ids; those without one by what they say.
Merge mergeReports(const Report &base, const Report &ours, const Report &theirs, const Notice &notice);

} // namespace zhibao
