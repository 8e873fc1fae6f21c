// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/listnumbers.h"

#include <algorithm>

namespace zhibao {

QString ListNumbers::next(int id, int level)
{
    const auto list = m_lists.constFind(id);
    if (list == m_lists.constEnd() || level < 0 || level >= std::min<qsizetype>(list->levels.size(), listLevels))
        return {};
    Counter &counter = m_counters[list->counter];
    std::array<int, listLevels> &numbers = counter.numbers;
    if (!m_used.value(id)) {
        m_used.insert(id, true);
        for (auto start = list->starts.cbegin(); start != list->starts.cend(); ++start) {
            if (start.key() >= 0 && start.key() < listLevels)
                numbers[static_cast<size_t>(start.key())] = -1;
        }
    }
    const auto startOf = [&](int at) { return list->starts.value(at, list->levels[at].start); };
    for (int upper = 0; upper < level; ++upper) {
        int &number = numbers[static_cast<size_t>(upper)];
        number = number < 0 ? startOf(upper) : number;
    }
    int &number = numbers[static_cast<size_t>(level)];
    number = number < 0 ? startOf(level) : std::min(number + 1, 1'000'000);
    std::fill(numbers.begin() + level + 1, numbers.end(), -1);
    return written(*list, level, counter);
}

QString ListNumbers::written(const List &list, int level, const Counter &counter) const
{
    const ListLevel &own = list.levels[level];
    if (own.format == CountingFormat::None)
        return {};
    QString text;
    for (qsizetype i = 0; i < own.text.size(); ++i) {
        const int shown = i + 1 < own.text.size() ? own.text[i + 1].digitValue() : -1;
        if (own.text[i] != u'%' || shown < 1 || shown > list.levels.size() || shown > listLevels) {
            text += own.text[i];
            continue;
        }
        const CountingFormat format = own.isLegal ? CountingFormat::Decimal : list.levels[shown - 1].format;
        text += countingWord(format, counter.numbers[static_cast<size_t>(shown - 1)]);
        ++i;
    }
    // Otherwise 1 and 2023年 would be another number.
    const bool runsOn = !text.isEmpty() && text.back().isLetterOrNumber() && text.back().script() != QChar::Script_Han;
    return own.hasSpace || runsOn ? text + u' ' : text;
}

} // namespace zhibao
