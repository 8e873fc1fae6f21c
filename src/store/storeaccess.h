// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace zhibao {

// How a store is opened. Write: one process at a time. Read: beside a writer, and never changes or creates anything.
enum class StoreAccess { Write, Read };

// $XDG_DATA_HOME/zhibao/zhibao.db, or ~/.local/share/zhibao/zhibao.db.
QString defaultStorePath();

} // namespace zhibao
