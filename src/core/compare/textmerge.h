// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace zhibao {

// What two people made of one passage, where nobody but a person can say which of it holds.
struct TextConflict {
    qsizetype offset = 0; // in the merged text, in which the passage of `ours` stands; UTF-16 units
    QString base;
    QString ours;
    QString theirs;
    friend bool operator==(const TextConflict &, const TextConflict &) = default;
};

struct MergedText {
    QString text;
    QList<TextConflict> conflicts; // by ascending offset
    // Changes of both sides stand directly beside one another: a person should read it once more.
    bool isJoined = false;
    friend bool operator==(const MergedText &, const MergedText &) = default;
};

// A text that is never put together of two: where both sides changed it otherwise it is in conflict as a whole.
MergedText mergeWholeTexts(const QString &base, const QString &ours, const QString &theirs);

// A text of several sentences. What both sides changed is put together clause by clause: letters wander across the edge
// of a Chinese word where single ones are merged. Titles in 《》 and quotations are never cut. A sentence in which both
// sides changed something, and one of them a figure or a negation, is in conflict as a whole.
MergedText mergeLongTexts(const QString &base, const QString &ours, const QString &theirs);

} // namespace zhibao
