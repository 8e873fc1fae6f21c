// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "workspace/office.h"

#include <QFile>

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("An office without people has one user, who may do all and is not named")
{
    Desk desk;
    const Session &session = desk.workspace->session();
    CHECK_FALSE(session.hasPeople());
    CHECK(session.isSignedIn());
    CHECK_FALSE(session.isVerified());
    CHECK(session.person() == Person{{}, {}, {}, allDuties});
    desk.workspace->session().lock();
    CHECK_FALSE(session.isLocked());
    desk.workspace->session().signOut();
    CHECK(session.isSignedIn());
}

TEST_CASE("The first person is an administrator, and is signed in with the password they gave")
{
    Desk desk;
    Session &session = desk.workspace->session();
    const Result<void> refused = session.addPerson(clerk, nullptr);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::LastAdministrator);
    CHECK_FALSE(session.hasPeople());

    const Secret word = secret(chiefWord);
    REQUIRE(session.addPerson(chief, &word));
    CHECK(session.hasPeople());
    CHECK(session.person() == chief);
    CHECK(session.isVerified());
}

TEST_CASE("Nobody is signed in when a store with people is opened, and only the right password signs in")
{
    Office office;
    office.reopen();
    Session &session = office.session();
    CHECK(session.hasPeople());
    CHECK_FALSE(session.isSignedIn());
    CHECK(session.person().duties == Duties());
    CHECK(office.failedSignIn(chief.name, QStringLiteral("错误的口令一二三")) == ErrorCode::PasswordWrong);
    CHECK(office.failedSignIn(chief.name, QString()) == ErrorCode::PasswordWrong);
    CHECK(office.failedSignIn(QStringLiteral("王五"), chiefWord) == ErrorCode::PersonUnknown);
    CHECK_FALSE(session.isSignedIn());

    int changes = 0;
    QObject::connect(&session, &Session::changed, [&changes] { ++changes; });
    REQUIRE(session.signIn(chief.name, secret(chiefWord)));
    CHECK(changes == 1);
    CHECK(session.person() == chief);
    CHECK(session.isVerified());
    session.signOut();
    CHECK_FALSE(session.isSignedIn());
    CHECK_FALSE(session.isVerified());
}

TEST_CASE("Who has no password signs in unverified, and cannot lock")
{
    Office office;
    REQUIRE(office.session().setPassword(clerk.name, nullptr));
    REQUIRE(office.session().signIn(clerk.name, secret(QString())));
    CHECK(office.session().person() == clerk);
    CHECK_FALSE(office.session().isVerified());
    office.session().lock();
    CHECK_FALSE(office.session().isLocked());
}

TEST_CASE("A locked session is opened again by the password alone")
{
    Office office;
    office.session().lock();
    CHECK(office.session().isLocked());
    CHECK(office.failedSignIn(chief.name, clerkWord) == ErrorCode::PasswordWrong);
    CHECK(office.session().isLocked());
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord)));
    CHECK_FALSE(office.session().isLocked());
}

TEST_CASE("After three wrong tries the waiting grows, outlasts the program and ends at the right password")
{
    Office office;
    for (int attempt = 0; attempt < 3; ++attempt)
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    CHECK(office.waiting(clerk.name, clerkWord) == 5); // the right one too
    office.pass(2000);
    office.reopen();
    CHECK(office.waiting(clerk.name, clerkWord) == 3);
    for (const int wait : {3, 10, 20}) {
        office.pass(wait * 1000);
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
        CHECK(office.waiting(clerk.name, clerkWord) > wait);
    }
    CHECK(office.waiting(clerk.name, clerkWord) == 40);
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord))); // nobody else waits
    office.pass(40 * 1000);
    REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
    CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong); // counted from the start again
}

TEST_CASE("The waiting is an hour at most")
{
    Office office;
    const Result<std::unique_ptr<Store>> busy = Store::open(office.path, systemClock());
    REQUIRE_FALSE(busy); // so the tries are put there by way of the session's own store
    office.workspace.reset();
    {
        const Result<std::unique_ptr<Store>> store = Store::open(office.path, [&] { return *office.now; });
        REQUIRE(store);
        REQUIRE((*store)->noteFailures(clerk.name, 1000, *office.now));
    }
    office.reopen();
    CHECK(office.waiting(clerk.name, clerkWord) == 3600);
    office.pass(3600 * 1000);
    CHECK(office.session().signIn(clerk.name, secret(clerkWord)));
}

TEST_CASE("A clock that is set back shortens no waiting, and lengthens it by no more than the waiting itself")
{
    Office office;
    for (int attempt = 0; attempt < 3; ++attempt)
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    office.pass(4000);
    *office.now = office.now->addDays(-365);
    CHECK(office.waiting(clerk.name, clerkWord) == 5);
    office.pass(4000);
    CHECK(office.waiting(clerk.name, clerkWord) == 1);
    office.pass(1000);
    CHECK(office.session().signIn(clerk.name, secret(clerkWord)));
}

TEST_CASE("People are added once, with a name and a password that is long enough, and by administrators alone")
{
    Office office;
    Session &session = office.session();
    const auto code = [](const Result<void> &done) { return done ? ErrorCode::Usage : done.error().code; };
    const Secret brief = secret(QStringLiteral("七个字的口令呀"));
    const Secret enough = secret(QStringLiteral("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"));
    Person another{QStringLiteral("王五"), {}, {}, Duty::Reporter};
    CHECK(code(session.addPerson(chief, nullptr)) == ErrorCode::PersonExists);
    CHECK(
        code(session.addPerson({QStringLiteral(" \t"), {}, {}, Duty::Reporter}, nullptr)) == ErrorCode::PersonUnknown);
    CHECK(code(session.addPerson(another, &brief)) == ErrorCode::PasswordShort);
    REQUIRE(session.addPerson(another, &enough));
    another.post = QStringLiteral("副科长");
    REQUIRE(session.changePerson(another, false));
    CHECK(session.accounts()->last().person == another);
    CHECK_FALSE(session.accounts()->last().active);
    CHECK(office.failedSignIn(another.name, QStringLiteral("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷")) == ErrorCode::PersonUnknown);

    REQUIRE(session.signIn(clerk.name, secret(clerkWord)));
    CHECK(code(session.addPerson({QStringLiteral("赵六"), {}, {}, Duty::Reporter}, nullptr)) == ErrorCode::RoleMissing);
    CHECK(code(session.changePerson(clerk, true)) == ErrorCode::RoleMissing);
    CHECK(code(session.setPassword(chief.name, &enough)) == ErrorCode::RoleMissing);
    CHECK(code(session.setSoleOffice(true)) == ErrorCode::RoleMissing);
    CHECK(code(session.setSealPicture(Session::SealPicture{{}, 420})) == ErrorCode::RoleMissing);
    REQUIRE(session.setPassword(clerk.name, &enough)); // one's own
    CHECK(office.failedSignIn(clerk.name, clerkWord) == ErrorCode::PasswordWrong);

    session.signOut();
    CHECK(code(session.setPassword(QString(), &enough)) == ErrorCode::RoleMissing);
    CHECK(code(session.changePerson(clerk, false)) == ErrorCode::RoleMissing);
}

TEST_CASE("An office always has somebody who can administer it")
{
    Office office;
    Session &session = office.session();
    Person plain = chief;
    plain.duties = Duty::Supervisor;
    CHECK(session.changePerson(plain, true).error().code == ErrorCode::LastAdministrator);
    CHECK(session.changePerson(chief, false).error().code == ErrorCode::LastAdministrator);
    Person promoted = clerk;
    promoted.duties |= Duty::Administrator;
    REQUIRE(session.changePerson(promoted, false)); // but cannot sign in
    CHECK(session.changePerson(plain, true).error().code == ErrorCode::LastAdministrator);
    REQUIRE(session.changePerson(promoted, true));
    REQUIRE(session.changePerson(plain, true));
    CHECK(session.person() == plain); // at once
    CHECK(session.addPerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, nullptr).error().code
        == ErrorCode::RoleMissing);
}

TEST_CASE("A password that is set anew ends the waiting, and the person is verified by it")
{
    Office office;
    for (int attempt = 0; attempt < 3; ++attempt)
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    const Secret fresh = secret(QStringLiteral("another-password"));
    REQUIRE(office.session().setPassword(clerk.name, &fresh));
    REQUIRE(office.session().signIn(clerk.name, secret(QStringLiteral("another-password"))));
    CHECK(office.session().isVerified());
}

TEST_CASE("A person whose row was changed beside the program signs nobody in, and nobody else either")
{
    Office office;
    office.changeBeside("UPDATE person SET duties = 7 WHERE name = '李四'");
    const Result<void> opened = office.workspace->openStore(office.path);
    if (!opened) {
        CHECK(opened.error().code == ErrorCode::StoreDamaged);
        return;
    }
    CHECK_FALSE(office.session().isSignedIn());
    CHECK(office.failedSignIn(clerk.name, clerkWord) == ErrorCode::StoreDamaged);
    CHECK(office.failedSignIn(chief.name, chiefWord) == ErrorCode::StoreDamaged);
    CHECK(office.session().person().duties == Duties());
}

TEST_CASE("What is done with people is told in the log, and no password is")
{
    Office office;
    REQUIRE(office.session().setPassword(clerk.name, nullptr));
    REQUIRE(office.session().setSoleOffice(true));
    office.workspace.reset();
    const Result<std::unique_ptr<Store>> store = Store::open(office.path, systemClock(), Store::Access::Read);
    REQUIRE(store);
    const QList<LogEntry> log = (*store)->log().value();
    REQUIRE(log.size() == 4);
    CHECK(log[0].kind == EntryKind::PersonAdded);
    CHECK(log[2].kind == EntryKind::PasswordSet);
    CHECK(log[2].person == chief.name);
    CHECK(log[2].verified);
    CHECK(log[3].kind == EntryKind::SoleOffice);
    for (const QString &word : {chiefWord, clerkWord}) {
        QFile file(office.path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains(word.toUtf8()));
    }
}
