// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/password.h"

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

constexpr size_t memory = 64 * 1024 * 1024; // bytes
constexpr unsigned long long fewestPasses = 2;
// Seconds. A check is a little quicker than this says, since the trial also pays for fetching the memory.
constexpr double wantedTime = 0.33;

// Of this thread's work, so that a busy machine is not taken for a slow one.
double secondsWorked()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// How many passes a check may take on this machine; 0 where there is no memory for one.
unsigned long long passesHere()
{
    std::array<unsigned char, 32> key{};
    const std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    const double start = secondsWorked();
    if (crypto_pwhash(key.data(), key.size(), "", 0, salt.data(), fewestPasses, memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return 0;
    const double worked = std::max(secondsWorked() - start, 1e-3);
    const double passes = std::round(static_cast<double>(fewestPasses) * wantedTime / worked);
    return std::max(fewestPasses, static_cast<unsigned long long>(passes));
}

} // namespace

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

Result<QByteArray> hashPassword(const Secret &secret)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const unsigned long long passes = passesHere();
    const auto size = static_cast<unsigned long long>(secret.bytes().size());
    if (passes == 0 || crypto_pwhash_str(hash.data(), secret.bytes().data(), size, passes, memory) != 0)
        return Error{ErrorCode::RenderFailed, {QStringLiteral("Argon2id"), QString::number(ENOMEM)}};
    return QByteArray(hash.data());
}

bool passwordFits(const Secret &secret, const QByteArray &hash)
{
    // libsodium reads as far as it expects a hash of its own making to reach.
    if (hash.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES))
        return false;
    std::array<char, crypto_pwhash_STRBYTES> line{};
    std::copy(hash.begin(), hash.end(), line.begin());
    const auto size = static_cast<unsigned long long>(secret.bytes().size());
    return crypto_pwhash_str_verify(line.data(), secret.bytes().data(), size) == 0;
}

} // namespace zhibao
