// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/twicetyped.h"

#include "ui/parts/passwordedit.h"

namespace zhibao {

std::optional<Secret> twiceTyped(PasswordEdit &first, PasswordEdit &second)
{
    Secret one = first.take();
    const Secret other = second.take();
    return one.bytes() == other.bytes() ? std::optional<Secret>(std::move(one)) : std::nullopt;
}

} // namespace zhibao
