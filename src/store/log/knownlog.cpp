// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The log as the open store knows it, and who may add to it: rows give nobody a right that the signed log does not
// tell.
#include "base/digest.h"
#include "base/signature.h"
#include "store/data.h"
#include "store/log/belongings.h"
#include "store/log/entries.h"

#include <algorithm>

namespace zhibao {

namespace {

Result<qint64> changeCounter(const Connection &connection)
{
    Statement statement(connection, QStringLiteral("PRAGMA data_version"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    if (statement.next())
        return statement.number(0);
    const Result<void> end = statement.finished();
    return end ? Error{ErrorCode::StoreDamaged, {connection.path()}} : end.error();
}

// What an administrator alone tells, where there are people.
bool needsAdministrator(const NewEntry &told)
{
    switch (told.kind) {
    case EntryKind::PersonAdded:
    case EntryKind::PersonChanged:
    case EntryKind::SoleOffice:
    case EntryKind::SealPicture:
    case EntryKind::KeyTrusted:
    case EntryKind::Confirmed:
    case EntryKind::UnitsKept:
        return true;
    case EntryKind::NoticeKept:
        return !told.detail.value(broughtKey).toBool();
    case EntryKind::PasswordSet: // one's own is one's own affair
        return !told.account || told.account->person.name != told.person.name;
    default:
        return false;
    }
}

bool administers(const QList<Account> &accounts, const QString &name)
{
    return std::any_of(accounts.cbegin(), accounts.cend(), [&](const Account &account) {
        return account.active && account.person.name == name && account.person.duties.testFlag(Duty::Administrator);
    });
}

} // namespace

Result<void> Store::Data::readLog()
{
    const Result<qint64> change = changeCounter(*connection);
    const Result<std::optional<LogEntry>> last = lastEntryWhere(*connection, QStringLiteral("number > ?"), 0);
    if (!change || !last)
        return change ? last.error() : change.error();
    const QByteArray chain = *last ? (*last)->chain : QByteArray();
    if (known && known->change == *change && known->chain == chain)
        return {};
    known.reset();
    const Result<QList<LogEntry>> entries = entriesWhere(*connection, QStringLiteral("number > ?"), 0);
    const Result<std::optional<LogHead>> head = headOf(*connection);
    if (!entries || !head)
        return entries ? head.error() : entries.error();
    std::optional<qint64> broken = firstBroken(*entries);
    const SignedLog log = broken ? SignedLog() : checkSignatures(*entries, *head, SignatureCheck::Head);
    if (!broken)
        broken = log.wrong;
    if (broken)
        return Error{ErrorCode::LogBroken, {path, QString::number(*broken)}};
    known = KnownLog{*change, entries->size(), chain, entries->size() - log.pending, log.endLost, log.told};
    return {};
}

void Store::Data::followLog()
{
    if (!known)
        return;
    const Result<qint64> change = changeCounter(*connection);
    const Result<QList<LogEntry>> entries = entriesWhere(*connection, QStringLiteral("number > ?"), known->number);
    if (!change || !entries || *change != known->change) {
        known.reset();
        return;
    }
    for (const LogEntry &entry : *entries) {
        known->told.take(entry);
        known->number = entry.number;
        known->chain = entry.chain;
        known->signedUpTo = entry.number;
        known->endLost = false;
    }
}

// Nothing is signed behind what was cut off or written beside the program, nor shown as what was done.
Result<void> Store::Data::whole()
{
    if (Result<void> read = readLog(); !read)
        return read;
    if (known->endLost)
        return Error{ErrorCode::LogBroken, {path, QString::number(known->number)}};
    return {};
}

Result<void> Store::Data::settled()
{
    if (Result<void> isWhole = whole(); !isWhole)
        return isWhole;
    const qint64 left = known->number - known->signedUpTo;
    if (left > 0)
        return Error{ErrorCode::SignInNeeded, {QString(), QString::number(left)}};
    return {};
}

Result<QList<Account>> Store::Data::people()
{
    if (const Result<void> read = readLog(); !read)
        return read.error();
    const Result<QList<Account>> accounts = accountsOf(*connection);
    if (!accounts)
        return accounts;
    QString other;
    return known->told.areAsTold(*accounts, other) ? accounts : Error{ErrorCode::StoreDamaged, {path, other}};
}

Result<QList<OfficeKey>> Store::Data::offices()
{
    if (const Result<void> read = readLog(); !read)
        return read.error();
    const Result<QList<OfficeKey>> keys = keysOf(*connection);
    if (!keys)
        return keys;
    return known->told.areAsTold(*keys) ? keys : Error{ErrorCode::StoreDamaged, {path}};
}

Result<void> Store::Data::mayTell(const NewEntry &told)
{
    const bool confirms = told.kind == EntryKind::Confirmed;
    if (Result<void> ready = confirms ? readLog() : settled(); !ready)
        return ready;
    const QString shown = told.detail.value(QStringLiteral("chain")).toString();
    if (confirms && shown != hexadecimal(known->chain))
        return Error{ErrorCode::LogBroken, {path, QString::number(known->number)}};
    const Result<QList<Account>> accounts = people();
    if (!accounts)
        return accounts.error();
    if (!accounts->isEmpty() && needsAdministrator(told) && !administers(*accounts, told.person.name))
        return Error{ErrorCode::RoleMissing, {nameOf(told.kind), told.person.name}};
    if (told.kind != EntryKind::KeyTrusted || !told.key || told.key->units.isEmpty())
        return {};
    // This office is no other.
    const Result<QByteArray> own = ownKeyOf(*connection);
    if (!own)
        return own.error();
    if (told.key->publicKey == *own)
        return Error{ErrorCode::KeyUnknown, {QString(), fingerprint(*own)}};
    return {};
}

} // namespace zhibao
