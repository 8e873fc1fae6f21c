// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace zhibao {

class OpenReport;

// Whether the person who is signed in may change what the report in hand says: where not, the editors are for reading.
bool mayEdit(const OpenReport &open);

} // namespace zhibao
