// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report/report.h"

namespace zhibao {

// In which order lines stand that two people put in and moved. The lists are the order in the version both started from
// and in what each made of it, without lines that are no more; every line is in one of them. A line that one of them
// moved stands where it was moved to. Where both put lines at one place those of each stay together. The same whichever
// side comes first.
QList<LineId> mergedOrder(const QList<LineId> &base, const QList<LineId> &ours, const QList<LineId> &theirs);

} // namespace zhibao
