// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "core/units/area.h"

#include "core/text/encoding.h"

namespace zhibao {

namespace {

constexpr int areaColumns = 9;

QString areaHeader()
{
    return QStringLiteral("代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码");
}

UnitLevel areaLevel(QStringView name)
{
    if (name == QStringLiteral("省级"))
        return UnitLevel::Province;
    if (name == QStringLiteral("地级"))
        return UnitLevel::City;
    return name == QStringLiteral("县级") ? UnitLevel::County : UnitLevel::None;
}

// "340207[2014];340281": in brackets the year in which a part of it went elsewhere before it ended.
QList<AreaSuccessor> successorsIn(QStringView text, int until)
{
    QList<AreaSuccessor> successors;
    for (const QStringView part : text.split(u';', Qt::SkipEmptyParts)) {
        const int earlier = part.size() > 8 ? part.mid(7, 4).toInt() : 0;
        successors.append({part.left(6).toString(), earlier ? earlier : until, earlier != 0});
    }
    return successors;
}

// The areas of a city stand one below the other: they share the text of its name.
QString shared(QStringView text, const QString &before)
{
    return text == before ? before : text.toString();
}

} // namespace

QString Area::fullName() const
{
    if (level == UnitLevel::Province)
        return name;
    return level == UnitLevel::City ? province + name : province + city + name;
}

Result<QList<Area>> readAreas(const QByteArray &table, const QString &path)
{
    const Result<QString> text = decodeUtf8(table, path);
    if (!text)
        return text.error();
    const QString lines = wellFormed(*text);
    QList<Area> areas;
    areas.reserve(lines.count(u'\n'));
    bool isHeader = true;
    for (const QStringView line : QStringView(lines).split(u'\n', Qt::SkipEmptyParts)) {
        const QList<QStringView> parts = line.split(u',');
        const UnitLevel level = parts.size() == areaColumns ? areaLevel(parts[4]) : UnitLevel::None;
        if (isHeader ? line != areaHeader() : level == UnitLevel::None || parts[0].size() != 6)
            return Error{ErrorCode::WrongFormat, {path, line.left(80).toString(), areaHeader()}};
        if (!isHeader) {
            const QStringView city = parts[2] == QStringLiteral("直辖") ? QStringView() : parts[2];
            const Area before = areas.isEmpty() ? Area() : areas.constLast();
            const int until = parts[7].toInt();
            areas.append(
                {parts[0].toString(), shared(parts[1], before.province), shared(city, before.city), parts[3].toString(),
                    level, parts[6].toInt(), until, parts[5] == QStringLiteral("变更"), successorsIn(parts[8], until)});
        }
        isHeader = false;
    }
    return areas;
}

} // namespace zhibao
