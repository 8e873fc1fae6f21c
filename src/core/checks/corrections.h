// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/checks/checks.h"

namespace zhibao {

// What stands at an offset of a text, UTF-16 units, and what is to stand there instead.
struct TextEdit {
    int offset = 0;
    int length = 0;
    QString text;
    friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

// How a finding is mended: the edits of one text, in its order.
struct Correction {
    FindingCode code{};
    Place place;
    QList<TextEdit> edits;
    friend bool operator==(const Correction &, const Correction &) = default;
};

// Of the findings those that can be mended in one way alone: half-width marks between Chinese, marks of one kind that
// follow each other, the notice's title and number. None touches what another does. `findings`: as check() gives them.
QList<Correction> correctionsOf(const QList<Finding> &findings);

QString corrected(QString text, const QList<TextEdit> &edits);
// All of them in one. Error: PlaceUnknown.
Result<Report> corrected(Report report, const Notice &notice, const QList<Correction> &corrections);

} // namespace zhibao
