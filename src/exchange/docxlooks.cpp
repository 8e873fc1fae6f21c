// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docxlooks.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

using Name = std::string_view;

QString valueOf(const pugi::xml_node &node, const char *attribute = "w:val")
{
    return QString::fromUtf8(node.attribute(attribute).as_string());
}

// Of RRGGBB or the name of a colour of the theme; what is no colour is black.
bool isLight(const pugi::xml_node &color)
{
    constexpr uint least = 0xC0; // of each of red, green and blue
    constexpr std::array<Name, 4> ofPaper{"background1", "background2", "light1", "light2"};
    const Name theme = color.attribute("w:themeColor").as_string();
    if (std::find(ofPaper.begin(), ofPaper.end(), theme) != ofPaper.end())
        return true;
    bool isNumber = false;
    const uint value = valueOf(color).toUInt(&isNumber, 16);
    return isNumber && (value >> 16 & 0xFF) >= least && (value >> 8 & 0xFF) >= least && (value & 0xFF) >= least;
}

bool isTiny(const pugi::xml_node &size)
{
    constexpr double largest = 4; // half points
    return size && size.attribute("w:val").as_double() <= largest;
}

bool isHardToSee(const pugi::xml_node &properties)
{
    return isSwitchedOn(properties.child("w:strike")) || isSwitchedOn(properties.child("w:dstrike"))
        || isLight(properties.child("w:color")) || isTiny(properties.child("w:sz"));
}

// Of a style: text that it hides is shown again by another one that hides it too.
bool concealsText(const pugi::xml_node &properties)
{
    return isHardToSee(properties) || isSwitchedOn(properties.child("w:vanish"))
        || isSwitchedOn(properties.child("w:specVanish"));
}

// Numbering 0 is none (ECMA-376 17.9.18).
bool hasNumber(const pugi::xml_node &numbering)
{
    return numbering && numbering.child("w:numId") && valueOf(numbering.child("w:numId")) != QStringLiteral("0");
}

} // namespace

bool isSwitchedOn(const pugi::xml_node &property)
{
    const Name value = property.attribute("w:val").as_string("true");
    return property && value != "false" && value != "0" && value != "off";
}

DocxLooks::DocxLooks(const pugi::xml_node &styles)
{
    m_allDoubtful = concealsText(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"));
    for (const pugi::xml_node &style : styles.children("w:style"))
        add(style);
    inherit();
}

void DocxLooks::add(const pugi::xml_node &style)
{
    const QString id = valueOf(style, "w:styleId");
    Style looks{concealsText(style.child("w:rPr")), hasNumber(style.child("w:pPr").child("w:numPr"))};
    for (const pugi::xml_node &part : style.children("w:tblStylePr"))
        looks.isDoubtful = looks.isDoubtful || concealsText(part.child("w:rPr"));
    m_styles.insert(id, looks);
    if (const pugi::xml_node base = style.child("w:basedOn"))
        m_bases.insert(id, valueOf(base));
    const QString isDefault = valueOf(style, "w:default");
    if (isDefault == QStringLiteral("1") || isDefault == QStringLiteral("true"))
        m_defaults.insert(valueOf(style, "w:type"), id);
}

void DocxLooks::inherit()
{
    constexpr int longest = 32; // styles based on one another; a circle has no end
    const QHash<QString, Style> own = m_styles;
    for (auto style = m_styles.begin(); style != m_styles.end(); ++style) {
        QString base = m_bases.value(style.key());
        for (int step = 0; step < longest && !base.isEmpty(); ++step) {
            const Style inherited = own.value(base);
            style->isDoubtful = style->isDoubtful || inherited.isDoubtful;
            style->isLabelled = style->isLabelled || inherited.isLabelled;
            base = m_bases.value(base);
        }
    }
}

DocxLooks::Style DocxLooks::styleOf(const pugi::xml_node &reference, const QString &type) const
{
    return m_styles.value(reference ? valueOf(reference) : m_defaults.value(type));
}

bool DocxLooks::isDoubtful(const pugi::xml_node &run) const
{
    const pugi::xml_node properties = run.child("w:rPr");
    if (m_allDoubtful || isHardToSee(properties)
        || styleOf(properties.child("w:rStyle"), QStringLiteral("character")).isDoubtful)
        return true;
    for (pugi::xml_node around = run.parent(); around; around = around.parent()) {
        const Name name = around.name();
        const pugi::xml_node paragraphStyle = around.child("w:pPr").child("w:pStyle");
        const pugi::xml_node tableStyle = around.child("w:tblPr").child("w:tblStyle");
        if ((name == "w:p" && styleOf(paragraphStyle, QStringLiteral("paragraph")).isDoubtful)
            || (name == "w:tbl" && styleOf(tableStyle, QStringLiteral("table")).isDoubtful))
            return true;
    }
    return false;
}

bool DocxLooks::isLabelled(const pugi::xml_node &paragraph) const
{
    const pugi::xml_node properties = paragraph.child("w:pPr");
    if (const pugi::xml_node numbering = properties.child("w:numPr"); numbering.child("w:numId"))
        return hasNumber(numbering);
    return styleOf(properties.child("w:pStyle"), QStringLiteral("paragraph")).isLabelled;
}

} // namespace zhibao
