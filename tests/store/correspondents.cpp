// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/correspondents.h"

#include <catch2/catch.hpp>

namespace zhibao::test {

Correspondents::Correspondents()
{
    keyHere = ownKey(here);
    REQUIRE(trust(there, QStringLiteral("h"), keyHere, {here.report.unit}, allRoles));
    keyThere = ownKey(there); // made with its first entry
    REQUIRE(trust(here, QStringLiteral("t"), keyThere, {here.report.unit}, allRoles));
    REQUIRE(there.store->remove(there.id)); // the report comes from the staff
}

QByteArray Correspondents::ownKey(const Office &office)
{
    const QList<OfficeKey> keys = office.store->keys().value();
    REQUIRE(!keys.isEmpty());
    REQUIRE(keys.constFirst().own);
    return keys.constFirst().publicKey;
}

Result<LogEntry> Correspondents::trust(
    Office &office, const QString &name, const QByteArray &key, const QStringList &units, OfficeRoles roles)
{
    NewEntry trusted = office.entry(EntryKind::KeyTrusted, office.administrator);
    trusted.report = 0;
    trusted.key = OfficeKey{key, {}, name, office.now(), units, roles};
    const QList<OfficeKey> known = office.store->keys().value();
    for (const OfficeKey &each : known) {
        if (each.publicKey == key)
            trusted.key->at = each.at; // it is known since then
    }
    return office.store->record(trusted);
}

IncomingFile Correspondents::sent(const Office &office, qint64 report, const QByteArray &key)
{
    const Report current = office.store->load(report).value();
    IncomingFile file{current.notice, current.unit, key};
    file.occasion = current.occasion;
    QHash<qint64, int> contents;
    const QList<LogEntry> entries = office.store->log(report).value();
    for (LogEntry entry : entries) {
        if (entry.origin.isEmpty())
            entry.origin = key;
        if (entry.version > 0 && !contents.contains(entry.version)) {
            contents.insert(entry.version, static_cast<int>(file.contents.size()));
            file.contents.append(office.store->loadVersion(report, entry.version).value());
        }
        file.entries.append({entry, contents.value(entry.version, -1), true});
    }
    return file;
}

IncomingEntry &Correspondents::add(IncomingFile &file, EntryKind kind, char uid, const QByteArray &origin)
{
    IncomingEntry more = file.entries.constFirst();
    more.entry.uid = QByteArray(16, uid);
    more.entry.kind = kind;
    more.entry.origin = origin;
    more.entry.signature.clear(); // the file's stands for it
    file.entries.append(more);
    return file.entries.last();
}

Result<ReceivedEntries> Correspondents::receive(Office &office, const IncomingFile &file)
{
    NewEntry told = office.entry(EntryKind::Received, office.administrator);
    told.report = 0;
    const Result<ReceivedEntries> checked = office.store->checkReceipt(file, told);
    const Result<ReceivedEntries> received = office.store->receive(file, {1, 2}, told);
    REQUIRE(static_cast<bool>(checked) == static_cast<bool>(received));
    if (received) {
        CHECK(checked->added == received->added);
        CHECK(checked->late == received->late);
    } else {
        CHECK(checked.error() == received.error());
    }
    return received;
}

Result<LogEntry> Correspondents::act(EntryKind kind, const QString &reason)
{
    NewEntry entry = there.entry(kind, chief, reason);
    entry.report = reportThere();
    return there.store->record(entry);
}

} // namespace zhibao::test
