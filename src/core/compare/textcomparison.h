// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace zhibao {

// A piece of two texts laid over one another.
struct TextSpan {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text; // never empty
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// What changed from one text to the other. The Same and Removed texts joined are `before`, the Same and Added ones
// `after`, code unit for code unit. Neighbours differ in kind, and what was removed stands before what was added in its
// stead. The smallest pieces are what a reader takes for one character (UAX #29 grapheme clusters), and Latin words and
// numbers as a whole; one unchanged piece alone between longer changes is shown as changed with them.
// Texts too long for that are compared by sentences first; what then is still too long is removed and added whole.
QList<TextSpan> compareTexts(const QString &before, const QString &after);

} // namespace zhibao
