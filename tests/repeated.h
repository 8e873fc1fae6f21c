// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao::test {

// How often something random is tried. Under the sanitizers the same code runs many times slower and is tried a fifth
// as often; all of it is tried where the tests are built as the program is.
constexpr int repeated(int times)
{
#ifdef ZHIBAO_SANITIZED
    constexpr int less = 5;
    return times < less ? times : times / less;
#else
    return times;
#endif
}

} // namespace zhibao::test
