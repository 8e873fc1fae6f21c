// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/sodium.h"

#include <QtGlobal>

#include <sodium.h>

namespace zhibao {

void startSodium()
{
    if (sodium_init() < 0)
        qFatal("libsodium: no random numbers");
}

} // namespace zhibao
