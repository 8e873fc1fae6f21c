// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Whatever happens to a store in the ordinary course of things, who knows their password gets in, and what they do is
// signed by the office's key.
#include "workspace/describe/describe.h"
#include "workspace/office/storesettings.h"
#include "workspace/passwordoffice.h"

#include <QFile>

namespace lockout_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

const QString freshWord = QStringLiteral("another-password");

// As damage would, whatever the triggers forbid.
void damage(PasswordOffice &office, const char *sql)
{
    office.workspace.reset();
    sqlite3 *file = nullptr;
    REQUIRE(sqlite3_open(office.path.toUtf8().constData(), &file) == SQLITE_OK);
    REQUIRE(sqlite3_db_config(file, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr) == SQLITE_OK);
    CHECK(sqlite3_exec(file, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(sqlite3_changes(file) == 1);
    sqlite3_close(file);
    office.workspace = office.makeWorkspace();
}

void recover(PasswordOffice &office)
{
    REQUIRE(office.workspace->recoverStore(office.path));
    REQUIRE(office.workspace->openStore(office.path));
}

void removeBackups(const PasswordOffice &office)
{
    const QList<Backup> backups = office.workspace->office().backups().list();
    for (const Backup &backup : backups)
        REQUIRE(QFile::remove(backup.path));
}

QByteArray ownKey(PasswordOffice &office)
{
    return office.session().ownKey()->publicKey;
}

// Of what a recovery left, as whoever administers is asked to.
void confirmWaiting(PasswordOffice &office)
{
    const QList<LogEntry> waiting = office.session().unconfirmed().value();
    if (!waiting.isEmpty())
        REQUIRE(office.session().confirm(waiting.last()));
}

// Both get in, and work; nothing is wrong then.
void checkAllGetIn(PasswordOffice &office, const QByteArray &key, const QString &word = chiefWord)
{
    REQUIRE(office.session().signIn(chief.name, secret(word)));
    confirmWaiting(office);
    CHECK(office.session().setSoleOffice(true));
    CHECK(ownKey(office) == key);
    REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
    const Secret fresh = secret(freshWord);
    CHECK(office.session().setPassword(clerk.name, &fresh));
    REQUIRE(office.session().signIn(chief.name, secret(word)));
    office.workspace.reset();
    const Inspection inspection = inspectWithSettings(office.path).value();
    CHECK(isSound(inspection));
    CHECK(inspection.protection == Inspection::Protection::Sealed);
    CHECK(inspection.pending == 0);
}

} // namespace

TEST_CASE(
    "Who has a password gets in when the log, its end, or the office's key was damaged, with a backup and without")
{
    PasswordOffice office;
    const QByteArray key = ownKey(office);
    REQUIRE(office.session().setOfficeName(QStringLiteral("甲局")));
    REQUIRE(office.workspace->office().backups().make());
    REQUIRE(office.session().setSoleOffice(false));
    const bool isBackedUp = GENERATE(true, false);
    const char *const sql
        = GENERATE("UPDATE entry SET reason = 'x' WHERE number = 1", "UPDATE entry SET reason = 'x' WHERE number = 3",
            "DELETE FROM entry WHERE number = 1", "DELETE FROM head", "UPDATE head SET signature = zeroblob(64)",
            "UPDATE head SET signer = zeroblob(32)", "DELETE FROM office_key", "UPDATE office_key SET name = 'x'");
    CAPTURE(isBackedUp, sql);
    damage(office, sql);
    if (!isBackedUp) {
        REQUIRE(office.workspace->openStore(office.path));
        removeBackups(office);
        office.workspace.reset(); // makes none: nothing changed
        office.workspace = office.makeWorkspace();
    }
    recover(office);
    checkAllGetIn(office, key);
}

TEST_CASE("A log that is lost whole begins anew with the office's key, and says who people are")
{
    PasswordOffice office;
    const QByteArray key = ownKey(office);
    damage(office, "UPDATE entry SET reason = 'x' WHERE number = 1");
    recover(office);
    CHECK_FALSE(office.session().isSignedIn());
    CHECK(office.failedSignIn(chief.name, clerkWord) == ErrorCode::PasswordWrong);
    // Whoever comes first.
    REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
    CHECK(ownKey(office) == key);
    CHECK(office.session().setSoleOffice(true).error().code == ErrorCode::RoleMissing);
    const Inspection inspection = inspect(office.path).value();
    CHECK(isSound(inspection));
    CHECK(inspection.signer == key);
    CHECK(inspection.protection == Inspection::Protection::Sealed);
    // Which stays told: whoever had the file could have brought it about.
    CHECK(inspection.begunAnew == 4);
    CHECK(describeLimits(inspection).join(u'\n').contains(QStringLiteral("从第 4 条起重新签名")));
}

TEST_CASE("Who puts a backup back stays who they are, whenever it was made")
{
    PasswordOffice office;
    const QByteArray key = ownKey(office);
    const Person later{QStringLiteral("王五"), QStringLiteral("办公室"), {}, Duty::Administrator};
    REQUIRE(office.workspace->office().backups().make());
    const QString backup = office.workspace->office().backups().list().constFirst().path;
    const Secret fresh = secret(freshWord);
    SECTION("before the password was another")
    {
        REQUIRE(office.session().setPassword(chief.name, &fresh));
        REQUIRE(office.workspace->restoreBackup(backup));
        CHECK(office.failedSignIn(chief.name, chiefWord) == ErrorCode::PasswordWrong);
        checkAllGetIn(office, key, freshWord);
    }
    SECTION("before they came, and who administered then has left")
    {
        REQUIRE(office.session().addPerson(later, &fresh));
        REQUIRE(office.session().signIn(later.name, secret(freshWord)));
        REQUIRE(office.session().changePerson(chief, false));
        REQUIRE(office.workspace->restoreBackup(backup));
        REQUIRE(office.session().signIn(later.name, secret(freshWord)));
        CHECK(office.session().administer());
        checkAllGetIn(office, key);
    }
    SECTION("before they had a password")
    {
        REQUIRE(office.session().setPassword(chief.name, nullptr));
        REQUIRE(office.workspace->office().backups().make());
        const QString open = office.workspace->office().backups().list().constFirst().path;
        CHECK(holdingKey(office.workspace->office().backups().list()).size() == 1);
        REQUIRE(office.session().setPassword(chief.name, &fresh));
        REQUIRE(office.workspace->restoreBackup(open));
        CHECK(office.failedSignIn(chief.name, QString()) == ErrorCode::PasswordWrong);
        checkAllGetIn(office, key, freshWord);
    }
    SECTION("when they could not administer")
    {
        Person promoted = clerk;
        promoted.duties |= Duty::Administrator;
        REQUIRE(office.session().changePerson(promoted, true));
        REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
        REQUIRE(office.workspace->restoreBackup(backup));
        REQUIRE(office.session().signIn(clerk.name, secret(clerkWord)));
        CHECK(office.session().administer());
        checkAllGetIn(office, key);
    }
}

TEST_CASE("Passwords that others set, and people who leave and come back, shut nobody out")
{
    PasswordOffice office;
    const QByteArray key = ownKey(office);
    Session &session = office.session();
    Person promoted = clerk;
    promoted.duties |= Duty::Administrator;
    REQUIRE(session.changePerson(promoted, true));
    const Secret fresh = secret(freshWord);
    REQUIRE(session.signIn(clerk.name, secret(clerkWord)));
    REQUIRE(session.setPassword(chief.name, &fresh));
    CHECK(office.failedSignIn(chief.name, chiefWord) == ErrorCode::PasswordWrong);
    REQUIRE(session.signIn(chief.name, secret(freshWord)));
    REQUIRE(session.changePerson(promoted, false));
    CHECK(session.changePerson({chief.name, {}, {}, Duty::Supervisor}, true).error().code
        == ErrorCode::LastAdministrator);
    REQUIRE(session.changePerson(promoted, true));
    REQUIRE(session.setPassword(clerk.name, nullptr));
    REQUIRE(session.signIn(clerk.name, secret(QString())));
    const Secret word = secret(clerkWord);
    REQUIRE(session.setPassword(clerk.name, &word));
    checkAllGetIn(office, key, freshWord);
}

} // namespace lockout_test
