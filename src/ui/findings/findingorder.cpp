// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/findingorder.h"

#include <tuple>

namespace zhibao {

namespace {

// Where something is in reading order: number of the text place over all forms, offset in its text.
using Position = std::pair<qsizetype, int>;

bool contains(const Place &whole, const Place &part)
{
    return whole.form == part.form && (whole.field.isEmpty() || whole.field == part.field)
        && (whole.row < 0 || whole.row == part.row) && (whole.entry < 0 || whole.entry == part.entry)
        && (whole.section < 0 || whole.section == part.section);
}

Position positionOf(const QList<Place> &places, const Place &place, int offset)
{
    for (qsizetype at = 0; at < places.size(); ++at) {
        if (contains(place, places.at(at)))
            return {at, offset};
    }
    return {-1, offset};
}

} // namespace

int nextFinding(const QList<Finding> &findings, const Report &report, const Notice &notice, const Place &caret,
    int offset, int shown, Direction direction)
{
    if (findings.isEmpty())
        return -1;
    const int count = static_cast<int>(findings.size());
    const bool forward = direction == Direction::Forward;
    if (shown >= 0 && shown < count)
        return forward ? (shown + 1) % count : (shown + count - 1) % count;

    QList<Place> places;
    for (const Form &form : notice.forms)
        places += textPlaces(report, notice, form.id);
    const Position here = positionOf(places, caret, offset);
    int before = -1; // the last finding before the caret
    for (int at = 0; at < count; ++at) {
        const Position there = positionOf(places, findings.at(at).place, findings.at(at).offset);
        if (there > here)
            return forward ? at : (before >= 0 ? before : count - 1);
        if (there < here)
            before = at;
    }
    return forward ? 0 : (before >= 0 ? before : count - 1);
}

} // namespace zhibao
