// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The unit directory on the command line.
#include "cli/office.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace units_test {

using namespace zhibao;
using namespace zhibao::test;

namespace {

QStringList units(const QStringList &more = {})
{
    return QStringList{QStringLiteral("units")} + more;
}

QString listIn(const Office &office, const QByteArray &table)
{
    const QString path = office.zhibao.path(QStringLiteral("units.tsv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(table) == table.size());
    return path;
}

const QString county = QStringLiteral("520123\t修文县市场监督管理局\t520123\t县级\t520100");

} // namespace

TEST_CASE("The unit directory is printed: uid, name, code, level, parent")
{
    const Office office;
    const Run run = office.byAnybody(units());
    CHECK(run.code == 0);
    CHECK(run.lines().size() > 3200);
    CHECK(run.lines().contains(county));
    CHECK(run.lines().contains(QStringLiteral("520000\t贵州省市场监督管理局\t520000\t省级\t")));
    CHECK_FALSE(QFileInfo::exists(office.store)); // to look at it makes nothing

    const Run asJson = office.byAnybody(units({QStringLiteral("--json")}));
    const QJsonArray list = QJsonDocument::fromJson(asJson.output.toUtf8()).array();
    CHECK(list.size() == run.lines().size());
    CHECK(list.first().toObject().value(QStringLiteral("uid")).toString() == QStringLiteral("110000"));
}

TEST_CASE("The office's own list is kept and rules; a list that is none changes nothing")
{
    const Office office;
    const QString list = listIn(office, "name\tcode\n修文县市场和质量监督管理局\t520123\n");
    const Run kept = office.byAnybody(units({QStringLiteral("--import"), list}));
    INFO(kept.errors.toStdString());
    CHECK(kept.code == 0);
    const QString renamed = QStringLiteral("520123\t修文县市场和质量监督管理局\t520123\t县级\t520100");
    CHECK(kept.lines().contains(renamed));
    CHECK(office.byAnybody(units()).lines().contains(renamed));
    CHECK_FALSE(office.byAnybody(units()).lines().contains(county));

    const Run refused = office.byAnybody(units({QStringLiteral("--import"), listIn(office, "colour\n")}));
    CHECK(refused.code == 3);
    CHECK(refused.errors.contains(QStringLiteral("units.tsv")));
    CHECK(office.byAnybody(units()).lines().contains(renamed));
}

TEST_CASE("Only an administrator keeps a list where there are people")
{
    const Office office = twoPeople();
    const QString list = listIn(office, "name\tcode\n修文县市场和质量监督管理局\t520123\n");
    const QStringList call = units({QStringLiteral("--import"), list});
    CHECK(office.byAnybody(call + QStringList{QStringLiteral("--person"), staff}).code != 0);
    CHECK(office.byAnybody(units()).lines().contains(county));
    CHECK(office.bySupervisor(call).code == 0);
    CHECK_FALSE(office.byAnybody(units()).lines().contains(county));
}

} // namespace units_test
