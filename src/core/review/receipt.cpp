// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/review/receipt.h"

#include "base/signature.h"
#include "core/json.h"
#include "core/text/encoding.h"
#include "core/text/foldedname.h"

#include <algorithm>

namespace zhibao {

namespace {

const KnownOffice *knownOffice(const QByteArray &key, const QList<KnownOffice> &offices)
{
    const auto found
        = std::find_if(offices.cbegin(), offices.cend(), [&](const KnownOffice &office) { return office.key == key; });
    return found == offices.cend() ? nullptr : &*found;
}

// Whether the office has a say in the affairs of the unit, in one of the roles.
bool mayAct(const KnownOffice &office, const QString &unit, OfficeRoles roles)
{
    return office.units.contains(unit) && (office.roles & roles) != OfficeRoles();
}

// An entry that was written before the door was there is told with marks in place of what no text may hold.
template <typename Told>
bool isSame(const Told &one, const Told &other)
{
    return one == other || wellFormed(one) == wellFormed(other);
}

} // namespace

OfficeRoles rolesFor(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Submit:
    case EntryKind::Withdraw:
    case EntryKind::Lateness:
        return OfficeRole::HandIn;
    case EntryKind::Return:
    case EntryKind::Review:
        return OfficeRole::Review;
    case EntryKind::Approve:
    case EntryKind::PlaceSeal:
    case EntryKind::Unlock:
        return OfficeRole::Approve;
    case EntryKind::AttachScan:
    case EntryKind::RemoveScan:
    case EntryKind::Send:
        return OfficeRoles(OfficeRole::HandIn) | OfficeRole::Approve;
    case EntryKind::Comment:
    case EntryKind::Reply:
    case EntryKind::Resolve:
    case EntryKind::Reopen:
        return allRoles;
    default: // an office's own affair
        return {};
    }
}

std::optional<Error> receiptRefusal(const LogEntry &entry, bool isProven, const Receiving &receiving)
{
    const QString what = nameOf(entry.kind);
    const bool isOwn = !receiving.own.isEmpty() && entry.origin == receiving.own;
    const KnownOffice *const origin = knownOffice(entry.origin, receiving.offices);
    if (!isProven || (!isOwn && !origin))
        return Error{ErrorCode::OriginUnproven, {what, entry.unit, fingerprint(entry.origin)}};
    // Who only brings what others did must have a say in this report too.
    const KnownOffice *const sender = knownOffice(receiving.sender, receiving.offices);
    if (receiving.sender != receiving.own && (!sender || !mayAct(*sender, entry.unit, allRoles)))
        return Error{ErrorCode::OfficeRefused, {sender ? sender->name : QString(), what, entry.unit}};
    if (rolesFor(entry.kind) == OfficeRoles())
        return Error{ErrorCode::OfficeRefused,
            {origin          ? origin->name
                    : sender ? sender->name
                             : QString(),
                what, entry.unit}};
    // What was done here and got lost comes back; whoever holds a copy of this store could have made it up.
    if (isOwn)
        return receiving.byAdministrator ? std::nullopt
                                         : std::optional(Error{ErrorCode::OwnEntryUnknown, {what, entry.unit}});
    if (!mayAct(*origin, entry.unit, rolesFor(entry.kind)))
        return Error{ErrorCode::OfficeRefused, {origin->name, what, entry.unit}};
    if (receiving.reserved.contains(foldedName(entry.person)))
        return Error{ErrorCode::NameReserved, {entry.person, origin->name}};
    return std::nullopt;
}

QStringList differencesOf(const LogEntry &one, const LogEntry &other)
{
    QStringList differences;
    const auto compare = [&](const char *name, bool isSame) {
        if (!isSame)
            differences.append(QString::fromLatin1(name));
    };
    compare("origin", one.origin == other.origin);
    compare("report", keyOf(one) == keyOf(other));
    compare("kind", one.kind == other.kind);
    compare("person",
        isSame(one.person, other.person) && isSame(one.office, other.office) && isSame(one.post, other.post)
            && one.verified == other.verified);
    compare("at", one.at == other.at);
    compare("reason", isSame(one.reason, other.reason));
    compare("detail", isSame(one.detail, other.detail));
    compare("content", one.content == other.content);
    return differences;
}

QHash<QByteArray, QString> officeNames(const QList<LogEntry> &log)
{
    QHash<QByteArray, QString> names;
    for (const LogEntry &entry : log) {
        const QString key = entry.detail.value(QStringLiteral("key")).toString();
        if (entry.kind == EntryKind::KeyTrusted && entry.origin.isEmpty() && !key.isEmpty())
            names.insert(QByteArray::fromHex(key.toLatin1()), entry.detail.value(QStringLiteral("unit")).toString());
    }
    return names;
}

QString officeOf(const QByteArray &origin, const QHash<QByteArray, QString> &names)
{
    if (origin.isEmpty())
        return {};
    const QString name = names.value(origin);
    return name.isEmpty() ? fingerprint(origin) : name;
}

} // namespace zhibao
