// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace zhibao {

// A key pair to sign with by Ed25519 (RFC 8032).
struct SigningKey {
    QByteArray publicKey; // 32 bytes
    QByteArray secretKey; // 64 bytes
    friend bool operator==(const SigningKey &, const SigningKey &) = default;
};

SigningKey newSigningKey();

// The signature (64 bytes) of the bytes; empty where the secret key is not 64 bytes long.
QByteArray sign(QByteArrayView bytes, const QByteArray &secretKey);

// Whether the holder of the public key signed just these bytes. A key or signature of the wrong length never fits.
bool isSignedBy(QByteArrayView bytes, const QByteArray &signature, const QByteArray &publicKey);

// What two people compare on the telephone to know a public key: the first 16 bytes of its SM3 digest in upper-case
// hexadecimal digits, in groups of four.
QString fingerprint(const QByteArray &publicKey);

// Bytes that nobody can foretell.
QByteArray randomBytes(int count);

} // namespace zhibao
