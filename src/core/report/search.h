// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QList>

namespace zhibao {

struct SearchOptions {
    bool matchCase = false;
    bool wholeWords = false; // Latin words; Chinese has none
};

struct Match {
    Place place;
    int offset = 0; // UTF-16 units
    int length = 0;
    friend bool operator==(const Match &, const Match &) = default;
};

// Every match in the report, literally and without overlaps, forms in the notice's order, places in reading order.
QList<Match> findAll(const Report &report, const Notice &notice, const QString &sought, SearchOptions options);

// The report with those matches replaced; matches must stem from findAll on this report.
Report replaceAll(Report report, const Notice &notice, const QList<Match> &matches, const QString &replacement);

} // namespace zhibao
