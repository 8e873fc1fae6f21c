// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/report/commentplaces.h"

#include "core/compare/placetracking.h"

#include <map>
#include <tuple>

namespace zhibao {

QList<std::optional<Place>> placesNow(const OpenReport &open, const QList<Comment> &comments)
{
    using Commented = std::tuple<qint64, QString, QString, int, int, int>;
    QHash<qint64, Result<Report>> versions;
    std::map<Commented, std::optional<Place>> known;
    QList<std::optional<Place>> places;
    for (const Comment &comment : comments) {
        const Place &place = comment.place;
        const Commented key{comment.version, place.form, place.field, place.row, place.entry, place.section};
        auto now = known.find(key);
        if (now == known.end()) {
            if (!versions.contains(comment.version))
                versions.insert(comment.version,
                    comment.version > 0 ? open.version(comment.version) : Result<Report>(open.report()));
            const Result<Report> before = versions.value(comment.version, Result<Report>(Report()));
            const bool isKnown = open.id() && before;
            now = known.emplace(key, isKnown ? placeAfter(*before, open.report(), place) : std::nullopt).first;
        }
        places.append(now->second);
    }
    return places;
}

} // namespace zhibao
