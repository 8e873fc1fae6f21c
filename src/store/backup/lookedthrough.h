// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace zhibao {

class Connection;

// How far a store went when it was looked through whole and found sound: its last version and the last entry of its
// log.
struct LookedThrough {
    qint64 version = 0;
    qint64 entry = 0;
    QByteArray chain; // of that entry
};

Result<LookedThrough> endOf(const Connection &connection);

// Looks through what came since: the schema; the line of every report, its current version and its state; the versions
// since with all that they say; the entries since, as they were written, and that they go on from the one that was
// last; whether each file is there and as long as it should be. Not looked at are the structure (integrity_check), what
// older versions say, older entries, the signatures, people, keys, units and facts about the window: that is as whole
// as it was then where only the program wrote to the store since, and nobody can know more without reading all of it.
// Errors: StoreDamaged, LogBroken, StoreFilesMissing.
Result<void> lookThroughNews(const Connection &connection, const LookedThrough &since);

} // namespace zhibao
