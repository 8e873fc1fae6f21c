// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// The unit directory, and that a name or a code is never guessed: tried with all the areas there are and were.
#include "core/data.h"
#include "core/units/directory.h"

#include <ctime>

namespace unitdirectory_test {

using namespace zhibao;

namespace {

const QList<Area> &areas()
{
    static const QList<Area> read
        = *readAreas(test::fileBytes(QStringLiteral(SOURCE_ROOT "/resources/areacodes.csv")), QString());
    return read;
}

QList<Unit> known()
{
    return *readUnits(test::fileBytes(QStringLiteral(SOURCE_ROOT "/resources/units.tsv")), QString());
}

const UnitDirectory &shipped()
{
    static const UnitDirectory directory(areas(), known(), {});
    return directory;
}

QString uidOf(const UnitMatch &match)
{
    return match.unit ? match.unit->uid : QString();
}

UnitMatch named(const QString &name, const QString &parent = {})
{
    UnitClue clue;
    clue.name = name;
    clue.parent = parent;
    return shipped().match(clue);
}

UnitMatch coded(const QString &code, int year = 0)
{
    UnitClue clue;
    clue.code = code;
    clue.at = year ? QDate(year, 7, 1) : QDate();
    return shipped().match(clue);
}

UnitDirectory with(const QByteArray &list)
{
    const Result<QList<Unit>> listed = readUnitList(list, QStringLiteral("list.tsv"));
    REQUIRE(listed);
    return {areas(), known(), *listed};
}

const QString words = QStringLiteral("市场监督管理局");

} // namespace

TEST_CASE("The directory holds every province, city and county, unchecked but for what the program knows by name")
{
    const QList<Unit> &units = shipped().units();
    const auto count = [&](UnitLevel level) {
        return std::count_if(units.cbegin(), units.cend(), [&](const Unit &unit) { return unit.level == level; });
    };
    CHECK(count(UnitLevel::Province) == 35); // 34 and 兵团
    CHECK(count(UnitLevel::City) == 333);
    CHECK(count(UnitLevel::County) == 2846);
    const Unit *const county = shipped().unit(QStringLiteral("520123"));
    REQUIRE(county);
    CHECK(county->name == QStringLiteral("修文县市场监督管理局"));
    CHECK(county->parent == QStringLiteral("520100"));
    CHECK(county->isUnchecked);
    CHECK(shipped().unit(QStringLiteral("520102"))->name == QStringLiteral("贵阳市南明区市场监督管理局"));
    CHECK(shipped().unit(QStringLiteral("110105"))->parent == QStringLiteral("110000"));
    CHECK(shipped().unit(QStringLiteral("469001"))->parent == QStringLiteral("460000"));
    CHECK(shipped().unit(QStringLiteral("220000"))->name == QStringLiteral("吉林省市场监督管理厅"));
    CHECK_FALSE(shipped().unit(QStringLiteral("220000"))->isUnchecked);
    QSet<QString> names;
    for (const Unit &unit : units)
        names.insert(unit.name);
    CHECK(names.size() == units.size());
    for (const Unit &unit : units)
        CHECK((unit.parent.isEmpty() || shipped().unit(unit.parent)));
}

TEST_CASE("A unit is matched by uid, code, official, former and short name, and says how")
{
    UnitClue certified;
    certified.uid = QStringLiteral("520123");
    certified.name = QStringLiteral("某局");
    CHECK(shipped().match(certified).by == UnitFoundBy::Uid);
    CHECK(uidOf(shipped().match(certified)) == QStringLiteral("520123"));
    CHECK(coded(QStringLiteral("520123"), 2023).by == UnitFoundBy::Code);
    CHECK(uidOf(named(QStringLiteral("修文县市场监督管理局"))) == QStringLiteral("520123"));
    CHECK(named(QStringLiteral("修文县 市场监督管理局")).by == UnitFoundBy::OfficialName);
    CHECK(uidOf(named(QStringLiteral("贵州省贵阳市修文县市场监管局"))) == QStringLiteral("520123"));
    const UnitMatch former = named(QStringLiteral("修文县质量技术监督局"));
    CHECK(uidOf(former) == QStringLiteral("520123"));
    CHECK(former.by == UnitFoundBy::FormerName);
    CHECK(uidOf(named(QStringLiteral("北京市崇文区市场监督管理局"))) == QStringLiteral("110101"));
    const UnitMatch common = named(QStringLiteral("兵团市场监管局"));
    CHECK(uidOf(common) == QStringLiteral("660000"));
    CHECK(common.by == UnitFoundBy::ShortName);
    CHECK(named(QStringLiteral("南明区市场监管局")).by == UnitFoundBy::ShortName);
    CHECK(named(QStringLiteral("自治区市场监管局")).candidates.size() == 3);
    CHECK_FALSE(named(QStringLiteral("没有的单位")).by);
    CHECK_FALSE(named(QStringLiteral("没有的单位")).unit);
}

TEST_CASE("Areas of one name are told apart by their city or by where the unit is expected, and else are asked about")
{
    QHash<QString, QList<Area>> byName;
    for (const Area &area : areas()) {
        if (area.until == 0 && area.level == UnitLevel::County)
            byName[area.name].append(area);
    }
    int homonymous = 0;
    for (const QList<Area> &alike : std::as_const(byName)) {
        if (alike.size() < 2)
            continue;
        for (const Area &area : alike) {
            ++homonymous;
            INFO(area.fullName().toStdString());
            const UnitMatch alone = named(area.name + words);
            CHECK_FALSE(alone.unit);
            CHECK(alone.candidates.size() >= alike.size());
            CHECK(uidOf(named(area.fullName() + words)) == area.code);
            const UnitMatch expected = named(area.name + words, shipped().unit(area.code)->parent);
            CHECK((!expected.unit || expected.unit->uid == area.code));
        }
    }
    CHECK(homonymous == 66);
}

TEST_CASE("No unit that there is, is taken for another, however it is named, and hardly one is asked about")
{
    int asked = 0;
    int tried = 0;
    for (const Unit &unit : shipped().units()) {
        const Area *area = nullptr;
        for (const Area &known : areas())
            area = known.until == 0 && known.code == unit.code ? &known : area;
        if (!area)
            continue;
        QStringList names{unit.name, area->fullName() + words, area->fullName() + QStringLiteral("市场监管局")};
        for (const QString &name : std::as_const(names)) {
            const UnitMatch match = named(name, unit.parent);
            INFO(name.toStdString());
            ++tried;
            asked += match.unit ? 0 : 1;
            CHECK((!match.unit || match.unit->uid == unit.uid));
            CHECK((match.unit || !match.candidates.isEmpty()));
        }
        const UnitMatch bare = named(area->name + QStringLiteral("市监局"), unit.parent);
        CHECK((!bare.unit || bare.unit->uid == unit.uid));
        CHECK(uidOf(coded(unit.code)) == unit.uid);
    }
    CHECK(tried > 9000);
    CHECK(asked * 20 <= tried);
}

TEST_CASE("A code that was parted among several is asked about, and a code in use is that of its year")
{
    int parted = 0;
    for (const Area &area : areas()) {
        if (area.until == 0 || area.isChanged || area.successors.size() < 2)
            continue;
        ++parted;
        UnitClue clue;
        clue.code = area.code;
        clue.at = QDate(area.from, 7, 1);
        const UnitMatch match = shipped().match(clue);
        INFO(area.code.toStdString() << ' ' << area.fullName().toStdString());
        // All its parts may have come together again since.
        if (match.unit) {
            for (const AreaSuccessor &successor : area.successors)
                CHECK(uidOf(coded(successor.code, successor.year)) == match.unit->uid);
        } else {
            CHECK(match.candidates.size() > 1);
        }
    }
    CHECK(parted == 324);
    CHECK(uidOf(coded(QStringLiteral("110103"), 2005)) == QStringLiteral("110101"));
    CHECK(coded(QStringLiteral("130103"), 2005).candidates.size() == 2);
    CHECK(uidOf(coded(QStringLiteral("500101"), 1997)) == QStringLiteral("500101"));
    CHECK_FALSE(coded(QStringLiteral("999999")).by);
}

TEST_CASE("A bureau whose area was renamed is found by the name it had, and never another")
{
    int renamed = 0;
    for (const Area &area : areas()) {
        if (!area.isChanged || area.level == UnitLevel::Province)
            continue;
        const UnitMatch now = coded(area.code, area.until - 1);
        const UnitMatch match = named(area.fullName() + words);
        INFO(area.code.toStdString() << ' ' << area.fullName().toStdString());
        ++renamed;
        if (!match.unit || !now.unit)
            continue;
        // Somebody may bear the name again today.
        const bool isBorne = match.by == UnitFoundBy::OfficialName;
        CHECK((isBorne || match.unit->uid == now.unit->uid));
    }
    CHECK(renamed == 373);
}

TEST_CASE("What a code and a name say apart is asked about")
{
    UnitClue clue;
    clue.code = QStringLiteral("520123");
    clue.name = QStringLiteral("开阳县市场监督管理局");
    const UnitMatch match = shipped().match(clue);
    CHECK_FALSE(match.unit);
    CHECK(match.candidates.size() == 2);
    clue.name = QStringLiteral("修文县市场监督管理局");
    CHECK(uidOf(shipped().match(clue)) == QStringLiteral("520123"));
}

TEST_CASE("A development zone, a part of a bureau and a department of it are nobody that the directory knows")
{
    int tried = 0;
    for (const Area &area : areas()) {
        if (area.until != 0 || area.level != UnitLevel::City || ++tried > 200)
            continue;
        const QString city = area.name;
        for (const QStringView zone : {u"高新技术产业开发区市场监督管理局", u"经济技术开发区市场监督管理局",
                 u"高新区市场监督管理局", u"市场监督管理局经开区分局"}) {
            const QString name = city + zone.toString();
            INFO(name.toStdString());
            const UnitMatch match = named(name, area.code);
            CHECK_FALSE(match.unit);
        }
    }
    CHECK_FALSE(named(QStringLiteral("修文县市场监督管理局龙场市场监管所")).unit);
    CHECK_FALSE(named(QStringLiteral("贵州省市场监督管理局质量发展处")).unit);
}

TEST_CASE("The office's own list rules: names, codes of zones, who was renamed")
{
    const UnitDirectory directory
        = with("名称\t代码\t简称\t曾用名\t上级\t类别\t曾用代码\n"
               "修文县市场和质量监督管理局\t520123\t修文局\t\t\t\t\n"
               "贵阳高新区市场监督管理局\t\t高新局;贵阳高新局\t贵阳新区工商局\t贵州省市场监督管理局\t开发区\t529901["
               "2009-2015]\n");
    CHECK(directory.units().size() == shipped().units().size() + 1);
    const Unit *const renamed = directory.unit(QStringLiteral("520123"));
    REQUIRE(renamed);
    CHECK(renamed->name == QStringLiteral("修文县市场和质量监督管理局"));
    CHECK_FALSE(renamed->isUnchecked);
    CHECK(renamed->parent == QStringLiteral("520100"));
    const auto found = [&](const QString &name) {
        UnitClue clue;
        clue.name = name;
        return directory.match(clue);
    };
    CHECK(uidOf(found(QStringLiteral("修文局"))) == QStringLiteral("520123"));
    CHECK(uidOf(found(QStringLiteral("修文县市场监督管理局"))) == QStringLiteral("520123"));
    const UnitMatch zone = found(QStringLiteral("高新局"));
    REQUIRE(zone.unit);
    CHECK(zone.unit->kind == QStringLiteral("开发区"));
    CHECK(zone.unit->parent == QStringLiteral("520000"));
    CHECK(uidOf(found(QStringLiteral("贵阳新区工商局"))) == zone.unit->uid);
    CHECK(uidOf(directory.match({{}, QStringLiteral("529901"), QDate(2010, 1, 1)})) == zone.unit->uid);
}

TEST_CASE("A list names units as people do: a district without its city under its parent, zones with their city's code")
{
    const UnitDirectory directory = with("uid\tname\tparent\tcode\tformer codes\n"
                                         "U1\t南明区市场监督管理局\t贵阳市市场监督管理局\t\t\n"
                                         "U2\t修文县市场监督管理局\t\t520123\t\n"
                                         "U3\t贵阳经开区市场监督管理局\t520100\t520100\t\n"
                                         "U4\t贵阳市市场监督管理局\t520000\t520100\t\n"
                                         "U5\t滨海新区市场监督管理局\tU4\t\t520102\n");
    CHECK(directory.units().size() == shipped().units().size() + 2); // U3 and U5
    REQUIRE(directory.unit(QStringLiteral("U1")));
    CHECK(directory.unit(QStringLiteral("U1"))->code == QStringLiteral("520102"));
    CHECK(directory.unit(QStringLiteral("520102")) == directory.unit(QStringLiteral("U1")));
    CHECK(directory.unit(QStringLiteral("U1"))->parent == QStringLiteral("U4"));
    CHECK(directory.unit(QStringLiteral("U2"))->parent == QStringLiteral("U4"));
    CHECK(uidOf(directory.match({{}, {}, {}, QStringLiteral("南明区市场监督管理局"), {}})) == QStringLiteral("U1"));
    CHECK(uidOf(directory.match({{}, QStringLiteral("520102"), {}, {}, {}})).isEmpty()); // or of U5, which had it once
    CHECK(directory.match({{}, QStringLiteral("520100"), {}, {}, {}}).candidates.size() == 2);
    UnitClue zone{{}, QStringLiteral("520100"), {}, QStringLiteral("贵阳经开区市场监督管理局"), {}};
    CHECK(uidOf(directory.match(zone)) == QStringLiteral("U3"));
    // That of Tianjin is another.
    CHECK(directory.match({{}, {}, {}, QStringLiteral("滨海新区市场监督管理局"), {}}).candidates.size() == 2);
    for (const QStringView parent : {u"520100", u"U4", u"贵阳市市场监督管理局"}) {
        UnitClue below{{}, {}, {}, QStringLiteral("滨海新区市场监督管理局"), parent.toString()};
        CHECK(uidOf(directory.match(below)) == QStringLiteral("U5"));
    }
}

TEST_CASE("Who is no more is never matched: its successors answer, and several are asked about")
{
    const UnitDirectory directory = with("name\tcode\tsuccessors\tformer names\n"
                                         "修文县市场监督管理局\t520123\t520121\t\n"
                                         "甲市场监督管理局\t\t乙市场监督管理局\t甲局\n"
                                         "乙市场监督管理局\t\t开阳县市场监督管理局;息烽县市场监督管理局\t\n");
    const auto found = [&](const QString &name) { return directory.match({{}, {}, {}, name, {}}); };
    CHECK(uidOf(found(QStringLiteral("修文县市场监督管理局"))) == QStringLiteral("520121"));
    CHECK(uidOf(found(QStringLiteral("贵州省贵阳市修文县工商局"))) == QStringLiteral("520121"));
    CHECK(uidOf(directory.match({QStringLiteral("520123"), {}, {}, {}, {}})) == QStringLiteral("520121"));
    CHECK(uidOf(directory.match({{}, QStringLiteral("520123"), {}, {}, {}})) == QStringLiteral("520121"));
    for (const QStringView name : {u"甲市场监督管理局", u"甲局", u"乙市场监督管理局"}) {
        const UnitMatch match = found(name.toString());
        CHECK_FALSE(match.unit);
        CHECK(match.candidates.size() == 2);
    }
    CHECK(directory.find(QStringLiteral("修文"), 50).isEmpty());
    const UnitDirectory circle = with("name\tsuccessors\n甲\t乙\n乙\t甲\n");
    CHECK_FALSE(circle.match({{}, {}, {}, QStringLiteral("甲"), {}}).unit);
}

TEST_CASE("A name that others may bear is believed only where it is expected")
{
    const UnitMatch nowhere = named(QStringLiteral("南明区市场监管局"));
    CHECK_FALSE(nowhere.unit);
    CHECK(nowhere.candidates.size() == 1);
    CHECK(uidOf(named(QStringLiteral("南明区市场监管局"), QStringLiteral("520100"))) == QStringLiteral("520102"));
    CHECK(uidOf(named(QStringLiteral("南明市监局"), QStringLiteral("520000"))) == QStringLiteral("520102"));
    CHECK_FALSE(named(QStringLiteral("南明区市场监管局"), QStringLiteral("520300")).unit);
    CHECK(uidOf(named(QStringLiteral("修文县市监局"))) == QStringLiteral("520123"));
    CHECK_FALSE(named(QStringLiteral("修文市监局")).unit);
}

TEST_CASE("A code that was not valid at the time, and one beside an unknown name, are asked about")
{
    CHECK_FALSE(coded(QStringLiteral("110103"), 2023).unit); // 崇文区 was until 2010
    CHECK(coded(QStringLiteral("110103"), 2023).candidates.size() == 1);
    CHECK_FALSE(coded(QStringLiteral("511400"), 1996).unit); // 涪陵市 then, 眉山市 since 2000
    UnitClue clue{{}, QStringLiteral("520100"), {}, QStringLiteral("贵阳高新区市场监督管理局"), {}};
    CHECK_FALSE(shipped().match(clue).unit);
    CHECK(shipped().match(clue).candidates.size() == 1);
}

TEST_CASE("The directory is made in the time of some blinks")
{
    const std::clock_t before = std::clock();
    const UnitDirectory made(areas(), known(), {});
    CHECK(made.units().size() > 3000);
    CHECK(std::clock() - before < CLOCKS_PER_SEC / 2);
}

TEST_CASE("A list that is none is refused with its line")
{
    for (const QByteArray &list : {QByteArray("code\tlevel\n"), QByteArray("name\tcolour\n"),
             QByteArray("name\tname\n"), QByteArray("name\tlevel\n甲局\t天级\n"), QByteArray("name\n \t\n甲局\t乙\n"),
             QByteArray("name\tcode\n甲局\t1\n乙局\t1\n"), QByteArray("name\tformer codes\n甲局\t1[x]\n")}) {
        const Result<QList<Unit>> listed = readUnitList(list, QStringLiteral("list.tsv"));
        REQUIRE_FALSE(listed);
        CHECK(listed.error().code == ErrorCode::WrongFormat);
        CHECK(listed.error().arguments.first() == QStringLiteral("list.tsv"));
    }
}

TEST_CASE("One finds in the directory by name, code and pinyin, no more than is asked for")
{
    for (const QStringView typed : {u"修文", u"520123", u"xwx", u"xiuwen"}) {
        const QList<Unit> found = shipped().find(typed.toString(), 50);
        INFO(typed.toString().toStdString());
        CHECK(std::any_of(
            found.cbegin(), found.cend(), [](const Unit &unit) { return unit.uid == QStringLiteral("520123"); }));
    }
    CHECK(shipped().find(QStringLiteral("市"), 50).size() == 50);
}

} // namespace unitdirectory_test
