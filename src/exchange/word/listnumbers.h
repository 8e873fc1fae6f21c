// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exchange/word/countingwords.h"

#include <QHash>
#include <QList>

#include <array>

namespace zhibao {

// How the paragraphs of one level of a list are numbered.
struct ListLevel {
    int start = 1;
    CountingFormat format = CountingFormat::None;
    QString text; // with %1 to %9 for the numbers of the levels
    bool hasSpace = false; // between number and paragraph
    bool isLegal = false; // all numbers are digits
};

inline constexpr int listLevels = 9;

// Counts the paragraphs of numbered lists, as word processors do when they show a document.
class ListNumbers {
public:
    struct List {
        int counter = 0; // lists of the same one go on where the other left off
        QList<ListLevel> levels;
        QHash<int, int> starts; // by level: where this list begins anew
    };
    void define(int list, const List &definition) { m_lists.insert(list, definition); }

    // What stands before the next paragraph of that list and level; empty where it is not numbered.
    QString next(int list, int level);

private:
    struct Counter {
        std::array<int, listLevels> numbers{};
        Counter() { numbers.fill(-1); } // not begun
    };
    QString written(const List &list, int level, const Counter &counter) const;

    QHash<int, List> m_lists;
    QHash<int, Counter> m_counters;
    QHash<int, bool> m_used; // by list
};

} // namespace zhibao
