// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/reviewlog.h"
#include "store/account.h"

#include <optional>

namespace zhibao {

// Something that is done and told in one transaction. The store fills in number, time, version, state and digests.
struct NewEntry {
    EntryKind kind = EntryKind::Comment;
    qint64 report = 0; // 0: of the store
    Person person = {};
    bool verified = false; // signed in by password
    QString reason = {};
    QJsonObject detail = {};
    QList<QByteArray> attachments = {}; // files that belong to it
    std::optional<Account> account = {}; // that is added or changed by it
    std::optional<OfficeKey> key = {}; // that is made or trusted by it
};

// An entry that another office wrote, and what the report said at the version it speaks of.
struct IncomingEntry {
    LogEntry entry;
    std::optional<Report> content = {};
};

// What became of the entries of another office.
struct ReceivedEntries {
    qint64 report = 0;
    int added = 0;
    int known = 0; // were here already
    int late = 0; // of the added: came when the report had moved on, so that its state stayed as it was
};

} // namespace zhibao
