// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// What a row or an entry says, for finding it again in another version.
struct LineContent {
    QString key; // equal for lines that say the same
    Texts texts; // the texts that are not empty; the ids need only be distinct
    LineId id; // null: it is found again by what it says
};

// An absent text is an empty one; an absent entry differs from an empty one.
LineContent contentOf(const Row &row);
LineContent contentOf(const Entry &entry);

// A line, ready to be compared with many.
struct ComparableLine {
    QList<quint32> pairs; // neighbouring characters, sorted
    Texts texts;
};
ComparableLine comparableLine(const LineContent &line);
// How much of what they say two lines share, 0 to 1: of their character pairs (Dice's coefficient), or of their texts.
double lineLikeness(const ComparableLine &one, const ComparableLine &other);

// Which line of one version is which of the other.
struct AlignedLine {
    int before = -1; // index, or -1: added
    int after = -1; // index, or -1: removed
    bool moved = false; // stands elsewhere among the lines that both versions have
};

// Every line of both versions once, in the order of `after`; removed ones where they stood. Lines with the same id are
// one. Where some have none, as many equal lines as are left find each other, then the similar ones. As few as possible
// count as moved.
QList<AlignedLine> alignLines(const QList<LineContent> &before, const QList<LineContent> &after);

} // namespace zhibao
