// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/report/changedplaces.h"

#include <algorithm>

namespace zhibao {

namespace {

using Rows = QList<Row>;

// Entries that only one of the two rows has.
void compareEntries(const QString &form, int row, const Row &before, const Row &after, QList<Place> &places)
{
    const auto [shorter, longer] = std::minmax({before.entries.size(), after.entries.size()});
    for (qsizetype entry = shorter; entry < longer; ++entry)
        places.append({form, {}, row, static_cast<int>(entry)});
}

void compareRows(const QString &form, const Rows &before, const Rows &after, QList<Place> &places)
{
    const auto [shorter, longer] = std::minmax({before.size(), after.size()});
    for (qsizetype row = 0; row < shorter; ++row)
        compareEntries(form, static_cast<int>(row), before[row], after[row], places);
    for (qsizetype row = shorter; row < longer; ++row)
        places.append({form, {}, static_cast<int>(row)});
}

} // namespace

QList<Place> changedPlaces(const Report &before, const Report &after, const Notice &notice)
{
    QList<Place> places;
    for (const Form &form : notice.forms) {
        // Texts in rows and entries that only one has are told by their row or entry.
        const QList<Place> texts = textPlaces(after, notice, form.id);
        for (const Place &place : texts) {
            if (hasPlace(before, notice, place) && textAt(before, place) != textAt(after, place))
                places.append(place);
        }
        compareRows(form.id, before.forms.value(form.id).rows, after.forms.value(form.id).rows, places);
    }
    return places;
}

} // namespace zhibao
