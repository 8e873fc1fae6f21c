// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/compose/approvalsheet.h"

#include <QList>

namespace zhibao::test {

// An ordinary approval sheet of two forms.
ApprovalSheet ordinarySheet();

// As much as offices can be expected to say: six forms with titles of two lines, a unit of over 40 characters, names in
// rare characters and long ones.
ApprovalSheet crowdedSheet();

// Nothing but the unit and one form: all else is left to be filled by hand.
ApprovalSheet emptySheet();

} // namespace zhibao::test
