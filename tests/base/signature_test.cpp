// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signature.h"

#include <QRegularExpression>
#include <QSet>

#include <catch2/catch.hpp>

namespace signature_test {

using namespace zhibao;

TEST_CASE("A signature fits the signed bytes and the signer's key alone")
{
    const SigningKey key = newSigningKey();
    CHECK(key.publicKey.size() == 32);
    CHECK(key.secretKey.bytes().size() == 64);
    const QByteArray bytes = QByteArrayLiteral("report, history and comments");
    const QByteArray signature = sign(bytes, key.secretKey.bytes());
    REQUIRE(signature.size() == 64);
    CHECK(isSignedBy(bytes, signature, key.publicKey));
    CHECK_FALSE(isSignedBy(bytes, signature, newSigningKey().publicKey));
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(isSignedBy(changed, signature, key.publicKey));
    }
    for (qsizetype at = 0; at < signature.size(); ++at) {
        QByteArray changed = signature;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(isSignedBy(bytes, changed, key.publicKey));
    }
    CHECK(isSignedBy({}, sign({}, key.secretKey.bytes()), key.publicKey));
}

TEST_CASE("Keys and signatures of a wrong length are refused")
{
    const SigningKey key = newSigningKey();
    const QByteArray signature = sign("text", key.secretKey.bytes());
    CHECK_FALSE(isSignedBy("text", signature + '\0', key.publicKey));
    CHECK_FALSE(isSignedBy("text", signature.chopped(1), key.publicKey));
    CHECK_FALSE(isSignedBy("text", {}, key.publicKey));
    CHECK_FALSE(isSignedBy("text", signature, key.publicKey + '\0'));
    CHECK_FALSE(isSignedBy("text", signature, key.publicKey.chopped(1)));
    CHECK_FALSE(isSignedBy("text", signature, {}));
    CHECK(sign("text", key.secretKey.bytes().chopped(1)).isEmpty());
    CHECK(sign("text", {}).isEmpty());
}

// RFC 8032, section 7.1, test 3.
TEST_CASE("Signatures are those of Ed25519")
{
    const QByteArray seed = QByteArray::fromHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    const QByteArray publicKey
        = QByteArray::fromHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    const QByteArray signature
        = QByteArray::fromHex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                              "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    CHECK(sign(QByteArray::fromHex("af82"), seed + publicKey) == signature);
    CHECK(isSignedBy(QByteArray::fromHex("af82"), signature, publicKey));
}

TEST_CASE("A fingerprint is read out in groups of four, and differs from key to key")
{
    const QByteArray key(32, 'k');
    const QString read = fingerprint(key);
    CHECK(QRegularExpression(QStringLiteral("^([0-9A-F]{4} ){7}[0-9A-F]{4}$")).match(read).hasMatch());
    CHECK(fingerprint(key) == read);
    CHECK(fingerprint(QByteArray(32, 'l')) != read);
}

TEST_CASE("Random bytes and keys are never the same twice")
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(randomBytes(16));
    CHECK(seen.size() == 100);
    CHECK(seen.constBegin()->size() == 16);
    CHECK(randomBytes(0).isEmpty());
    CHECK(newSigningKey().secretKey.bytes() != newSigningKey().secretKey.bytes());
}

} // namespace signature_test
