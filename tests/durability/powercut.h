// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "durability/child.h"
#include "durability/disk.h"

namespace zhibao::durability {

// What was left of a flow after many power cuts.
struct PowerCuts {
    int drawn = 0;
    int distinct = 0; // states of the disk (with what had been acknowledged)
    int checked = 0; // of them that the flow's check looked at: one of those that are the same to it
    int lost = 0; // of the drawn
    int corrupt = 0;
    QString example; // of damage
};

// A flow that was run to its end with every call recorded.
struct Recording {
    QString folder;
    Tree before;
    Tree after;
    Ending ending;
};

Recording record(const Flow &flow);

// Cuts the power of a recorded flow at as many random calls, and looks at what is left; the same for the same flow.
PowerCuts cutPower(const Flow &flow, const Recording &recording, Order order, int states);

} // namespace zhibao::durability
