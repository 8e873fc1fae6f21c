// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/log/logkey.h"

#include "base/encryption.h"
#include "base/signature.h"
#include "store/database/transaction.h"
#include "store/log/belongings.h"

#include <algorithm>

namespace zhibao {

namespace {

constexpr Table headTable{"head", "id, number, chain, signer, signature"};

} // namespace

Result<std::optional<LogHead>> headOf(const Connection &connection)
{
    Statement statement(connection, QStringLiteral("SELECT number, chain, signer, signature FROM head"));
    if (const Result<void> run = statement.run(); !run)
        return run.error();
    std::optional<LogHead> head;
    if (statement.next())
        head = LogHead{statement.number(0), statement.bytes(1), statement.bytes(2), statement.bytes(3)};
    if (const Result<void> end = statement.finished(); !end)
        return end.error();
    return head;
}

Result<void> storeHead(const Connection &connection, const LogHead &head)
{
    const TaskScope logging(connection, Task::Log);
    return RowWriter(connection, headTable, RowWriter::Mode::Put)
        .write({qint64(1), head.number, head.chain, head.signer, head.signature});
}

Result<LogKey> LogKey::of(const Connection &connection, const Secret *unsealed)
{
    const Result<QList<OfficeKey>> keys = keysOf(connection);
    if (!keys)
        return keys.error();
    LogKey key;
    const bool isMade = !keys->isEmpty() && keys->constFirst().own;
    // A backup of before the key was made goes on with the key of the store that it takes the place of.
    if (isMade)
        key.m_publicKey = keys->constFirst().publicKey;
    else if (unsealed)
        key.m_publicKey = publicPartOf(unsealed->bytes());
    QByteArray inTheOpen = isMade ? keys->constFirst().secretKey : QByteArray();
    if (!inTheOpen.isEmpty())
        key.m_secretKey.emplace(inTheOpen);
    else if (unsealed)
        key.m_secretKey.emplace(unsealed->copy());
    // What is signed by another key than the log tells of would be damage.
    if (key.m_secretKey && publicPartOf(key.m_secretKey->bytes()) != key.m_publicKey)
        key.m_secretKey.reset();
    return key;
}

LogKey LogKey::made()
{
    SigningKey pair = newSigningKey();
    LogKey key;
    key.m_publicKey = pair.publicKey;
    key.m_secretKey.emplace(std::move(pair.secretKey));
    return key;
}

QByteArray LogKey::sign(QByteArrayView bytes) const
{
    return m_secretKey ? zhibao::sign(bytes, m_secretKey->bytes()) : QByteArray();
}

QByteArray LogKey::sealedUnder(const Secret &key) const
{
    return m_secretKey ? encrypt(m_secretKey->bytes(), key) : QByteArray();
}

std::optional<Secret> LogKey::secret() const
{
    return m_secretKey ? std::optional(m_secretKey->copy()) : std::nullopt;
}

OfficeKey LogKey::inTheOpen(const QDateTime &at) const
{
    return {m_publicKey, m_secretKey ? m_secretKey->bytes().toByteArray() : QByteArray(), {}, at, {}, {}, true};
}

Result<void> keepSecret(const Connection &connection, const LogKey &key)
{
    const Result<QList<Account>> accounts = accountsOf(connection);
    const Result<QList<OfficeKey>> keys = keysOf(connection);
    if (!accounts || !keys)
        return accounts ? keys.error() : accounts.error();
    const auto own = std::find_if(
        keys->cbegin(), keys->cend(), [&](const OfficeKey &known) { return known.publicKey == key.publicKey(); });
    if (own == keys->cend() || !key.isAtHand())
        return {};
    const bool inTheOpen = accounts->isEmpty()
        || std::any_of(accounts->cbegin(), accounts->cend(),
            [](const Account &account) { return account.active && account.share.isEmpty(); });
    if (inTheOpen != own->secretKey.isEmpty())
        return {};
    OfficeKey changed = *own;
    changed.secretKey = inTheOpen ? key.m_secretKey->bytes().toByteArray() : QByteArray();
    return changeKey(connection, changed);
}

} // namespace zhibao
