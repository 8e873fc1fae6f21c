// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <QtEndian>

#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>

namespace zhibao {

namespace {

// OpenSSL answers 1 where all went well. It fails for want of memory or of the algorithm only.
void require(int answer)
{
    if (answer != 1)
        qFatal("libcrypto: %s", ERR_error_string(ERR_get_error(), nullptr));
}

evp_md_ctx_st *newContext()
{
    evp_md_ctx_st *const context = EVP_MD_CTX_new();
    require(context ? 1 : 0);
    return context;
}

const EVP_MD *kindOf(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sm3 ? EVP_sm3() : EVP_sha256();
}

void addTo(evp_md_ctx_st *context, QByteArrayView bytes)
{
    require(EVP_DigestUpdate(context, bytes.data(), static_cast<size_t>(bytes.size())));
}

QByteArray finished(evp_md_ctx_st *context)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(context, bytes.data(), &size));
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(size)};
}

// More may be added to the context itself.
QByteArray finishedSoFar(const evp_md_ctx_st *context)
{
    const std::unique_ptr<evp_md_ctx_st, DigestContextFree> copy(newContext());
    require(EVP_MD_CTX_copy_ex(copy.get(), context));
    return finished(copy.get());
}

std::array<char, sizeof(qint64)> littleEndian(qint64 number)
{
    std::array<char, sizeof(qint64)> bytes{};
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

void DigestContextFree::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Digest::Digest(DigestAlgorithm algorithm)
    : m_context(newContext())
{
    require(EVP_DigestInit_ex(m_context.get(), kindOf(algorithm), nullptr));
}

void Digest::begin(char kind, qint64 length)
{
    addTo(m_context.get(), QByteArrayView(&kind, 1));
    addTo(m_context.get(), littleEndian(length));
}

Digest &Digest::add(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    begin('t', bytes.size());
    addTo(m_context.get(), bytes);
    return *this;
}

Digest &Digest::add(const QByteArray &bytes)
{
    begin('b', bytes.size());
    addTo(m_context.get(), bytes);
    return *this;
}

Digest &Digest::add(qint64 number)
{
    begin('n', sizeof number);
    addTo(m_context.get(), littleEndian(number));
    return *this;
}

QByteArray Digest::result() const
{
    return finishedSoFar(m_context.get());
}

BytesDigest::BytesDigest(DigestAlgorithm algorithm)
    : m_context(newContext())
{
    require(EVP_DigestInit_ex(m_context.get(), kindOf(algorithm), nullptr));
}

void BytesDigest::add(QByteArrayView block)
{
    addTo(m_context.get(), block);
}

QByteArray BytesDigest::result() const
{
    return finishedSoFar(m_context.get());
}

QByteArray digestOfBytes(QByteArrayView bytes, DigestAlgorithm algorithm)
{
    BytesDigest digest(algorithm);
    digest.add(bytes);
    return digest.result();
}

QString hexadecimal(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace zhibao
