// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"

#include "base/signature.h"
#include "base/sodium.h"

#include <QStringEncoder>

#include <sodium.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <new>
#include <utility>

namespace zhibao {

namespace {

constexpr PasswordCost leastCost{2, 64 * 1024 * 1024};
// Seconds. A check is a little quicker than this says, since the trial also pays for fetching the memory.
constexpr double wantedTime = 0.33;

constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype halfSize = 32; // bytes, of the verifier and of the key
constexpr qsizetype longestRecord = 256; // bytes
// How the record begins: the first is crypto_pwhash_str's, whose digest is 32 bytes long.
const QByteArray withoutKey = QByteArrayLiteral("argon2id");
const QByteArray withKey = QByteArrayLiteral("argon2id-64");

// Of this thread's work, so that a busy machine is not taken for a slow one.
double secondsWorked()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// A record, taken apart.
struct Record {
    bool opensKey = false;
    PasswordCost cost;
    QByteArray salt;
    QByteArray verifier;
};

QByteArray toBase64(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
}

// The number behind the name: "t=3"; 0 where it is none.
unsigned long long numberIn(const QByteArray &setting, char name)
{
    return setting.startsWith(name) && setting.mid(1, 1) == "=" ? setting.mid(2).toULongLong() : 0;
}

// $argon2id$v=19$m=65536,t=3,p=1$SALT$VERIFIER
std::optional<Record> recordFrom(const QByteArray &line)
{
    if (line.size() > longestRecord)
        return std::nullopt;
    const QList<QByteArray> fields = line.split('$');
    if (fields.size() != 6 || !fields[0].isEmpty() || (fields[1] != withoutKey && fields[1] != withKey)
        || fields[2] != "v=19")
        return std::nullopt;
    const QList<QByteArray> settings = fields[3].split(',');
    if (settings.size() != 3 || settings[2] != "p=1")
        return std::nullopt;
    Record record{fields[1] == withKey, {numberIn(settings[1], 't'), numberIn(settings[0], 'm') * 1024},
        QByteArray::fromBase64(fields[4]), QByteArray::fromBase64(fields[5])};
    const bool isWhole = record.salt.size() == saltSize && record.verifier.size() == halfSize
        && record.cost.passes >= crypto_pwhash_OPSLIMIT_MIN && record.cost.memory >= crypto_pwhash_MEMLIMIT_MIN
        && record.cost.passes <= crypto_pwhash_OPSLIMIT_MAX && record.cost.memory <= crypto_pwhash_MEMLIMIT_MAX;
    return isWhole ? std::optional(record) : std::nullopt;
}

Error memoryShort()
{
    return {ErrorCode::MemoryFull, {}};
}

// The arguments are within libsodium's limits, so that only memory can be what it lacks.
bool runArgon2(char *out, qsizetype size, QByteArrayView password, const QByteArray &salt, const PasswordCost &cost)
{
    // An empty password may lie nowhere, which libsodium must not be given.
    const char *const text = password.isEmpty() ? "" : password.data();
    return crypto_pwhash(reinterpret_cast<unsigned char *>(out), static_cast<unsigned long long>(size), text,
               static_cast<unsigned long long>(password.size()),
               reinterpret_cast<const unsigned char *>(salt.constData()), cost.passes, cost.memory,
               crypto_pwhash_ALG_ARGON2ID13)
        == 0;
}

} // namespace

class PasswordTrial {
public:
    // Whether the record was made of these very bytes.
    static Result<PasswordCheck> run(const Secret &secret, const Record &known)
    {
        Secret made(2 * halfSize);
        const qsizetype size = known.opensKey ? 2 * halfSize : halfSize;
        if (!runArgon2(made.m_bytes, size, secret.bytes(), known.salt, known.cost))
            return memoryShort();
        if (sodium_memcmp(made.m_bytes, known.verifier.constData(), halfSize) != 0)
            return PasswordCheck{};
        PasswordCheck check{true, std::nullopt};
        if (known.opensKey) {
            check.key.emplace(Secret(halfSize));
            check.key->m_size = halfSize;
            std::copy_n(made.m_bytes + halfSize, halfSize, check.key->m_bytes);
        }
        return check;
    }
};

Secret::Secret(qsizetype capacity)
{
    startSodium();
    m_bytes = static_cast<char *>(sodium_malloc(static_cast<size_t>(capacity)));
    if (!m_bytes)
        throw std::bad_alloc();
}

Secret::Secret(QString &text)
    : Secret(std::max<qsizetype>(text.size() * 3, 1)) // UTF-8 takes at most three bytes a UTF-16 unit
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    m_size = encoder.appendToBuffer(m_bytes, text) - m_bytes;
    if (text.isDetached())
        sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

Secret::Secret(QByteArray &bytes)
    : Secret(std::max<qsizetype>(bytes.size(), 1))
{
    m_size = bytes.size();
    std::copy(bytes.cbegin(), bytes.cend(), m_bytes);
    if (bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

Secret Secret::copy() const
{
    Secret copy(std::max<qsizetype>(m_size, 1));
    copy.m_size = m_size;
    std::copy(m_bytes, m_bytes + m_size, copy.m_bytes);
    return copy;
}

Secret::~Secret()
{
    sodium_free(m_bytes);
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Result<PasswordCost> usualCost()
{
    startSodium();
    std::array<char, halfSize> trial{};
    const double start = secondsWorked();
    if (!runArgon2(trial.data(), trial.size(), {}, QByteArray(saltSize, 0), leastCost))
        return memoryShort();
    const double worked = std::max(secondsWorked() - start, 1e-3);
    const double passes = std::round(static_cast<double>(leastCost.passes) * wantedTime / worked);
    return PasswordCost{std::max(leastCost.passes, static_cast<unsigned long long>(passes)), leastCost.memory};
}

Result<HashedPassword> hashPassword(const Secret &secret, const PasswordCost &cost)
{
    const QByteArray salt = randomBytes(saltSize);
    Secret halves(2 * halfSize);
    if (!runArgon2(halves.m_bytes, 2 * halfSize, secret.normalised().bytes(), salt, cost))
        return memoryShort();
    Secret key(halfSize);
    key.m_size = halfSize;
    std::copy_n(halves.m_bytes + halfSize, halfSize, key.m_bytes);
    const QByteArray costs
        = "m=" + QByteArray::number(static_cast<quint64>(cost.memory / 1024)) + ",t=" + QByteArray::number(cost.passes);
    const QByteArray record = '$' + withKey + "$v=19$" + costs + ",p=1$" + toBase64(salt) + '$'
        + toBase64(QByteArrayView(halves.m_bytes, halfSize));
    return HashedPassword{record, std::move(key)};
}

Result<PasswordCheck> checkPassword(const Secret &secret, const QByteArray &record)
{
    startSodium();
    const std::optional<Record> known = recordFrom(record);
    if (!known)
        return PasswordCheck{};
    const Secret normal = secret.normalised();
    Result<PasswordCheck> check = PasswordTrial::run(normal, *known);
    if (check && !check->fits && normal.bytes() != secret.bytes())
        return PasswordTrial::run(secret, *known);
    return check;
}

bool opensKey(const QByteArray &record)
{
    return record.startsWith('$' + withKey + '$');
}

} // namespace zhibao
