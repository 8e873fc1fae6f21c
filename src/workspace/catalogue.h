// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/notice.h"
#include "core/unit.h"

namespace zhibao {

// What the program ships as data: the notices and the directory of reporting units.
struct Catalogue {
    QList<Notice> notices;
    QList<Unit> units;
    const Notice *notice(const QString &number) const;
};

// Reads the resources under `root` (":/" in the program): notices/*.json and units.tsv.
Result<Catalogue> readCatalogue(const QString &root = QStringLiteral(":/"));

} // namespace zhibao
