// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/faults.h"
#include "store/example.h"
#include "store/store.h"
#include "store/tampering.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>

namespace open_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

Result<std::unique_ptr<Store>> open(const QString &path, Store::Access access = Store::Access::Write)
{
    return Store::open(path, steppingClock(), access);
}

// A store with one report; gives its id.
qint64 makeStore(const QString &path)
{
    const Result<std::unique_ptr<Store>> store = open(path);
    REQUIRE(store);
    return (*store)->add(exampleReport(), {}).value();
}

void runSql(const QString &path, const QString &sql)
{
    REQUIRE(tamper(path, {sql}) == QString());
}

mode_t modeOf(const QString &path)
{
    struct stat status { };
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    return status.st_mode & 07777;
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

struct Folder {
    QTemporaryDir temporary;
    QString path = temporary.filePath(QStringLiteral("a?b#c%20.db")); // each would be special in an address
};

} // namespace

TEST_CASE("A new store and the folders above it are their owner's alone")
{
    const Folder folder;
    const QString path = folder.temporary.filePath(QStringLiteral("x/y/zhibao.db"));
    const Result<std::unique_ptr<Store>> store = open(path);
    REQUIRE(store);
    REQUIRE((*store)->add(exampleReport(), {}));
    CHECK(modeOf(folder.temporary.filePath(QStringLiteral("x"))) == 0700);
    CHECK(modeOf(folder.temporary.filePath(QStringLiteral("x/y"))) == 0700);
    CHECK(modeOf(path) == 0600);
    CHECK(modeOf(path + QStringLiteral("-journal")) == 0600);
    CHECK_FALSE((*store)->readOnlyReason());
}

TEST_CASE("Where no store can be made none is left")
{
    const Folder folder;
    CHECK(open(QStringLiteral("/dev/null/a.db")).error().code == ErrorCode::FolderMissing);
    const QString path = folder.path;
    CHECK(withFailingCall(SYS_write, ENOSPC, [=] { return static_cast<int>(open(path).error().code); })
        == static_cast<int>(ErrorCode::DiskFull));
    CHECK(namesIn(folder.temporary.path()).isEmpty());
}

TEST_CASE("Reading never makes a store")
{
    const Folder folder;
    CHECK(open(folder.path, Store::Access::Read).error() == Error{ErrorCode::FileNotFound, {folder.path}});
    CHECK(namesIn(folder.temporary.path()).isEmpty());
}

TEST_CASE("What is no store of ours is refused and not touched")
{
    const Folder folder;
    SECTION("a text")
    {
        REQUIRE(writeDurably(folder.path, QByteArray(5'000, 't'), Existing::Keep));
    }
    SECTION("a short text")
    {
        REQUIRE(writeDurably(folder.path, QByteArrayLiteral("SQLite"), Existing::Keep));
    }
    SECTION("the database of another program")
    {
        REQUIRE(writeDurably(folder.path, {}, Existing::Keep));
        runSql(folder.path, QStringLiteral("CREATE TABLE report (id)"));
    }
    SECTION("such a one in WAL mode")
    {
        REQUIRE(writeDurably(folder.path, {}, Existing::Keep));
        runSql(folder.path, QStringLiteral("PRAGMA journal_mode=WAL"));
        runSql(folder.path, QStringLiteral("PRAGMA application_id=1"));
    }
    SECTION("a store of ours without a version")
    {
        makeStore(folder.path);
        runSql(folder.path, QStringLiteral("PRAGMA user_version=0"));
    }
    const QByteArray before = bytesOf(folder.path);
    const QStringList names = namesIn(folder.temporary.path());
    for (const Store::Access access : {Store::Access::Write, Store::Access::Read}) {
        const Result<std::unique_ptr<Store>> store = open(folder.path, access);
        REQUIRE_FALSE(store);
        CHECK(store.error() == Error{ErrorCode::StoreNotDatabase, {folder.path}});
    }
    CHECK(bytesOf(folder.path) == before);
    CHECK(namesIn(folder.temporary.path()) == names);
}

TEST_CASE("A folder in the store's place is refused")
{
    const Folder folder;
    CHECK(open(folder.temporary.path()).error().code == ErrorCode::StoreNotDatabase);
}

TEST_CASE("An empty file becomes a store, but not by reading it")
{
    const Folder folder;
    REQUIRE(writeDurably(folder.path, {}, Existing::Keep));
    CHECK(open(folder.path, Store::Access::Read).error().code == ErrorCode::StoreNotDatabase);
    CHECK(bytesOf(folder.path).isEmpty());
    CHECK(open(folder.path));
    CHECK(open(folder.path, Store::Access::Read));
}

TEST_CASE("A store of a newer program is read, and never written")
{
    const Folder folder;
    const qint64 id = makeStore(folder.path);
    runSql(folder.path, QStringLiteral("PRAGMA user_version=99"));
    const QByteArray before = bytesOf(folder.path);
    {
        const Result<std::unique_ptr<Store>> store = open(folder.path);
        REQUIRE(store);
        const Error reason{ErrorCode::StoreNewer, {folder.path, QStringLiteral("99"), QStringLiteral("8")}};
        CHECK((*store)->readOnlyReason() == reason);
        CHECK((*store)->load(id).value() == exampleReport());
        CHECK((*store)->save(id, {}, {}).error() == reason);
        CHECK((*store)->add({}, {}).error() == reason);
        CHECK((*store)->remove(id).error() == reason);
        CHECK((*store)->addUnit({}).error() == reason);
        CHECK((*store)->remember(QStringLiteral("a"), {}).error() == reason);
    }
    CHECK(bytesOf(folder.path) == before);
}

TEST_CASE("A store that may not be written is read")
{
    const Folder folder;
    const qint64 id = makeStore(folder.path);
    const QByteArray before = bytesOf(folder.path);
    const QByteArray file = QFile::encodeName(folder.path);
    const QByteArray above = QFile::encodeName(folder.temporary.path());
    REQUIRE(::chmod(file.constData(), 0444) == 0);
    const mode_t folderMode = GENERATE(as<mode_t>{}, 0777, 0555);
    REQUIRE(::chmod(above.constData(), folderMode) == 0);
    const QString path = folder.path;
    CHECK(withoutPrivileges([=] {
        const Result<std::unique_ptr<Store>> store = open(path);
        if (!store)
            return 200;
        if ((*store)->load(id).value() != exampleReport())
            return 201;
        if ((*store)->readOnlyReason() != Error{ErrorCode::StoreReadOnly, {path}})
            return 202;
        return static_cast<int>((*store)->save(id, {}, {}).error().code);
    }) == static_cast<int>(ErrorCode::StoreReadOnly));
    REQUIRE(::chmod(above.constData(), 0700) == 0);
    CHECK(bytesOf(folder.path) == before);
}

TEST_CASE("One process writes; others may read beside it")
{
    const Folder folder;
    const qint64 id = makeStore(folder.path);
    const Result<std::unique_ptr<Store>> writer = open(folder.path);
    REQUIRE(writer);
    CHECK(open(folder.path).error() == Error{ErrorCode::StoreInUse, {folder.path}});
    const QString link = folder.temporary.filePath(QStringLiteral("link.db"));
    REQUIRE(QFile::link(folder.path, link));
    CHECK(open(link).error().code == ErrorCode::StoreInUse);

    const Result<std::unique_ptr<Store>> reader = open(folder.path, Store::Access::Read);
    REQUIRE(reader);
    CHECK((*reader)->load(id).value() == exampleReport());
    CHECK((*reader)->save(id, {}, {}).error().code == ErrorCode::StoreInUse);
}

TEST_CASE("A store is whole after its writer was killed")
{
    const Folder folder;
    const qint64 id = makeStore(folder.path);
    const QString path = folder.path;
    std::array<int, 2> firstSave{};
    REQUIRE(::pipe(firstSave.data()) == 0);
    const pid_t writer = ::fork();
    if (writer == 0) {
        const Result<std::unique_ptr<Store>> store = open(path);
        Report report = exampleReport();
        for (int count = 0;; ++count) {
            for (Row &row : report.forms[QStringLiteral("table")].rows)
                row.cells[QStringLiteral("a")] = QString(20'000, u'字') + QString::number(count);
            if (!store || !(*store)->save(id, report, {}) || ::write(firstSave[1], "s", 1) != 1)
                ::_exit(1);
        }
    }
    char saved = 0;
    REQUIRE(::read(firstSave[0], &saved, 1) == 1);
    ::usleep(20'000);
    ::kill(writer, SIGKILL);
    int status = 0;
    ::waitpid(writer, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    ::close(firstSave[0]);
    ::close(firstSave[1]);

    const Store::Access access = GENERATE(Store::Access::Write, Store::Access::Read);
    const Result<std::unique_ptr<Store>> store = open(folder.path, access);
    REQUIRE(store);
    const Result<Report> report = (*store)->load(id);
    REQUIRE(report);
    const QList<Row> rows = report->forms[QStringLiteral("table")].rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells[QStringLiteral("a")] == rows[1].cells[QStringLiteral("a")]);
    CHECK(rows[0].cells[QStringLiteral("a")] == rows[2].cells[QStringLiteral("a")]);
}

TEST_CASE("Damage is told, not passed on")
{
    const Folder folder;
    const qint64 id = makeStore(folder.path);
    SECTION("in SQLite's pages")
    {
        QByteArray bytes = bytesOf(folder.path);
        for (qsizetype at = 4096; at < bytes.size(); ++at)
            bytes[at] = 'x';
        REQUIRE(writeDurably(folder.path, bytes, Existing::Replace));
    }
    SECTION("in a text")
    {
        runSql(folder.path, QStringLiteral("UPDATE text SET content = content || ' '"));
    }
    SECTION("a change is missing")
    {
        runSql(folder.path, QStringLiteral("DELETE FROM change WHERE kind = 'row' AND position = 1"));
    }
    SECTION("a change says something else")
    {
        runSql(folder.path, QStringLiteral("UPDATE change SET position = 7 WHERE kind = 'row' AND position = 2"));
    }
    const Result<std::unique_ptr<Store>> store = open(folder.path);
    const ErrorCode told = store ? (*store)->load(id).error().code : store.error().code;
    CHECK((told == ErrorCode::StoreDamaged || told == ErrorCode::StoreNotDatabase));
}

TEST_CASE("A damaged list of reports is told at the start")
{
    const Folder folder;
    makeStore(folder.path);
    const QString sql = GENERATE(as<QString>{}, QStringLiteral("UPDATE report SET words = words + 1"),
        QStringLiteral("UPDATE report SET unit = 'x'"), QStringLiteral("UPDATE version SET at = at + 1"),
        QStringLiteral("DROP INDEX change_text"), QStringLiteral("CREATE TABLE more (a)"));
    runSql(folder.path, sql);
    CHECK(open(folder.path).error() == Error{ErrorCode::StoreDamaged, {folder.path}});
}

TEST_CASE("The store lies where the desktop's specification says")
{
    qputenv("XDG_DATA_HOME", "/somewhere");
    CHECK(defaultStorePath() == QStringLiteral("/somewhere/zhibao/zhibao.db"));
    qputenv("XDG_DATA_HOME", "relative");
    CHECK(defaultStorePath() == QDir::homePath() + QStringLiteral("/.local/share/zhibao/zhibao.db"));
    qunsetenv("XDG_DATA_HOME");
}

} // namespace open_test
