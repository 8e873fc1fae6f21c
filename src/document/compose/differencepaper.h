// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/compare/reportcomparison.h"
#include "core/compare/textcomparison.h"
#include "document/document.h"

namespace zhibao {

// One difference, in words ready for reading.
struct PaperDifference {
    QString place;
    Difference::Kind kind = Difference::Kind::Changed;
    QList<TextSpan> spans; // of what was moved: its text, as Same
};

struct DifferencePaper {
    QString title; // may be of several lines
    QString unit;
    QString notice; // number and title
    QString before; // which version: what was done with it, when and by whom
    QString after;
    QList<PaperDifference> differences;
};

// The differences of two versions as a table to read on paper, in black and white: what was removed is struck out, what
// was added is underlined. In a changed text ¶ marks the end of a paragraph that was removed or added.
Document composeDifferences(const DifferencePaper &paper);

} // namespace zhibao
