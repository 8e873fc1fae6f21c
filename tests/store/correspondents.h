// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/office.h"

namespace zhibao::test {

// Two machines: staff at `here`, the supervisor `there`, each with a store and a key of its own.
struct Correspondents {
    Office here;
    Office there{Office::People::None};
    Person chief{QStringLiteral("赵六"), QStringLiteral("局领导"), {}, allDuties};
    QByteArray keyHere;
    QByteArray keyThere;

    Correspondents();

    static QByteArray ownKey(const Office &office);
    static Result<LogEntry> trust(
        Office &office, const QString &name, const QByteArray &key, const QStringList &units, OfficeRoles roles);

    // What a file holds: all entries of the report, with what each speaks of.
    static IncomingFile sent(const Office &office, qint64 report, const QByteArray &key);
    IncomingFile fromHere() const { return sent(here, here.id, keyHere); }
    IncomingFile fromThere() const { return sent(there, reportThere(), keyThere); }

    // The first entry of the file once more, as something else that the other office did.
    static IncomingEntry &add(IncomingFile &file, EntryKind kind, char uid, const QByteArray &origin);

    qint64 reportThere() const { return there.store->find(keyOf(here.report)).value().value_or(0); }

    // What is foreseen is what happens.
    static Result<ReceivedEntries> receive(Office &office, const IncomingFile &file);
    Result<ReceivedEntries> receiveThere(const IncomingFile &file) { return receive(there, file); }
    Result<ReceivedEntries> receiveHere(const IncomingFile &file) { return receive(here, file); }

    Result<LogEntry> act(EntryKind kind, const QString &reason = {}); // of the chief

    ReportState stateHere() const { return here.store->reviewStatus(here.id).value().state; }
    ReportState stateThere() const { return there.store->reviewStatus(reportThere()).value().state; }
};

} // namespace zhibao::test
