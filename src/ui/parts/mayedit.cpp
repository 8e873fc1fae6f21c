// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/mayedit.h"

#include "workspace/report/openreport.h"

namespace zhibao {

bool mayEdit(const OpenReport &open)
{
    return !open.refusal(ReviewAction::Edit);
}

} // namespace zhibao
