// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/compare/reportcomparison.h"

namespace zhibao {

// A piece of text as the comparison shows it.
struct ShownSpan {
    enum class Kind { Same, Removed, Added, Label };
    Kind kind = Kind::Same; // Label: words of the program, not of the report
    QString text;
    friend bool operator==(const ShownSpan &, const ShownSpan &) = default;
};

// A difference as it is shown: where, what happened in words, and the two sides.
struct ShownDifference {
    QString place;
    QString what;
    QList<ShownSpan> before;
    QList<ShownSpan> after;
};

// Of long texts that stayed the same only what stands around the changes is there, with a word on what was left out;
// line ends that came or went are told by a sign. Of a row that moved its beginning is there, as in `after`, the
// version that the differences lead to.
ShownDifference shown(const Difference &difference, const Report &after, const Notice &notice);

// The whole in one sentence, for screen readers: "附件2 开头，修改：删去“12”，增加“15”".
QString spoken(const ShownDifference &difference);

} // namespace zhibao
