// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/units/directory.h"

#include "core/text/foldedname.h"
#include "core/units/bureauname.h"

#include <QSet>

#include <algorithm>

namespace zhibao {

namespace {

const QString bureau = QStringLiteral("市场监督管理局");
constexpr int longestSuccession = 20; // areas; the longest there was is 6

void addTo(QHash<QString, QList<qsizetype>> &index, const QString &name, qsizetype place)
{
    if (name.isEmpty())
        return;
    QList<qsizetype> &places = index[name];
    if (!places.contains(place))
        places.append(place);
}

void addAll(QList<qsizetype> &places, const QList<qsizetype> &more)
{
    for (const qsizetype place : more) {
        if (!places.contains(place))
            places.append(place);
    }
}

// A district is named with its city, as it is on its seal, and so is a county whose name others share; a county, a
// banner and a city below a city stand alone else.
QString usualName(const Area &area, bool isShared)
{
    const bool isDistrict = area.level == UnitLevel::County && area.name.endsWith(u'区');
    const QString above = area.city.isEmpty() ? area.province : area.city;
    return (isDistrict || isShared ? above : QString()) + area.name + bureau;
}

// Who answers now for the areas that were, found by code and year.
class Succession {
public:
    Succession(const QList<Area> &areas, const QHash<QString, qsizetype> &present)
        : m_areas(areas)
        , m_present(present)
    {
        for (qsizetype at = 0; at < areas.size(); ++at)
            m_byCode[areas[at].code].append(at);
    }

    QList<qsizetype> of(const Area &area, int depth = 0) const
    {
        if (area.until == 0)
            return {m_present.value(area.code, -1)};
        QList<qsizetype> places;
        if (depth == longestSuccession)
            return places;
        for (const AreaSuccessor &successor : area.successors) {
            if (const Area *const next = heir(area, successor))
                addAll(places, of(*next, depth + 1));
        }
        return places;
    }

private:
    // The area that had the code from that year on; the first of them.
    const Area *heir(const Area &ended, const AreaSuccessor &successor) const
    {
        const Area *found = nullptr;
        const QList<qsizetype> places = m_byCode.value(successor.code);
        for (const qsizetype at : places) {
            const Area &area = m_areas[at];
            const bool isThen = area.until == 0 || area.until > successor.year;
            if (&area != &ended && isThen && (!found || area.from < found->from))
                found = &area;
        }
        return found;
    }

    const QList<Area> &m_areas;
    const QHash<QString, qsizetype> &m_present;
    QHash<QString, QList<qsizetype>> m_byCode;
};

bool isWithin(const UnitCode &code, int year)
{
    return (code.from == 0 || code.from <= year) && (code.until == 0 || year <= code.until);
}

} // namespace

QString nameOf(UnitFoundBy by)
{
    switch (by) {
    case UnitFoundBy::Uid:
        return QStringLiteral("uid");
    case UnitFoundBy::Code:
        return QStringLiteral("code");
    case UnitFoundBy::OfficialName:
        return QStringLiteral("official name");
    case UnitFoundBy::FormerName:
        return QStringLiteral("former name");
    case UnitFoundBy::ShortName:
        return QStringLiteral("short name");
    }
    return {};
}

UnitDirectory::UnitDirectory(const QList<Area> &areas, const QList<Unit> &known, const QList<Unit> &listed)
{
    addAreas(areas);
    for (const Unit &unit : known)
        addKnown(unit);
    for (const Unit &unit : listed)
        rule(unit);
    indexNames();
}

void UnitDirectory::addAreas(const QList<Area> &areas)
{
    QHash<QString, qsizetype> present;
    QHash<QString, QString> cities; // code by full name
    QHash<QString, int> sharing; // how many counties have the name
    for (const Area &area : areas) {
        if (area.until == 0 && area.level == UnitLevel::City)
            cities.insert(area.fullName(), area.code);
        if (area.until == 0 && area.level == UnitLevel::County)
            ++sharing[area.name];
    }
    for (const Area &area : areas) {
        if (area.until != 0)
            continue;
        const qsizetype place = m_units.size();
        present.insert(area.code, place);
        const QString province = area.code.left(2) + QStringLiteral("0000");
        const QString parent = area.level == UnitLevel::Province ? QString()
            : area.level == UnitLevel::City                      ? province
                                                                 : cities.value(area.province + area.city, province);
        Unit unit;
        unit.uid = unit.code = area.code;
        unit.name = usualName(area, sharing.value(area.name) > 1);
        unit.codes = {{area.code, area.from, 0}};
        unit.level = area.level;
        unit.parent = parent;
        unit.kind = QStringLiteral("政府部门");
        unit.isUnchecked = true;
        m_units.append(unit);
        m_byUid.insert(unit.uid, place);
        addTo(m_areas, foldedName(area.fullName()), place);
        if (area.level == UnitLevel::County && !area.city.isEmpty())
            addTo(m_areas, foldedName(area.city + area.name), place);
        addTo(m_bareAreas, foldedName(area.name), place);
        addTo(m_bareAreas, foldedName(shortAreaName(area.name)), place);
    }
    const Succession succession(areas, present);
    for (const Area &area : areas) {
        const QList<qsizetype> now = succession.of(area);
        m_eras[area.code].append({{area.code, area.from, area.until}, now});
        if (area.until == 0)
            continue;
        const QStringList names{area.fullName(), area.city + area.name, area.name};
        for (const qsizetype place : now) {
            for (const QString &name : names)
                addTo(m_formerAreas, foldedName(name), place);
            if (now.size() == 1)
                m_units[place].formerNames.append(usualName(area, false));
        }
    }
}

void UnitDirectory::addKnown(const Unit &known)
{
    const auto found = m_byUid.constFind(known.code);
    if (!known.code.isEmpty() && found != m_byUid.cend()) {
        Unit &unit = m_units[*found];
        unit.name = known.name;
        unit.commonName = known.commonName;
        unit.isUnchecked = false;
        return;
    }
    Unit unit = known;
    unit.uid = known.code.isEmpty() ? known.name : known.code;
    m_byUid.insert(unit.uid, m_units.size());
    if (!unit.code.isEmpty()) {
        unit.level = UnitLevel::Province; // 兵团 has the rank of a province
        m_eras[unit.code].append({{unit.code, 0, 0}, {m_units.size()}});
    }
    m_units.append(unit);
}

// The place of what a line of the list speaks of, or -1: by uid, by the code in use, or by its name alone.
qsizetype UnitDirectory::replaced(const Unit &listed) const
{
    if (!listed.uid.isEmpty())
        return m_byUid.value(listed.uid, -1);
    for (qsizetype place = 0; place < m_units.size(); ++place) {
        const bool isSame
            = listed.code.isEmpty() ? m_units[place].name == listed.name : m_units[place].code == listed.code;
        if (isSame)
            return place;
    }
    return -1;
}

void UnitDirectory::rule(const Unit &listed)
{
    qsizetype place = replaced(listed);
    Unit unit = listed;
    if (place < 0) {
        place = m_units.size();
        if (unit.uid.isEmpty())
            unit.uid = unit.code.isEmpty() ? unit.name : unit.code;
        m_units.append(unit);
        m_byUid.insert(unit.uid, place);
    } else {
        const Unit &before = m_units[place];
        unit.uid = before.uid;
        unit.formerNames += before.formerNames;
        if (before.name != unit.name && !before.isUnchecked)
            unit.formerNames.append(before.name);
        unit.codes += before.codes;
        if (unit.code.isEmpty())
            unit.code = before.code;
        if (unit.level == UnitLevel::None)
            unit.level = before.level;
        if (unit.parent.isEmpty())
            unit.parent = before.parent;
        if (unit.kind.isEmpty())
            unit.kind = before.kind;
        m_units[place] = unit;
    }
    QList<UnitCode> codes = listed.codes;
    if (!listed.code.isEmpty())
        codes.append({listed.code, 0, 0});
    for (const UnitCode &code : std::as_const(codes)) {
        // The list rules over what was known of the code at that time.
        QList<Era> &eras = m_eras[code.code];
        eras.removeIf([&](const Era &era) { return code.until == 0 && era.code.until == 0; });
        eras.append({code, {place}});
    }
}

void UnitDirectory::indexNames()
{
    for (qsizetype place = 0; place < m_units.size(); ++place) {
        Unit &unit = m_units[place];
        for (QString *const named : {&unit.parent}) {
            if (!named->isEmpty() && !m_byUid.contains(*named)) {
                const auto found = std::find_if(m_units.cbegin(), m_units.cend(),
                    [&](const Unit &other) { return other.name == *named || other.code == *named; });
                *named = found == m_units.cend() ? *named : found->uid;
            }
        }
        if (unit.successors.isEmpty())
            addTo(m_official, foldedName(unit.name), place);
        for (const QString &name : std::as_const(unit.formerNames))
            addTo(m_former, foldedName(name), place);
        addTo(m_short, foldedName(unit.commonName), place);
        for (const QString &name : std::as_const(unit.shortNames))
            addTo(m_short, foldedName(name), place);
    }
}

const Unit *UnitDirectory::unit(const QString &uid) const
{
    const auto found = m_byUid.constFind(uid);
    return found == m_byUid.cend() ? nullptr : &m_units[*found];
}

QList<qsizetype> UnitDirectory::byCode(const UnitClue &clue) const
{
    QList<qsizetype> valid;
    QList<qsizetype> all;
    const QList<Era> eras = m_eras.value(clue.code);
    for (const Era &era : eras) {
        if (clue.at.isValid() ? isWithin(era.code, clue.at.year()) : era.code.until == 0)
            addAll(valid, era.units);
        addAll(all, era.units);
    }
    return valid.isEmpty() ? all : valid;
}

QList<qsizetype> UnitDirectory::below(const QList<qsizetype> &places, const QString &parent) const
{
    if (parent.isEmpty())
        return places;
    QList<qsizetype> under;
    for (const qsizetype place : places) {
        const Unit *above = &m_units[place];
        for (int step = 0; above && step < 4; ++step) {
            if (above->uid == parent || above->parent == parent) {
                under.append(place);
                break;
            }
            above = unit(above->parent);
        }
    }
    return under;
}

std::pair<QList<qsizetype>, UnitFoundBy> UnitDirectory::byName(const UnitClue &clue) const
{
    const QString name = foldedName(clue.name);
    const std::optional<BureauName> said = bureauIn(name);
    const auto narrowed = [&](const QList<qsizetype> &places) {
        const QList<qsizetype> under = below(places, clue.parent);
        return under.isEmpty() ? places : under;
    };
    // A name that others of the same name share says less than where it is expected.
    const QList<qsizetype> bare = said && !said->isFormer ? m_bareAreas.value(said->area) : QList<qsizetype>();
    if (QList<qsizetype> places = m_official.value(name); !places.isEmpty()) {
        addAll(places, bare);
        return {narrowed(places), UnitFoundBy::OfficialName};
    }
    if (said && m_areas.contains(said->area))
        return {m_areas.value(said->area), said->isFormer ? UnitFoundBy::FormerName : UnitFoundBy::OfficialName};
    QList<qsizetype> former = m_former.value(name);
    if (said && bare.isEmpty())
        addAll(former, m_formerAreas.value(said->area));
    if (said && said->isFormer)
        addAll(former, m_bareAreas.value(said->area));
    if (!former.isEmpty() && bare.isEmpty())
        return {narrowed(former), UnitFoundBy::FormerName};
    QList<qsizetype> places = m_short.value(name);
    addAll(places, bare);
    addAll(places, former);
    // 石家庄市桥东区 is no more, and a paper that says 桥东区 may still mean it.
    if (said)
        addAll(places, m_formerAreas.value(said->area));
    return {narrowed(places), UnitFoundBy::ShortName};
}

UnitMatch UnitDirectory::outcome(const QList<qsizetype> &places, UnitFoundBy by) const
{
    UnitMatch match;
    if (places.isEmpty())
        return match;
    match.by = by;
    if (places.size() == 1) {
        match.unit = m_units[places.first()];
        return match;
    }
    for (const qsizetype place : places)
        match.candidates.append(m_units[place]);
    return match;
}

UnitMatch UnitDirectory::match(const UnitClue &clue) const
{
    if (const auto found = m_byUid.constFind(clue.uid); !clue.uid.isEmpty() && found != m_byUid.cend())
        return outcome({*found}, UnitFoundBy::Uid);
    const auto [named, by] = clue.name.isEmpty() ? std::pair(QList<qsizetype>(), UnitFoundBy::ShortName) : byName(clue);
    QList<qsizetype> coded = clue.code.isEmpty() ? QList<qsizetype>() : byCode(clue);
    if (coded.isEmpty())
        return outcome(named, by);
    if (named.isEmpty())
        return outcome(coded, UnitFoundBy::Code);
    QList<qsizetype> both;
    std::copy_if(coded.cbegin(), coded.cend(), std::back_inserter(both),
        [&named = named](qsizetype place) { return named.contains(place); });
    if (both.isEmpty())
        addAll(coded, named);
    return outcome(both.isEmpty() ? coded : both, UnitFoundBy::Code);
}

QList<Unit> UnitDirectory::find(const QString &typed, qsizetype most) const
{
    return findUnits(m_units, typed).mid(0, most);
}

} // namespace zhibao
