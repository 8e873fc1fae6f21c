// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/lineorder.h"

#include "core/compare/alignment.h"
#include "core/compare/commonsubsequence.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

constexpr int atTop = -1; // stands behind no line that stayed

QSet<LineId> setOf(const QList<LineId> &lines)
{
    return {lines.cbegin(), lines.cend()};
}

QSet<LineId> movedLines(const QList<LineId> &before, const QList<LineId> &after)
{
    const auto contents = [](const QList<LineId> &lines) {
        QList<LineContent> all;
        for (const LineId &line : lines)
            all.append({{}, {}, line});
        return all;
    };
    QSet<LineId> moved;
    for (const AlignedLine &line : alignLines(contents(before), contents(after))) {
        if (line.moved)
            moved.insert(after[line.after]);
    }
    return moved;
}

// One side's order, and what of it is that side's doing.
struct SideOrder {
    SideOrder(const QList<LineId> &base, const QList<LineId> &lines)
        : order(lines)
        , has(setOf(lines))
        , moved(movedLines(base, lines))
    {
    }

    QList<LineId> order;
    QSet<LineId> has;
    QSet<LineId> moved;
    QHash<LineId, int> anchors; // the line that stayed, behind which each that did not stands: its number in the base
};

// Lists that may have lines in common, made one; what stands between two common ones stays together.
QList<LineId> woven(const QList<LineId> &one, const QList<LineId> &other)
{
    QHash<LineId, int> numbers;
    const auto numbered = [&](const QList<LineId> &lines) {
        std::vector<int> all;
        for (const LineId &line : lines) {
            const int number = numbers.value(line, static_cast<int>(numbers.size()));
            numbers.insert(line, number);
            all.push_back(number);
        }
        return all;
    };
    const std::vector<int> first = numbered(one);
    IndexPairs common = commonSubsequence(first, numbered(other));
    common.emplace_back(static_cast<int>(one.size()), static_cast<int>(other.size()));
    QList<LineId> lines;
    QSet<LineId> known;
    const auto append = [&](const QList<LineId> &stretch) {
        for (const LineId &line : stretch) {
            if (!known.contains(line))
                lines.append(line);
            known.insert(line);
        }
    };
    int from = 0;
    int start = 0;
    for (const auto &[to, end] : common) {
        const QList<LineId> ours = one.sliced(from, to - from);
        const QList<LineId> theirs = other.sliced(start, end - start);
        // Neither side goes first: the ids decide, which both sides see alike.
        const bool isOursFirst = theirs.isEmpty() || (!ours.isEmpty() && ours.first() < theirs.first());
        append(isOursFirst ? ours : theirs);
        append(isOursFirst ? theirs : ours);
        if (to < one.size())
            append({one[to]});
        from = to + 1;
        start = end + 1;
    }
    return lines;
}

} // namespace

QList<LineId> mergedOrder(const QList<LineId> &base, const QList<LineId> &ours, const QList<LineId> &theirs)
{
    SideOrder first(base, ours);
    SideOrder second(base, theirs);
    QHash<LineId, int> stayed;
    for (int line = 0; line < base.size(); ++line) {
        const LineId &id = base[line];
        if (first.has.contains(id) && second.has.contains(id) && !first.moved.contains(id)
            && !second.moved.contains(id))
            stayed.insert(id, line);
    }
    for (SideOrder *side : {&first, &second}) {
        int anchor = atTop;
        for (const LineId &id : std::as_const(side->order)) {
            if (const auto line = stayed.constFind(id); line != stayed.cend())
                anchor = *line;
            else
                side->anchors.insert(id, anchor);
        }
    }

    const QSet<LineId> inBase = setOf(base);
    // Whether it is the side that says where the line stands: it alone has it, or it put it there.
    const auto places = [&](const SideOrder &side, const SideOrder &other, const LineId &id) {
        return !other.has.contains(id) || !inBase.contains(id) || side.moved.contains(id);
    };
    QHash<int, QList<LineId>> firstBehind;
    QHash<int, QList<LineId>> secondBehind;
    const auto distribute = [&](const SideOrder &side, const SideOrder &other, QHash<int, QList<LineId>> &behind) {
        for (const LineId &id : side.order) {
            if (stayed.contains(id) || !places(side, other, id))
                continue;
            const int anchor = side.anchors.value(id);
            // Put there by both: the upper place holds.
            const bool isElsewhere
                = other.has.contains(id) && places(other, side, id) && other.anchors.value(id) < anchor;
            if (!isElsewhere)
                behind[anchor].append(id);
        }
    };
    distribute(first, second, firstBehind);
    distribute(second, first, secondBehind);

    QList<LineId> order = woven(firstBehind.value(atTop), secondBehind.value(atTop));
    for (int line = 0; line < base.size(); ++line) {
        if (!stayed.contains(base[line]))
            continue;
        order.append(base[line]);
        order.append(woven(firstBehind.value(line), secondBehind.value(line)));
    }
    return order;
}

} // namespace zhibao
