// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/archive.h"
#include "exchange/document/twoformats.h"

#include <catch2/catch.hpp>

namespace twoformats_test {

using namespace zhibao;

TEST_CASE("A file is one format by its first bytes and its whole structure")
{
    const QByteArray pdf = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\nPK\5\6 says nothing alone\n%%EOF\n" + QByteArray(40, 'x');
    const Result<QByteArray> zip = zipArchive({{QStringLiteral("word/document.xml"), "<w/>"}});
    REQUIRE(zip);
    CHECK_FALSE(holdsTwoFormats(pdf));
    CHECK_FALSE(holdsTwoFormats(*zip));
    CHECK_FALSE(holdsTwoFormats({}));
    CHECK_FALSE(holdsTwoFormats("PK"));
    CHECK(holdsTwoFormats(pdf + *zip));
    CHECK(holdsTwoFormats(pdf + *zip + "%%EOF"));
    // Programs mend a directory whose size or place is wrong.
    const qsizetype end = zip->lastIndexOf("PK\5\6");
    CHECK(holdsTwoFormats(pdf + zip->first(end) + QByteArray(8, '\0') + zip->sliced(end)));
    for (const qsizetype at : {8, 12, 16}) {
        QByteArray wrong = *zip;
        wrong[end + at] = static_cast<char>(wrong[end + at] ^ 1);
        CHECK(holdsTwoFormats(pdf + wrong));
    }
    CHECK(holdsTwoFormats(*zip + pdf));
    CHECK(holdsTwoFormats("\xFF\xD8\xFF " + pdf));
}

TEST_CASE("An office document with a password is known before it is opened")
{
    const QByteArray head = QByteArray::fromHex("d0cf11e0a1b11ae1");
    const QString stream = QStringLiteral("EncryptedPackage");
    const QByteArray name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    CHECK(isEncryptedPackage(head + QByteArray(100, '\0') + name));
    CHECK_FALSE(isEncryptedPackage(head + QByteArray(100, '\0')));
    CHECK_FALSE(isEncryptedPackage(name));
}

} // namespace twoformats_test
