// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "store/backup/backup.h"
#include "workspace/office/storesettings.h"
#include "workspace/passwordoffice.h"

#include <QDir>
#include <QFile>

#include <array>

namespace session_test {

using namespace zhibao;
using namespace zhibao::test;

TEST_CASE("An office without people has one user, who may do all and is not named")
{
    Desk desk;
    const Session &session = desk.workspace->office().session();
    CHECK_FALSE(session.hasPeople());
    CHECK(session.isSignedIn());
    CHECK_FALSE(session.isVerified());
    CHECK(session.person() == Person{{}, {}, {}, allDuties});
    desk.workspace->office().session().lock();
    CHECK_FALSE(session.isLocked());
    desk.workspace->office().session().signOut();
    CHECK(session.isSignedIn());
}

TEST_CASE("The first person is an administrator, and is signed in with the password they gave")
{
    Desk desk;
    Session &session = desk.workspace->office().session();
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
    PasswordOffice office;
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
    PasswordOffice office;
    REQUIRE(office.session().setPassword(clerk.name, nullptr));
    REQUIRE(office.session().signIn(clerk.name, secret(QString())));
    CHECK(office.session().person() == clerk);
    CHECK_FALSE(office.session().isVerified());
    office.session().lock();
    CHECK_FALSE(office.session().isLocked());
}

TEST_CASE("A locked session is opened again by the password alone")
{
    PasswordOffice office;
    office.session().lock();
    CHECK(office.session().isLocked());
    CHECK(office.failedSignIn(chief.name, clerkWord) == ErrorCode::PasswordWrong);
    CHECK(office.session().isLocked());
    REQUIRE(office.session().signIn(chief.name, secret(chiefWord)));
    CHECK_FALSE(office.session().isLocked());
}

TEST_CASE("After three wrong tries the waiting grows, outlasts the program and ends at the right password")
{
    PasswordOffice office;
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
    PasswordOffice office;
    const Result<std::unique_ptr<Store>> busy = Store::open(office.path, systemClock());
    REQUIRE_FALSE(busy); // so the tries are put there by way of the session's own store
    office.workspace.reset();
    {
        const Result<std::unique_ptr<Store>> store = Store::open(office.path, [&] { return *office.now; });
        REQUIRE(store);
        REQUIRE((*store)->noteFailures(clerk.name, 1000, *office.now, {office.boot, *office.elapsed}));
    }
    office.reopen();
    CHECK(office.waiting(clerk.name, clerkWord) == 3600);
    office.pass(3600 * 1000);
    CHECK(office.session().signIn(clerk.name, secret(clerkWord)));
}

TEST_CASE("No setting of the clock shortens or lengthens a waiting")
{
    PasswordOffice office;
    for (int attempt = 0; attempt < 3; ++attempt)
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    office.pass(4000);
    const int days = GENERATE(-365, 1, 3650);
    *office.now = office.now->addDays(days);
    CHECK(office.waiting(clerk.name, clerkWord) == 1);
    office.reopen();
    CHECK(office.waiting(clerk.name, clerkWord) == 1);
    office.pass(1000);
    CHECK(office.session().signIn(clerk.name, secret(clerkWord)));
}

TEST_CASE("Where the machine was started meanwhile a waiting counts from there")
{
    PasswordOffice office;
    for (int attempt = 0; attempt < 4; ++attempt) {
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
        office.pass(attempt < 2 ? 0 : 6000);
    }
    CHECK(office.waiting(clerk.name, clerkWord) == 4); // of 10
    office.boot = QStringLiteral("second start");
    *office.elapsed = 3000;
    office.reopen();
    CHECK(office.waiting(clerk.name, clerkWord) == 7);
    office.pass(7000);
    CHECK(office.session().signIn(clerk.name, secret(clerkWord)));
}

TEST_CASE("A backup that is put back ends no waiting")
{
    PasswordOffice office;
    REQUIRE(office.workspace->office().backups().make());
    const QString backup = office.workspace->office().backups().list().constFirst().path;
    for (int attempt = 0; attempt < 3; ++attempt)
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    REQUIRE(office.workspace->restoreBackup(backup));
    CHECK(office.waiting(clerk.name, clerkWord) == 5);
}

TEST_CASE("A backup is put back by an administrator, and the new log tells it, signed")
{
    PasswordOffice office;
    REQUIRE(office.workspace->office().backups().make());
    const QString backup = office.workspace->office().backups().list().constFirst().path;
    REQUIRE(office.session().setSoleOffice(true));
    office.session().signOut();
    CHECK(office.workspace->restoreBackup(backup).error().code == ErrorCode::RoleMissing);
    REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
    CHECK(office.workspace->restoreBackup(backup).error().code == ErrorCode::RoleMissing);
    office.enter();
    REQUIRE(office.workspace->restoreBackup(backup));
    const Result<std::unique_ptr<Store>> store = Store::open(office.path, systemClock(), Store::Access::Read);
    REQUIRE(store);
    const QList<LogEntry> log = (*store)->log().value();
    REQUIRE(log.size() == 3);
    CHECK(log[2].kind == EntryKind::Restored);
    CHECK(log[2].person == chief.name);
    CHECK(log[2].detail.value(QStringLiteral("number")).toInt() == 3);
    CHECK_FALSE(log[2].signature.isEmpty());
    CHECK((*store)->unconfirmed()->isEmpty());
    CHECK(inspect(office.path)->damages.isEmpty());
}

TEST_CASE("The office's key lies in the open only while somebody works without a password")
{
    PasswordOffice office;
    Session &session = office.session();
    const QByteArray secretKey = session.signingKey()->secretKey.bytes().toByteArray();
    const auto isInTheOpen = [&] {
        QFile file(office.path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll().contains(secretKey.first(32));
    };
    CHECK_FALSE(isInTheOpen());
    REQUIRE(session.setPassword(clerk.name, nullptr));
    CHECK(isInTheOpen());
    const Secret word = secret(clerkWord);
    REQUIRE(session.setPassword(clerk.name, &word));
    CHECK_FALSE(isInTheOpen());
    REQUIRE(session.addPerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, nullptr));
    CHECK(isInTheOpen());
    REQUIRE(session.changePerson({QStringLiteral("王五"), {}, {}, Duty::Reporter}, false));
    CHECK_FALSE(isInTheOpen());
    const Secret fresh = secret(QStringLiteral("another-password"));
    REQUIRE(session.setPassword(chief.name, &fresh)); // one's own
    REQUIRE(session.setSoleOffice(true));
    REQUIRE(session.signIn(clerk.name, secret(clerkWord)));
    CHECK(session.signingKey()->secretKey.bytes() == secretKey);
    REQUIRE(session.signIn(chief.name, secret(QStringLiteral("another-password"))));
    CHECK(session.signingKey()->secretKey.bytes() == secretKey);
    office.workspace.reset();
    CHECK(inspect(office.path)->damages.isEmpty());
    CHECK(inspect(office.path)->protection == Inspection::Protection::Sealed);
}

TEST_CASE("Nothing is signed while nobody is there, or the one who is has locked")
{
    PasswordOffice office;
    office.session().lock();
    CHECK(office.session().signingKey().error().code == ErrorCode::SignInNeeded);
    CHECK(office.session().setSoleOffice(true).error().code == ErrorCode::SignInNeeded);
    office.enter();
    CHECK(office.session().setSoleOffice(true));
    office.session().signOut();
    CHECK(office.session().signingKey().error().code == ErrorCode::SignInNeeded);
}

TEST_CASE("Passwords of before there was a key are taken over as people sign in, and then the key is sealed")
{
    Desk desk;
    desk.workspace.reset();
    {
        const Result<std::unique_ptr<Store>> store = Store::open(desk.path, [&] { return *desk.now; });
        REQUIRE(store);
        for (const auto &[person, word] : {std::pair(&chief, &chiefWord), std::pair(&clerk, &clerkWord)}) {
            std::array<char, crypto_pwhash_STRBYTES> hash{};
            const QByteArray bytes = word->toUtf8();
            REQUIRE(crypto_pwhash_str(hash.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                        crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN)
                == 0);
            NewEntry entry;
            entry.kind = EntryKind::PersonAdded;
            entry.person = chief;
            entry.account = Account{*person, true, QByteArray(hash.data())};
            REQUIRE((*store)->record(entry));
        }
    }
    desk.workspace = desk.makeWorkspace();
    REQUIRE(desk.workspace->openStore(desk.path));
    Session &session = desk.workspace->office().session();
    CHECK(inspect(desk.path)->protection == Inspection::Protection::InTheOpen);
    CHECK_FALSE(session.signIn(chief.name, secret(clerkWord)));
    REQUIRE(session.signIn(chief.name, secret(chiefWord)));
    CHECK(inspect(desk.path)->protection == Inspection::Protection::InTheOpen);
    REQUIRE(session.signIn(clerk.name, secret(clerkWord)));
    CHECK(inspect(desk.path)->protection == Inspection::Protection::Sealed);
    CHECK(inspect(desk.path)->damages.isEmpty());
    REQUIRE(session.signIn(chief.name, secret(chiefWord)));
    CHECK(session.setSoleOffice(true));
}

TEST_CASE("A key that was changed beside the program is told at signing in, and by what was noted beside the store")
{
    PasswordOffice office;
    office.workspace.reset();
    CHECK(inspectWithSettings(office.path)->damages.isEmpty());
    StoreSettings settings = readStoreSettings(office.path);
    CHECK(settings.ownKey.size() == 32);
    settings.ownKey = QByteArray(32, 'k');
    REQUIRE(writeStoreSettings(office.path, settings));
    const QList<Damage> damages = inspectWithSettings(office.path)->damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].kind == Damage::Kind::Pin);
}

TEST_CASE("The note of the key beside the store is never replaced by opening another store there")
{
    PasswordOffice office;
    const QByteArray own = office.session().ownKey()->publicKey;
    office.workspace.reset();
    CHECK(readStoreSettings(office.path).ownKey == own);
    REQUIRE(QFile::remove(office.path));
    QDir(office.folder.filePath(QStringLiteral("backups"))).removeRecursively();
    const bool isFounded = GENERATE(true, false);
    if (isFounded)
        foundOffice(office.path, [at = office.now] { return *at; });
    office.reopen();
    if (!isFounded)
        REQUIRE(office.session().addPerson(chief, nullptr)); // its key is made while it is open
    office.workspace.reset();
    CHECK(readStoreSettings(office.path).ownKey == own);
    const QList<Damage> damages = inspectWithSettings(office.path)->damages;
    REQUIRE(damages.size() == 1);
    CHECK(damages[0].kind == Damage::Kind::Pin);
}

TEST_CASE("A backup that an administrator puts back brings its key, which is noted anew")
{
    PasswordOffice office;
    REQUIRE(office.workspace->office().backups().make());
    const QString backup = office.workspace->office().backups().list().constFirst().path;
    PasswordOffice other;
    REQUIRE(other.workspace->restoreBackup(backup));
    CHECK(readStoreSettings(other.path).ownKey == readStoreSettings(office.path).ownKey);
}

TEST_CASE("What a restoration wrote without a signature is confirmed by an administrator, never by signing in")
{
    PasswordOffice office;
    REQUIRE(office.workspace->office().backups().make());
    const QString backup = office.workspace->office().backups().list().constFirst().path;
    office.workspace.reset();
    // By somebody who has no key: whoever may write the file.
    REQUIRE(restoreBackup(backup, office.path, office.folder.filePath(QStringLiteral("backups")), systemClock()));
    office.reopen();
    office.enter();
    const QList<LogEntry> waiting = office.session().unconfirmed().value();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].kind == EntryKind::Restored);
    CHECK(office.session().setSoleOffice(true).error()
        == Error{ErrorCode::SignInNeeded, {QString(), QStringLiteral("1")}});
    REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
    CHECK(office.session().confirm(waiting[0]).error().code == ErrorCode::RoleMissing);
    office.enter();
    CHECK(office.session().unconfirmed()->size() == 1);
    LogEntry another = waiting[0];
    another.chain = QByteArray(32, 'c');
    CHECK(office.session().confirm(another).error().code == ErrorCode::LogBroken);
    REQUIRE(office.session().confirm(waiting[0]));
    CHECK(office.session().unconfirmed()->isEmpty());
    CHECK(office.session().setSoleOffice(true));
    office.workspace.reset();
    CHECK(isSound(inspectWithSettings(office.path).value()));
}

TEST_CASE("A name that looks like one that there is is refused, and the others are kept as they were typed")
{
    PasswordOffice office;
    for (const char16_t *name : {u"张三 ", u" 张三", u"张\u3000三", u"张三\u200b", u"张\n三", u"\ufeff张三"})
        CHECK(office.session().addPerson({QString::fromUtf16(name), {}, {}, Duty::Reporter}, nullptr).error()
            == Error{ErrorCode::PersonExists, {chief.name}});
    CHECK(office.session().addPerson({QStringLiteral("\u200b"), {}, {}, Duty::Reporter}, nullptr).error().code
        == ErrorCode::PersonUnknown);
    const QString typed = QStringLiteral("王 五Ａ");
    REQUIRE(office.session().addPerson({typed, {}, {}, Duty::Reporter}, nullptr));
    CHECK(office.session().accounts()->constLast().person.name == typed);
}

TEST_CASE("People are added once, with a name and a password that is long enough, and by administrators alone")
{
    PasswordOffice office;
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
    PasswordOffice office;
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
    PasswordOffice office;
    for (int attempt = 0; attempt < 3; ++attempt)
        CHECK(office.failedSignIn(clerk.name, chiefWord) == ErrorCode::PasswordWrong);
    const Secret fresh = secret(QStringLiteral("another-password"));
    REQUIRE(office.session().setPassword(clerk.name, &fresh));
    REQUIRE(office.session().signIn(clerk.name, secret(QStringLiteral("another-password"))));
    CHECK(office.session().isVerified());
}

TEST_CASE("A person whose row was changed beside the program signs nobody in, and nobody else either")
{
    PasswordOffice office;
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
    PasswordOffice office;
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

} // namespace session_test
