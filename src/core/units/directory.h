// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "core/report/unit.h"
#include "core/units/area.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace zhibao {

// What a file says of who filled it in; what it does not say is empty.
struct UnitClue {
    QString uid = {}; // of the certificate that signed it
    QString code = {};
    QDate at = {}; // when the code was written down
    QString name = {};
    QString parent = {}; // uid of the unit under which it is expected
};

enum class UnitFoundBy { Uid, Code, OfficialName, FormerName, ShortName };
QString nameOf(UnitFoundBy by); // "uid", "code", "official name", "former name", "short name"

// The unit that a clue means; or those that it may mean, among which somebody has to choose, or says that it is
// another; or none.
struct UnitMatch {
    std::optional<Unit> unit;
    std::optional<UnitFoundBy> by; // also of candidates
    QList<Unit> candidates; // where there is no unit; of one somebody has to say that it is meant
};

// The unit directory: who there is, and who was before. A value; what it holds is shared by its copies.
class UnitDirectory {
public:
    UnitDirectory() = default;
    // The bureaus of all areas under their usual names, unchecked, with those that the program knows by name
    // (units.tsv) in their places; then what the office's own list says, which rules.
    UnitDirectory(const QList<Area> &areas, const QList<Unit> &known, const QList<Unit> &listed);

    const QList<Unit> &units() const { return m_units; } // provinces with what is below each, then the others
    const Unit *unit(const QString &uid) const;
    // Never a guess: uid, code valid at that time, official name, former name, short name. A name that others may bear
    // too, as that of a district without its city, is believed only of a unit below the one under which it is
    // expected. Where a code and a name say different things, or the code is known and the name is not, as where a
    // development zone writes the code of its city, there is a choice.
    UnitMatch match(const UnitClue &clue) const;
    // As findUnits, at most so many; none that is no more.
    QList<Unit> find(const QString &typed, qsizetype most) const;

private:
    struct Era { // of a code: who answers for it now
        UnitCode code;
        QList<qsizetype> units;
    };
    // What a clue says: places in m_units, and whether one alone is meant for certain.
    struct Finding {
        QList<qsizetype> units;
        UnitFoundBy by = UnitFoundBy::ShortName;
        bool isCertain = true;
    };
    using Index = QHash<QString, QList<qsizetype>>; // by folded name, places in m_units

    void addAreas(const QList<Area> &areas);
    void addFormer(const QList<Area> &areas);
    void addKnown(const Unit &known);
    void addListed(const QList<Unit> &listed);
    qsizetype rule(const Unit &listed, qsizetype place);
    void addCodes(const Unit &listed, qsizetype place, QSet<QString> &ruled);
    qsizetype append(const Unit &unit);
    void indexNames(qsizetype place);
    qsizetype replaced(const Unit &listed, bool sharesCode) const;
    QString uidOf(const QString &named) const;
    QList<qsizetype> living(const QList<qsizetype> &places) const;
    Finding byCode(const UnitClue &clue) const;
    Finding byName(const UnitClue &clue) const;
    Finding byWholeName(const UnitClue &clue) const;
    Finding byLocalName(const UnitClue &clue) const;
    QList<qsizetype> below(const QList<qsizetype> &places, const QString &named) const;
    UnitMatch outcome(const Finding &finding) const;

    QList<Unit> m_units;
    QHash<QString, qsizetype> m_byUid;
    QHash<QString, qsizetype> m_byCode; // the one in use
    QHash<QString, qsizetype> m_byExactName;
    QHash<QString, QList<Era>> m_eras;
    Index m_official;
    Index m_former;
    Index m_short;
    Index m_areas; // by the name of the area from the province or the city on
    Index m_bareAreas; // by the name of the area alone
    Index m_areaRoots; // by its short form
    Index m_formerAreas; // who answers now for an area that was: by its name from the province or the city on
    Index m_bareFormerAreas; // by its name alone
};

// Reads the office's own list: tab-separated, the first line names the columns in any order: uid, name, short names,
// former names, code, former codes, level, parent, kind, successors, or 标识, 名称, 简称, 曾用名, 代码, 曾用代码, 级别,
// 上级, 类别, 继任. Several in one cell are parted by ";", a former code has its years behind it: 520114[2000-2012]. A
// parent or a successor is named by uid, code or name. Errors: NotUtf8; WrongFormat, which names the line.
Result<QList<Unit>> readUnitList(const QByteArray &table, const QString &path);

} // namespace zhibao
