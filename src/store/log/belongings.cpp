// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/belongings.h"

#include "base/digest.h"
#include "core/review/reviewlog.h"
#include "store/database/transaction.h"
#include "store/reports/rowdigests.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace zhibao {

namespace {

constexpr Table personTable{"person",
    "name, office, post, duties, active, password, failures, failed, digest, share, failed_boot, failed_uptime"};
constexpr Table keyTable{"office_key", "public, secret, name, at, digest, units, roles"};
constexpr Table fileTable{"file", "digest, size"};

Result<void> writeKey(const Connection &connection, const OfficeKey &key, RowWriter::Mode mode)
{
    const TaskScope logging(connection, Task::Log);
    return RowWriter(connection, keyTable, mode)
        .write({key.publicKey, key.secretKey, key.name, key.at.toMSecsSinceEpoch(), digestOf(key),
            unitsToJson(key.units), qint64(key.roles.toInt())});
}

} // namespace

const QString accountColumns
    = QStringLiteral("SELECT %1 FROM person ORDER BY rowid").arg(QLatin1StringView(personTable.columns));
const QString keyColumns = QStringLiteral(
    "SELECT %1, coalesce(public = (SELECT signer FROM head), secret IS NOT NULL) AS own FROM office_key "
    "ORDER BY own DESC, rowid")
                               .arg(QLatin1StringView(keyTable.columns));

Result<QList<Account>> accountsOf(const Connection &connection)
{
    Statement statement(connection, accountColumns);
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<Account> accounts;
    while (statement.next()) {
        const Account account = accountFrom(statement);
        if (digestOf(account) != statement.bytes(8))
            return Error{ErrorCode::StoreDamaged, {connection.path()}};
        accounts.append(account);
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return accounts;
}

Result<QList<OfficeKey>> keysOf(const Connection &connection)
{
    Statement statement(connection, keyColumns);
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<OfficeKey> keys;
    while (statement.next()) {
        const OfficeKey key = keyFrom(statement);
        if (digestOf(key) != statement.bytes(4))
            return Error{ErrorCode::StoreDamaged, {connection.path()}};
        keys.append(key);
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return keys;
}

Result<QByteArray> ownKeyOf(const Connection &connection)
{
    const Result<QList<OfficeKey>> keys = keysOf(connection);
    if (!keys)
        return keys.error();
    const bool isMade = !keys->isEmpty() && keys->constFirst().own;
    return isMade ? keys->constFirst().publicKey : QByteArray();
}

Result<QByteArray> attachmentOf(const Connection &connection, const QByteArray &digest)
{
    Statement statement(connection, QStringLiteral("SELECT size FROM file WHERE digest = ?"));
    if (const Result<void> run = statement.with(digest).run(); !run)
        return run.error();
    if (!statement.next()) {
        const Result<void> end = statement.finished();
        return end ? Error{ErrorCode::FileNotFound, {hexadecimal(digest)}} : end.error();
    }
    return connection.files().read({digest, statement.number(0)}, connection.path());
}

Result<QList<FileName>> filesIn(const Connection &connection)
{
    Statement statement(connection, QStringLiteral("SELECT digest, size FROM file ORDER BY digest"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    QList<FileName> files;
    while (statement.next())
        files.append({statement.bytes(0), statement.number(1)});
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return files;
}

Result<QSet<QByteArray>> lostFiles(const Connection &connection)
{
    Statement statement(
        connection, QStringLiteral("SELECT detail FROM entry WHERE report IS NULL AND kind = ? AND origin IS NULL"));
    if (const Result<void> run = statement.with(nameOf(EntryKind::Recovered)).run(); !run)
        return run.error();
    QSet<QByteArray> lost;
    while (statement.next()) {
        const QJsonObject detail = QJsonDocument::fromJson(statement.bytes(0)).object();
        const QJsonArray digests = detail.value(belonging::lost).toArray();
        for (const QJsonValue &digest : digests)
            lost.insert(fromHex(digest));
    }
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return lost;
}

Result<void> storeAttachment(const Connection &connection, const QByteArray &content)
{
    // Within the transaction, and before it is committed: what is refused leaves no file, and no commit names one that
    // could still be lost.
    const Result<FileName> kept = connection.files().keep(content);
    return kept ? storeFile(connection, *kept) : Result<void>(kept.error());
}

Result<void> storeFile(const Connection &connection, const FileName &file)
{
    const TaskScope logging(connection, Task::Log);
    return RowWriter(connection, fileTable, RowWriter::Mode::Keep).write({file.digest, file.size});
}

Result<void> storeAccount(const Connection &connection, const Account &account)
{
    const TaskScope logging(connection, Task::Log);
    const Person &person = account.person;
    return RowWriter(connection, personTable, RowWriter::Mode::Put)
        .write({person.name, person.office, person.post, qint64(person.duties.toInt()), qint64(account.active ? 1 : 0),
            QString::fromLatin1(account.password), qint64(account.failures),
            account.failed.isValid() ? account.failed.toMSecsSinceEpoch() : qint64(0), digestOf(account), account.share,
            account.failedUptime.boot, account.failedUptime.milliseconds});
}

Result<void> storeKey(const Connection &connection, const OfficeKey &key)
{
    return writeKey(connection, key, RowWriter::Mode::Add);
}

Result<void> changeKey(const Connection &connection, const OfficeKey &key)
{
    return writeKey(connection, key, RowWriter::Mode::Change);
}

Result<void> putKey(const Connection &connection, const OfficeKey &key)
{
    const Result<QList<OfficeKey>> keys = keysOf(connection);
    if (!keys)
        return keys.error();
    const auto known = std::find_if(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &each) { return each.publicKey == key.publicKey; });
    if (known == keys->cend())
        return storeKey(connection, key);
    OfficeKey changed = key;
    changed.at = known->at;
    if (changed.secretKey.isEmpty())
        changed.secretKey = known->secretKey;
    return changeKey(connection, changed);
}

void tellKey(QJsonObject &detail, const OfficeKey &key)
{
    detail.insert(belonging::key, hexadecimal(key.publicKey));
    if (key.units.isEmpty())
        return;
    detail.insert(belonging::unit, key.name);
    detail.insert(belonging::units, QJsonArray::fromStringList(key.units));
    detail.insert(belonging::roles, key.roles.toInt());
}

OfficeKey keyTold(const QJsonObject &detail, const QDateTime &at)
{
    OfficeKey key;
    key.publicKey = QByteArray::fromHex(detail.value(belonging::key).toString().toLatin1());
    key.name = detail.value(belonging::unit).toString();
    key.at = at;
    key.units = {key.name};
    key.roles = allRoles;
    if (!detail.contains(belonging::roles)) // trusted before it was asked
        return key;
    key.units.clear();
    const QJsonArray units = detail.value(belonging::units).toArray();
    for (const QJsonValue &unit : units)
        key.units.append(unit.toString());
    key.roles = OfficeRoles::fromInt(detail.value(belonging::roles).toInt());
    return key;
}

bool isAsTold(const OfficeKey &key, const QJsonObject &detail)
{
    const OfficeKey told = keyTold(detail, key.at);
    const bool isNamed = key.name == told.name || !detail.contains(belonging::unit);
    if (detail.contains(belonging::roles))
        return isNamed && key.units == told.units && key.roles == told.roles;
    // This office's own has no roles; one that was trusted before they were asked has all, for whom it is named after.
    const bool isOwn = key.units.isEmpty() && key.roles == OfficeRoles();
    return isNamed && (isOwn || (key.units == QStringList{key.name} && key.roles == allRoles));
}

QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace zhibao
