// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"
#include "core/review/reviewlog.h"
#include "store/log/account.h"

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
    const Secret *sealing = nullptr; // what the account's password opens: the office's secret key is sealed under it
    std::optional<OfficeKey> key = {}; // that is made or trusted by it
};

// An entry as it lies in the store.
struct FoundEntry {
    enum class Standing {
        Holds, // as it was written and signed
        Waits, // nobody could sign it; it counts for nothing until an administrator confirmed it
        Broken, // not as it was written or signed, or nothing tells that it is
    };
    LogEntry entry;
    Standing standing = Standing::Holds;
};

// An entry of a file, and what the report said at the version it speaks of.
struct IncomingEntry {
    LogEntry entry; // with its origin
    int content = -1; // from 0 in IncomingFile::contents; -1: it is not in the file
    bool isProven = false; // the office of origin signed it (core/receipt.h)
};

// What another office tells of a report.
struct IncomingFile {
    QString notice; // number
    QString unit;
    QByteArray sender; // its public key
    QList<Report> contents = {};
    QList<IncomingEntry> entries = {}; // first to last
    QList<QByteArray> attachments = {}; // files that the entries name
    // Another office, that who opens the file, an administrator, trusts with it.
    std::optional<OfficeKey> trusted = std::nullopt;
    QString occasion = {}; // "" where the notice is answered once
};

// What became of the entries of another office.
struct ReceivedEntries {
    qint64 report = 0;
    int added = 0;
    int known = 0; // of the file: are here already
    int late = 0; // of the added: came when the report had moved on, so that its state stayed as it was
};

} // namespace zhibao
