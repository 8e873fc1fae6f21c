// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

namespace zhibao {

Clock systemClock()
{
    return [] { return QDateTime::currentDateTime(); };
}

} // namespace zhibao
