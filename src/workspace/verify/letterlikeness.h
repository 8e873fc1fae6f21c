// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

namespace zhibao {

// How often each character occurs in a text.
using LetterCounts = QHash<char32_t, int>;

LetterCounts countsOf(const QString &text); // white space left out

// 0: nothing in common, 1: the same letters.
double likeness(const LetterCounts &one, const LetterCounts &other);

} // namespace zhibao
