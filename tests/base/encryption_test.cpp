// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/encryption.h"
#include "base/signature.h"

#include <catch2/catch.hpp>

namespace encryption_test {

using namespace zhibao;

namespace {

Secret newKey()
{
    QByteArray bytes = randomBytes(32);
    return Secret(bytes);
}

} // namespace

TEST_CASE("What was encrypted is had back by the same key alone, and only where no bit of it is another")
{
    const Secret key = newKey();
    const QByteArray bytes = QByteArrayLiteral("64 bytes of a secret key");
    const QByteArray encrypted = encrypt(bytes, key);
    CHECK_FALSE(encrypted.contains(bytes));
    const std::optional<Secret> back = decrypt(encrypted, key);
    REQUIRE(back);
    CHECK(back->bytes() == QByteArrayView(bytes));
    CHECK_FALSE(decrypt(encrypted, newKey()));
    for (qsizetype at = 0; at < encrypted.size(); ++at) {
        QByteArray changed = encrypted;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(decrypt(changed, key));
    }
    for (qsizetype size = 0; size < encrypted.size(); ++size)
        CHECK_FALSE(decrypt(encrypted.first(size), key));
}

TEST_CASE("The same bytes are never encrypted alike")
{
    const Secret key = newKey();
    CHECK(encrypt("key", key) != encrypt("key", key));
    const std::optional<Secret> none = decrypt(encrypt({}, key), key);
    REQUIRE(none);
    CHECK(none->bytes().isEmpty());
}

} // namespace encryption_test
