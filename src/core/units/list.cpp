// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/encoding.h"
#include "core/text/foldedname.h"
#include "core/units/directory.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace zhibao {

namespace {

enum class ListColumn { Uid, Name, ShortNames, FormerNames, Code, FormerCodes, Level, Parent, Kind, Successors };

struct ListHeading {
    ListColumn column;
    QStringView english;
    QStringView chinese;
};

constexpr std::array listHeadings{ListHeading{ListColumn::Uid, u"uid", u"标识"},
    ListHeading{ListColumn::Name, u"name", u"名称"}, ListHeading{ListColumn::ShortNames, u"short names", u"简称"},
    ListHeading{ListColumn::FormerNames, u"former names", u"曾用名"}, ListHeading{ListColumn::Code, u"code", u"代码"},
    ListHeading{ListColumn::FormerCodes, u"former codes", u"曾用代码"},
    ListHeading{ListColumn::Level, u"level", u"级别"}, ListHeading{ListColumn::Parent, u"parent", u"上级"},
    ListHeading{ListColumn::Kind, u"kind", u"类别"}, ListHeading{ListColumn::Successors, u"successors", u"继任"}};

std::optional<ListColumn> listColumn(const QString &heading)
{
    for (const ListHeading &known : listHeadings) {
        if (heading == known.english || heading == known.chinese)
            return known.column;
    }
    return std::nullopt;
}

QStringList several(const QString &cell)
{
    static const QRegularExpression parting(QStringLiteral("[;；]"));
    QStringList parts = cell.split(parting, Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

std::optional<UnitLevel> listedLevel(const QString &cell)
{
    for (const UnitLevel level : {UnitLevel::None, UnitLevel::Province, UnitLevel::City, UnitLevel::County}) {
        if (cell == nameOf(level))
            return level;
    }
    return cell == QStringLiteral("市级") ? std::optional(UnitLevel::City) : std::nullopt;
}

bool addFormerCodes(Unit &unit, const QString &cell)
{
    static const QRegularExpression form(QStringLiteral("^([^\\[\\]]+)(?:\\[(\\d{4})?-(\\d{4})?\\])?$"));
    const QStringList codes = several(cell);
    for (const QString &code : codes) {
        const QRegularExpressionMatch match = form.match(code);
        if (!match.hasMatch())
            return false;
        unit.codes.append({match.captured(1), match.captured(2).toInt(), match.captured(3).toInt()});
    }
    return true;
}

// Whether the cell is what its column should hold.
bool take(Unit &unit, ListColumn column, const QString &cell)
{
    switch (column) {
    case ListColumn::Uid:
        unit.uid = cell;
        return true;
    case ListColumn::Name:
        unit.name = cell;
        return !foldedName(cell).isEmpty();
    case ListColumn::ShortNames:
        unit.shortNames = several(cell);
        unit.commonName = unit.shortNames.isEmpty() ? QString() : unit.shortNames.takeFirst();
        return true;
    case ListColumn::FormerNames:
        unit.formerNames = several(cell);
        return true;
    case ListColumn::Code:
        unit.code = cell;
        return true;
    case ListColumn::FormerCodes:
        return addFormerCodes(unit, cell);
    case ListColumn::Level: {
        const std::optional<UnitLevel> level = listedLevel(cell);
        unit.level = level.value_or(UnitLevel::None);
        return level.has_value();
    }
    case ListColumn::Parent:
        unit.parent = cell;
        return true;
    case ListColumn::Kind:
        unit.kind = cell;
        return true;
    case ListColumn::Successors:
        unit.successors = several(cell);
        return true;
    }
    return false;
}

} // namespace

Result<QList<Unit>> readUnitList(const QByteArray &table, const QString &path)
{
    const Result<QString> text = decodeUtf8(table, path);
    if (!text)
        return text.error();
    const QStringList lines = wellFormed(*text).split(u'\n');
    const auto wrong = [&](const QString &line) {
        return Error{ErrorCode::WrongFormat, {path, line.left(80), QStringLiteral("uid\tname\tcode\tlevel\tparent")}};
    };
    QList<ListColumn> columns;
    const QStringList headings = lines.first().split(u'\t');
    for (const QString &heading : headings) {
        const std::optional<ListColumn> column = listColumn(heading.trimmed());
        if (!column || columns.contains(*column))
            return wrong(lines.first());
        columns.append(*column);
    }
    if (!columns.contains(ListColumn::Name))
        return wrong(lines.first());
    QList<Unit> units;
    QSet<QString> known;
    for (const QString &line : lines.mid(1)) {
        if (line.trimmed().isEmpty())
            continue;
        const QStringList cells = line.split(u'\t');
        Unit unit;
        bool fits = cells.size() <= columns.size();
        for (qsizetype at = 0; fits && at < columns.size(); ++at)
            fits = take(unit, columns[at], cells.value(at).trimmed());
        const QString identity = !unit.uid.isEmpty() ? unit.uid : unit.code.isEmpty() ? unit.name : unit.code;
        if (!fits || known.contains(identity))
            return wrong(line);
        known.insert(identity);
        units.append(unit);
    }
    return units;
}

} // namespace zhibao
