// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

#include <QDateTime>
#include <QList>

namespace zhibao {

enum class VersionCause { Created, Edited, Imported, Restored, Recovered };

// A saved state of a report.
struct Version {
    qint64 id = 0; // grows from version to version, over all reports and whatever the clock said
    QDateTime at; // by the clock of the machine
    VersionCause cause = VersionCause::Edited;
    bool kept = false; // it was exported, and is never thinned out
    QList<Place> changed; // against the version before: texts, rows and forms, in the order of the store
};

} // namespace zhibao
