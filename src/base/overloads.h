// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao {

// One function for each alternative of a variant, for std::visit: where one is missing, the compiler says so.
template <typename... Functions>
struct Overloads : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloads(Functions...) -> Overloads<Functions...>;

} // namespace zhibao
