// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <QSet>

#include <catch2/catch.hpp>

namespace digest_test {

using namespace zhibao;

TEST_CASE("Lists of values that differ in any way have different digests")
{
    const QString a = QStringLiteral("甲");
    const QString b = QStringLiteral("乙");
    QSet<QByteArray> digests{
        Digest().result(),
        Digest().add(QString()).result(),
        Digest().add(QByteArray()).result(),
        Digest().add(0).result(),
        Digest().add(1).result(),
        Digest().add(a).result(),
        Digest().add(a.toUtf8()).result(),
        Digest().add(a).add(b).result(),
        Digest().add(b).add(a).result(),
        Digest().add(a + b).result(),
        Digest().add(a + b).add(QString()).result(),
        Digest().add(QString()).add(a + b).result(),
    };
    CHECK(digests.size() == 12);
    CHECK(Digest().add(a).add(7).result() == Digest().add(a).add(7).result());
    CHECK(Digest().add(a).result().size() == 32);
}

TEST_CASE("Digests by SHA-256 stay what stores hold")
{
    CHECK(Digest().add(QStringLiteral("甲")).add(QByteArrayLiteral("b")).add(7).result().toHex()
        == QByteArrayLiteral("0b6e01d57d1a6257ebeef1dc16c1534084fed01a1413a7a5f57d887a0bc90c74"));
}

TEST_CASE("A list has another digest by each algorithm, and asking for it does not end it")
{
    Digest national(DigestAlgorithm::Sm3);
    national.add(QStringLiteral("甲"));
    const QByteArray first = national.result();
    CHECK(first.size() == 32);
    CHECK(national.result() == first);
    CHECK(first != Digest().add(QStringLiteral("甲")).result());
    CHECK(national.add(1).result() != first);
}

// GB/T 32905-2016, appendix A, and FIPS 180-4's own example.
TEST_CASE("Bytes are digested as the standards' examples say")
{
    CHECK(digestOfBytes("abc", DigestAlgorithm::Sm3).toHex()
        == QByteArrayLiteral("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    CHECK(digestOfBytes(QByteArrayLiteral("abcd").repeated(16), DigestAlgorithm::Sm3).toHex()
        == QByteArrayLiteral("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
    CHECK(digestOfBytes("abc", DigestAlgorithm::Sha256).toHex()
        == QByteArrayLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

} // namespace digest_test
