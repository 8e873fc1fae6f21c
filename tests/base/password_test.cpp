// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/memorysearch.h"
#include "base/password.h"

#include <QFile>
#include <QTemporaryFile>

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cerrno>

using namespace zhibao;

namespace {

Secret secret(const char16_t *text)
{
    QString copy = QString::fromUtf16(text);
    return Secret(copy);
}

// What the child typed in at a terminal of its own came to: "=password" or the error's name; the terminal's own output
// is in `shown`.
QByteArray askedAtTerminal(const QByteArray &keys, QByteArray &shown)
{
    std::array<int, 2> answer{};
    REQUIRE(::pipe2(answer.data(), O_CLOEXEC) == 0);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        const Result<Secret> typed = Secret::typed(QStringLiteral("密码："));
        const QByteArray said
            = typed ? '=' + typed->bytes().toByteArray() : QByteArray::number(static_cast<int>(typed.error().code));
        ::_exit(::write(answer[1], said.constData(), static_cast<size_t>(said.size())) == said.size() ? 0 : 1);
    }
    ::close(answer[1]);
    std::array<char, 4096> block{};
    ssize_t count = 0;
    // The prompt comes when the terminal is ready to be typed at.
    while (!shown.contains("：") && (count = ::read(terminal, block.data(), block.size())) > 0)
        shown.append(block.data(), count);
    termios state{};
    CHECK(::tcgetattr(terminal, &state) == 0);
    CHECK((state.c_lflag & ECHO) == 0);
    CHECK(::write(terminal, keys.constData(), static_cast<size_t>(keys.size())) == keys.size());
    while ((count = ::read(terminal, block.data(), block.size())) > 0)
        shown.append(block.data(), count);
    count = ::read(answer[0], block.data(), block.size());
    ::close(answer[0]);
    ::close(terminal);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        return "signal " + QByteArray::number(WTERMSIG(status));
    return QByteArray(block.data(), std::max<ssize_t>(count, 0));
}

} // namespace

TEST_CASE("A password fits the hash that was made of it, and no other does")
{
    const Result<QByteArray> hash = hashPassword(secret(u"质量强国 2023"));
    REQUIRE(hash);
    CHECK(hash->startsWith("$argon2id$v=19$m=65536,t="));
    CHECK(hash->size() < 128);
    CHECK(passwordFits(secret(u"质量强国 2023"), *hash));
    CHECK_FALSE(passwordFits(secret(u"质量强国 2024"), *hash));
    CHECK_FALSE(passwordFits(secret(u"质量强国 2023 "), *hash));
    CHECK_FALSE(passwordFits(secret(u""), *hash));
    // The same to the eye, other bytes: nothing is normalised.
    const Result<QByteArray> composed = hashPassword(secret(u"\u00e9"));
    REQUIRE(composed);
    CHECK(passwordFits(secret(u"\u00e9"), *composed));
    CHECK_FALSE(passwordFits(secret(u"e\u0301"), *composed));
}

TEST_CASE("What is no hash fits no password")
{
    for (const QByteArray &hash : {QByteArray(), QByteArrayLiteral("$argon2id$"), QByteArrayLiteral("plain"),
             QByteArray(127, '$'), QByteArray(100'000, 'x')})
        CHECK_FALSE(passwordFits(secret(u"plain"), hash));
}

TEST_CASE("A text that became a secret is wiped")
{
    QString text = QStringLiteral("甲乙").repeated(2);
    const Secret kept(text);
    CHECK(text.isEmpty());
    CHECK(kept.bytes() == QByteArrayView("甲乙甲乙"));
    Secret moved = secret(u"other");
    CHECK(moved.bytes() == QByteArrayView("other"));
    moved = secret(u"third");
    CHECK(moved.bytes() == QByteArrayView("third"));
}

TEST_CASE("After a check no copy of the password is left in memory")
{
    const HiddenWord word;
    QString text = word.text();
    CHECK(copiesInMemory(word) == 1); // the search finds what there is
    QByteArray hash;
    {
        const Secret kept(text);
        CHECK(copiesInMemory(word) == 1);
        const Result<QByteArray> made = hashPassword(kept);
        REQUIRE(made);
        hash = *made;
        CHECK(passwordFits(kept, hash));
        CHECK(copiesInMemory(word) == 1);
    }
    CHECK(copiesInMemory(word) == 0);
    QString again = word.text();
    CHECK(passwordFits(Secret(again), hash));
    CHECK(copiesInMemory(word) == 0);
}

TEST_CASE("A secret is left out of core dumps")
{
    const HiddenWord word;
    QString text = word.text();
    const Secret kept(text);
    const auto address = reinterpret_cast<quintptr>(kept.bytes().data());
    QFile maps(QStringLiteral("/proc/self/smaps"));
    REQUIRE(maps.open(QIODevice::ReadOnly));
    bool inside = false;
    QByteArray flags;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const qsizetype dash = line.indexOf('-');
        bool isRange = false;
        const quintptr begin = line.first(std::max<qsizetype>(dash, 0)).toULongLong(&isRange, 16);
        if (isRange)
            inside
                = begin <= address && address < line.sliced(dash + 1).split(' ').constFirst().toULongLong(nullptr, 16);
        else if (inside && line.startsWith("VmFlags:"))
            flags = line;
    }
    CHECK(flags.contains(" dd")); // MADV_DONTDUMP
}

TEST_CASE("One line is read from a descriptor, and the next is left")
{
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write("first 密码 \r\nsecond\nthird");
    file.flush();
    REQUIRE(::lseek(file.handle(), 0, SEEK_SET) == 0);
    for (const char *expected : {"first 密码 ", "second", "third", ""}) {
        const Result<Secret> line = Secret::read(file.handle());
        REQUIRE(line);
        CHECK(line->bytes() == QByteArrayView(expected));
    }
}

TEST_CASE("Lines over the limit and closed descriptors are refused")
{
    for (const int size : {1024, 1025}) {
        QTemporaryFile file;
        REQUIRE(file.open());
        file.write(QByteArray(size, 'x') + '\n');
        file.flush();
        REQUIRE(::lseek(file.handle(), 0, SEEK_SET) == 0);
        const Result<Secret> line = Secret::read(file.handle());
        CHECK(bool(line) == (size == 1024));
        if (!line)
            CHECK(line.error()
                == Error{ErrorCode::FileNotReadable,
                    {QStringLiteral("/dev/fd/%1").arg(file.handle()), QString::number(EMSGSIZE)}});
    }
    const Result<Secret> closed = Secret::read(987);
    REQUIRE_FALSE(closed);
    CHECK(closed.error() == Error{ErrorCode::FileNotReadable, {QStringLiteral("/dev/fd/987"), QString::number(EBADF)}});
}

TEST_CASE("A password is typed at the terminal without being shown")
{
    QByteArray shown;
    CHECK(askedAtTerminal("geheim 密码x\x7f\n", shown) == "=geheim 密码");
    CHECK(shown.contains("密码："));
    CHECK_FALSE(shown.contains("geheim"));
}

TEST_CASE("Whoever stops the question by a signal gets the terminal back")
{
    QByteArray shown;
    CHECK(askedAtTerminal("geh\x03", shown) == "signal " + QByteArray::number(SIGINT));
}
