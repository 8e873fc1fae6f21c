// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/data.h"
#include "core/report/unit.h"

#include <catch2/catch.hpp>

namespace unit_test {

using namespace zhibao;

namespace {

QList<Unit> shippedUnits()
{
    const Result<QList<Unit>> units
        = readUnits(test::fileBytes(QStringLiteral(SOURCE_ROOT "/resources/units.tsv")), QStringLiteral("units.tsv"));
    REQUIRE(units);
    return *units;
}

QStringList names(const QList<Unit> &units)
{
    QStringList result;
    for (const Unit &unit : units)
        result.append(unit.name);
    return result;
}

ErrorCode failure(const QByteArray &table)
{
    const Result<QList<Unit>> units = readUnits(table, QStringLiteral("units.tsv"));
    REQUIRE_FALSE(units);
    CHECK(units.error().arguments.first() == QStringLiteral("units.tsv"));
    return units.error().code;
}

} // namespace

TEST_CASE("the shipped directory holds the provinces and the departments")
{
    const QList<Unit> units = shippedUnits();
    CHECK(units.size() == 63);
    CHECK(units.first()
        == Unit{QStringLiteral("110000"), QStringLiteral("北京市市场监督管理局"), QStringLiteral("北京市市场监管局")});
    CHECK(units.last().code.isEmpty());
}

TEST_CASE("units are found by code, name and common name, best first")
{
    const QList<Unit> units = shippedUnits();
    CHECK(names(findUnits(units, QStringLiteral("52"))) == QStringList{QStringLiteral("贵州省市场监督管理局")});
    CHECK(names(findUnits(units, QStringLiteral(" 贵州 "))) == QStringList{QStringLiteral("贵州省市场监督管理局")});
    CHECK(names(findUnits(units, QStringLiteral("兵团市场监管局")))
        == QStringList{QStringLiteral("新疆生产建设兵团市场监督管理局")});
    CHECK(names(findUnits(units, QStringLiteral("gzssc"))) == QStringList{QStringLiteral("贵州省市场监督管理局")});
    CHECK(names(findUnits(units, QStringLiteral("chongqing"))) == QStringList{QStringLiteral("重庆市市场监督管理局")});
    CHECK(findUnits(units, QString()) == units);
    CHECK(findUnits(units, QStringLiteral("没有的单位")).isEmpty());
    // 计量司 ends one name; a name that starts with what was typed stands before one that contains it.
    const QList<Unit> two{{{}, QStringLiteral("某局计量司"), {}}, {{}, QStringLiteral("计量司某处"), {}}};
    CHECK(names(findUnits(two, QStringLiteral("计量司")))
        == QStringList{QStringLiteral("计量司某处"), QStringLiteral("某局计量司")});
}

TEST_CASE("a directory that is not one is refused")
{
    CHECK(failure("") == ErrorCode::WrongFormat);
    CHECK(failure("code\tname\n") == ErrorCode::WrongFormat);
    CHECK(failure("code\tname\tcommon name\n1\tA\n") == ErrorCode::WrongFormat);
    CHECK(failure("code\tname\tcommon name\n1\t \tA\n") == ErrorCode::WrongFormat);
    CHECK(failure("code\tname\tcommon name\n1\tA\t\n2\tA\t\n") == ErrorCode::WrongFormat);
    CHECK(failure("code\tname\tcommon name\n1\t\xFF\t\n") == ErrorCode::NotUtf8);
    const Result<QList<Unit>> windows = readUnits("\xEF\xBB\xBF"
                                                  "code\tname\tcommon name\r\n1\tA\tB\r\n\r\n",
        QString());
    REQUIRE(windows);
    CHECK(*windows == QList<Unit>{{QStringLiteral("1"), QStringLiteral("A"), QStringLiteral("B")}});
}

} // namespace unit_test
