// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace zhibao {

// Text without white space, with a mark where a line or a cell begins.
struct FlowedText {
    QString text;
    QList<bool> begins; // by code unit of the text: stands first on a line

    void append(const QString &more, bool atLineStart);
    FlowedText sliced(qsizetype from, qsizetype to) const;
};

// Which of the pieces, expected one after the other, each code unit of the text belongs to when as little as possible
// is taken to be changed, and pieces begin on a new line where possible. Ascending; pieces that are gone have none.
QList<qsizetype> assignText(const QStringList &pieces, const FlowedText &found);

// How many code units of the text, from its beginning up to where a line begins, say what `expected` says with as few
// changes as possible; -1 where more than half of it would have to be changed.
qsizetype likeBeginning(const FlowedText &found, const QString &expected);

// The same from its end on.
qsizetype likeEnd(const FlowedText &found, const QString &expected);

} // namespace zhibao
