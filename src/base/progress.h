// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace zhibao {

// Told how far long work has come (0.0 to 1.0); returns false to ask it to stop, upon which the work ends with
// ErrorCode::Stopped. May be called from the thread that does the work. An empty function means nobody watches.
using Progress = std::function<bool(double)>;

inline bool goesOn(const Progress &progress, double share)
{
    return !progress || progress(share);
}

} // namespace zhibao
