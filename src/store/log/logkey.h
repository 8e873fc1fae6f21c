// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"
#include "base/result.h"
#include "store/log/account.h"

#include <optional>

namespace zhibao {

class Connection;
struct LogEntry;

// The end of the log as this office signed it.
struct LogHead {
    qint64 number = 0; // of the last entry
    QByteArray chain; // of the last entry
    QByteArray signer; // public key of this office
    QByteArray signature; // over signedHead()
};

// Nothing where the log was never signed.
Result<std::optional<LogHead>> headOf(const Connection &connection);
Result<void> storeHead(const Connection &connection, const LogHead &head);

// With what this office signs its log, while something is written to it.
class LogKey {
public:
    // `unsealed`: the secret key as somebody's password opened it; nullptr: nobody's. It counts only while none lies in
    // the open.
    static Result<LogKey> of(const Connection &connection, const Secret *unsealed);
    static LogKey made(); // a new one

    const QByteArray &publicKey() const { return m_publicKey; } // empty: there is none yet
    bool isAtHand() const { return m_secretKey.has_value(); } // false: sealed, and nobody opened it
    QByteArray sign(QByteArrayView bytes) const; // empty where it is not at hand
    QByteArray sealedUnder(const Secret &key) const; // the secret key; empty where it is not at hand
    std::optional<Secret> secret() const;
    OfficeKey inTheOpen(const QDateTime &at) const; // the row of a key that was made

private:
    QByteArray m_publicKey;
    std::optional<Secret> m_secretKey;
    friend Result<void> keepSecret(const Connection &connection, const LogKey &key);
};

// Leaves the secret key in the open where somebody works here who has no password, or none that it is sealed under, and
// takes it away where all have one. Within a transaction, after people were changed.
Result<void> keepSecret(const Connection &connection, const LogKey &key);

} // namespace zhibao
