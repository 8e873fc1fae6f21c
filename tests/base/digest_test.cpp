// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <QSet>

#include <catch2/catch.hpp>

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
