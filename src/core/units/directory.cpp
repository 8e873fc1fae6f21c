// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/units/directory.h"

#include "core/text/foldedname.h"
#include "core/units/bureauname.h"
#include "core/units/succession.h"

#include <utility>

namespace zhibao {

namespace {

const QString bureau = QStringLiteral("市场监督管理局");
constexpr int mostLevels = 4; // from a county up to what stands above a province

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

bool isWithin(const UnitCode &code, int year)
{
    return (code.from == 0 || code.from <= year) && (code.until == 0 || year <= code.until);
}

// Whether the name of an area needs none before it: 县, 市 and 旗 are given by the state alone, while a development
// zone without a code may call itself 区 as a district elsewhere does.
bool standsAlone(const QString &area)
{
    return QStringView(u"省市县旗州盟").contains(area.back());
}

void keepIn(const QList<qsizetype> &some, QList<qsizetype> &places)
{
    places.removeIf([&](qsizetype place) { return !some.contains(place); });
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
    for (qsizetype place = 0; place < m_units.size(); ++place)
        indexNames(place);
    addListed(listed);
}

qsizetype UnitDirectory::append(const Unit &unit)
{
    const qsizetype place = m_units.size();
    m_units.append(unit);
    m_byUid.insert(unit.uid, place);
    if (!unit.code.isEmpty() && !m_byCode.contains(unit.code))
        m_byCode.insert(unit.code, place);
    return place;
}

void UnitDirectory::addAreas(const QList<Area> &areas)
{
    QHash<QString, QString> cities; // code by the name of province and city
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
        const QString province = area.code.left(2) + QStringLiteral("0000");
        Unit unit;
        unit.uid = unit.code = area.code;
        unit.name = usualName(area, sharing.value(area.name) > 1);
        unit.codes = {{area.code, area.from, 0}};
        unit.level = area.level;
        if (area.level == UnitLevel::City)
            unit.parent = province;
        else if (area.level == UnitLevel::County)
            unit.parent = cities.value(area.province + area.city, province);
        unit.kind = QStringLiteral("政府部门");
        unit.isUnchecked = true;
        const qsizetype place = append(unit);
        addTo(m_areas, foldedName(area.fullName()), place);
        if (area.level == UnitLevel::County && !area.city.isEmpty())
            addTo(m_areas, foldedName(area.city + area.name), place);
        addTo(m_bareAreas, foldedName(area.name), place);
        addTo(m_areaRoots, foldedName(shortAreaName(area.name)), place);
    }
    addFormer(areas);
}

void UnitDirectory::addFormer(const QList<Area> &areas)
{
    const Succession succession(areas);
    for (const Area &area : areas) {
        QList<qsizetype> now;
        const QStringList codes = succession.of(area);
        for (const QString &code : codes)
            addAll(now, {m_byCode.value(code)});
        m_eras[area.code].append({{area.code, area.from, area.until}, now});
        if (area.until == 0)
            continue;
        // Of several the name means the one that bears it still.
        QList<qsizetype> named = now;
        keepIn(m_bareAreas.value(foldedName(area.name)), named);
        if (named.size() != 1)
            named = now;
        for (const qsizetype place : std::as_const(named)) {
            addTo(m_formerAreas, foldedName(area.fullName()), place);
            if (area.level == UnitLevel::County && !area.city.isEmpty())
                addTo(m_formerAreas, foldedName(area.city + area.name), place);
            addTo(m_bareFormerAreas, foldedName(area.name), place);
        }
        const QString name = usualName(area, false);
        Unit *const heir = named.size() == 1 ? &m_units[named.first()] : nullptr;
        if (heir && heir->name != name && !heir->formerNames.contains(name))
            heir->formerNames.append(name);
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
    if (!unit.code.isEmpty())
        unit.level = UnitLevel::Province; // 兵团 has the rank of a province
    const qsizetype place = append(unit);
    if (!unit.code.isEmpty())
        m_eras[unit.code].append({{unit.code, 0, 0}, {place}});
}

// The place of what a line of the list speaks of, or -1: by uid, by the code in use, by its name to the letter, or by
// what it is certainly called. A code that several lines have says nothing: zones write that of their city.
qsizetype UnitDirectory::replaced(const Unit &listed, bool sharesCode) const
{
    if (m_byUid.contains(listed.uid))
        return m_byUid.value(listed.uid);
    if (!listed.code.isEmpty() && !sharesCode)
        return m_byCode.value(listed.code, -1);
    if (const auto found = m_byExactName.constFind(listed.name); found != m_byExactName.cend())
        return *found;
    UnitClue clue;
    clue.name = listed.name;
    clue.parent = uidOf(listed.parent);
    const UnitMatch match = this->match(clue);
    const bool isItself = match.unit && match.by != UnitFoundBy::FormerName;
    return isItself ? m_byUid.value(match.unit->uid, -1) : -1;
}

// Of the unit that is named by uid, code or name; as it is where there is none.
QString UnitDirectory::uidOf(const QString &named) const
{
    for (const QHash<QString, qsizetype> *const index : {&m_byUid, &m_byCode, &m_byExactName}) {
        if (const auto found = index->constFind(named); found != index->cend())
            return m_units[*found].uid;
    }
    return named;
}

void UnitDirectory::addListed(const QList<Unit> &listed)
{
    QHash<QString, int> sharing;
    for (const Unit &unit : listed)
        ++sharing[unit.code];
    QList<qsizetype> places;
    QSet<qsizetype> taken;
    for (const Unit &unit : listed) {
        // What two lines speak of is not one unit: the second is another of its name.
        const qsizetype known = replaced(unit, sharing.value(unit.code) > 1);
        places.append(taken.contains(known) ? -1 : known);
        taken.insert(known);
    }
    QSet<QString> ruled;
    for (qsizetype line = 0; line < listed.size(); ++line)
        addCodes(listed[line], rule(listed[line], places[line]), ruled);
    // All are known by now who may be named as parent or successor.
    for (qsizetype place = 0; place < m_units.size() && !listed.isEmpty(); ++place) {
        Unit &unit = m_units[place];
        unit.parent = uidOf(unit.parent);
        for (QString &successor : unit.successors)
            successor = uidOf(successor);
    }
}

// Gives the place of the unit; -1 for `place`: it is new.
qsizetype UnitDirectory::rule(const Unit &listed, qsizetype place)
{
    Unit unit = listed;
    if (place < 0) {
        if (unit.uid.isEmpty())
            unit.uid = unit.code.isEmpty() ? unit.name : unit.code;
        place = append(unit);
    } else {
        const Unit &before = m_units[place];
        if (unit.uid.isEmpty())
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
        m_byUid.insert(unit.uid, place); // it is still known by the one it had
    }
    indexNames(place);
    return place;
}

// `ruled`: the codes of which the list has said who has them; it rules over what was known, and may say so of several.
void UnitDirectory::addCodes(const Unit &listed, qsizetype place, QSet<QString> &ruled)
{
    for (const UnitCode &code : listed.codes)
        m_eras[code.code].append({code, {place}});
    if (listed.code.isEmpty())
        return;
    QList<Era> &eras = m_eras[listed.code];
    if (!ruled.contains(listed.code))
        eras.removeIf([](const Era &era) { return era.code.until == 0; });
    ruled.insert(listed.code);
    eras.append({{listed.code, 0, 0}, {place}});
    if (!m_byCode.contains(listed.code))
        m_byCode.insert(listed.code, place);
}

void UnitDirectory::indexNames(qsizetype place)
{
    const Unit &unit = m_units[place];
    m_byExactName.insert(unit.name, place);
    addTo(m_official, foldedName(unit.name), place);
    for (const QString &name : unit.formerNames)
        addTo(m_former, foldedName(name), place);
    addTo(m_short, foldedName(unit.commonName), place);
    for (const QString &name : unit.shortNames)
        addTo(m_short, foldedName(name), place);
}

const Unit *UnitDirectory::unit(const QString &uid) const
{
    const auto found = m_byUid.constFind(uid);
    return found == m_byUid.cend() ? nullptr : &m_units[*found];
}

// With its successors for each that is no more.
QList<qsizetype> UnitDirectory::living(const QList<qsizetype> &places) const
{
    QList<qsizetype> alive;
    QList<qsizetype> open = places;
    for (qsizetype at = 0; at < open.size(); ++at) {
        const QStringList &successors = m_units[open[at]].successors;
        if (successors.isEmpty())
            alive.append(open[at]);
        for (const QString &successor : successors) {
            if (const auto found = m_byUid.constFind(successor); found != m_byUid.cend())
                addAll(open, {*found});
        }
    }
    return alive;
}

UnitDirectory::Finding UnitDirectory::byCode(const UnitClue &clue) const
{
    QList<qsizetype> valid;
    QList<qsizetype> all;
    const QList<Era> eras = clue.code.isEmpty() ? QList<Era>() : m_eras.value(clue.code);
    for (const Era &era : eras) {
        if (clue.at.isValid() ? isWithin(era.code, clue.at.year()) : era.code.until == 0)
            addAll(valid, era.units);
        addAll(all, era.units);
    }
    return {living(valid.isEmpty() ? all : valid), UnitFoundBy::Code, !valid.isEmpty()};
}

QList<qsizetype> UnitDirectory::below(const QList<qsizetype> &places, const QString &named) const
{
    const QString parent = uidOf(named);
    QList<qsizetype> under;
    for (const qsizetype place : places) {
        const Unit *above = &m_units[place];
        for (int step = 0; above && step < mostLevels; ++step) {
            if (above->uid == parent || above->parent == parent) {
                under.append(place);
                break;
            }
            above = unit(above->parent);
        }
    }
    return under;
}

// By a name that says whose it is wherever it stands: an official or a former one, or one that begins with the province
// or the city.
UnitDirectory::Finding UnitDirectory::byWholeName(const UnitClue &clue) const
{
    const QString name = foldedName(clue.name);
    const std::optional<BureauName> said = bureauIn(name);
    const QString area = said ? said->area : QString();
    QList<qsizetype> places = m_official.value(name);
    if (!places.isEmpty()) {
        // A name that others of the same name share says less.
        if (said && !said->isFormer)
            addAll(places, m_bareAreas.value(area));
        return {places, UnitFoundBy::OfficialName};
    }
    if (m_areas.contains(area))
        return {m_areas.value(area), said->isFormer ? UnitFoundBy::FormerName : UnitFoundBy::OfficialName};
    places = m_former.value(name);
    if (!m_bareAreas.contains(area)) {
        addAll(places, m_formerAreas.value(area));
        if (!places.isEmpty())
            addAll(places, m_bareFormerAreas.value(area));
    } else if (!places.isEmpty()) {
        addAll(places, m_bareAreas.value(area));
    }
    return {places, UnitFoundBy::FormerName};
}

// By a short name, or that of the area alone, which somebody else may be called as well.
UnitDirectory::Finding UnitDirectory::byLocalName(const UnitClue &clue) const
{
    const QString name = foldedName(clue.name);
    const std::optional<BureauName> said = bureauIn(name);
    const QString area = said ? said->area : QString();
    QList<qsizetype> places = m_short.value(name);
    const bool isShort = !places.isEmpty();
    const bool isBare = m_bareAreas.contains(area);
    addAll(places, m_bareAreas.value(area));
    addAll(places, m_areaRoots.value(area));
    // 石家庄市桥东区 is no more, and a paper that says 桥东区 may still mean it.
    addAll(places, m_bareFormerAreas.value(area));
    const bool isCertain
        = clue.parent.isEmpty() ? isShort || (isBare && standsAlone(area)) : !below(places, clue.parent).isEmpty();
    return {places, said && said->isFormer ? UnitFoundBy::FormerName : UnitFoundBy::ShortName, isCertain};
}

UnitDirectory::Finding UnitDirectory::byName(const UnitClue &clue) const
{
    Finding found = byWholeName(clue);
    if (found.units.isEmpty())
        found = byLocalName(clue);
    if (const QList<qsizetype> under = below(found.units, clue.parent); !clue.parent.isEmpty() && !under.isEmpty())
        found.units = under;
    found.units = living(found.units);
    return found;
}

UnitMatch UnitDirectory::outcome(const Finding &finding) const
{
    UnitMatch match;
    if (finding.units.isEmpty())
        return match;
    match.by = finding.by;
    if (finding.units.size() == 1 && finding.isCertain) {
        match.unit = m_units[finding.units.first()];
        return match;
    }
    for (const qsizetype place : finding.units)
        match.candidates.append(m_units[place]);
    return match;
}

UnitMatch UnitDirectory::match(const UnitClue &clue) const
{
    if (const auto found = m_byUid.constFind(clue.uid); !clue.uid.isEmpty() && found != m_byUid.cend())
        return outcome({living({*found}), UnitFoundBy::Uid});
    const Finding named = byName(clue);
    Finding coded = byCode(clue);
    if (coded.units.isEmpty())
        return outcome(named);
    Finding both = coded;
    keepIn(named.units, both.units);
    if (!both.units.isEmpty()) {
        both.isCertain = true;
        return outcome(both);
    }
    if (!foldedName(clue.name).isEmpty())
        coded.isCertain = false;
    addAll(coded.units, named.units);
    return outcome(coded);
}

QList<Unit> UnitDirectory::find(const QString &typed, qsizetype most) const
{
    QList<Unit> found = findUnits(m_units, typed);
    found.removeIf([](const Unit &unit) { return !unit.successors.isEmpty(); });
    return found.mid(0, most);
}

} // namespace zhibao
