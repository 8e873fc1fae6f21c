// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/compare/placetracking.h"

#include "core/compare/alignment.h"

#include <algorithm>

namespace zhibao {

namespace {

template <typename Line>
std::optional<int> lineAfter(const QList<Line> &before, const QList<Line> &after, int line)
{
    const auto contents = [](const QList<Line> &lines) {
        QList<LineContent> all;
        for (const Line &each : lines)
            all.append(contentOf(each));
        return all;
    };
    const QList<AlignedLine> aligned = alignLines(contents(before), contents(after));
    for (const AlignedLine &each : aligned) {
        if (each.before == line)
            return each.after < 0 ? std::nullopt : std::optional(each.after);
    }
    return std::nullopt;
}

} // namespace

std::optional<Place> placeAfter(const Report &before, const Report &after, const Place &place)
{
    if (place.row < 0)
        return place;
    const QList<Row> rowsBefore = before.forms.value(place.form).rows;
    const QList<Row> rowsAfter = after.forms.value(place.form).rows;
    const std::optional<int> row = lineAfter(rowsBefore, rowsAfter, place.row);
    if (!row)
        return std::nullopt;
    Place found = place;
    found.row = *row;
    if (place.entry < 0)
        return found;
    const std::optional<int> entry
        = lineAfter(rowsBefore.value(place.row).entries, rowsAfter.value(*row).entries, place.entry);
    if (!entry)
        return std::nullopt;
    found.entry = *entry;
    return found;
}

qsizetype passageAfter(const QString &text, const QString &passage, qsizetype offset)
{
    if (passage.isEmpty())
        return -1;
    const qsizetype start = std::clamp<qsizetype>(offset, 0, text.size());
    const qsizetype after = text.indexOf(passage, start);
    const qsizetype before = start == 0 ? -1 : text.lastIndexOf(passage, start - 1);
    if (before < 0 || after < 0)
        return std::max(before, after);
    return start - before <= after - start ? before : after;
}

} // namespace zhibao
