// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"

#include <optional>

namespace zhibao {

class PasswordEdit;

// The new password, where it was typed alike in both fields; both are empty then.
std::optional<Secret> twiceTyped(PasswordEdit &first, PasswordEdit &second);

} // namespace zhibao
