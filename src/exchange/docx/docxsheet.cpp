// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxsheet.h"

#include "exchange/docx/docxpackage.h"
#include "exchange/docx/docxparts.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

using Kind = ForeignContent::Kind;

constexpr int usualSize = 20; // half points, where nothing says another (17.3.2.38)
constexpr int deepestStyle = 16; // styles based on one another

// Whether lines of that height, in twips, show letters of that size, in half points, from top to bottom. The lines of
// every role are at least 1.3 times as high as its letters.
bool isHighEnough(int height, int size)
{
    return height == 0 || height >= size * 10 * 13 / 10;
}

bool holdsContent(const pugi::xml_node &run)
{
    const auto children = run.children();
    return std::any_of(children.begin(), children.end(),
        [](const pugi::xml_node &child) { return std::string_view(child.name()) != "w:rPr"; });
}

} // namespace

DocxSheet::DocxSheet(const pugi::xml_node &styles, const QString &part, ForeignContents &foreign)
{
    const pugi::xml_node usual = styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr").child("w:sz");
    m_size = boundedNumber(usual, "w:val", usualSize, 0, mostMeasure);
    for (const pugi::xml_node &style : styles.children("w:style"))
        add(style, part, foreign);
    checkBases(part, foreign);
}

void DocxSheet::add(const pugi::xml_node &style, const QString &part, ForeignContents &foreign)
{
    const QString id = valueOf(style, "w:styleId");
    const QString name = valueOf(style.child("w:name")).toCaseFolded();
    const QString type = valueOf(style, "w:type");
    const bool isDefault = style.attribute("w:default").as_bool();
    if (id.isEmpty() || m_styles.contains(id) || m_names.contains(name) || (isDefault && m_defaults.contains(type)))
        foreign.add({Kind::Style, part, id, {}});
    m_names.insert(name);
    m_styles.insert(id,
        {type, valueOf(style.child("w:basedOn")),
            boundedNumber(style.child("w:rPr").child("w:sz"), "w:val", 0, 0, mostMeasure),
            boundedNumber(style.child("w:pPr").child("w:spacing"), "w:line", 0, 0, mostMeasure)});
    if (isDefault)
        m_defaults.insert(type, id);
}

void DocxSheet::checkBases(const QString &part, ForeignContents &foreign) const
{
    for (auto style = m_styles.cbegin(); style != m_styles.cend(); ++style) {
        int depth = 0;
        bool holds = true;
        for (QString base = style->base; !base.isEmpty() && holds; base = m_styles.value(base).base)
            holds = ++depth <= deepestStyle && m_styles.contains(base) && m_styles.value(base).type == style->type;
        if (!holds)
            foreign.add({Kind::Style, part, style.key(), {}});
    }
}

int DocxSheet::inherited(const QString &id, int Style::*property) const
{
    QString each = id;
    for (int depth = 0; depth <= deepestStyle && m_styles.contains(each); ++depth) {
        const Style style = m_styles.value(each);
        if (style.*property != 0)
            return style.*property;
        each = style.base;
    }
    return 0;
}

DocxLetters DocxSheet::lettersOf(const pugi::xml_node &paragraph) const
{
    const pugi::xml_node named = paragraph.child("w:pPr").child("w:pStyle");
    const QString id = named ? valueOf(named) : m_defaults.value(QStringLiteral("paragraph"));
    const int size = inherited(id, &Style::size);
    return {size != 0 ? size : m_size, inherited(id, &Style::line)};
}

int DocxSheet::sizeOf(const pugi::xml_node &run, int ofParagraph) const
{
    const int size = inherited(valueOf(run.child("w:rPr").child("w:rStyle")), &Style::size);
    return size != 0 ? size : ofParagraph;
}

void DocxSheet::check(const pugi::xml_node &around, const QString &part, ForeignContents &foreign) const
{
    for (const pugi::xml_node &paragraph : around.children("w:p"))
        checkParagraph(paragraph, part, foreign);
    for (const pugi::xml_node &table : around.children("w:tbl")) {
        for (const pugi::xml_node &row : table.children("w:tr")) {
            for (const pugi::xml_node &cell : row.children("w:tc")) {
                for (const pugi::xml_node &paragraph : cell.children("w:p"))
                    checkParagraph(paragraph, part, foreign);
            }
        }
    }
}

void DocxSheet::checkParagraph(const pugi::xml_node &paragraph, const QString &part, ForeignContents &foreign) const
{
    const auto checkName = [&](const pugi::xml_node &named, const QString &type) {
        if (named && m_styles.value(valueOf(named)).type != type)
            foreign.add({Kind::Style, part, valueOf(named), {}});
    };
    checkName(paragraph.child("w:pPr").child("w:pStyle"), QStringLiteral("paragraph"));
    const DocxLetters letters = lettersOf(paragraph);
    for (const pugi::xml_node &run : paragraph.children("w:r")) {
        checkName(run.child("w:rPr").child("w:rStyle"), QStringLiteral("character"));
        const int size = sizeOf(run, letters.size);
        if (holdsContent(run) && !isHighEnough(letters.line, size))
            foreign.add({Kind::Cut, part, QString::number(size), QString::number(letters.line)});
    }
}

} // namespace zhibao
