// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mayedit.h"

#include "workspace/workspace.h"

namespace zhibao {

bool mayEdit(Workspace &workspace)
{
    return workspace.isOpen() && workspace.review().allowed().testFlag(ReviewAction::Edit);
}

} // namespace zhibao
