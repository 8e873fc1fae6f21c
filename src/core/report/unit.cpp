// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/report/unit.h"

#include "base/pinyin.h"
#include "core/text/encoding.h"
#include "core/text/foldedname.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace zhibao {

namespace {

QString headerLine()
{
    return QStringLiteral("code\tname\tcommon name");
}

// How well a unit answers to what was typed, best first; nothing where it does not.
std::optional<int> rank(const Unit &unit, const QString &typed)
{
    const auto starts = [&](const QString &text) { return text.startsWith(typed, Qt::CaseInsensitive); };
    const auto contains = [&](const QString &text) { return text.contains(typed, Qt::CaseInsensitive); };
    if (unit.name == typed || unit.code == typed)
        return 0;
    if (starts(unit.code) || starts(unit.name))
        return 1;
    const QStringList others = unit.shortNames + QStringList{unit.commonName};
    if (std::any_of(others.cbegin(), others.cend(), starts))
        return 2;
    if (contains(unit.name) || std::any_of(others.cbegin(), others.cend(), contains))
        return 3;
    const auto isRead = [&](const QString &text) { return isReadAs(text, typed); };
    if (isRead(unit.name) || std::any_of(others.cbegin(), others.cend(), isRead))
        return 4;
    return std::nullopt;
}

} // namespace

QString nameOf(UnitLevel level)
{
    switch (level) {
    case UnitLevel::Province:
        return QStringLiteral("省级");
    case UnitLevel::City:
        return QStringLiteral("地级");
    case UnitLevel::County:
        return QStringLiteral("县级");
    case UnitLevel::None:
        break;
    }
    return {};
}

Result<QList<Unit>> readUnits(const QByteArray &table, const QString &path)
{
    const Result<QString> text = decodeUtf8(table, path);
    if (!text)
        return text.error();
    const QStringList lines = wellFormed(*text).split(u'\n');
    if (lines.first() != headerLine())
        return Error{ErrorCode::WrongFormat, {path, lines.first().left(80), headerLine()}};
    QList<Unit> units;
    QSet<QString> names;
    for (const QString &line : lines.mid(1)) {
        if (line.isEmpty())
            continue;
        const QStringList parts = line.split(u'\t');
        const QString name = parts.value(1);
        if (parts.size() != 3 || foldedName(name).isEmpty() || names.contains(foldedName(name)))
            return Error{ErrorCode::WrongFormat, {path, line.left(80), headerLine()}};
        names.insert(foldedName(name));
        units.append({.code = parts[0], .name = name, .commonName = parts[2]});
    }
    return units;
}

QList<Unit> findUnits(const QList<Unit> &units, const QString &typed)
{
    const QString sought = typed.trimmed();
    if (sought.isEmpty())
        return units;
    QList<std::pair<int, Unit>> ranked;
    for (const Unit &unit : units) {
        if (const std::optional<int> found = rank(unit, sought))
            ranked.append({*found, unit});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Unit> result;
    for (const auto &[found, unit] : std::as_const(ranked))
        result.append(unit);
    return result;
}

} // namespace zhibao
