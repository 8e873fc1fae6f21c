// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Files that belong to a store lie beside it, go with its backups, and come back with them.
#include "base/digest.h"
#include "base/durablefile.h"
#include "base/path.h"
#include "store/backup/backup.h"
#include "store/backup/recovery.h"
#include "store/database/connection.h"
#include "store/database/files.h"
#include "store/database/migration.h"
#include "store/example.h"
#include "store/office.h"
#include "store/tampering.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <sys/stat.h>

#include <catch2/catch.hpp>

namespace files_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

FileName named(const QByteArray &content)
{
    return {digestOfBytes(content, DigestAlgorithm::Sha256), content.size()};
}

unsigned int modeOf(const QString &path)
{
    struct stat status { };
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    return status.st_mode & 07777;
}

int countIn(const QString &folder)
{
    int count = 0;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
        each.next();
        ++count;
    }
    return count;
}

void spoil(const QString &path)
{
    QByteArray bytes = bytesOf(path);
    bytes[0] = static_cast<char>(bytes[0] ^ 1);
    REQUIRE(writeDurably(path, bytes, Existing::Replace));
}

// An office that keeps three files, none of which an entry speaks of.
struct Keeping : Office {
    QString backups = backupFolderOf(path);
    QList<QByteArray> contents{QByteArrayLiteral("one"), QByteArray(100'000, 'b'), QByteArray()};
    Files files = filesOf(path);

    Keeping()
        : Office(People::None)
    {
        REQUIRE(store->keepAttachments(contents));
    }

    Result<Backup> backUpNow()
    {
        advance(1);
        return backUp(path, backups, [this] { return now(); });
    }

    Result<void> restore(const QString &backup)
    {
        store.reset();
        return restoreBackup(backup, path, backups, [this] { return now(); });
    }

    bool hasAll() const
    {
        return std::all_of(contents.cbegin(), contents.cend(), [&](const QByteArray &content) {
            const Result<QByteArray> read = store->attachment(named(content).digest);
            return read && *read == content;
        });
    }
};

} // namespace

TEST_CASE("A file lies beside the store under its digest, for the owner alone, once")
{
    Keeping office;
    CHECK(office.files.folder() == office.path + QStringLiteral(".files"));
    const QString path = office.files.pathOf(named(office.contents[0]).digest);
    CHECK(path
        == office.path + QStringLiteral(".files/76/7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"));
    CHECK(bytesOf(path) == office.contents[0]);
    CHECK(modeOf(path) == 0600);
    CHECK(modeOf(folderOf(path)) == 0700);
    CHECK(modeOf(office.files.folder()) == 0700);
    REQUIRE(office.store->keepAttachments(office.contents));
    CHECK(countIn(office.files.folder()) == 3);
    CHECK(office.hasAll());
    CHECK(isSound(inspect(office.path).value()));
    CHECK(inspect(office.path)->files == 3);
}

TEST_CASE("Stores in one folder have their files apart, and so have their backups; a link leads to those of its store")
{
    const QTemporaryDir folder;
    const QString one = folder.filePath(QStringLiteral("a.db"));
    CHECK(filesOf(one).folder() != filesOf(folder.filePath(QStringLiteral("a.sqlite"))).folder());
    const QString backup = folder.filePath(QStringLiteral("a-000012-20230301T140305.db"));
    CHECK(filesOf(backup).folder() == folder.filePath(QStringLiteral("a-files")));
    CHECK(filesOf(backup).folder() == filesOfBackups(folder.path(), one).folder());
    CHECK(filesOf(folder.filePath(QStringLiteral("b-000012-20230301T140305.db"))).folder()
        == folder.filePath(QStringLiteral("b-files")));
    CHECK(filesOf(one + QStringLiteral(".damaged-12")).folder() == filesOf(one).folder());
    REQUIRE(writeDurably(one, {}, Existing::Keep));
    const QString link = folder.filePath(QStringLiteral("link.db"));
    REQUIRE(QFile::link(one, link));
    CHECK(filesOf(link).folder() == canonicalPath(one) + QStringLiteral(".files"));
}

TEST_CASE("What is refused leaves no file")
{
    Office office;
    NewEntry attach = office.entry(EntryKind::AttachScan, office.supervisor);
    attach.attachments = {QByteArrayLiteral("too early")};
    CHECK(office.store->record(attach).error().code == ErrorCode::ActionRefused);
    CHECK_FALSE(QFileInfo::exists(filesOf(office.path).folder()));
}

TEST_CASE("A file that is missing or changed is found, what lies there for nothing is counted")
{
    Keeping office;
    const FileName file = named(office.contents[1]);
    const QString path = office.files.pathOf(file.digest);
    const auto opened = [&] {
        return Store::open(
            office.path, [&] { return office.now(); }, Store::Access::Read);
    };
    SECTION("missing")
    {
        REQUIRE(QFile::remove(path));
        CHECK(inspect(office.path)->damages.size() == 1);
        CHECK(inspect(office.path, FileDepth::Size)->damages.size() == 1);
        CHECK(inspect(office.path, FileDepth::None)->damages.isEmpty());
        CHECK(opened().error()
            == Error{ErrorCode::StoreFilesMissing, {office.path, office.files.folder(), QStringLiteral("1")}});
        CHECK(office.store->attachment(file.digest).error().code == ErrorCode::FileNotFound);
        CHECK(office.backUpNow().error().code == ErrorCode::StoreFilesMissing);
    }
    SECTION("cut short")
    {
        REQUIRE(writeDurably(path, QByteArrayLiteral("b"), Existing::Replace));
        CHECK(inspect(office.path, FileDepth::Size)->damages.size() == 1);
        CHECK(opened().error().code == ErrorCode::StoreFilesMissing);
        CHECK(office.store->attachment(file.digest).error().code == ErrorCode::StoreDamaged);
    }
    SECTION("changed")
    {
        spoil(path);
        const QList<Damage> damages = inspect(office.path).value().damages;
        REQUIRE(damages.size() == 1);
        CHECK(damages[0].kind == Damage::Kind::Attachment);
        CHECK(inspect(office.path, FileDepth::Size)->damages.isEmpty());
        CHECK(opened());
        CHECK(office.store->attachment(file.digest).error().code == ErrorCode::StoreDamaged);
        CHECK(office.backUpNow().error().code == ErrorCode::StoreFilesMissing);
        // Given once more it is whole again.
        REQUIRE(office.store->keepAttachments({office.contents[1]}));
        CHECK(office.hasAll());
    }
    SECTION("for nothing")
    {
        REQUIRE(office.files.keep(QByteArrayLiteral("cut short")));
        REQUIRE(writeDurably(office.files.folder() + QStringLiteral("/note"), {}, Existing::Keep));
        CHECK(isSound(inspect(office.path).value()));
        CHECK(inspect(office.path)->strayFiles == 2);
        CHECK(opened());
    }
}

TEST_CASE("A backup takes only the files that the backups have not yet, and drops those that none needs")
{
    Keeping office;
    const Files kept = filesOfBackups(office.backups, office.path);
    const Backup first = office.backUpNow().value();
    CHECK(first.files == 3);
    CHECK(first.newFiles == 3);
    CHECK(countIn(kept.folder()) == 3);
    CHECK(isSound(inspect(first.path).value()));
    const QByteArray later = QByteArrayLiteral("later");
    REQUIRE(office.store->keepAttachments({later}));
    const Backup second = office.backUpNow().value();
    CHECK(second.files == 4);
    CHECK(second.newFiles == 1);
    // The store is put back to before that file came; those who need it get fewer.
    REQUIRE(office.restore(first.path));
    office.reopen();
    CHECK(office.hasAll());
    CHECK(office.store->attachment(named(later).digest).error().code == ErrorCode::FileNotFound);
    REQUIRE(kept.keep(QByteArrayLiteral("cut short")));
    const QString note = kept.folder() + QStringLiteral("/00/note");
    REQUIRE(QDir().mkpath(folderOf(note)));
    REQUIRE(writeDurably(note, {}, Existing::Keep));
    bool isNeeded = true;
    for (int day = 0; day < 60 && isNeeded; ++day) {
        office.advance(24 * 60 * 60);
        REQUIRE(office.backUpNow());
        isNeeded = false;
        const QList<Backup> backups = backupsIn(office.backups, office.path);
        for (const Backup &backup : backups) {
            CHECK(inspect(backup.path)->damages.isEmpty());
            isNeeded = isNeeded || inspect(backup.path)->files == 4;
        }
        CHECK(kept.lookAtWhole(named(later)) == (isNeeded ? Files::State::Whole : Files::State::Missing));
    }
    CHECK_FALSE(isNeeded);
    CHECK(QFileInfo::exists(note)); // no file of the program's
    CHECK(countIn(kept.folder()) == 4);
}

TEST_CASE("Where a backup cannot be asked which files it needs all stay")
{
    Keeping office;
    const Files kept = filesOfBackups(office.backups, office.path);
    const Backup first = office.backUpNow().value();
    REQUIRE(kept.keep(QByteArrayLiteral("cut short")));
    for (int made = 0; made < 8; ++made)
        REQUIRE(office.backUpNow());
    REQUIRE(writeDurably(office.backUpNow().value().path, QByteArrayLiteral("no store"), Existing::Replace));
    for (int made = 0; made < 4; ++made)
        REQUIRE(office.backUpNow());
    CHECK_FALSE(QFileInfo::exists(first.path));
    CHECK(countIn(kept.folder()) == 4);
}

TEST_CASE("Restoring brings every file from wherever it holds, and is refused where one is nowhere")
{
    Keeping office;
    const Backup backup = office.backUpNow().value();
    const Files kept = filesOfBackups(office.backups, office.path);
    const FileName file = named(office.contents[1]);
    SECTION("of nothing but the backup")
    {
        REQUIRE(QDir(office.files.folder()).removeRecursively());
    }
    SECTION("the store's is changed")
    {
        spoil(office.files.pathOf(file.digest));
    }
    SECTION("the backup's is changed")
    {
        spoil(kept.pathOf(file.digest));
    }
    SECTION("the backup was carried elsewhere without them")
    {
        const QString elsewhere = office.folder.filePath(QStringLiteral("elsewhere.db"));
        REQUIRE(QFile::copy(backup.path, elsewhere));
        REQUIRE(QDir(office.files.folder()).removeRecursively());
        REQUIRE(office.restore(elsewhere));
    }
    SECTION("nowhere")
    {
        spoil(kept.pathOf(file.digest));
        REQUIRE(QFile::remove(office.files.pathOf(file.digest)));
        const QByteArray before = bytesOf(office.path);
        CHECK(office.restore(backup.path).error() == Error{ErrorCode::BackupDamaged, {backup.path}});
        CHECK(bytesOf(office.path) == before);
        return;
    }
    REQUIRE(office.restore(backup.path));
    office.reopen();
    CHECK(office.hasAll());
    CHECK(isSound(inspect(office.path).value()));
}

TEST_CASE("A backup is put in another place with its files")
{
    Keeping office;
    const Backup backup = office.backUpNow().value();
    const QString other = office.folder.filePath(QStringLiteral("another.db"));
    REQUIRE(restoreBackup(backup.path, other, backupFolderOf(other), [&] { return office.now(); }));
    CHECK(isSound(inspect(other).value()));
    CHECK(inspect(other)->files == 3);
    CHECK(countIn(filesOf(other).folder()) == 3);
}

TEST_CASE("Recovery takes the files from the store, the backups, or tells them as lost")
{
    Keeping office;
    REQUIRE(office.backUpNow());
    const QByteArray later = QByteArrayLiteral("later");
    REQUIRE(office.store->keepAttachments({later}));
    office.store.reset();
    const bool withBackup = GENERATE(true, false);
    if (!withBackup)
        REQUIRE(QDir(office.backups).removeRecursively());
    REQUIRE(QFile::remove(office.files.pathOf(named(office.contents[0]).digest)));
    REQUIRE(tamper(office.path, {QStringLiteral("UPDATE report SET words = words + 1")}) == QString());
    REQUIRE(recover(office.path, office.backups, [&] { return office.now(); }));
    office.reopen();
    CHECK(office.hasAll() == withBackup);
    CHECK(office.store->attachment(named(office.contents[1]).digest).value() == office.contents[1]);
    CHECK(office.store->attachment(named(later).digest).value() == later);
    CHECK(inspect(office.path)->damages.isEmpty());
    CHECK(office.backUpNow());
}

TEST_CASE("Where a backup's file is nowhere any more its reports are recovered all the same")
{
    Keeping office;
    REQUIRE(office.backUpNow());
    office.store.reset();
    const QByteArray digest = named(office.contents[1]).digest;
    REQUIRE(QFile::remove(office.files.pathOf(digest)));
    REQUIRE(QFile::remove(filesOfBackups(office.backups, office.path).pathOf(digest)));
    REQUIRE(writeDurably(office.path, QByteArray(50'000, 'x'), Existing::Replace));
    const Recovery recovery = recover(office.path, office.backups, [&] { return office.now(); }).value();
    CHECK_FALSE(recovery.backup.isEmpty());
    CHECK(recovery.reports.size() == 1);
    office.reopen();
    CHECK(inspect(office.path)->damages.isEmpty());
    CHECK(office.store->lastEntry(EntryKind::Recovered).value()->detail.value(QStringLiteral("lost")).toArray()
        == QJsonArray{hexadecimal(digest)});
    CHECK(office.store->attachment(digest).error().code == ErrorCode::FileNotFound);
    // Which is no reason to make no backups any more, or to put none back.
    const Backup backup = office.backUpNow().value();
    REQUIRE(office.restore(backup.path));
    office.reopen();
    CHECK(inspect(office.path)->damages.isEmpty());
}

namespace {

// As the sixth schema left it, with one more file.
QString sixth(const QTemporaryDir &folder, const QByteArray &content)
{
    const QString path = folder.filePath(QStringLiteral("a.db"));
    REQUIRE(writeDurably(path, bytesOf(QStringLiteral(TEST_DATA "/stores/schema-6-files.db")), Existing::Keep));
    REQUIRE(versionOfFile(path).value() == 6);
    REQUIRE(tamper(path,
                {QStringLiteral("INSERT INTO attachment VALUES (x'%1', x'%2')")
                        .arg(hexadecimal(named(content).digest), hexadecimal(content))})
        == QString());
    return path;
}

const QByteArray sent = QByteArray::fromHex("d48b39b55e3a86baee618b0ddd8a260c1946921094f90f96aac057196018ddfd");

} // namespace

TEST_CASE("What the sixth schema kept in itself lies beside the store afterwards, which gets smaller by it")
{
    const QTemporaryDir folder;
    const QByteArray content(500'000, 'a');
    const QString path = sixth(folder, content);
    CHECK(isSound(inspect(path).value()));
    CHECK(sizeOf(path) > 500'000);
    CHECK(versionOfFile(path).value() == 6);
    {
        const auto read = Store::open(path, steppingClock(), Store::Access::Read).value();
        CHECK(read->attachment(named(content).digest).value() == content);
        CHECK_FALSE(QFileInfo::exists(filesOf(path).folder()));
    }
    const auto store = Store::open(path, steppingClock()).value();
    CHECK(versionOfFile(path).value() == knownVersion());
    CHECK(sizeOf(path) < 250'000);
    CHECK(store->attachment(named(content).digest).value() == content);
    CHECK(store->attachment(sent)->contains("what was sent"));
    CHECK(countIn(filesOf(path).folder()) == 2);
    CHECK(isSound(inspect(path).value()));
    // The backup of before has all in itself, and can be put back.
    const QList<Backup> backups = backupsIn(backupFolderOf(path), path);
    REQUIRE(backups.size() == 1);
    CHECK(versionOfFile(backups[0].path).value() == 6);
    CHECK_FALSE(QFileInfo::exists(filesOf(backups[0].path).folder()));
    const QString other = folder.filePath(QStringLiteral("b.db"));
    REQUIRE(restoreBackup(backups[0].path, other, backupFolderOf(other), steppingClock()));
    CHECK(Store::open(other, steppingClock()).value()->attachment(named(content).digest).value() == content);
    CHECK(isSound(inspect(other).value()));
}

TEST_CASE("A file that was damaged in the sixth schema is told, and stops the migration")
{
    const QTemporaryDir folder;
    const QString path = sixth(folder, QByteArrayLiteral("content"));
    REQUIRE(
        tamper(path, {QStringLiteral("UPDATE attachment SET content = x'00' WHERE length(content) = 7")}) == QString());
    REQUIRE(inspect(path)->damages.size() == 1);
    CHECK(inspect(path)->damages[0].kind == Damage::Kind::Attachment);
    const QByteArray before = bytesOf(path);
    CHECK(Store::open(path, steppingClock()).error().code == ErrorCode::StoreDamaged);
    CHECK(bytesOf(path) == before);
    CHECK_FALSE(QFileInfo::exists(filesOf(path).folder()));
}

} // namespace files_test
