// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/password.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace zhibao {

// A key pair to sign with by Ed25519 (RFC 8032).
struct SigningKey {
    QByteArray publicKey; // 32 bytes
    Secret secretKey; // 64 bytes
};

SigningKey newSigningKey();

// The signature (64 bytes) of the bytes; empty where the secret key is not 64 bytes long.
QByteArray sign(QByteArrayView bytes, QByteArrayView secretKey);

// The public part of a secret key of 64 bytes; empty where it is not that long.
QByteArray publicPartOf(QByteArrayView secretKey);

// Whether the holder of the public key signed just these bytes. A key or signature of the wrong length never fits.
bool isSignedBy(QByteArrayView bytes, const QByteArray &signature, const QByteArray &publicKey);

// What two people compare on the telephone to know a public key: the first 16 bytes of its SM3 digest in upper-case
// hexadecimal digits, in groups of four.
QString fingerprint(const QByteArray &publicKey);

// Bytes that nobody can foretell.
QByteArray randomBytes(int count);

} // namespace zhibao
