// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"

#include <optional>

namespace zhibao {

// Every kind of entry that speaks of a report, and every one that speaks of the store.
QList<EntryKind> kindsOfReports();
QList<EntryKind> kindsOfStores();

// An entry nobody wrote, on a content where there is one, with the details of its kind and with texts that are rare and
// go wrong; the same for the same arguments everywhere. What a store numbers is left empty.
LogEntry generateEntry(EntryKind kind, const std::optional<Report> &content, quint32 seed);

} // namespace zhibao
