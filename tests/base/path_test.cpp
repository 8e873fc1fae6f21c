// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/durablefile.h"
#include "base/path.h"
#include "base/temporaryfolder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <random>
#include <thread>

namespace path_test {

using namespace zhibao;

namespace {

// 文件 in GBK, as a stick from another machine may name it.
const QByteArray gbk = QByteArrayLiteral("\xCE\xC4\xBC\xFE");

// While this lives the process works in that folder.
class WorkingFolder {
public:
    explicit WorkingFolder(const QByteArray &path)
        : m_before(::getcwd(nullptr, 0))
    {
        REQUIRE(::chdir(path.constData()) == 0);
    }
    ~WorkingFolder()
    {
        CHECK(::chdir(m_before) == 0);
        std::free(m_before);
    }
    WorkingFolder(const WorkingFolder &) = delete;
    WorkingFolder &operator=(const WorkingFolder &) = delete;

private:
    char *m_before;
};

} // namespace

TEST_CASE("A path gives back the very bytes it was made of")
{
    for (const QByteArray &bytes : {QByteArray(), QByteArrayLiteral("/tmp/报表.json"), gbk, gbk + "/附件𠮷.pdf",
             QByteArrayLiteral("\xEF\xBB\xBF"
                               "a"),
             QByteArrayLiteral("\xED\xB2\x80"), QByteArrayLiteral("\xF0\x9F\x98"),
             QByteArrayLiteral("\xF0\x9F\x98\x80\xB2"), QByteArrayLiteral("\xC0\xAF")})
        CHECK(bytesOfPath(pathOfBytes(bytes)) == bytes);
    CHECK(pathOfBytes("/tmp/报表.json") == QStringLiteral("/tmp/报表.json"));
    std::minstd_rand random(1);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        while (random() % 12 != 0)
            bytes += static_cast<char>(random() % 4 == 0 ? 'a' + random() % 26 : 0x80 + random() % 0x80);
        if (bytesOfPath(pathOfBytes(bytes)) != bytes)
            FAIL(bytes.toHex().toStdString());
    }
}

TEST_CASE("Only a byte that is no UTF-8 is marked as one")
{
    const QString path = pathOfBytes(QByteArrayLiteral("a\xCE𠮷"));
    REQUIRE(path.size() == 4);
    CHECK_FALSE(isByteOfPath(path, 0));
    CHECK(isByteOfPath(path, 1));
    CHECK_FALSE(isByteOfPath(path, 3));
    // A whole character whose second half looks like a byte.
    const QString pair = QString::fromUtf8("\xF0\x9F\x82\xA0");
    REQUIRE(pair.at(1) >= QChar(0xDC80));
    CHECK_FALSE(isByteOfPath(pair, 1));
    CHECK(bytesOfPath(pair) == QByteArrayLiteral("\xF0\x9F\x82\xA0"));
}

TEST_CASE("Files and folders whose names are no UTF-8 are written and read, and no others")
{
    const Result<TemporaryFolder> home = TemporaryFolder::make();
    REQUIRE(home);
    const QString folder = home->filePath(pathOfBytes(gbk));
    const QString file = folder + u'/' + pathOfBytes(gbk + ".db");
    CHECK_FALSE(exists(folder));
    REQUIRE(makeFolder(folder, S_IRWXU));
    CHECK(isFolder(folder));
    REQUIRE(writeDurably(file, QByteArrayLiteral("bytes"), Existing::Keep));
    REQUIRE(writeDurably(file, QByteArrayLiteral("other"), Existing::Replace));
    CHECK(readWhole(file, 100).value() == QByteArrayLiteral("other"));
    CHECK(isRegularFile(file));
    CHECK(isWritable(file));
    CHECK(sizeOf(file) == 5);
    CHECK(folderOf(file) == folder);
    CHECK(canonicalPath(folder + QStringLiteral("/../") + pathOfBytes(gbk)) == canonicalPath(folder));
    CHECK(namesInFolder(home->path()) == QStringList{pathOfBytes(gbk)});
    CHECK(namesInFolder(folder) == QStringList{pathOfBytes(gbk + ".db")});
    struct stat status { };
    CHECK(::stat((bytesOfPath(home->path()) + '/' + gbk + '/' + gbk + ".db").constData(), &status) == 0);
    {
        const WorkingFolder here(bytesOfPath(folder));
        CHECK(absolutePath(QStringLiteral("./a.pdf")) == canonicalPath(folder) + QStringLiteral("/a.pdf"));
        REQUIRE(writeDurably(QStringLiteral("a.pdf"), QByteArrayLiteral("a"), Existing::Keep));
    }
    CHECK(readWhole(folder + QStringLiteral("/a.pdf"), 100).value() == QByteArrayLiteral("a"));
    CHECK(removeFile(file));
    CHECK_FALSE(removeFile(file));
}

TEST_CASE("A temporary folder goes with all that lies in it, and one that cannot be made is named")
{
    QString path;
    {
        const Result<TemporaryFolder> home = TemporaryFolder::make();
        REQUIRE(home);
        path = home->path();
        const Result<TemporaryFolder> inside = TemporaryFolder::makeIn(home->path(), QStringLiteral("a-"));
        REQUIRE(inside);
        REQUIRE(writeDurably(inside->filePath(QStringLiteral("b")), QByteArrayLiteral("b"), Existing::Keep));
        CHECK(namesInFolder(path).size() == 1);
    }
    CHECK_FALSE(exists(path));
    CHECK(TemporaryFolder::makeIn(path, QStringLiteral("a-")).error() == Error{ErrorCode::FolderMissing, {path}});
    CHECK_FALSE(exists(path));
}

TEST_CASE("A pipe that was handed over open is read to its end")
{
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    std::thread writer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100)); // reading waits
        const ssize_t written = ::write(ends[1], "abc", 3);
        ::close(ends[1]);
        CHECK(written == 3);
    });
    const Result<QByteArray> bytes = readWhole(QStringLiteral("/dev/fd/%1").arg(ends[0]), 100);
    writer.join();
    ::close(ends[0]);
    REQUIRE(bytes);
    CHECK(*bytes == "abc");
}

TEST_CASE("A pipe that was handed over ends at the limit")
{
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    REQUIRE(::write(ends[1], QByteArray(101, 'a').constData(), 101) == 101);
    CHECK(readWhole(QStringLiteral("/dev/fd/%1").arg(ends[0]), 100).error().code == ErrorCode::FileTooLarge);
    ::close(ends[1]);
    ::close(ends[0]);
}

TEST_CASE("A pipe or a device in the place of a file is refused at once")
{
    const Result<TemporaryFolder> home = TemporaryFolder::make();
    REQUIRE(home);
    const QString pipe = home->filePath(QStringLiteral("settings"));
    REQUIRE(::mkfifo(bytesOfPath(pipe).constData(), 0600) == 0);
    const Error refused{ErrorCode::NotRegularFile, {pipe}};
    CHECK(readRegularFile(pipe, 100).error() == refused); // and does not wait for a writer
    CHECK(readRegularFile(QStringLiteral("/dev/zero"), 100).error().code == ErrorCode::NotRegularFile);
    CHECK(readRegularFile(home->path(), 100).error().code == ErrorCode::NotRegularFile);
    for (const QString &path : {pipe, QStringLiteral("/dev/zero"), QStringLiteral("/dev/null")})
        CHECK(readWhole(path, 100).error() == Error{ErrorCode::FileNotReadable, {path, QString::number(ENOTSUP)}});
    CHECK(readWhole(home->path(), 100).error().arguments.value(1) == QString::number(EISDIR));
    const Result<void> replaced = writeDurably(pipe, QByteArrayLiteral("new"), Existing::Replace);
    REQUIRE_FALSE(replaced);
    CHECK(replaced.error() == refused);
    const QString file = home->filePath(QStringLiteral("file"));
    REQUIRE(writeDurably(file, QByteArray(100, 'a'), Existing::Keep));
    CHECK(readRegularFile(file, 100).value().size() == 100);
    CHECK(readRegularFile(file, 99).error().code == ErrorCode::FileTooLarge);
}

} // namespace path_test
