// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// How often a unit is taken for another, and how often somebody is asked: over all areas of one name, all codes that
// were parted, development zones without a code, and all areas and bureaus that were renamed. What only a person can
// tell is tried as well: there an answer is a wrong one. Matchers that guess are caught by the same cases.
#include "core/data.h"
#include "core/units/directory.h"

#include <QSet>

#include <functional>

namespace unitfigures_test {

using namespace zhibao;

namespace {

const QString words = QStringLiteral("市场监督管理局");

struct Case {
    UnitClue clue;
    QSet<QString> right; // uids; none: nobody can tell, and it has to be asked
};

struct Tally {
    int tried = 0; // that can be told
    int asked = 0;
    int wrong = 0;
};

using Matcher = std::function<UnitMatch(const UnitClue &)>;

Tally tally(const QList<Case> &cases, const Matcher &matcher)
{
    Tally sum;
    for (const Case &one : cases) {
        const UnitMatch match = matcher(one.clue);
        sum.tried += one.right.isEmpty() ? 0 : 1;
        sum.asked += one.right.isEmpty() || match.unit ? 0 : 1;
        sum.wrong += match.unit && !one.right.contains(match.unit->uid) ? 1 : 0;
    }
    return sum;
}

const QList<Area> &areas()
{
    static const QList<Area> read
        = *readAreas(test::fileBytes(QStringLiteral(SOURCE_ROOT "/resources/areacodes.csv")), QString());
    return read;
}

QList<Area> presentAreas()
{
    QList<Area> present = areas();
    present.removeIf([](const Area &area) { return area.until != 0; });
    return present;
}

UnitDirectory with(const QByteArray &list)
{
    const QList<Unit> known
        = *readUnits(test::fileBytes(QStringLiteral(SOURCE_ROOT "/resources/units.tsv")), QString());
    const Result<QList<Unit>> listed = readUnitList(list, QStringLiteral("list.tsv"));
    REQUIRE(listed);
    return {areas(), known, *listed};
}

const UnitDirectory &shipped()
{
    static const UnitDirectory directory = with("name\n");
    return directory;
}

Matcher matching(const UnitDirectory &directory)
{
    return [&directory](const UnitClue &clue) { return directory.match(clue); };
}

UnitClue named(const QString &name, const QString &parent = {})
{
    UnitClue clue;
    clue.name = name;
    clue.parent = parent;
    return clue;
}

UnitClue coded(const QString &code, int year, const QString &name = {})
{
    UnitClue clue;
    clue.code = code;
    clue.at = QDate(year, 7, 1);
    clue.name = name;
    return clue;
}

QString parentOf(const QString &uid)
{
    const Unit *const unit = shipped().unit(uid);
    return unit ? unit->parent : QString();
}

// The present areas to which one may have led, read from the table by another way than the program does. Prefectures
// became cities of their root.
QSet<QString> reachable(const Area &from)
{
    static const QMultiHash<QString, const Area *> byCode = [] {
        QMultiHash<QString, const Area *> made;
        for (const Area &area : areas())
            made.insert(area.code, &area);
        return made;
    }();
    QList<const Area *> open{&from};
    QSet<const Area *> passed{&from};
    QSet<QString> present;
    while (!open.isEmpty()) {
        const Area *const area = open.takeLast();
        if (area->until == 0)
            present.insert(area->code);
        QList<AreaSuccessor> successors = area->successors;
        successors.append({area->code, area->until});
        for (const AreaSuccessor &successor : std::as_const(successors)) {
            const QList<const Area *> heirs = byCode.values(successor.code);
            for (const Area *const heir : heirs) {
                const bool isThen = heir->from <= successor.year && (heir->until == 0 || heir->until > successor.year);
                if (isThen && !passed.contains(heir))
                    open.append(heir);
                if (isThen)
                    passed.insert(heir);
            }
        }
        for (const Area &city : areas()) {
            const bool isMade = area->level == UnitLevel::City && city.level == UnitLevel::City
                && city.from == area->until && city.province == area->province
                && city.name.left(2) == area->name.left(2);
            if (isMade && !passed.contains(&city))
                open.append(&city);
            if (isMade)
                passed.insert(&city);
        }
    }
    return present;
}

QList<Case> homonymous()
{
    QHash<QString, QList<Area>> byName;
    const QList<Area> present = presentAreas();
    for (const Area &area : present) {
        if (area.level == UnitLevel::County)
            byName[area.name].append(area);
    }
    QList<Case> cases;
    for (const QList<Area> &alike : std::as_const(byName)) {
        for (const Area &area : alike.size() > 1 ? alike : QList<Area>()) {
            const QString province = area.code.left(2) + QStringLiteral("0000");
            const auto isBelow = [&](const Area &other) { return other.province == area.province; };
            const bool isAloneThere = std::count_if(alike.cbegin(), alike.cend(), isBelow) == 1;
            cases.append({named(area.fullName() + words), {area.code}});
            cases.append({named(shipped().unit(area.code)->name), {area.code}});
            cases.append({named(area.name + words, parentOf(area.code)), {area.code}});
            if (isAloneThere)
                cases.append({named(area.name + QStringLiteral("市监局"), province), {area.code}});
            cases.append({named(area.name + words), {}});
        }
    }
    return cases;
}

QList<Case> parted()
{
    QList<Case> cases;
    for (const Area &area : areas()) {
        if (area.until == 0 || area.isChanged || area.successors.size() < 2)
            continue;
        QSet<QString> now;
        for (const AreaSuccessor &successor : area.successors) {
            const UnitMatch heir = shipped().match(coded(successor.code, successor.year + 1));
            now.insert(heir.unit ? heir.unit->uid : QString());
        }
        // All its parts may have come together again since.
        const bool isOne = now.size() == 1 && !now.contains(QString());
        cases.append({coded(area.code, area.until - 1), isOne ? now : QSet<QString>()});
        for (const QString &heir : std::as_const(now)) {
            if (!heir.isEmpty())
                cases.append({coded(area.code, area.until - 1, shipped().unit(heir)->name), {heir}});
        }
    }
    return cases;
}

struct Zones {
    QByteArray list; // as an office keeps it
    QList<Case> unlisted;
    QList<Case> listed;
};

// Two zones of a hundred cities.
Zones zones()
{
    Zones made;
    made.list = "name\tshort names\tparent\tkind\n";
    int cities = 0;
    for (const Area &area : areas()) {
        if (area.until != 0 || area.level != UnitLevel::City || !area.name.endsWith(u'市') || ++cities > 100)
            continue;
        const QString city = area.name.chopped(1);
        for (const auto &[whole, brief] : {std::pair(QStringLiteral("高新技术产业开发区"), QStringLiteral("高新区")),
                 std::pair(QStringLiteral("经济技术开发区"), QStringLiteral("经开区"))}) {
            const QString name = city + whole + words;
            const QString other = city + brief + QStringLiteral("市场监管局");
            const QString bare = brief + words;
            made.list
                += (QStringList{name, other + u';' + bare, area.code, QStringLiteral("开发区")}.join(u'\t') + u'\n')
                       .toUtf8();
            for (const QString &said : {name, other, area.name + brief + words}) {
                made.unlisted.append({named(said, area.code), {}});
                made.unlisted.append({coded(area.code, 2023, said), {}}); // they write the code of their city
            }
            made.unlisted.append({named(bare, area.code), {}});
            for (const QString &said : {name, other}) {
                made.listed.append({named(said), {name}});
                made.listed.append({named(said, area.code), {name}});
            }
            made.listed.append({named(bare, area.code), {name}});
            made.listed.append({named(bare), {}});
        }
        // As the coded 滨海新区 of another city, and as nobody else.
        made.unlisted.append({named(QStringLiteral("滨海新区") + words, area.code), {}});
    }
    return made;
}

QList<Case> renamed()
{
    QList<Case> cases;
    QHash<QString, QString> bearers;
    const QList<Area> present = presentAreas();
    for (const Area &area : present)
        bearers.insert(area.fullName(), area.code);
    for (const Area &area : areas()) {
        if (!area.isChanged)
            continue;
        QSet<QString> right = reachable(area);
        cases.append({coded(area.code, area.until - 1, area.fullName() + words), right});
        // Somebody may bear the name today.
        if (bearers.contains(area.fullName()))
            right.insert(bearers.value(area.fullName()));
        cases.append({named(area.fullName() + words), right});
    }
    return cases;
}

// The bureaus that were made into one in 2018, each by the three names that it had.
QList<Case> formerBureaus()
{
    QList<Case> cases;
    const QList<Area> present = presentAreas();
    for (const Area &area : present) {
        for (const QStringView former : {u"工商行政管理局", u"质量技术监督局", u"食品药品监督管理局"}) {
            cases.append({named(area.fullName() + former.toString()), {area.code}});
            cases.append({named(area.name + former.toString(), parentOf(area.code)), {area.code}});
        }
    }
    return cases;
}

void checkFigure(const QList<Case> &cases, const UnitDirectory &directory)
{
    const Tally sum = tally(cases, matching(directory));
    INFO(sum.tried << " tried, " << sum.asked << " asked, " << sum.wrong << " wrong");
    CHECK(sum.tried > 0);
    CHECK(sum.wrong == 0);
    CHECK(sum.asked * 20 <= sum.tried);
    for (const Case &one : cases) {
        const UnitMatch match = directory.match(one.clue);
        INFO(one.clue.code.toStdString() << ' ' << one.clue.name.toStdString() << ' ' << one.clue.parent.toStdString());
        CHECK((!match.unit || one.right.contains(match.unit->uid)));
    }
}

} // namespace

TEST_CASE("Figure of the units: areas of one name")
{
    checkFigure(homonymous(), shipped());
}

TEST_CASE("Figure of the units: codes that were parted")
{
    checkFigure(parted(), shipped());
}

TEST_CASE("Figure of the units: development zones without a code")
{
    const Zones tried = zones();
    CHECK(tally(tried.unlisted, matching(shipped())).wrong == 0);
    checkFigure(tried.listed, with(tried.list));
}

TEST_CASE("Figure of the units: areas that were renamed")
{
    checkFigure(renamed(), shipped());
}

TEST_CASE("Figure of the units: bureaus that were renamed")
{
    checkFigure(formerBureaus(), shipped());
}

TEST_CASE("Control: who takes the first of several is wrong of areas of one name and of parted codes")
{
    const Matcher first = [](const UnitClue &clue) {
        UnitMatch match = shipped().match(clue);
        if (!match.unit && !match.candidates.isEmpty())
            match.unit = match.candidates.first();
        return match;
    };
    CHECK(tally(homonymous(), first).wrong > 0);
    CHECK(tally(parted(), first).wrong > 0);
    CHECK(tally(zones().unlisted, first).wrong > 0);
}

TEST_CASE("Control: who looks for the name of a city in another, or believes a code alone, is wrong of zones")
{
    const Matcher contained = [](const UnitClue &clue) {
        UnitMatch match = shipped().match(clue);
        for (const Unit &unit : shipped().units()) {
            const bool isOf = unit.name.endsWith(words) && clue.name.startsWith(QStringView(unit.name).chopped(8));
            if (!match.unit && isOf)
                match.unit = unit;
        }
        return match;
    };
    CHECK(tally(zones().unlisted, contained).wrong > 0);
    const Matcher believing = [](UnitClue clue) {
        if (!clue.code.isEmpty())
            clue.name.clear();
        return shipped().match(clue);
    };
    CHECK(tally(zones().unlisted, believing).wrong > 0);
}

TEST_CASE("Control: who takes a name for the only one of its kind in the country is wrong of zones")
{
    const Matcher anywhere = [](UnitClue clue) {
        const UnitMatch match = shipped().match(clue);
        UnitMatch guess = match;
        if (!match.unit && match.candidates.size() == 1)
            guess.unit = match.candidates.first();
        return guess;
    };
    CHECK(tally(zones().unlisted, anywhere).wrong > 0);
}

TEST_CASE("Control: who reads an old code as that of today is wrong of areas that were renamed")
{
    const Matcher today = [](UnitClue clue) {
        clue.at = QDate();
        clue.name = clue.code.isEmpty() ? clue.name : QString();
        return shipped().match(clue);
    };
    CHECK(tally(renamed(), today).wrong > 0);
}

TEST_CASE("Control: who asks whenever it is not the name of today asks too often")
{
    const Matcher timid = [](const UnitClue &clue) {
        UnitMatch match = shipped().match(clue);
        if (match.by != UnitFoundBy::OfficialName)
            match.unit.reset();
        return match;
    };
    for (const QList<Case> &cases : {homonymous(), parted(), renamed(), formerBureaus()}) {
        const Tally sum = tally(cases, timid);
        CHECK(sum.asked * 20 > sum.tried);
    }
}

} // namespace unitfigures_test
