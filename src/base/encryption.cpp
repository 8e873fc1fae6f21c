// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/encryption.h"

#include "base/signature.h"
#include "base/sodium.h"

#include <sodium.h>

namespace zhibao {

namespace {

constexpr qsizetype nonceSize = crypto_secretbox_NONCEBYTES;
constexpr qsizetype tagSize = crypto_secretbox_MACBYTES;

bool isKey(const Secret &key)
{
    return key.bytes().size() == static_cast<qsizetype>(crypto_secretbox_KEYBYTES);
}

} // namespace

QByteArray encrypt(QByteArrayView bytes, const Secret &key)
{
    startSodium();
    if (!isKey(key))
        qFatal("libsodium: not a key to encrypt with");
    const QByteArray nonce = randomBytes(nonceSize);
    QByteArray box(bytes.size() + tagSize, 0);
    // It cannot fail with a message of this size.
    crypto_secretbox_easy(octets(box), octets(bytes), static_cast<unsigned long long>(bytes.size()),
        octets(QByteArrayView(nonce)), octets(key.bytes()));
    return nonce + box;
}

std::optional<Secret> decrypt(const QByteArray &encrypted, const Secret &key)
{
    startSodium();
    const QByteArrayView nonce = QByteArrayView(encrypted).first(std::min(nonceSize, encrypted.size()));
    const QByteArrayView box = QByteArrayView(encrypted).sliced(nonce.size());
    if (!isKey(key) || box.size() < tagSize)
        return std::nullopt;
    QByteArray bytes(box.size() - tagSize, 0);
    if (crypto_secretbox_open_easy(
            octets(bytes), octets(box), static_cast<unsigned long long>(box.size()), octets(nonce), octets(key.bytes()))
        != 0)
        return std::nullopt;
    return Secret(bytes);
}

} // namespace zhibao
