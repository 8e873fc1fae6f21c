// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/belongings.h"

#include "base/digest.h"
#include "store/connection.h"
#include "store/rowdigests.h"

namespace zhibao {

const QString accountColumns = QStringLiteral(
    "SELECT name, office, post, duties, active, password, failures, failed, digest FROM person ORDER BY rowid");
const QString keyColumns
    = QStringLiteral("SELECT public, secret, name, at, digest FROM office_key ORDER BY secret IS NULL, rowid");

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
    const bool isMade = !keys->isEmpty() && !keys->constFirst().secretKey.isEmpty();
    return isMade ? keys->constFirst().publicKey : QByteArray();
}

Result<QByteArray> attachmentOf(const Connection &connection, const QByteArray &digest)
{
    Statement statement(connection, QStringLiteral("SELECT content FROM attachment WHERE digest = ?"));
    if (const Result<void> run = statement.with(digest).run(); !run)
        return run.error();
    if (!statement.next()) {
        const Result<void> end = statement.finished();
        return end ? Error{ErrorCode::FileNotFound, {QString::fromLatin1(digest.toHex())}} : end.error();
    }
    const QByteArray content = statement.bytes(0);
    if (digestOfBytes(content, DigestAlgorithm::Sha256) != digest)
        return Error{ErrorCode::StoreDamaged, {connection.path()}};
    return content;
}

Result<void> storeAttachment(const Connection &connection, const QByteArray &content)
{
    const TaskScope logging(connection, Task::Log);
    const QByteArray digest = digestOfBytes(content, DigestAlgorithm::Sha256);
    Statement statement(connection,
        QStringLiteral("INSERT INTO attachment (digest, content) SELECT ?, ? "
                       "WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE digest = ?)"));
    return statement.with(digest).with(content).with(digest).run();
}

Result<void> storeAccount(const Connection &connection, const Account &account)
{
    const TaskScope logging(connection, Task::Log);
    Statement statement(connection,
        QStringLiteral("INSERT INTO person (name, office, post, duties, active, password, failures, failed, digest) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET office = excluded.office, "
                       "post = excluded.post, duties = excluded.duties, active = excluded.active, "
                       "password = excluded.password, failures = excluded.failures, failed = excluded.failed, "
                       "digest = excluded.digest"));
    const Person &person = account.person;
    statement.with(person.name).with(person.office).with(person.post).with(qint64(person.duties.toInt()));
    statement.with(account.active ? qint64(1) : qint64(0)).with(QString::fromLatin1(account.password));
    statement.with(qint64(account.failures));
    statement.with(account.failed.isValid() ? account.failed.toMSecsSinceEpoch() : qint64(0));
    return statement.with(digestOf(account)).run();
}

Result<void> storeKey(const Connection &connection, const OfficeKey &key)
{
    const TaskScope logging(connection, Task::Log);
    Statement statement(connection,
        QStringLiteral("INSERT INTO office_key (public, secret, name, at, digest) SELECT ?, ?, ?, ?, ? "
                       "WHERE NOT EXISTS (SELECT 1 FROM office_key WHERE public = ?)"));
    statement.with(key.publicKey).with(key.secretKey).with(key.name).with(key.at.toMSecsSinceEpoch());
    return statement.with(digestOf(key)).with(key.publicKey).run();
}

} // namespace zhibao
