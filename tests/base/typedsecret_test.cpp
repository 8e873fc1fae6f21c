// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "base/memorysearch.h"
#include "base/typedsecret.h"

#include <catch2/catch.hpp>

namespace typedsecret_test {

using namespace zhibao;

TEST_CASE("A secret is typed and taken back by characters, whatever they are made of")
{
    TypedSecret typed;
    CHECK(typed.append(u"口"));
    CHECK(typed.append(u"𠮷"));
    CHECK(typed.append(u"ab"));
    CHECK(typed.size() == 4);
    typed.removeLast();
    typed.removeLast();
    CHECK(typed.size() == 2);
    typed.removeLast(); // two UTF-16 units
    CHECK(typed.size() == 1);
    CHECK(typed.append(u" 令"));
    CHECK(typed.take().bytes() == QByteArrayView("口 令"));
    CHECK(typed.size() == 0);
    CHECK(typed.take().bytes().isEmpty());
    typed.removeLast();
    CHECK(typed.size() == 0);
}

TEST_CASE("What is no Unicode, or too long, is not taken")
{
    TypedSecret typed;
    REQUIRE(typed.append(u"甲"));
    CHECK_FALSE(typed.append(QStringView(u"𠮷").first(1)));
    CHECK_FALSE(typed.append(QString(TypedSecret::capacity, u'a')));
    CHECK(typed.size() == 1);
    const QString third(TypedSecret::capacity / 3 - 1, u'令');
    CHECK(typed.append(third));
    CHECK_FALSE(typed.append(u"令"));
    CHECK(typed.take().bytes().size() == (third.size() + 1) * 3);
}

TEST_CASE("A typed secret leaves no copy of itself in memory")
{
    const HiddenWord word;
    TypedSecret typed;
    for (int i = 0; i < HiddenWord::size; ++i) {
        const QChar letter = QLatin1Char(word.at(i));
        REQUIRE(typed.append(QStringView(&letter, 1)));
    }
    CHECK(copiesInMemory(word) == 1);
    {
        const Secret taken = typed.take();
        CHECK(taken.bytes().size() == HiddenWord::size);
        CHECK(copiesInMemory(word) == 1);
    }
    CHECK(copiesInMemory(word) == 0);
    for (int i = 0; i < HiddenWord::size; ++i) {
        const QChar letter = QLatin1Char(word.at(i));
        REQUIRE(typed.append(QStringView(&letter, 1)));
    }
    for (int i = 0; i < HiddenWord::size; ++i)
        typed.removeLast();
    CHECK(copiesInMemory(word) == 0);
}

} // namespace typedsecret_test
