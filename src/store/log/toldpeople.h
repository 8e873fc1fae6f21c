// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/reviewlog.h"
#include "store/log/account.h"

#include <QHash>
#include <QSet>

namespace zhibao {

// What the log tells last of a person.
struct ToldPerson {
    int duties = -1; // -1: nothing
    bool active = false;
    QByteArray digest = QByteArray(); // digestOfPerson(); empty: told before signing began, when the log knew nothing
                                      // of passwords

    bool fits(const Account &account) const;
};

// What it tells last of a key.
struct ToldKey {
    QJsonObject detail;
    QDateTime at = QDateTime(); // of that entry

    bool fits(const OfficeKey &key) const;
};

// What a log tells of the people and keys here. Only entries of the kinds that have such belongings count, and from
// when signing begins only those that this office signed; one that could not be signed takes somebody's rights away and
// tells nothing else. What came from another office says nothing.
class Told {
public:
    void take(const LogEntry &entry); // one after the other, from the first on

    const QHash<QString, ToldPerson> &people() const { return m_people; } // by name
    const QHash<QByteArray, ToldKey> &keys() const { return m_keys; } // by public key
    const QSet<QString> &names() const { return m_names; } // of all who ever worked here

    bool areAsTold(
        const QList<Account> &accounts, QString &other) const; // `other`: the first who is not, or is missing
    bool areAsTold(const QList<OfficeKey> &keys) const;

private:
    void takeAccount(const LogEntry &entry);

    bool m_isSigned = false;
    QHash<QString, ToldPerson> m_people;
    QHash<QByteArray, ToldKey> m_keys;
    QSet<QString> m_names;
};

Told toldBy(const QList<LogEntry> &entries);

// Whether the entry tells that the office's own key was made, or that it signs from here on.
bool beginsSigning(const LogEntry &entry);

// Whether it is one that the program writes where nobody can sign (a recovery, a restoration): nothing but what takes
// rights or an approval away, of nobody's, with no detail but those of its kind. `before`: what the log tells until
// then.
bool mayLackSignature(const LogEntry &entry, const Told &before);

// Somebody who may not sign in any more, without a password: what such an entry may tell.
Account deactivated(const QString &name, Duties duties);

} // namespace zhibao
