// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QDateTime>

namespace zhibao {

class Connection;
class Wreck;

// Goes on with the log of the store that is being put together where that of the wreck does, with the same numbers and
// digests: each entry with its version, where that can be read, its state and its files. Then come people and keys, the
// log being told where it does not know them, and what is lost for good. Within a transaction.
Result<void> takeOverLog(const Connection &connection, const Wreck &wreck, const QDateTime &now);

// Puts the report back to work, and tells so; within a transaction.
Result<void> releaseRecovered(const Connection &connection, qint64 report, const QDateTime &now);

} // namespace zhibao
