// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/units/succession.h"

#include <algorithm>

namespace zhibao {

namespace {

// As 扶余区 and 扶余县 do; 郊区 says nothing.
bool haveOneRoot(const QString &name, const QString &other)
{
    return name.size() > 2 && other.startsWith(QStringView(name).left(2));
}

QList<AreaSuccessor> wholeSuccessors(const Area &area)
{
    QList<AreaSuccessor> whole = area.successors;
    whole.removeIf([](const AreaSuccessor &successor) { return successor.isPart; });
    return whole;
}

} // namespace

Succession::Succession(const QList<Area> &areas)
    : m_areas(areas)
{
    m_byCode.reserve(areas.size());
    for (qsizetype at = 0; at < areas.size(); ++at)
        m_byCode[areas[at].code].append(at);
    for (qsizetype at = 0; at < areas.size(); ++at) {
        if (areas[at].level == UnitLevel::City)
            m_cities.append(at);
    }
}

// The area that had the code from that year on.
const Area *Succession::holder(const QString &code, int year) const
{
    const QList<qsizetype> places = m_byCode.value(code);
    for (const qsizetype at : places) {
        const Area &area = m_areas[at];
        if (area.from <= year && (area.until == 0 || area.until > year))
            return &area;
    }
    return nullptr;
}

// The area under its code from the year on in which it ended: what else it became then is land that it gave off, unless
// its name went there.
const Area *Succession::underItsCode(const Area &area) const
{
    const Area *next = nullptr;
    const QList<AreaSuccessor> whole = wholeSuccessors(area);
    for (const AreaSuccessor &successor : whole) {
        const Area *const heir = holder(successor.code, successor.year);
        if (successor.code == area.code)
            next = heir;
        else if (heir && haveOneRoot(area.name, heir->name))
            return nullptr;
    }
    return whole.isEmpty() && area.isChanged ? holder(area.code, area.until) : next;
}

// The city that a prefecture was made (撤地设市), of which the table says nothing: of its root, in its province and
// from the year on in which it ended.
const Area *Succession::asCity(const Area &area) const
{
    const Area *found = nullptr;
    for (const qsizetype at : m_cities) {
        const Area &city = m_areas[at];
        const bool isHeir
            = city.from == area.until && city.province == area.province && haveOneRoot(area.name, city.name);
        if (isHeir && found)
            return nullptr;
        found = isHeir ? &city : found;
    }
    return found;
}

// What the area, which ended, was from then on: itself under another name, or under another code. Nothing where it was
// parted or went up in another.
const Area *Succession::continued(const Area &area) const
{
    if (!area.isChanged && area.successors.size() > 1)
        return nullptr;
    if (const Area *const next = underItsCode(area))
        return next;
    const QList<AreaSuccessor> whole = wholeSuccessors(area);
    if (whole.isEmpty())
        return area.level == UnitLevel::City ? asCity(area) : nullptr;
    const Area *const heir = whole.size() == 1 ? holder(whole.first().code, area.until) : nullptr;
    return heir && heir->from == area.until && haveOneRoot(area.name, heir->name) ? heir : nullptr;
}

void Succession::follow(const Area &area, int since, QStringList &found, QHash<const Area *, int> &passed) const
{
    const auto before = passed.constFind(&area);
    if (before != passed.cend() && *before <= since)
        return;
    passed.insert(&area, since);
    if (area.until == 0 && !found.contains(area.code))
        found.append(area.code);
    // What went up in it may be in any part that it gave off afterwards, also where it went on itself.
    if (const Area *const next = area.until != 0 ? continued(area) : nullptr)
        follow(*next, area.until, found, passed);
    for (const AreaSuccessor &successor : area.successors) {
        const Area *const heir = successor.year >= since ? holder(successor.code, successor.year) : nullptr;
        if (heir)
            follow(*heir, successor.year, found, passed);
    }
}

QStringList Succession::of(const Area &area) const
{
    const Area *last = &area;
    while (last->until != 0) {
        const Area *const next = continued(*last);
        if (!next)
            break;
        last = next;
    }
    if (last->until == 0)
        return {last->code};
    QStringList found;
    QHash<const Area *, int> passed;
    follow(*last, last->from, found, passed);
    return found;
}

} // namespace zhibao
