// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "document/docx/docxstyles.h"

#include "document/docx/docxelements.h"

#include <algorithm>
#include <array>
#include <vector>

namespace zhibao {

namespace {

// A role's style. Names that Word knows ("heading 1", "Title") are shown in the user's language and make the
// navigation pane and the table of contents work; the others are shown as they stand.
struct StyleName {
    Role role;
    QStringView id;
    QStringView name;
    bool occasional = false; // only in documents that use it
};

constexpr std::array paragraphStyles = {
    StyleName{Role::AnnexMark, u"AnnexMark", u"附件标识"},
    StyleName{Role::Title, u"Title", u"Title"},
    StyleName{Role::FormLine, u"FormLine", u"表外项目"},
    StyleName{Role::TableHead, u"TableHead", u"表头"},
    StyleName{Role::TableText, u"TableText", u"表格文字"},
    StyleName{Role::TableSerial, u"TableSerial", u"表格序号"},
    StyleName{Role::Addressee, u"Salutation", u"Salutation"},
    StyleName{Role::Body, u"BodyText", u"Body Text"},
    StyleName{Role::Heading1, u"Heading1", u"heading 1"},
    StyleName{Role::Heading2, u"Heading2", u"heading 2"},
    StyleName{Role::Guidance, u"Guidance", u"提示文字"},
    StyleName{Role::SignatureUnit, u"Signature", u"Signature"},
    StyleName{Role::SignatureDate, u"Date", u"Date"},
    StyleName{Role::ContactNote, u"ContactNote", u"附注"},
    StyleName{Role::Blank, u"BlankLine", u"空行"},
    StyleName{Role::PageNumber, u"Footer", u"footer"},
    StyleName{Role::MarginMark, u"Header", u"header", true},
    StyleName{Role::TableAmount, u"TableAmount", u"表格数值", true},
    StyleName{Role::TableValue, u"TableValue", u"表格栏值", true},
    StyleName{Role::TableFigure, u"TableFigure", u"表格数字", true},
    StyleName{Role::FineText, u"FineText", u"小字", true},
    StyleName{Role::TinyText, u"TinyText", u"最小字", true},
};

const QString latinLanguage = QStringLiteral("en-US");

const StyleName &styleName(Role role)
{
    for (const StyleName &style : paragraphStyles) {
        if (style.role == role)
            return style;
    }
    Q_UNREACHABLE();
}

QString justification(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Start:
        return QStringLiteral("left");
    case Alignment::Centre:
        return QStringLiteral("center");
    case Alignment::End:
        return QStringLiteral("right");
    case Alignment::Justify:
        return QStringLiteral("both");
    }
    Q_UNREACHABLE();
}

// Level of the outline (0 is the highest) that comes with the role; -1: none.
int outlineLevel(Role role)
{
    return role == Role::Heading1 ? 0 : role == Role::Heading2 ? 1 : -1;
}

// What Word and WPS would otherwise take from their own settings, said so that lines break where paginate() breaks
// them: how lines may break, nothing squeezed or hung out, a little space between Chinese and Latin.
void writeChineseTypography(QXmlStreamWriter &xml)
{
    switchWord(xml, u"widowControl", false);
    switchWord(xml, u"kinsoku", true);
    switchWord(xml, u"wordWrap", true);
    switchWord(xml, u"overflowPunct", false, true); // LibreOffice (DomainMapper) reads it the wrong way round
    switchWord(xml, u"topLinePunct", false);
    switchWord(xml, u"autoSpaceDE", true); // LibreOffice knows no other way
    switchWord(xml, u"autoSpaceDN", true);
    switchWord(xml, u"adjustRightInd", false);
    switchWord(xml, u"snapToGrid", false);
}

void writeParagraphLook(QXmlStreamWriter &xml, Role role)
{
    const RoleStyle style = roleStyle(role);
    startWord(xml, u"pPr");
    emptyWord(xml, u"spacing",
        {{u"before", QStringLiteral("0")}, {u"after", QStringLiteral("0")}, {u"line", QString::number(style.pitch)},
            {u"lineRule", QStringLiteral("exact")}});
    writeIndents(xml, style);
    valueWord(xml, u"jc", justification(style.alignment));
    if (outlineLevel(role) >= 0)
        valueWord(xml, u"outlineLvl", outlineLevel(role));
    xml.writeEndElement();
}

void writeLetters(QXmlStreamWriter &xml, Role role)
{
    const RoleStyle style = roleStyle(role);
    startWord(xml, u"rPr");
    writeFonts(xml, style.typeface);
    switchWord(xml, u"b", false);
    switchWord(xml, u"i", false);
    valueWord(xml, u"spacing", style.spacing);
    valueWord(xml, u"kern", 0);
    valueWord(xml, u"sz", style.size / 10); // half points
    valueWord(xml, u"szCs", style.size / 10);
    xml.writeEndElement();
}

void writeParagraphStyle(QXmlStreamWriter &xml, const StyleName &style)
{
    startWord(xml, u"style", {{u"type", QStringLiteral("paragraph")}, {u"styleId", paragraphStyleId(style.role)}});
    valueWord(xml, u"name", style.name.toString());
    valueWord(xml, u"basedOn", QStringLiteral("Normal"));
    valueWord(xml, u"link", characterStyleId(style.role));
    emptyWord(xml, u"qFormat");
    writeParagraphLook(xml, style.role);
    writeLetters(xml, style.role);
    xml.writeEndElement();
}

void writeCharacterStyle(QXmlStreamWriter &xml, const StyleName &style)
{
    startWord(xml, u"style",
        {{u"type", QStringLiteral("character")}, {u"customStyle", QStringLiteral("1")},
            {u"styleId", characterStyleId(style.role)}});
    valueWord(xml, u"name", style.name.toString() + QStringLiteral(" Char"));
    valueWord(xml, u"basedOn", QStringLiteral("DefaultParagraphFont"));
    valueWord(xml, u"link", paragraphStyleId(style.role));
    writeLetters(xml, style.role);
    xml.writeEndElement();
}

void writeDefaults(QXmlStreamWriter &xml, const QString &language)
{
    startWord(xml, u"docDefaults");
    startWord(xml, u"rPrDefault");
    startWord(xml, u"rPr");
    writeFonts(xml, roleStyle(Role::Body).typeface);
    emptyWord(xml, u"lang", {{u"val", latinLanguage}, {u"eastAsia", language}, {u"bidi", QStringLiteral("ar-SA")}});
    xml.writeEndElement();
    xml.writeEndElement();
    emptyWord(xml, u"pPrDefault");
    xml.writeEndElement();
}

// The defaults of the three kinds of styles, under the names that Word expects.
void writeBaseStyles(QXmlStreamWriter &xml)
{
    startWord(xml, u"style",
        {{u"type", QStringLiteral("paragraph")}, {u"default", QStringLiteral("1")},
            {u"styleId", QStringLiteral("Normal")}});
    valueWord(xml, u"name", QStringLiteral("Normal"));
    emptyWord(xml, u"qFormat");
    startWord(xml, u"pPr");
    writeChineseTypography(xml);
    xml.writeEndElement();
    writeLetters(xml, Role::Body);
    xml.writeEndElement();

    startWord(xml, u"style",
        {{u"type", QStringLiteral("character")}, {u"default", QStringLiteral("1")},
            {u"styleId", QStringLiteral("DefaultParagraphFont")}});
    valueWord(xml, u"name", QStringLiteral("Default Paragraph Font"));
    xml.writeEndElement();

    startWord(xml, u"style",
        {{u"type", QStringLiteral("table")}, {u"default", QStringLiteral("1")},
            {u"styleId", QStringLiteral("TableNormal")}});
    valueWord(xml, u"name", QStringLiteral("Normal Table"));
    xml.writeEndElement();
}

void writeFontEntry(QXmlStreamWriter &xml, const QString &family, const QStringList &candidates, bool chinese)
{
    startWord(xml, u"font", {{u"name", family}});
    if (candidates.size() > 1)
        valueWord(xml, u"altName", candidates.at(1));
    valueWord(xml, u"charset", chinese ? QStringLiteral("86") : QStringLiteral("00"));
    valueWord(xml, u"family", chinese ? QStringLiteral("auto") : QStringLiteral("roman"));
    valueWord(xml, u"pitch", QStringLiteral("variable"));
    xml.writeEndElement();
}

} // namespace

QString paragraphStyleId(Role role)
{
    return styleName(role).id.toString();
}

QString characterStyleId(Role role)
{
    return styleName(role).id.toString() + QStringLiteral("Char");
}

void writeFonts(QXmlStreamWriter &xml, Typeface typeface, bool chineseOnly)
{
    const QString latin = chineseOnly ? officialFamily(typeface) : latinFamily();
    emptyWord(xml, u"rFonts",
        {{u"hint", QStringLiteral("eastAsia")}, {u"ascii", latin}, {u"hAnsi", latin},
            {u"eastAsia", officialFamily(typeface)}, {u"cs", latinFamily()}});
}

void writeIndents(QXmlStreamWriter &xml, const RoleStyle &style)
{
    emptyWord(xml, u"ind",
        {{u"left", QString::number(style.startIndent)}, {u"right", QString::number(style.endIndent)},
            {u"firstLine", QString::number(style.firstIndent)}});
}

QByteArray docxStyles(const QString &language, const QSet<Role> &roles)
{
    std::vector<StyleName> styles;
    std::copy_if(paragraphStyles.begin(), paragraphStyles.end(), std::back_inserter(styles),
        [&](const StyleName &style) { return !style.occasional || roles.contains(style.role); });
    return wordPart(u"styles", [&](QXmlStreamWriter &xml) {
        declareAlternatives(xml);
        writeDefaults(xml, language);
        writeBaseStyles(xml);
        for (const StyleName &style : styles)
            writeParagraphStyle(xml, style);
        for (const StyleName &style : styles)
            writeCharacterStyle(xml, style);
    });
}

QByteArray docxFontTable()
{
    return wordPart(u"fonts", [](QXmlStreamWriter &xml) {
        for (const Typeface typeface :
            {Typeface::SongTitle, Typeface::FangSong, Typeface::Kai, Typeface::Hei, Typeface::Song})
            writeFontEntry(xml, officialFamily(typeface), candidateFamilies(typeface), true);
        writeFontEntry(xml, latinFamily(), {}, false);
    });
}

} // namespace zhibao
