// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office/session.h"

#include "base/digest.h"
#include "base/log.h"
#include "core/text/encoding.h"
#include "core/text/foldedname.h"
#include "workspace/office/office.h"
#include "workspace/review/exchangelimits.h"
#include "workspace/task.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr int freeTries = 3;
constexpr int firstWait = 5; // seconds
constexpr int longestWait = 3600;

// Seconds from the last wrong try to the next.
int waitAfter(int failures)
{
    if (failures < freeTries)
        return 0;
    const int doublings = std::min(failures - freeTries, 12);
    return std::min(firstWait << doublings, longestWait);
}

bool isLongEnough(const Secret &password)
{
    // Counted in place, by the bytes that begin a character of UTF-8: a copy would not be wiped.
    const QByteArrayView bytes = password.bytes();
    return std::count_if(bytes.begin(), bytes.end(), [](char byte) { return (byte & 0xC0) != 0x80; })
        >= Session::leastPassword;
}

QJsonObject detailOf(const Person &person)
{
    return {{QStringLiteral("name"), person.name}, {QStringLiteral("duties"), person.duties.toInt()}};
}

} // namespace

Session::Session(Office &office)
    : m_office(office)
{
}

void Session::begin()
{
    const Result<QList<Account>> known = accounts();
    // Where the people can not be read nobody may do anything.
    m_hasPeople = !known || !known->isEmpty();
    become(m_hasPeople ? Person() : Person{{}, {}, {}, allDuties}, false);
}

void Session::become(const Person &person, bool verified)
{
    m_person = person;
    m_verified = verified;
    m_locked = false;
    Q_EMIT changed();
}

Result<QList<Account>> Session::accounts() const
{
    return m_office.store() ? m_office.store()->accounts() : Result<QList<Account>>(QList<Account>());
}

Result<Account> Session::accountOf(const QString &name) const
{
    const Result<QList<Account>> known = accounts();
    if (!known)
        return known.error();
    const auto found = std::find_if(
        known->cbegin(), known->cend(), [&](const Account &account) { return account.person.name == name; });
    return found == known->cend() ? Result<Account>(Error{ErrorCode::PersonUnknown, {name}}) : *found;
}

Uptime Session::uptime() const
{
    return m_office.uptime();
}

// Whether the waiting after wrong tries is over: PasswordDelayed where it is not.
Result<void> Session::waitedOut(const Account &account) const
{
    const qint64 wait = waitAfter(account.failures) * qint64(1000);
    const Uptime now = uptime();
    // A start of the machine ends no waiting: it counts from there.
    const qint64 since = account.failedUptime.boot == now.boot ? account.failedUptime.milliseconds : 0;
    const qint64 left = wait - std::max<qint64>(now.milliseconds - since, 0);
    if (left <= 0)
        return {};
    return Error{ErrorCode::PasswordDelayed, {account.person.name, QString::number((left + 999) / 1000)}};
}

Result<void> Session::signIn(const QString &name, const Secret &password)
{
    const Result<Account> account = accountOf(name);
    if (!account)
        return account.error();
    if (!account->active)
        return Error{ErrorCode::PersonUnknown, {name}};
    if (account->password.isEmpty()) {
        m_office.store()->sealAgain();
        become(account->person, false);
        return {};
    }
    if (const Result<void> may = waitedOut(*account); !may)
        return may;
    const Result<PasswordCheck> check = checkPassword(password, account->password);
    if (!check)
        return check.error();
    if (!check->fits || account->failures > 0) {
        const Result<void> noted = m_office.store()->noteFailures(name, check->fits ? 0 : account->failures + 1,
            check->fits ? QDateTime() : m_office.clock()(), check->fits ? Uptime() : uptime());
        // Without the note one could try on and on.
        if (!noted && !check->fits && noted.error().code != ErrorCode::StoreReadOnly)
            return noted.error();
    }
    if (!check->fits)
        return Error{ErrorCode::PasswordWrong, {name}};
    if (const Result<void> opened = openKey(*account, *check, password); !opened)
        return opened;
    become(account->person, true);
    return {};
}

// What the log is signed with until the person leaves.
Result<void> Session::openKey(const Account &account, const PasswordCheck &check, const Secret &password)
{
    m_office.store()->sealAgain();
    if (check.key) {
        Result<void> opened = m_office.store()->unseal(account, *check.key);
        if (opened)
            beginAnew(account);
        return opened;
    }
    // The password was set before there was such a key, which lies in the open until each of those who work here has
    // signed in once.
    const Result<void> sealed = m_office.readOnlyReason() ? Result<void>() : sealKey(account, password);
    if (!sealed)
        log::warning(QStringLiteral("a key was not sealed: code %1").arg(static_cast<int>(sealed.error().code)));
    return {};
}

// A log whose beginning was lost tells no key: it goes on with that which the passwords open.
void Session::beginAnew(const Account &account)
{
    if (!m_office.ownKey().isEmpty() || m_office.readOnlyReason())
        return;
    NewEntry entry;
    entry.kind = EntryKind::SigningBegun;
    entry.person = account.person;
    entry.verified = true;
    if (const Result<void> recorded = record(entry); !recorded)
        log::warning(QStringLiteral("signing did not begin: code %1").arg(static_cast<int>(recorded.error().code)));
}

Result<void> Session::sealKey(Account account, const Secret &password)
{
    const Result<std::optional<HashedPassword>> made = hashed(&password);
    if (!made)
        return made.error();
    account.password = (*made)->record;
    account.failures = 0;
    account.failed = {};
    account.failedUptime = {};
    NewEntry entry;
    entry.kind = EntryKind::KeySealed;
    entry.person = account.person;
    entry.verified = true;
    entry.account = account;
    entry.sealing = &(*made)->key;
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    return unsealOwn(account.person.name, *made);
}

Result<QList<LogEntry>> Session::unconfirmed() const
{
    return m_office.store() ? m_office.store()->unconfirmed() : Result<QList<LogEntry>>(QList<LogEntry>());
}

Result<void> Session::confirm(const LogEntry &last)
{
    if (Result<void> may = administer(); !may)
        return may;
    const Result<QList<LogEntry>> waiting = unconfirmed();
    if (!waiting)
        return waiting.error();
    if (waiting->isEmpty())
        return {};
    NewEntry entry = told(EntryKind::Confirmed);
    entry.detail
        = {{QStringLiteral("number"), waiting->size()}, {QStringLiteral("first"), waiting->constFirst().number},
            {QStringLiteral("last"), last.number}, {QStringLiteral("chain"), hexadecimal(last.chain)}};
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    Q_EMIT changed();
    return {};
}

// Nothing of no password.
Result<std::optional<HashedPassword>> Session::hashed(const Secret *password) const
{
    if (!password)
        return std::optional<HashedPassword>();
    const Result<PasswordCost> cost = usualCost();
    if (!cost)
        return cost.error();
    Result<HashedPassword> made = hashPassword(*password, *cost);
    if (!made)
        return made.error();
    return std::optional<HashedPassword>(std::move(*made));
}

// Of who is signed in: the key may be sealed under the new password alone now.
Result<void> Session::unsealOwn(const QString &name, const std::optional<HashedPassword> &password)
{
    const Result<Account> account = accountOf(name);
    if (!account)
        return account.error();
    return password ? m_office.store()->unseal(*account, password->key) : Result<void>();
}

void Session::signOut()
{
    if (!m_hasPeople)
        return;
    m_office.store()->sealAgain();
    become({}, false);
}

void Session::lock()
{
    if (!m_verified || m_locked)
        return;
    m_office.store()->sealAgain();
    m_locked = true;
    Q_EMIT changed();
}

Result<void> Session::administer() const
{
    if (!m_office.store())
        return m_office.noStore().error();
    if (!m_person.duties.testFlag(Duty::Administrator))
        return Error{ErrorCode::RoleMissing, {task::administer, m_person.name}};
    return {};
}

Result<void> Session::record(const NewEntry &entry)
{
    if (const Result<LogEntry> recorded = m_office.store()->record(entry); !recorded)
        return recorded.error();
    m_office.backups().noteChange();
    return {};
}

Result<void> Session::addPerson(const Person &given, const Secret *password)
{
    if (Result<void> may = administer(); !may)
        return may;
    // Told apart from the others by what is stored.
    Person person = given;
    person.name = wellFormed(person.name);
    if (Result<void> fits = checkNames({person.name, person.office, person.post}); !fits)
        return fits;
    const QString folded = foldedName(person.name);
    if (folded.isEmpty())
        return Error{ErrorCode::PersonUnknown, {person.name}};
    const Result<QList<Account>> known = accounts();
    if (!known)
        return known.error();
    for (const Account &account : *known) {
        if (foldedName(account.person.name) == folded)
            return Error{ErrorCode::PersonExists, {account.person.name}};
    }
    if (!m_hasPeople && !person.duties.testFlag(Duty::Administrator))
        return Error{ErrorCode::LastAdministrator, {person.name}};
    if (password && !isLongEnough(*password))
        return Error{ErrorCode::PasswordShort, {QString::number(leastPassword)}};
    const Result<std::optional<HashedPassword>> made = hashed(password);
    if (!made)
        return made.error();
    NewEntry entry = told(EntryKind::PersonAdded);
    entry.detail = detailOf(person);
    entry.account = Account{person, true, *made ? (*made)->record : QByteArray()};
    entry.sealing = *made ? &(*made)->key : nullptr;
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    if (m_hasPeople) {
        Q_EMIT changed();
        return {};
    }
    m_hasPeople = true;
    Result<void> unsealed = unsealOwn(person.name, *made);
    become(person, password != nullptr);
    return unsealed;
}

// Whether somebody is left who can sign in and administer, once `changed` is as it is.
Result<void> Session::checkAdministratorStays(const Account &changed) const
{
    const Result<QList<Account>> known = accounts();
    if (!known)
        return known.error();
    for (const Account &account : *known) {
        const Account &then = account.person.name == changed.person.name ? changed : account;
        if (then.active && then.person.duties.testFlag(Duty::Administrator))
            return {};
    }
    return Error{ErrorCode::LastAdministrator, {changed.person.name}};
}

Result<void> Session::changePerson(const Person &person, bool active)
{
    if (Result<void> may = administer(); !may)
        return may;
    Result<Account> account = accountOf(person.name);
    if (!account)
        return account.error();
    if (Result<void> fits = checkNames({person.office, person.post}); !fits)
        return fits;
    account->person = person;
    account->active = active;
    if (Result<void> stays = checkAdministratorStays(*account); !stays)
        return stays;
    NewEntry entry = told(EntryKind::PersonChanged);
    entry.detail = detailOf(person);
    entry.detail.insert(QStringLiteral("active"), active);
    entry.account = *account;
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    if (person.name == m_person.name && !active)
        m_office.store()->sealAgain();
    if (person.name == m_person.name)
        become(active ? person : Person(), m_verified && active);
    else
        Q_EMIT changed();
    return {};
}

Result<void> Session::setPassword(const QString &name, const Secret *password)
{
    const bool own = isSignedIn() && name == m_person.name;
    if (Result<void> may = own ? Result<void>() : administer(); !may)
        return may;
    Result<Account> account = accountOf(name);
    if (!account)
        return account.error();
    if (password && !isLongEnough(*password))
        return Error{ErrorCode::PasswordShort, {QString::number(leastPassword)}};
    const Result<std::optional<HashedPassword>> made = hashed(password);
    if (!made)
        return made.error();
    account->password = *made ? (*made)->record : QByteArray();
    account->share.clear();
    account->failures = 0;
    account->failed = {};
    account->failedUptime = {};
    NewEntry entry = told(EntryKind::PasswordSet);
    entry.detail = {{QStringLiteral("name"), name}};
    entry.account = *account;
    entry.sealing = *made ? &(*made)->key : nullptr;
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    Result<void> unsealed = own ? unsealOwn(name, *made) : Result<void>();
    if (own)
        m_verified = password != nullptr;
    Q_EMIT changed();
    return unsealed;
}

NewEntry Session::told(EntryKind kind, qint64 report, const QString &reason) const
{
    NewEntry entry;
    entry.kind = kind;
    entry.report = report;
    entry.person = m_person;
    entry.verified = m_verified;
    entry.reason = reason;
    return entry;
}

} // namespace zhibao
