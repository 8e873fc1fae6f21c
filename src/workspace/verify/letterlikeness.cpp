// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/verify/letterlikeness.h"

#include <algorithm>

namespace zhibao {

LetterCounts countsOf(const QString &text)
{
    LetterCounts counts;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (!QChar::isSpace(character))
            ++counts[character];
    }
    return counts;
}

double likeness(const LetterCounts &one, const LetterCounts &other)
{
    qint64 common = 0;
    qint64 all = 0;
    for (auto count = one.cbegin(); count != one.cend(); ++count) {
        common += std::min(*count, other.value(count.key()));
        all += *count;
    }
    for (const int count : other)
        all += count;
    return all == 0 ? 1 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

} // namespace zhibao
