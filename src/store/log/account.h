// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "core/review/workflow.h"

#include <QDateTime>
#include <QStringList>

namespace zhibao {

// A person as the store knows them.
struct Account {
    Person person;
    bool active = true; // false: may not sign in any more; the name stays taken
    QByteArray password = QByteArray(); // record of hashPassword(); empty: signs in without one
    int failures = 0; // wrong tries since the last right one
    QDateTime failed = QDateTime(); // the last of them; invalid where there is none
    Uptime failedUptime = Uptime(); // the same moment
    QByteArray share = QByteArray(); // the office's secret key, sealed under the password; empty where there is none
    friend bool operator==(const Account &, const Account &) = default;
};

// The key pair of this office, or the public key of another.
struct OfficeKey {
    QByteArray publicKey; // Ed25519, 32 bytes
    QByteArray secretKey = QByteArray(); // 64 bytes; empty of another office, and while it is sealed
    QString name = QString(); // of the office
    QDateTime at = QDateTime(); // when it was made or trusted
    // Of another office: what it may do here, and for whom. A key that was trusted before this was asked may do all for
    // the unit that it was named after.
    QStringList units = {};
    OfficeRoles roles = {}; // none: it may do nothing any more
    bool own = false; // of this office, whether or not its secret key lies in the open
    friend bool operator==(const OfficeKey &, const OfficeKey &) = default;
};

} // namespace zhibao
