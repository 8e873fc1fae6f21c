// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/session.h"

#include "base/digest.h"
#include "base/durablefile.h"
#include "base/log.h"
#include "base/signature.h"
#include "workspace/workspace.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <cmath>

namespace zhibao {

namespace {

constexpr int leastPasswordSize = 8; // characters
constexpr int freeTries = 3;
constexpr int firstWait = 5; // seconds
constexpr int longestWait = 3600;
constexpr int widestSeal = 450; // tenths of a millimetre: 国发〔1999〕25号, the seal of a department
constexpr qint64 pictureLimit = 16 * 1024 * 1024; // bytes
constexpr int pictureSideLimit = 4000; // pixels

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
    return QString::fromUtf8(password.bytes()).toUcs4().size() >= leastPasswordSize;
}

QString toHex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
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
    const QDateTime now = m_workspace.m_clock();
    const int wait = waitAfter(account->failures);
    // A clock that was set back shortens no waiting.
    const qint64 waited = std::max<qint64>(account->failed.isValid() ? account->failed.secsTo(now) : wait, 0);
    if (waited < wait)
        return Error{ErrorCode::PasswordDelayed, {name, QString::number(wait - waited)}};
    const bool fits = passwordFits(password, account->password);
    if (!fits || account->failures > 0) {
        const Result<void> noted
            = m_workspace.m_store->noteFailures(name, fits ? 0 : account->failures + 1, fits ? QDateTime() : now);
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
        return Error{ErrorCode::PasswordShort, {QString::number(leastPasswordSize)}};
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
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
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
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
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
        return Error{ErrorCode::PasswordShort, {QString::number(leastPasswordSize)}};
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
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
    if (own)
        m_verified = password != nullptr;
    Q_EMIT changed();
    return {};
}

bool Session::isSoleOffice() const
{
    const Result<QList<LogEntry>> entries
        = m_workspace.m_store ? m_workspace.m_store->log() : Result<QList<LogEntry>>(QList<LogEntry>());
    bool allowed = false;
    if (!entries)
        return allowed;
    for (const LogEntry &entry : *entries) {
        if (entry.kind == EntryKind::SoleOffice)
            allowed = entry.detail.value(QStringLiteral("allowed")).toBool();
    }
    return allowed;
}

Result<void> Session::setSoleOffice(bool allowed)
{
    if (Result<void> may = administer(); !may)
        return may;
    NewEntry entry = told(EntryKind::SoleOffice);
    entry.detail = {{QStringLiteral("allowed"), allowed}};
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
    Q_EMIT changed();
    return {};
}

Result<std::optional<Session::SealPicture>> Session::sealPicture() const
{
    if (!m_workspace.m_store)
        return std::optional<SealPicture>();
    const Result<QList<LogEntry>> entries = m_workspace.m_store->log();
    if (!entries)
        return entries.error();
    const auto last = std::find_if(entries->crbegin(), entries->crend(),
        [](const LogEntry &entry) { return entry.kind == EntryKind::SealPicture; });
    if (last == entries->crend())
        return std::optional<SealPicture>();
    const QString digest = last->detail.value(QStringLiteral("picture")).toString();
    const Result<QByteArray> png = m_workspace.m_store->attachment(QByteArray::fromHex(digest.toLatin1()));
    if (!png)
        return png.error();
    return std::optional(SealPicture{*png, last->detail.value(QStringLiteral("width")).toInt()});
}

Result<void> Session::setSealPicture(const QString &path, int width)
{
    if (Result<void> may = administer(); !may)
        return may;
    if (width <= 0 || width > widestSeal)
        return Error{
            ErrorCode::SealTooLarge, {QString::number(width / 10.0, 'g', 4), QString::number(widestSeal / 10)}};
    const Result<QByteArray> bytes = readWhole(path, pictureLimit);
    if (!bytes)
        return bytes.error();
    QByteArray copy = *bytes;
    QBuffer buffer(&copy);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    const bool fits = size.isValid() && size.width() <= pictureSideLimit && size.height() <= pictureSideLimit;
    const QImage image = fits ? reader.read() : QImage();
    QByteArray png;
    QBuffer out(&png);
    if (image.isNull() || !image.save(&out, "PNG"))
        return Error{ErrorCode::PictureUnreadable, {path}};
    NewEntry entry = told(EntryKind::SealPicture);
    entry.detail = {{QStringLiteral("picture"), toHex(digestOfBytes(png, DigestAlgorithm::Sha256))},
        {QStringLiteral("width"), width}};
    entry.attachments = {png};
    if (const Result<LogEntry> recorded = m_workspace.m_store->record(entry); !recorded)
        return recorded.error();
    Q_EMIT changed();
    return {};
}

Result<OfficeKey> Session::ownKey()
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {defaultStorePath()}};
    const Result<QList<OfficeKey>> keys = m_workspace.m_store->keys();
    if (!keys)
        return keys.error();
    if (!keys->isEmpty() && !keys->constFirst().secretKey.isEmpty())
        return keys->constFirst();
    const SigningKey pair = newSigningKey();
    const OfficeKey key{pair.publicKey, pair.secretKey, {}, m_workspace.m_clock()};
    NewEntry entry = told(EntryKind::KeyTrusted);
    entry.detail = {{QStringLiteral("key"), toHex(key.publicKey)}};
    entry.key = key;
    const Result<LogEntry> recorded = m_workspace.m_store->record(entry);
    return recorded ? Result<OfficeKey>(key) : Result<OfficeKey>(recorded.error());
}

Result<QList<OfficeKey>> Session::trustedKeys() const
{
    return m_workspace.m_store ? m_workspace.m_store->keys() : Result<QList<OfficeKey>>(QList<OfficeKey>());
}

Result<void> Session::trustKey(const QByteArray &publicKey, const QString &office)
{
    if (!m_workspace.m_store)
        return Error{ErrorCode::FileNotFound, {defaultStorePath()}};
    if (!isSignedIn())
        return Error{ErrorCode::SignInNeeded, {office}};
    NewEntry entry = told(EntryKind::KeyTrusted);
    entry.detail = {{QStringLiteral("key"), toHex(publicKey)}, {QStringLiteral("unit"), office}};
    entry.key = OfficeKey{publicKey, {}, office, m_workspace.m_clock()};
    const Result<LogEntry> recorded = m_workspace.m_store->record(entry);
    return recorded ? Result<void>() : Result<void>(recorded.error());
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
