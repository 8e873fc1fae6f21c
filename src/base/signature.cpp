// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"

#include "base/digest.h"
#include "base/sodium.h"

#include <sodium.h>

namespace zhibao {

namespace {

constexpr qsizetype publicKeySize = crypto_sign_PUBLICKEYBYTES;
constexpr qsizetype secretKeySize = crypto_sign_SECRETKEYBYTES;
constexpr qsizetype signatureSize = crypto_sign_BYTES;

unsigned char *octets(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

SigningKey newSigningKey()
{
    startSodium();
    SigningKey key{QByteArray(publicKeySize, 0), QByteArray(secretKeySize, 0)};
    if (crypto_sign_keypair(octets(key.publicKey), octets(key.secretKey)) != 0)
        qFatal("libsodium: no key pair");
    return key;
}

QByteArray sign(QByteArrayView bytes, const QByteArray &secretKey)
{
    startSodium();
    if (secretKey.size() != secretKeySize)
        return {};
    QByteArray signature(signatureSize, 0);
    if (crypto_sign_detached(octets(signature), nullptr, octets(bytes), static_cast<unsigned long long>(bytes.size()),
            octets(QByteArrayView(secretKey)))
        != 0)
        return {};
    return signature;
}

bool isSignedBy(QByteArrayView bytes, const QByteArray &signature, const QByteArray &publicKey)
{
    startSodium();
    return signature.size() == signatureSize && publicKey.size() == publicKeySize
        && crypto_sign_verify_detached(octets(QByteArrayView(signature)), octets(bytes),
               static_cast<unsigned long long>(bytes.size()), octets(QByteArrayView(publicKey)))
        == 0;
}

QString fingerprint(const QByteArray &publicKey)
{
    const QByteArray digits = digestOfBytes(publicKey, DigestAlgorithm::Sm3).first(16).toHex().toUpper();
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += 4)
        groups.append(QString::fromLatin1(digits.sliced(at, 4)));
    return groups.join(u' ');
}

QByteArray randomBytes(int count)
{
    startSodium();
    QByteArray bytes(count, 0);
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return bytes;
}

} // namespace zhibao
