// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao {

// From here on a crash of this process leaves no core dump, in which the text of reports and what was typed would lie,
// and no other process of the same user may read its memory. Cannot be taken back by the process where it may not raise
// its own limits.
void keepMemoryPrivate();

// Gives back to the system what was freed: the allocator keeps it otherwise, and a large report stays on the machine's
// account when it is long closed. Takes some milliseconds.
void giveBackMemory();

} // namespace zhibao
