// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/password.h"
#include "base/signature.h"
#include "store/log/account.h"
#include "store/log/newentry.h"

#include <QObject>

#include <optional>

namespace zhibao {

class Office;

// Who works at the store: the people of the office, and the one who is signed in. An office without a list of people
// has one user, who may do all, and is not named anywhere.
class Session : public QObject {
    Q_OBJECT
public:
    static constexpr int leastPassword = 8; // characters
    static constexpr int widestSeal = 450; // tenths of a millimetre: 国发〔1999〕25号, the seal of a department

    explicit Session(Office &office);
    void begin(); // a store was opened or closed

    // The people of the office, in the order in which they were added. Errors: as of the store.
    Result<QList<Account>> accounts() const;
    bool hasPeople() const { return m_hasPeople; }

    // Who is signed in; the one user where there is no list of people; a person without any duty where nobody is.
    const Person &person() const { return m_person; }
    bool isSignedIn() const { return !m_hasPeople || !m_person.name.isEmpty(); }
    bool isVerified() const { return m_verified; } // by password
    bool isLocked() const { return m_locked; }

    // Errors: PersonUnknown (also of one who is no longer active), PasswordWrong, MemoryFull (the password was not
    // checked, which counts for nothing), KeyReplaced, PasswordDelayed: after three wrong tries one has to wait, 5 s at
    // first and twice as long after each, at most an hour; the waiting outlasts the program, no setting of the clock
    // moves it, and it begins anew where the machine was started meanwhile. Signing in also unlocks. What the password
    // opens is what the log is signed with until one signs out or locks.
    Result<void> signIn(const QString &name, const Secret &password);
    void signOut();
    void lock(); // the same person comes back by password; nothing where they have none

    // What the administrator does (RoleMissing for anybody else); all of it is told in the log. The first person that
    // is added must be an administrator, and is signed in then. Errors: PersonExists, PersonUnknown, PasswordShort
    // (fewer than leastPassword), LastAdministrator, MemoryFull. A name that looks like another's exists. Without a
    // password: nullptr.
    Result<void> addPerson(const Person &person, const Secret *password);
    Result<void> changePerson(const Person &person, bool active);
    Result<void> setPassword(const QString &name, const Secret *password); // one's own too, by anybody
    // Entries that count for nothing until an administrator confirmed them (Store::unconfirmed), and that act, which is
    // told in the log. `last`: the last that was shown; where it is not the last any more nothing is confirmed.
    Result<QList<LogEntry>> unconfirmed() const;
    Result<void> confirm(const LogEntry &last);
    Result<void> administer() const; // RoleMissing where who is signed in is no administrator
    bool isSoleOffice() const; // may approve what it handed in itself
    Result<void> setSoleOffice(bool allowed);

    // The seal picture (印章图样): PNG bytes and its width, tenths of a millimetre. Neither side may be longer than
    // widestSeal. Errors: SealTooLarge, PictureUnreadable.
    struct SealPicture {
        QByteArray png;
        int width = 0;
    };
    static Result<QByteArray> readSealPicture(const QString &path); // the PNG
    // Of another office, which came with the file of that path.
    static Result<void> checkSeal(const QByteArray &bytes, int width, const QString &path);
    Result<std::optional<SealPicture>> sealPicture() const;
    Result<void> setSealPicture(const SealPicture &picture);
    Result<void> setSealPicture(const QString &path, int width);

    // This office's key, made when it is first needed, and what it signs with, where that is not sealed (SignInNeeded);
    // and the keys of others too. Each without the secret part.
    Result<OfficeKey> ownKey();
    Result<SigningKey> signingKey();
    Result<QList<OfficeKey>> trustedKeys() const;
    // What another office is called here, for which units it may act, and in which roles; none: it may do nothing any
    // more. The administrator says so, who has compared the fingerprint. Errors: SignInNeeded, RoleMissing, UnitUnknown
    // where no name or no unit is given, KeyUnknown ("", fingerprint) of the own key.
    Result<void> trustKey(const OfficeKey &office);
    Result<OfficeKey> mayTrust(const OfficeKey &office) const; // as it would be stored
    // What this office calls itself in the files that it writes; "" where it was not said. Errors: RoleMissing.
    Result<void> setOfficeName(const QString &name);

    // Something that the person does with the store or with a report.
    NewEntry told(EntryKind kind, qint64 report = 0, const QString &reason = {}) const;

Q_SIGNALS:
    void changed(); // who is signed in, locked or not, or the people

private:
    friend class Office;
    Result<void> record(const NewEntry &entry);
    Result<Account> accountOf(const QString &name) const;
    Result<void> waitedOut(const Account &account) const;
    Uptime uptime() const;
    Result<void> openKey(const Account &account, const PasswordCheck &check, const Secret &password);
    Result<void> sealKey(Account account, const Secret &password);
    void beginAnew(const Account &account);
    Result<std::optional<HashedPassword>> hashed(const Secret *password) const;
    Result<void> unsealOwn(const QString &name, const std::optional<HashedPassword> &password);
    Result<void> checkAdministratorStays(const Account &changed) const;
    void become(const Person &person, bool verified);

    Office &m_office;
    bool m_hasPeople = false;
    Person m_person;
    bool m_verified = false;
    bool m_locked = false;
};

} // namespace zhibao
