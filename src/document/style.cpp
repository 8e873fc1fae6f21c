// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/style.h"

#include "document/layout/characters.h"

#include <cmath>

namespace zhibao {

namespace {

// A4 (clause 5.1), in twips.
constexpr int shortSide = 11906;
constexpr int longSide = 16838;

// 3号: 28 characters of 320 twips are 8960, and the type area is 8844 wide (156 mm): every character gives 5 twips.
constexpr int bodySize = 320;
constexpr int bodySpacing = -5;
constexpr int bodyAdvance = bodySize + bodySpacing;

// 22 lines in 12756 twips (225 mm): 22 × 579 = 12738, while 580 would leave room for 21 only.
constexpr int bodyPitch = 579;

constexpr int tableSize = 210; // 五号
constexpr int tablePitch = 315;

RoleStyle bodyStyle(Typeface typeface = Typeface::FangSong)
{
    RoleStyle style;
    style.typeface = typeface;
    style.size = bodySize;
    style.spacing = bodySpacing;
    style.pitch = bodyPitch;
    style.firstIndent = 2 * bodyAdvance; // clause 7.3.3: 每个自然段左空二字
    return style;
}

RoleStyle flushStyle(Typeface typeface, int size, Alignment alignment)
{
    RoleStyle style;
    style.typeface = typeface;
    style.size = size;
    style.pitch = bodyPitch;
    style.alignment = alignment;
    return style;
}

RoleStyle tableStyle(Typeface typeface, Alignment alignment)
{
    RoleStyle style;
    style.typeface = typeface;
    style.size = tableSize;
    style.pitch = tablePitch;
    style.alignment = alignment;
    return style;
}

} // namespace

PageStyle pageStyle(Orientation orientation)
{
    // Clause 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm.
    if (orientation == Orientation::Portrait)
        return {shortSide, longSide, 2098, 1474, 1984, 1588};
    // The same sheet turned (clause 7.4 A4 横排表格): 订口 above, 天头 at the right.
    return {longSide, shortSide, 1588, 2098, 1474, 1984};
}

RoleStyle roleStyle(Role role)
{
    switch (role) {
    case Role::AnnexMark: // clause 7.3.4: 3号黑体, flush left on the first line
        return flushStyle(Typeface::Hei, bodySize, Alignment::Start);
    case Role::Title: // clause 7.3.1: 2号小标宋, centred
        return flushStyle(Typeface::SongTitle, 440, Alignment::Centre);
    case Role::FormLine: // 4号
        return flushStyle(Typeface::FangSong, 280, Alignment::Start);
    case Role::TableHead: {
        RoleStyle style = tableStyle(Typeface::Hei, Alignment::Centre);
        style.middle = true;
        return style;
    }
    case Role::TableText:
        return tableStyle(Typeface::FangSong, Alignment::Start);
    case Role::TableSerial:
        return tableStyle(Typeface::FangSong, Alignment::Centre);
    case Role::TableAmount:
        return tableStyle(Typeface::FangSong, Alignment::End);
    case Role::Addressee: { // clause 7.3.2: flush left, the whole 3号仿宋
        RoleStyle style = bodyStyle();
        style.firstIndent = 0;
        return style;
    }
    case Role::Heading1: // clause 7.3.3: 黑体, 楷体, 仿宋, 仿宋
        return bodyStyle(Typeface::Hei);
    case Role::Heading2:
        return bodyStyle(Typeface::Kai);
    case Role::SignatureUnit: // clause 7.3.5.1; how far from the right edge, the paragraph says
    case Role::SignatureDate: {
        RoleStyle style = bodyStyle();
        style.firstIndent = 0;
        style.alignment = Alignment::End;
        return style;
    }
    case Role::PageNumber: { // clause 7.5: 4号半角宋体, 居右空一字
        RoleStyle style = flushStyle(Typeface::Song, 280, Alignment::End);
        style.pitch = 400;
        style.startIndent = style.endIndent = style.size;
        return style;
    }
    case Role::MarginMark: // 3号黑体 as 密级 and 紧急程度 (clauses 7.2.2, 7.2.3); at the right, as 附件1 is at the left
        return flushStyle(Typeface::Hei, bodySize, Alignment::End);
    case Role::TableValue:
    case Role::TableFigure: {
        RoleStyle style
            = tableStyle(Typeface::FangSong, role == Role::TableFigure ? Alignment::Centre : Alignment::Start);
        style.middle = true;
        return style;
    }
    case Role::FineText: // 小五, 六号
    case Role::TinyText: {
        RoleStyle style = tableStyle(Typeface::FangSong, Alignment::Start);
        style.size = role == Role::FineText ? 180 : 150;
        style.pitch = role == Role::FineText ? 270 : 220;
        style.middle = true;
        return style;
    }
    case Role::Blank: {
        RoleStyle style = bodyStyle();
        style.firstIndent = 0;
        return style;
    }
    case Role::Body:
    case Role::Guidance:
    case Role::ContactNote: // clause 7.3.6: 居左空二字加圆括号
        break;
    }
    return bodyStyle();
}

RoleStyle paragraphStyle(const Paragraph &paragraph)
{
    RoleStyle style = roleStyle(paragraph.role);
    style.endIndent += static_cast<int>(std::lround(paragraph.endIndent * (style.size + style.spacing)));
    if (paragraph.centred)
        style.alignment = Alignment::Centre;
    if (paragraph.flush)
        style.firstIndent = 0;
    if (paragraph.picture) {
        style.pitch = static_cast<int>(std::ceil(twipsOf(paragraph.picture->size.height())));
        style.firstIndent = 0;
    }
    return style;
}

double twipsOf(double millimetres)
{
    return millimetres * 1440 / 25.4;
}

int scriptSpace(const RoleStyle &style)
{
    return style.size / 5;
}

bool takesScriptSpace(char32_t before, char32_t after)
{
    const auto isWord = [](char32_t c) { return QChar::isLetter(c) || QChar::isDigit(c); };
    return prefersChineseFont(before) != prefersChineseFont(after) && isWord(before) && isWord(after);
}

int charactersPerLine(Orientation orientation, Role role)
{
    const RoleStyle style = roleStyle(role);
    return pageStyle(orientation).areaWidth() / (style.size + style.spacing);
}

int headerDistance(const PageStyle &page)
{
    return page.top / 2;
}

QList<int> columnWidths(const Table &table, Orientation orientation)
{
    const int width = pageStyle(orientation).areaWidth();
    QList<int> widths;
    widths.reserve(table.widths.size());
    double share = 0;
    int left = 0;
    for (const double columnShare : table.widths) {
        share += columnShare;
        const int right = static_cast<int>(std::lround(share * width));
        widths.append(right - left);
        left = right;
    }
    return widths;
}

int leastHeight(const TableRow &row)
{
    return row.leastLines > 0 ? static_cast<int>(std::lround(row.leastLines * tablePitch)) + 2 * cellPaddingY : 0;
}

QString officialFamily(Typeface typeface)
{
    return candidateFamilies(typeface).constFirst();
}

QStringList candidateFamilies(Typeface typeface)
{
    const QString lastResort = QStringLiteral("Noto Serif CJK SC");
    switch (typeface) {
    case Typeface::SongTitle:
        return {QStringLiteral("方正小标宋简体"), QStringLiteral("FZXiaoBiaoSong-B05S"),
            QStringLiteral("方正小标宋_GBK"), QStringLiteral("FZXiaoBiaoSong-B05"), QStringLiteral("华文中宋"),
            QStringLiteral("STZhongsong"), QStringLiteral("FandolSong"), lastResort, QStringLiteral("宋体"),
            QStringLiteral("SimSun")};
    case Typeface::FangSong:
        return {QStringLiteral("仿宋_GB2312"), QStringLiteral("FangSong_GB2312"), QStringLiteral("仿宋"),
            QStringLiteral("FangSong"), QStringLiteral("STFangsong"), QStringLiteral("FandolFang"), lastResort};
    case Typeface::Kai:
        return {QStringLiteral("楷体_GB2312"), QStringLiteral("KaiTi_GB2312"), QStringLiteral("楷体"),
            QStringLiteral("KaiTi"), QStringLiteral("STKaiti"), QStringLiteral("FandolKai"), lastResort};
    case Typeface::Hei:
        return {QStringLiteral("黑体"), QStringLiteral("SimHei"), QStringLiteral("FandolHei"),
            QStringLiteral("Noto Sans CJK SC"), lastResort};
    case Typeface::Song:
        break;
    }
    return {QStringLiteral("宋体"), QStringLiteral("SimSun"), QStringLiteral("NSimSun"), QStringLiteral("FandolSong"),
        lastResort};
}

bool takenInBold(Typeface typeface, const QString &family)
{
    return typeface == Typeface::SongTitle && candidateFamilies(Typeface::Song).contains(family);
}

QString latinFamily()
{
    return latinCandidateFamilies().constFirst();
}

QStringList latinCandidateFamilies()
{
    return {QStringLiteral("Times New Roman"), QStringLiteral("Liberation Serif"), QStringLiteral("Nimbus Roman"),
        QStringLiteral("FreeSerif"), QStringLiteral("DejaVu Serif")};
}

QString noLineStart()
{
    return QStringLiteral(
        "!%),.:;?]}¢°·ˇˉ—―‖’”…‰′″›℃∶、。〃々〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠");
}

QString noLineEnd()
{
    return QStringLiteral("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥");
}

} // namespace zhibao
