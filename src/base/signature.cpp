// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"

#include "base/digest.h"
#include "base/sodium.h"

#include <QStringList>

#include <sodium.h>

namespace zhibao {

namespace {

constexpr qsizetype publicKeySize = crypto_sign_PUBLICKEYBYTES;
constexpr qsizetype secretKeySize = crypto_sign_SECRETKEYBYTES;
constexpr qsizetype signatureSize = crypto_sign_BYTES;

} // namespace

SigningKey newSigningKey()
{
    startSodium();
    QByteArray publicKey(publicKeySize, 0);
    QByteArray secretKey(secretKeySize, 0);
    if (crypto_sign_keypair(octets(publicKey), octets(secretKey)) != 0)
        qFatal("libsodium: no key pair");
    return {publicKey, Secret(secretKey)};
}

QByteArray sign(QByteArrayView bytes, QByteArrayView secretKey)
{
    startSodium();
    if (secretKey.size() != secretKeySize)
        return {};
    QByteArray signature(signatureSize, 0);
    if (crypto_sign_detached(
            octets(signature), nullptr, octets(bytes), static_cast<unsigned long long>(bytes.size()), octets(secretKey))
        != 0)
        return {};
    return signature;
}

QByteArray publicPartOf(QByteArrayView secretKey)
{
    startSodium();
    if (secretKey.size() != secretKeySize)
        return {};
    QByteArray publicKey(publicKeySize, 0);
    return crypto_sign_ed25519_sk_to_pk(octets(publicKey), octets(secretKey)) == 0 ? publicKey : QByteArray();
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
