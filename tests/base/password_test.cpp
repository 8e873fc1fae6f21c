// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
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

// A word that lies in no piece in this program: its letters are told one by one from a mask.
class HiddenWord {
public:
    static constexpr int size = 24;
    char at(int index) const { return static_cast<char>('a' + (m_seed * (index + 3) * (index + 7) + index) % 26); }

    QString text() const
    {
        QString word;
        word.reserve(size);
        for (int i = 0; i < size; ++i)
            word.append(QLatin1Char(at(i)));
        return word;
    }

    // Whether it stands at the bytes, each letter followed by `gap` zero bytes.
    bool standsAt(const char *bytes, int gap) const
    {
        for (int i = 0; i < size; ++i) {
            if (bytes[i * (gap + 1)] != at(i))
                return false;
        }
        return true;
    }

private:
    volatile int m_seed = 5; // not known to the compiler
};

// How often the word lies in the bytes that were read from the address `from`; the bytes themselves may lie in what
// they are a copy of, and are not counted there.
int copiesIn(const QByteArray &bytes, quintptr from, const HiddenWord &word)
{
    const auto own = reinterpret_cast<quintptr>(bytes.constData());
    int copies = 0;
    for (const int gap : {0, 1}) { // as UTF-8 and as UTF-16
        const qsizetype length = (HiddenWord::size - 1) * (gap + 1) + 1;
        for (qsizetype at = 0; at + length <= bytes.size(); ++at) {
            const quintptr address = from + static_cast<quintptr>(at);
            const bool isOwn = address >= own && address < own + static_cast<quintptr>(bytes.capacity());
            copies += !isOwn && word.standsAt(bytes.constData() + at, gap) ? 1 : 0;
        }
    }
    return copies;
}

// How often the word lies in the writable memory of this process.
int copiesInMemory(const HiddenWord &word)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    REQUIRE(maps.open(QIODevice::ReadOnly));
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    int copies = 0;
    qint64 scanned = 0; // bytes
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() < 2 || !fields[1].startsWith("rw"))
            continue;
        const qsizetype dash = fields[0].indexOf('-');
        const quintptr begin = fields[0].first(dash).toULongLong(nullptr, 16);
        const quintptr end = fields[0].sliced(dash + 1).toULongLong(nullptr, 16);
        QByteArray block(static_cast<qsizetype>(end - begin), Qt::Uninitialized);
        const ssize_t count
            = ::pread(memory, block.data(), static_cast<size_t>(block.size()), static_cast<off_t>(begin));
        block.truncate(std::max<ssize_t>(count, 0)); // there are mappings that the kernel keeps to itself
        scanned += block.size();
        copies += copiesIn(block, begin, word);
        block.fill(0);
    }
    ::close(memory);
    CHECK(scanned > 100'000);
    return copies;
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
