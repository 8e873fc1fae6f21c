// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/faults.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>

namespace durablefile_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int done = 100;

int outcome(const Result<void> &result)
{
    return result ? done : static_cast<int>(result.error().code);
}

int code(ErrorCode error)
{
    return static_cast<int>(error);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(missing)");
}

// What lies in the folder, hidden files included: nothing half-written may stay behind.
QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

struct Folder {
    QTemporaryDir temporary;
    QString old = temporary.filePath(QStringLiteral("报表.pdf"));
    QString fresh = temporary.filePath(QStringLiteral("新.pdf"));
    Folder() { REQUIRE(writeDurably(old, QByteArrayLiteral("old"), Existing::Keep)); }
    ~Folder() { CHECK(contentOf(old) == QByteArrayLiteral("old")); }
};

} // namespace

TEST_CASE("A file is written whole, for its owner alone, with nothing beside it")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("𠮷.bin"));
    const QByteArray bytes(3'000'001, 'x');
    REQUIRE(writeDurably(path, bytes, Existing::Keep));
    CHECK(contentOf(path) == bytes);
    CHECK(namesIn(folder.path()) == QStringList{QStringLiteral("𠮷.bin")});
    struct stat status { };
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    CHECK((status.st_mode & 07777) == 0600);

    REQUIRE(writeDurably(path, QByteArray(), Existing::Replace));
    CHECK(contentOf(path).isEmpty());
}

TEST_CASE("A name that exists is kept unless asked")
{
    const Folder folder;
    const Result<void> kept = writeDurably(folder.old, QByteArrayLiteral("new"), Existing::Keep);
    REQUIRE_FALSE(kept);
    CHECK(kept.error() == Error{ErrorCode::FileExists, {folder.old}});
    CHECK(namesIn(folder.temporary.path()).size() == 1);
}

TEST_CASE("A file system that cannot rename without replacing still keeps the old file")
{
    const Folder folder;
    for (const int cause : {EINVAL, ENOSYS}) {
        CHECK(withFailingCall(SYS_renameat2, cause, [&] {
            return outcome(writeDurably(folder.old, QByteArrayLiteral("new"), Existing::Keep));
        }) == code(ErrorCode::FileExists));
        CHECK(withFailingCall(SYS_renameat2, cause, [&] {
            return outcome(writeDurably(folder.fresh, QByteArrayLiteral("new"), Existing::Keep));
        }) == done);
        CHECK(contentOf(folder.fresh) == QByteArrayLiteral("new"));
        REQUIRE(QFile::remove(folder.fresh));
    }
    CHECK(namesIn(folder.temporary.path()).size() == 1);
}

TEST_CASE("A full disk, a read-only medium and a refusing system leave everything as it was")
{
    struct Fault {
        long call;
        int cause;
        ErrorCode expected;
    };
    const auto fault
        = GENERATE(Fault{SYS_write, ENOSPC, ErrorCode::DiskFull}, Fault{SYS_write, EDQUOT, ErrorCode::DiskFull},
            Fault{SYS_fsync, ENOSPC, ErrorCode::DiskFull}, Fault{SYS_fsync, EIO, ErrorCode::MediumGone},
            Fault{SYS_write, 0, ErrorCode::DiskFull}, Fault{SYS_openat, EROFS, ErrorCode::ReadOnlyMedium},
            Fault{SYS_openat, EACCES, ErrorCode::PermissionDenied}, Fault{SYS_openat, ENOSPC, ErrorCode::DiskFull},
            Fault{SYS_renameat, EBUSY, ErrorCode::FileInUse}, Fault{SYS_renameat, EPERM, ErrorCode::PermissionDenied});
    const Folder folder;
    CHECK(withFailingCall(fault.call, fault.cause, [&] {
        return outcome(writeDurably(folder.old, QByteArray(200'000, 'n'), Existing::Replace));
    }) == code(fault.expected));
    CHECK(namesIn(folder.temporary.path()).size() == 1);
}

TEST_CASE("A write that stops half-way at the limit for files leaves the old file")
{
    const Folder folder;
    CHECK(withFileSizeLimit(98'304, [&] {
        return outcome(writeDurably(folder.old, QByteArray(200'000, 'n'), Existing::Replace));
    }) == code(ErrorCode::FileSizeLimited));
    CHECK(namesIn(folder.temporary.path()).size() == 1);
}

TEST_CASE("A folder that may not be written to is named as such")
{
    const Folder folder;
    const QByteArray name = QFile::encodeName(folder.temporary.path());
    REQUIRE(::chmod(name.constData(), 0555) == 0);
    CHECK(withoutPrivileges([&] {
        return outcome(writeDurably(folder.fresh, QByteArrayLiteral("new"), Existing::Keep));
    }) == code(ErrorCode::PermissionDenied));
    REQUIRE(::chmod(name.constData(), 0700) == 0);
}

TEST_CASE("A folder that is missing, or is a file, is named as such")
{
    const Folder folder;
    const QString lost = folder.temporary.filePath(QStringLiteral("无/a.pdf"));
    const Result<void> missing = writeDurably(lost, QByteArrayLiteral("new"), Existing::Keep);
    REQUIRE_FALSE(missing);
    CHECK(missing.error() == Error{ErrorCode::FolderMissing, {folder.temporary.filePath(QStringLiteral("无"))}});
    CHECK(outcome(writeDurably(folder.old + QStringLiteral("/a.pdf"), {}, Existing::Keep))
        == code(ErrorCode::FolderMissing));
}

TEST_CASE("A folder of the file's name is not replaced")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("报表.pdf"));
    REQUIRE(QDir().mkdir(path));
    CHECK(outcome(writeDurably(path, QByteArrayLiteral("n"), Existing::Keep)) == code(ErrorCode::FileExists));
    CHECK(outcome(writeDurably(path, QByteArrayLiteral("n"), Existing::Replace)) == code(ErrorCode::WriteFailed));
    CHECK(namesIn(folder.path()).size() == 1);
}

TEST_CASE("A file that another program holds locked is not replaced")
{
    const Folder folder;
    const int file = ::open(QFile::encodeName(folder.old).constData(), O_RDWR | O_CLOEXEC);
    REQUIRE(file >= 0);
    SECTION("a whole-file lock")
    {
        REQUIRE(::flock(file, LOCK_EX) == 0);
        CHECK(
            outcome(writeDurably(folder.old, QByteArrayLiteral("n"), Existing::Replace)) == code(ErrorCode::FileInUse));
    }
    SECTION("a record lock, which counts between processes")
    {
        struct flock range { };
        range.l_type = F_WRLCK;
        REQUIRE(::fcntl(file, F_SETLK, &range) == 0);
        CHECK(withoutPrivileges([&] {
            return outcome(writeDurably(folder.old, QByteArrayLiteral("n"), Existing::Replace));
        }) != done);
        CHECK(withFileSizeLimit(1'000'000, [&] {
            return outcome(writeDurably(folder.old, QByteArrayLiteral("n"), Existing::Replace));
        }) == code(ErrorCode::FileInUse));
    }
    ::close(file);
}

TEST_CASE("What is prepared but not placed leaves no trace")
{
    const Folder folder;
    {
        const Result<DurableFile> file = DurableFile::prepare(folder.fresh, QByteArrayLiteral("n"), Existing::Keep);
        REQUIRE(file);
        CHECK_FALSE(QFileInfo::exists(folder.fresh));
    }
    CHECK(namesIn(folder.temporary.path()).size() == 1);
}

TEST_CASE("A copy is as durable as what it is made of is readable")
{
    const Folder folder;
    const QString source = folder.temporary.filePath(QStringLiteral("source"));
    const QByteArray bytes(1'000'001, 's');
    REQUIRE(writeDurably(source, bytes, Existing::Keep));
    Result<DurableFile> copy = DurableFile::prepareCopy(folder.fresh, source, Existing::Keep);
    REQUIRE(copy);
    REQUIRE(copy->place());
    CHECK(contentOf(folder.fresh) == bytes);
    const QString missing = folder.temporary.filePath(QStringLiteral("无"));
    CHECK(DurableFile::prepareCopy(folder.old, missing, Existing::Replace).error()
        == Error{ErrorCode::FileNotFound, {missing}});
    CHECK(DurableFile::prepareCopy(folder.old, folder.temporary.path(), Existing::Replace).error().code
        == ErrorCode::FileNotReadable);
    CHECK(withFailingCall(SYS_write, ENOSPC, [&] {
        return static_cast<int>(DurableFile::prepareCopy(folder.old, source, Existing::Replace).error().code);
    }) == code(ErrorCode::DiskFull));
    CHECK(namesIn(folder.temporary.path()).size() == 3);
}

TEST_CASE("A file that another writer made is placed as it is, or taken away")
{
    const Folder folder;
    const QString draft = folder.temporary.filePath(QStringLiteral("draft"));
    REQUIRE(writeDurably(draft, QByteArrayLiteral("made elsewhere"), Existing::Keep));
    CHECK(DurableFile::adopt(folder.old, draft, Existing::Keep).error().code == ErrorCode::FileExists);
    SECTION("placed")
    {
        Result<DurableFile> file = DurableFile::adopt(folder.fresh, draft, Existing::Keep);
        REQUIRE(file);
        REQUIRE(file->place());
        CHECK(contentOf(folder.fresh) == QByteArrayLiteral("made elsewhere"));
    }
    SECTION("given up")
    {
        REQUIRE(DurableFile::adopt(folder.fresh, draft, Existing::Keep));
        CHECK_FALSE(QFileInfo::exists(folder.fresh));
    }
    CHECK_FALSE(QFileInfo::exists(draft));
}

TEST_CASE("A name that is taken between preparing and placing is kept")
{
    const Folder folder;
    Result<DurableFile> file = DurableFile::prepare(folder.fresh, QByteArrayLiteral("n"), Existing::Keep);
    REQUIRE(file);
    REQUIRE(writeDurably(folder.fresh, QByteArrayLiteral("other"), Existing::Keep));
    CHECK(outcome(file->place()) == code(ErrorCode::FileExists));
    CHECK(contentOf(folder.fresh) == QByteArrayLiteral("other"));
}

TEST_CASE("A symbolic link stays one: what it points to is replaced")
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("a"));
    const QString link = folder.filePath(QStringLiteral("b"));
    REQUIRE(writeDurably(target, QByteArrayLiteral("old"), Existing::Keep));
    REQUIRE(QFile::link(target, link));
    REQUIRE(writeDurably(link, QByteArrayLiteral("new"), Existing::Replace));
    CHECK(contentOf(target) == QByteArrayLiteral("new"));
    CHECK(QFileInfo(link).isSymLink());
}

TEST_CASE("Reading takes the whole file and not a byte more than allowed")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    const QByteArray bytes(1024 * 1024, 'a');
    REQUIRE(writeDurably(path, bytes, Existing::Keep));
    const Result<QByteArray> whole = readWhole(path, bytes.size());
    REQUIRE(whole);
    CHECK(*whole == bytes);
    REQUIRE(writeDurably(path, bytes + 'b', Existing::Replace));
    CHECK(readWhole(path, bytes.size()).error() == Error{ErrorCode::FileTooLarge, {path, QStringLiteral("1")}});

    // A device tells no size, and has no end.
    CHECK(readWhole(QStringLiteral("/dev/zero"), 1024).error().code == ErrorCode::FileNotReadable);
    CHECK(readWhole(folder.path(), 1024).error().code == ErrorCode::FileNotReadable);
    CHECK(readWhole(folder.filePath(QStringLiteral("无")), 1024).error().code == ErrorCode::FileNotFound);
    CHECK(readWhole(path + QStringLiteral("/a"), 1024).error().code == ErrorCode::FileNotFound);
}

} // namespace durablefile_test
