// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/memorysearch.h"
#include "base/password.h"

#include <QFile>
#include <QTemporaryFile>

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sodium.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cerrno>

namespace password_test {

using namespace zhibao;

namespace {

Secret secret(const char16_t *text)
{
    QString copy = QString::fromUtf16(text);
    return Secret(copy);
}

constexpr PasswordCost quick{crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};

// That is in use, in bytes.
rlim_t addressSpace()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().split(' ').constFirst().toULongLong() * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

bool fits(const char16_t *password, const QByteArray &record)
{
    const Result<PasswordCheck> check = checkPassword(secret(password), record);
    REQUIRE(check);
    return check->fits;
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
        ::signal(SIGINT, SIG_DFL); // a shell lets what it runs in the background ignore it
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
    const Result<PasswordCost> cost = usualCost();
    REQUIRE(cost);
    const Result<HashedPassword> hashed = hashPassword(secret(u"质量强国 2023"), *cost);
    REQUIRE(hashed);
    CHECK(hashed->record.startsWith("$argon2id-64$v=19$m=65536,t="));
    CHECK(opensKey(hashed->record));
    CHECK(fits(u"质量强国 2023", hashed->record));
    CHECK_FALSE(fits(u"质量强国 2024", hashed->record));
    CHECK_FALSE(fits(u"质量强国 2023 ", hashed->record));
    CHECK_FALSE(fits(u"", hashed->record));
}

TEST_CASE("A password fits however a keyboard writes it")
{
    const Result<HashedPassword> made = hashPassword(secret(u"Caf\u00e9 质量2023"), quick);
    REQUIRE(made);
    for (const char16_t *typed : {u"Caf\u00e9 质量2023", u"Cafe\u0301 质量2023", u"Ｃａｆ\u00e9　质量２０２３"}) {
        CHECK(fits(typed, made->record));
        CHECK(hashPassword(secret(typed), quick)->key.bytes().size() == 32);
    }
    for (const char16_t *other :
        {u"cafe\u0301 质量2023", u"Cafe 质量2023", u"Caf\u00e9质量2023", u"Caf\u00e9 质量2O23"})
        CHECK_FALSE(fits(other, made->record));
    const QString whole = QStringLiteral("\u1112\u1161\u11ab\uff8a\uff9e\ufb01𝟚\u1e9b\u0323");
    QString copy = whole;
    copy.detach();
    CHECK(
        Secret(copy).normalised().bytes() == QByteArrayView(whole.normalized(QString::NormalizationForm_KC).toUtf8()));
    QByteArray noText = QByteArrayLiteral("\xff\xfe");
    CHECK(Secret(noText).normalised().bytes() == QByteArrayView("\xff\xfe"));
}

TEST_CASE("A password that was set as it was typed opens still, and opens the same key")
{
    const QByteArray typed = QStringLiteral("Cafe\u0301２０２３").toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    REQUIRE(crypto_pwhash_str(hash.data(), typed.constData(), static_cast<unsigned long long>(typed.size()),
                crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN)
        == 0);
    CHECK(fits(u"Cafe\u0301２０２３", QByteArray(hash.data())));
    CHECK_FALSE(fits(u"Caf\u00e92023", QByteArray(hash.data())));

    const QByteArray salt(crypto_pwhash_SALTBYTES, 's');
    std::array<char, 64> halves{};
    REQUIRE(
        crypto_pwhash(reinterpret_cast<unsigned char *>(halves.data()), halves.size(), typed.constData(),
            static_cast<unsigned long long>(typed.size()), reinterpret_cast<const unsigned char *>(salt.constData()),
            quick.passes, quick.memory, crypto_pwhash_ALG_ARGON2ID13)
        == 0);
    const auto base64 = [](const QByteArray &bytes) {
        return bytes.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray record = "$argon2id-64$v=19$m=" + QByteArray::number(static_cast<quint64>(quick.memory / 1024))
        + ",t=" + QByteArray::number(quick.passes) + ",p=1$" + base64(salt) + '$'
        + base64(QByteArray(halves.data(), 32));
    const Result<PasswordCheck> check = checkPassword(secret(u"Cafe\u0301２０２３"), record);
    REQUIRE(check);
    CHECK(check->fits);
    REQUIRE(check->key);
    CHECK(check->key->bytes() == QByteArrayView(halves.data() + 32, 32));
    CHECK_FALSE(fits(u"Caf\u00e92023", record));
}

TEST_CASE("The password opens the same key each time, and the record does not tell it")
{
    const Result<HashedPassword> hashed = hashPassword(secret(u"质量强国"), quick);
    REQUIRE(hashed);
    CHECK(hashed->key.bytes().size() == 32);
    const Result<PasswordCheck> check = checkPassword(secret(u"质量强国"), hashed->record);
    REQUIRE(check);
    REQUIRE(check->key);
    CHECK(check->key->bytes() == hashed->key.bytes());
    CHECK_FALSE(hashed->record.contains(hashed->key.bytes().toByteArray().toBase64().first(40)));
    CHECK_FALSE(checkPassword(secret(u"质量"), hashed->record)->key);
    const Result<HashedPassword> other = hashPassword(secret(u"质量强国"), quick);
    REQUIRE(other);
    CHECK(other->key.bytes() != hashed->key.bytes());
}

TEST_CASE("A hash of libsodium's own form, as it was made before, is checked and opens no key")
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    REQUIRE(crypto_pwhash_str(hash.data(), "plain", 5, crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) == 0);
    const QByteArray record(hash.data());
    CHECK_FALSE(opensKey(record));
    const Result<PasswordCheck> check = checkPassword(secret(u"plain"), record);
    REQUIRE(check);
    CHECK(check->fits);
    CHECK_FALSE(check->key);
    CHECK_FALSE(fits(u"plane", record));
}

TEST_CASE("Where there is no memory for the check that is said, and nothing of the password")
{
    const Result<HashedPassword> hashed = hashPassword(secret(u"plain"), quick);
    REQUIRE(hashed);
    // As much as no machine has, within what libsodium takes.
    QByteArray record = hashed->record;
    record.replace("m=8,", "m=4294967295,");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_AS, &before) == 0);
    const rlimit little{addressSpace() + (rlim_t(1) << 30), before.rlim_max};
    const bool isLimited = ::setrlimit(RLIMIT_AS, &little) == 0;
    const Result<PasswordCheck> check = checkPassword(secret(u"plain"), record);
    REQUIRE(::setrlimit(RLIMIT_AS, &before) == 0);
    CHECK(isLimited);
    REQUIRE_FALSE(check);
    CHECK(check.error() == Error{ErrorCode::MemoryFull, {}});
}

TEST_CASE("What is no hash fits no password")
{
    const QByteArray sound = hashPassword(secret(u"plain"), quick)->record;
    for (const QByteArray &record : {QByteArray(), QByteArrayLiteral("$argon2id$"), QByteArrayLiteral("plain"),
             QByteArray(127, '$'), QByteArray(100'000, 'x'), sound + 'A', sound + '$', sound.chopped(4),
             QByteArray(sound).replace("v=19", "v=16"), QByteArray(sound).replace("p=1", "p=2"),
             QByteArray(sound).replace("t=1", "t=0"), QByteArray(sound).replace("-64", "-65"),
             QByteArray(sound).replace("m=8", "m=1")}) {
        INFO(record.first(qMin(record.size(), qsizetype(120))).toStdString());
        CHECK_FALSE(fits(u"plain", record));
    }
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
    QByteArray record;
    {
        const Secret kept(text);
        CHECK(copiesInMemory(word) == 1);
        const Result<HashedPassword> made = hashPassword(kept, quick);
        REQUIRE(made);
        record = made->record;
        CHECK(checkPassword(kept, record)->fits);
        CHECK(copiesInMemory(word) == 1);
    }
    CHECK(copiesInMemory(word) == 0);
    QString again = word.text();
    CHECK(checkPassword(Secret(again), record)->fits);
    CHECK(copiesInMemory(word) == 0);
    QString wide;
    for (int i = 0; i < HiddenWord::size; ++i)
        wide.append(QChar(u'ａ' + (word.at(i) - 'a')));
    CHECK(checkPassword(Secret(wide), record)->fits); // full-width letters are the same password
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

} // namespace password_test
