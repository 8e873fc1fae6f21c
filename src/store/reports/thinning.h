// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/reports/version.h"

namespace zhibao {

// The ids of the versions (latest first) that may go at that time: of today none, of the six days before all but the
// last of each hour, of the four weeks before that all but the last of each day, of the time before all but the last
// of each week; never the current one nor one to keep. None where the clock is not to be believed.
QList<qint64> superfluous(const QList<Version> &versions, const QDateTime &now);

} // namespace zhibao
