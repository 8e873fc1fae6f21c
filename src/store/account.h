// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow.h"

#include <QDateTime>

namespace zhibao {

// A person as the store knows them.
struct Account {
    Person person;
    bool active = true; // false: may not sign in any more; the name stays taken
    QByteArray password = QByteArray(); // Argon2id in the form of crypto_pwhash_str; empty: signs in without one
    int failures = 0; // wrong tries since the last right one
    QDateTime failed = QDateTime(); // the last of them; invalid where there is none
    friend bool operator==(const Account &, const Account &) = default;
};

// The key pair of this office, or the public key of another.
struct OfficeKey {
    QByteArray publicKey; // Ed25519, 32 bytes
    QByteArray secretKey = QByteArray(); // 64 bytes; empty of another office
    QString name = QString(); // of the office
    QDateTime at = QDateTime(); // when it was made or trusted
    friend bool operator==(const OfficeKey &, const OfficeKey &) = default;
};

} // namespace zhibao
