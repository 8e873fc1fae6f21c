// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>

namespace durableset_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

constexpr int done = 100;

int outcome(const Result<void> &result)
{
    return result ? done : static_cast<int>(result.error().code);
}

// A folder with an old file; a set replaces it and adds two beside it.
struct Folder {
    QTemporaryDir temporary;
    QString first = temporary.filePath(QStringLiteral("附件1.pdf"));
    QString old = temporary.filePath(QStringLiteral("附件1.docx"));
    QString last = temporary.filePath(QStringLiteral("附件2.pdf"));
    QList<FileToWrite> set{{first, QByteArrayLiteral("one")}, {old, QByteArrayLiteral("two"), Existing::Replace},
        {last, QByteArray(100'000, '3')}};

    Folder() { REQUIRE(writeDurably(old, QByteArrayLiteral("old"), Existing::Keep)); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("(missing)");
    }
    // All that lies in it, what is hidden included.
    QStringList names() const
    {
        return QDir(temporary.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    void checkAsBefore() const
    {
        CHECK(names() == QStringList{QStringLiteral("附件1.docx")});
        CHECK(contentOf(old) == QByteArrayLiteral("old"));
    }
};

} // namespace

TEST_CASE("A set of files is written whole, with nothing beside it")
{
    const Folder folder;
    REQUIRE(writeDurably(folder.set));
    CHECK(folder.names().size() == 3);
    for (const FileToWrite &file : folder.set)
        CHECK(Folder::contentOf(file.path) == file.bytes);
    CHECK(writeDurably(QList<FileToWrite>()));
}

TEST_CASE("A set of which one file cannot be written leaves everything as it was")
{
    Folder folder;
    SECTION("its name is taken")
    {
        folder.set.append({folder.last, QByteArrayLiteral("twice")});
        CHECK(writeDurably(folder.set).error() == Error{ErrorCode::FileExists, {folder.last}});
        folder.checkAsBefore();
    }
    SECTION("a folder has its name, which only the rename finds out")
    {
        REQUIRE(QDir().mkdir(folder.last));
        folder.set.last().existing = Existing::Replace;
        CHECK(writeDurably(folder.set).error().code == ErrorCode::WriteFailed);
        REQUIRE(QDir().rmdir(folder.last));
        folder.checkAsBefore();
    }
    SECTION("its folder is missing")
    {
        folder.set.append({folder.temporary.filePath(QStringLiteral("无/a.pdf")), QByteArrayLiteral("4")});
        CHECK(writeDurably(folder.set).error()
            == Error{ErrorCode::FolderMissing, {folder.temporary.filePath(QStringLiteral("无"))}});
        folder.checkAsBefore();
    }
    SECTION("another program holds it")
    {
        const int file = ::open(QFile::encodeName(folder.old).constData(), O_RDONLY);
        REQUIRE(::flock(file, LOCK_EX) == 0);
        CHECK(writeDurably(folder.set).error() == Error{ErrorCode::FileInUse, {folder.old}});
        ::close(file);
        folder.checkAsBefore();
    }
}

TEST_CASE("A set that the system refuses half-way leaves everything as it was")
{
    const Folder folder;
    // Only files that are kept are renamed by renameat2: the first of the set gets its name, the second does not.
    CHECK(withFailingCall(SYS_renameat, EIO, [&] { return outcome(writeDurably(folder.set)); })
        == static_cast<int>(ErrorCode::MediumGone));
    folder.checkAsBefore();
    CHECK(withFailingCall(SYS_fsync, EIO, [&] { return outcome(writeDurably(folder.set)); })
        == static_cast<int>(ErrorCode::MediumGone));
    folder.checkAsBefore();
}

TEST_CASE("A set that is larger than a file may be leaves everything as it was")
{
    const Folder folder;
    CHECK(withFileSizeLimit(65'536, [&] { return outcome(writeDurably(folder.set)); })
        == static_cast<int>(ErrorCode::FileSizeLimited));
    folder.checkAsBefore();
    CHECK(withFileSizeLimit(100'000, [&] { return outcome(writeDurably(folder.set)); }) == done);
}

} // namespace durableset_test
