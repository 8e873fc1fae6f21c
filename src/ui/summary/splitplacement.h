// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/paste/summarysplit.h"
#include "core/report/reportedit.h"

namespace zhibao {

// One part of a pasted summary, and where it goes: what stands under a heading, or in it from one numbered line to the
// next.
struct SplitPart {
    Place place;
    QString text;
    bool goesOn = false; // begins with a numbered line that stayed in the text of the part before it
    bool isRest = false; // fits no place: it goes behind the opening, and stays in sight there
};

// Where what fits no part is put behind what stands there: the opening, or the first section of a form without one.
Place restPlaceOf(const Form &form);

// The parts that hold a text, in reading order; what fits no place comes last.
QList<SplitPart> splitParts(const SummarySplit &split, const Form &form);

// Whether a part may be given to another place: texts of sections and around them, no title and no date.
bool isMovable(const SplitPart &part);

// The places of the parts where another text stands already that is somebody's own.
QList<Place> takenPlaces(const QList<SplitPart> &parts, const Report &report, const Notice &notice);

enum class WhenTaken { Replace, Append };

struct Placed {
    Report report;
    Place restPlace;
    int restOffset = 0;
    int restLength = 0; // 0: everything fitted
};

// The report with the parts put in, those of one place one behind the other. Nothing of them is dropped: a date beside
// which another stands already goes where the rest goes. Errors as setText.
Result<Placed> placeParts(
    const QList<SplitPart> &parts, const Report &report, const Notice &notice, const Form &form, WhenTaken when);

} // namespace zhibao
