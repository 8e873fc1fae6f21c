// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workspace/report/openreport.h"

namespace zhibao {

// Where each comment's place is in the report in hand by now; nothing where it is gone. Quick for thousands.
QList<std::optional<Place>> placesNow(const OpenReport &open, const QList<Comment> &comments);

} // namespace zhibao
