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

// "340207[2014];340281": in brackets the year in which a part of it went elsewhere before it ended. An area that was
// renamed goes on as itself, whatever parts it gave off earlier.
QList<AreaSuccessor> successorsIn(QStringView text, int until, bool isRenamed)
{
    QList<AreaSuccessor> successors;
    for (const QStringView part : text.split(u';', Qt::SkipEmptyParts)) {
        const int earlier = part.size() > 8 ? part.mid(7, 4).toInt() : 0;
        if (!isRenamed || earlier == 0)
            successors.append({part.left(6).toString(), earlier ? earlier : until});
    }
    return successors;
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
    bool isHeader = true;
    for (const QStringView line : QStringView(lines).split(u'\n', Qt::SkipEmptyParts)) {
        const QList<QStringView> parts = line.split(u',');
        const UnitLevel level = parts.size() == areaColumns ? areaLevel(parts[4]) : UnitLevel::None;
        if (isHeader ? line != areaHeader() : level == UnitLevel::None || parts[0].size() != 6)
            return Error{ErrorCode::WrongFormat, {path, line.left(80).toString(), areaHeader()}};
        if (!isHeader) {
            const bool isDirect = parts[2] == QStringLiteral("直辖");
            const int until = parts[7].toInt();
            const bool isRenamed = parts[5] == QStringLiteral("变更");
            areas.append({parts[0].toString(), parts[1].toString(), isDirect ? QString() : parts[2].toString(),
                parts[3].toString(), level, parts[6].toInt(), until, isRenamed,
                until ? successorsIn(parts[8], until, isRenamed) : QList<AreaSuccessor>()});
        }
        isHeader = false;
    }
    return areas;
}

} // namespace zhibao
