// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// What is taken in here fits into a file for another office: the limits of exchange/reviewfile.h are asked about where
// texts come in, and before something is recorded that could not be told.
#pragma once

#include "store/store.h"

namespace zhibao {

// Of people, offices, posts and units. Error: NameTooLong.
Result<void> checkNames(const QStringList &names);

// Whether all that was said and done of the report, with this entry, fits. Error: ExchangeTooLarge; those of the store.
Result<void> checkExchangeable(const Store &store, const QList<LogEntry> &entries, const NewEntry &added,
    const Report &report, const Notice &notice);

} // namespace zhibao
