// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/notice.h"

#include <algorithm>

namespace zhibao {

const Form *Notice::form(const QString &id) const
{
    const auto found = std::find_if(forms.cbegin(), forms.cend(), [&](const Form &form) { return form.id == id; });
    return found == forms.cend() ? nullptr : &*found;
}

} // namespace zhibao
