// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/doclists.h"

#include "exchange/word/docpieces.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr int listsPair = 73;
constexpr int overridesPair = 74;
constexpr qint64 listSize = 28;
constexpr qint64 overrideSize = 16;
constexpr int mostLists = 4'000;

// Moves on behind the level.
ListLevel levelAt(ByteFields fields, qint64 &at)
{
    constexpr qint64 headSize = 28;
    ListLevel level;
    level.start = static_cast<int>(std::min<quint32>(fields.longAt(at), 1'000'000));
    level.format = countingFormat(int(fields.byteAt(at + 4)));
    level.isLegal = (fields.byteAt(at + 5) & 4) != 0;
    level.hasSpace = fields.byteAt(at + 15) == 1;
    at += headSize + fields.byteAt(at + 24) + fields.byteAt(at + 25);
    const int length = fields.shortAt(at);
    // In its text the numbers of levels stand for themselves.
    for (int i = 0; i < std::min(length, 100); ++i) {
        const int unit = fields.shortAt(at + 2 + 2 * i);
        level.text += unit < listLevels ? QStringLiteral("%%1").arg(unit + 1) : QString(QChar(unit));
    }
    at += 2 + 2 * qint64(length);
    return level;
}

// By their ids.
QHash<quint32, QList<ListLevel>> definedLists(ByteFields table, qint64 start)
{
    QHash<quint32, QList<ListLevel>> lists;
    const int count = std::min<int>(table.shortAt(start), mostLists);
    qint64 at = start + 2 + listSize * count;
    for (int i = 0; i < count; ++i) {
        const qint64 list = start + 2 + listSize * i;
        const bool isSimple = (table.byteAt(list + 26) & 1) != 0;
        QList<ListLevel> &levels = lists[table.longAt(list)];
        levels.clear();
        for (int level = 0; level < (isSimple ? 1 : listLevels); ++level)
            levels.append(levelAt(table, at));
    }
    return lists;
}

// What a list has otherwise than the one it is made after; moves on behind it.
void applyOverrides(ByteFields fields, int count, qint64 &at, ListNumbers::List &list)
{
    at += 4;
    for (int i = 0; i < count; ++i) {
        const int start = static_cast<int>(std::min<quint32>(fields.longAt(at), 1'000'000));
        const quint32 flags = fields.longAt(at + 4);
        const int level = static_cast<int>(flags & 0xF);
        at += 8;
        if ((flags & 0x10) != 0)
            list.starts.insert(level, start);
        if ((flags & 0x20) != 0) {
            const ListLevel changed = levelAt(fields, at);
            if (level < list.levels.size())
                list.levels[level] = changed;
        }
    }
}

} // namespace

ListNumbers docLists(ByteFields document, ByteFields table)
{
    ListNumbers numbers;
    const ByteFields lists = docTable(document, table, listsPair);
    const ByteFields overrides = docTable(document, table, overridesPair);
    if (lists.size() < 2 || overrides.size() < 4)
        return numbers;
    // The levels lie behind what the document says is the table of lists.
    const qint64 start = lists.bytes().data() - table.bytes().data();
    const QHash<quint32, QList<ListLevel>> defined = definedLists(table, start);
    const int count = static_cast<int>(std::min<quint32>(overrides.longAt(0), mostLists));
    qint64 at = 4 + overrideSize * count;
    for (int i = 0; i < count; ++i) {
        const qint64 place = 4 + overrideSize * i;
        ListNumbers::List list;
        list.counter = static_cast<int>(overrides.longAt(place) & 0x7FFFFFFF);
        list.levels = defined.value(overrides.longAt(place));
        applyOverrides(overrides, std::min<int>(overrides.byteAt(place + 12), listLevels), at, list);
        numbers.define(i + 1, list);
    }
    return numbers;
}

} // namespace zhibao
