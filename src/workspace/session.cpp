// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/session.h"

#include "workspace/workspace.h"

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

Session::Session(Workspace &workspace)
    : m_workspace(workspace)
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
    return m_workspace.m_store ? m_workspace.m_store->accounts() : Result<QList<Account>>(QList<Account>());
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

// Whether the waiting after wrong tries is over: PasswordDelayed where it is not.
Result<void> Session::waitedOut(const Account &account)
{
    const int wait = waitAfter(account.failures);
    if (wait == 0 || !account.failed.isValid())
        return {};
    const QDateTime now = m_workspace.m_clock();
    const qint64 waited = account.failed.secsTo(now);
    if (waited >= wait)
        return {};
    // A clock that was set back shortens no waiting, nor does one that was ahead lengthen it until it comes true.
    if (waited < 0) {
        if (const Result<void> noted = m_workspace.m_store->noteFailures(account.person.name, account.failures, now);
            !noted && noted.error().code != ErrorCode::StoreReadOnly)
            return noted;
    }
    return Error{
        ErrorCode::PasswordDelayed, {account.person.name, QString::number(wait - std::max<qint64>(waited, 0))}};
}

Result<void> Session::signIn(const QString &name, const Secret &password)
{
    const Result<Account> account = accountOf(name);
    if (!account)
        return account.error();
    if (!account->active)
        return Error{ErrorCode::PersonUnknown, {name}};
    if (account->password.isEmpty()) {
        become(account->person, false);
        return {};
    }
    if (const Result<void> may = waitedOut(*account); !may)
        return may;
    const bool fits = passwordFits(password, account->password);
    if (!fits || account->failures > 0) {
        const Result<void> noted = m_workspace.m_store->noteFailures(
            name, fits ? 0 : account->failures + 1, fits ? QDateTime() : m_workspace.m_clock());
        // Without the note one could try on and on.
        if (!noted && !fits && noted.error().code != ErrorCode::StoreReadOnly)
            return noted.error();
    }
    if (!fits)
        return Error{ErrorCode::PasswordWrong, {name}};
    become(account->person, true);
    return {};
}

void Session::signOut()
{
    if (m_hasPeople)
        become({}, false);
}

void Session::lock()
{
    if (!m_verified || m_locked)
        return;
    m_locked = true;
    Q_EMIT changed();
}

Result<void> Session::administer() const
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {defaultStorePath()}};
    if (!m_person.duties.testFlag(Duty::Administrator))
        return Error{ErrorCode::RoleMissing, {tr("管理人员"), m_person.name}};
    return {};
}

Result<void> Session::record(const NewEntry &entry)
{
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
    m_workspace.m_backups.noteChange();
    return {};
}

Result<void> Session::addPerson(const Person &person, const Secret *password)
{
    if (Result<void> may = administer(); !may)
        return may;
    if (isBlank(person.name))
        return Error{ErrorCode::PersonUnknown, {person.name}};
    if (accountOf(person.name))
        return Error{ErrorCode::PersonExists, {person.name}};
    if (!m_hasPeople && !person.duties.testFlag(Duty::Administrator))
        return Error{ErrorCode::LastAdministrator, {person.name}};
    if (password && !isLongEnough(*password))
        return Error{ErrorCode::PasswordShort, {QString::number(leastPassword)}};
    Account account{person};
    if (password) {
        const Result<QByteArray> hash = hashPassword(*password);
        if (!hash)
            return hash.error();
        account.password = *hash;
    }
    NewEntry entry = told(EntryKind::PersonAdded);
    entry.detail = detailOf(person);
    entry.account = account;
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    if (!m_hasPeople) {
        m_hasPeople = true;
        become(person, password != nullptr);
    } else {
        Q_EMIT changed();
    }
    return {};
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
    account->password.clear();
    if (password) {
        const Result<QByteArray> hash = hashPassword(*password);
        if (!hash)
            return hash.error();
        account->password = *hash;
    }
    account->failures = 0;
    account->failed = {};
    NewEntry entry = told(EntryKind::PasswordSet);
    entry.detail = {{QStringLiteral("name"), name}};
    entry.account = *account;
    if (Result<void> recorded = record(entry); !recorded)
        return recorded;
    if (own)
        m_verified = password != nullptr;
    Q_EMIT changed();
    return {};
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
