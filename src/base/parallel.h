// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace zhibao {

// Does `work` for every number below `count`, in as many threads as there are processors, this one among them; returns
// when all is done. `work` must not write what another number reads, so that what comes out depends on no order. What
// it throws is thrown here, and what was not begun is left undone then.
void inParallel(std::size_t count, const std::function<void(std::size_t)> &work);

} // namespace zhibao
