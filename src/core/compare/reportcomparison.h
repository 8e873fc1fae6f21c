// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// One thing that is not the same in two versions of a report. Both places are in their own version; a place whose form
// is empty is none.
struct Difference {
    enum class Kind {
        Changed, // the text at a place: of a form, a section, a row, an entry
        Added, // a row {form, row} or an entry {form, row, entry} that `before` has not
        Removed, // one that `after` has not
        Moved, // a row or an entry that stands elsewhere; what else changed in it follows as differences of their own
    };
    Kind kind = Kind::Changed;
    Place before;
    Place after;
    QString textBefore; // Changed: the text; Removed: the texts of the row or entry in reading order, a line each
    QString textAfter; // Changed: the text; Added: as above
    Row content; // Added, Removed: the row itself, or the entry as the only one of `entries`
    friend bool operator==(const Difference &, const Difference &) = default;
};

// What changed between two versions of one report, in the reading order of `after`, removed rows and entries where they
// stood; enough to make `after` from `before`. An absent text or form equals an empty one. Forms, columns and sections
// that the notice does not know are compared too, after those that it knows. Empty where the versions say the same.
QList<Difference> compareReports(const Report &before, const Report &after, const Notice &notice);

} // namespace zhibao
