// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice/notice.h"

#include <QStringList>

namespace zhibao {

// A line of a text that is one of a form's headings.
struct RecognisedHeading {
    qsizetype line = 0;
    qsizetype section = 0; // of the form
    qsizetype textStart = 0; // where text follows the heading on the same line; the line's length: none does
    friend bool operator==(const RecognisedHeading &, const RecognisedHeading &) = default;
};

// The form's headings in a text, in the order of its lines, each section at most once. A heading is known by its
// wording or by its place in the numbering, whichever way its author numbered: 一、 （一） 1. 第一部分, or not at all.
// Numbered lines below the headings are not taken for headings: their numbering differs, or starts again and again.
QList<RecognisedHeading> recogniseHeadings(const QStringList &lines, const QList<Section> &sections);

// The line that carries on a heading's numbering with the next number, behind it: a heading of the author's own. The
// number of lines where there is none.
qsizetype nextNumberedLine(const QStringList &lines, qsizetype heading);

} // namespace zhibao
