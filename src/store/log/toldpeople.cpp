// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/toldpeople.h"

#include "store/log/belongings.h"
#include "store/log/entries.h"
#include "store/reports/rowdigests.h"

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

// Whether the detail tells nothing else.
template <std::size_t count>
bool tellsOnly(const QJsonObject &detail, const std::array<QString, count> &names)
{
    const QStringList keys = detail.keys();
    return std::all_of(keys.cbegin(), keys.cend(),
        [&](const QString &key) { return std::find(names.begin(), names.end(), key) != names.end(); });
}

bool deactivates(const LogEntry &entry, const Told &before)
{
    static const std::array names{belonging::name, belonging::duties, belonging::active, belonging::digest};
    const QString name = entry.detail.value(belonging::name).toString();
    const auto known = before.people().constFind(name);
    return known != before.people().cend() && tellsOnly(entry.detail, names)
        && !entry.detail.value(belonging::active).toBool(true)
        && entry.detail.value(belonging::duties).toInt(-1) == known->duties
        && fromHex(entry.detail.value(belonging::digest))
        == digestOfPerson(deactivated(name, Duties::fromInt(known->duties)));
}

bool changesAccount(EntryKind kind)
{
    return kind == EntryKind::PersonAdded || kind == EntryKind::PersonChanged || kind == EntryKind::PasswordSet
        || kind == EntryKind::KeySealed;
}

bool tellsKey(EntryKind kind)
{
    return kind == EntryKind::KeyTrusted || kind == EntryKind::SigningBegun || kind == EntryKind::PersonAdded;
}

} // namespace

bool ToldPerson::fits(const Account &account) const
{
    return duties == account.person.duties.toInt() && active == account.active
        && (digest.isEmpty() || digest == digestOfPerson(account));
}

bool ToldKey::fits(const OfficeKey &key) const
{
    const QByteArray digest = fromHex(detail.value(belonging::keyDigest));
    return digest.isEmpty() ? isAsTold(key, detail) : digest == digestOf(key);
}

void Told::take(const LogEntry &entry)
{
    if (!entry.origin.isEmpty())
        return;
    if (!entry.person.isEmpty())
        m_names.insert(entry.person);
    m_isSigned = m_isSigned || beginsSigning(entry);
    if (m_isSigned && entry.signature.isEmpty()) {
        if (entry.kind == EntryKind::PersonChanged && mayLackSignature(entry, *this)) {
            const QString name = entry.detail.value(belonging::name).toString();
            ToldPerson &person = m_people[name];
            person.active = false;
            person.digest = digestOfPerson(deactivated(name, Duties::fromInt(person.duties)));
        }
        return;
    }
    if (changesAccount(entry.kind))
        takeAccount(entry);
    if (tellsKey(entry.kind) && entry.detail.contains(belonging::key))
        m_keys.insert(fromHex(entry.detail.value(belonging::key)), {entry.detail, entry.at});
    if (entry.kind != EntryKind::SigningBegun)
        return;
    const QJsonObject people = entry.detail.value(belonging::people).toObject();
    for (auto person = people.begin(); person != people.end(); ++person)
        m_people[person.key()].digest = fromHex(person.value());
}

void Told::takeAccount(const LogEntry &entry)
{
    if (!entry.detail.contains(belonging::duties))
        return;
    const QString name = entry.detail.value(belonging::name).toString();
    m_names.insert(name);
    m_people.insert(name,
        {entry.detail.value(belonging::duties).toInt(-1), entry.detail.value(belonging::active).toBool(),
            fromHex(entry.detail.value(belonging::digest))});
}

bool Told::areAsTold(const QList<Account> &accounts, QString &other) const
{
    QSet<QString> seen;
    for (const Account &account : accounts) {
        other = account.person.name;
        seen.insert(other);
        if (!m_people.value(other).fits(account))
            return false;
    }
    for (auto person = m_people.cbegin(); person != m_people.cend(); ++person) {
        other = person.key();
        if (!seen.contains(other))
            return false;
    }
    other.clear();
    return true;
}

bool Told::areAsTold(const QList<OfficeKey> &keys) const
{
    return keys.size() == m_keys.size() && std::all_of(keys.cbegin(), keys.cend(), [&](const OfficeKey &key) {
        const auto told = m_keys.constFind(key.publicKey);
        return told != m_keys.cend() && told->fits(key);
    });
}

Told toldBy(const QList<LogEntry> &entries)
{
    Told told;
    for (const LogEntry &entry : entries)
        told.take(entry);
    return told;
}

bool beginsSigning(const LogEntry &entry)
{
    return entry.origin.isEmpty() && (entry.kind == EntryKind::SigningBegun || entry.kind == EntryKind::PersonAdded)
        && entry.detail.contains(belonging::key);
}

bool mayLackSignature(const LogEntry &entry, const Told &before)
{
    static const std::array restored{
        QStringLiteral("backup"), QStringLiteral("by"), QStringLiteral("number"), QStringLiteral("chain")};
    static const std::array lost{belonging::lost};
    const bool isOfNobody = entry.origin.isEmpty() && entry.signature.isEmpty() && entry.person.isEmpty()
        && entry.office.isEmpty() && entry.post.isEmpty() && entry.reason.isEmpty() && !entry.verified;
    if (!isOfNobody)
        return false;
    switch (entry.kind) {
    case EntryKind::PersonChanged:
        return entry.report == 0 && deactivates(entry, before);
    case EntryKind::Restored:
        return entry.report == 0 && tellsOnly(entry.detail, restored);
    case EntryKind::Recovered:
        return entry.report > 0 ? entry.state == ReportState::Draft && entry.detail.isEmpty()
                                : tellsOnly(entry.detail, lost);
    default:
        return false;
    }
}

Account deactivated(const QString &name, Duties duties)
{
    return {{name, {}, {}, duties}, false};
}

} // namespace zhibao
