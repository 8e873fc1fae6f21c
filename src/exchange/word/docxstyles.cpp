// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docxstyles.h"

namespace zhibao {

namespace {

constexpr int deepestStyle = 20; // styles based on one another

std::optional<int> stated(const pugi::xml_node &property, int least, int most)
{
    if (!property)
        return std::nullopt;
    return attributeNumber(property, "val", least, least, most);
}

struct NamedStyle {
    QString base;
    WordStyles::Properties properties;
};

template <typename T>
void inherit(std::optional<T> &own, const std::optional<T> &base)
{
    own = own ? own : base;
}

WordStyles::Properties resolved(const QHash<QString, NamedStyle> &styles, const QString &id)
{
    WordStyles::Properties properties;
    QString at = id;
    for (int depth = 0; depth < deepestStyle; ++depth) {
        const auto style = styles.constFind(at);
        if (style == styles.constEnd())
            break;
        inherit(properties.outlineLevel, style->properties.outlineLevel);
        inherit(properties.list, style->properties.list);
        inherit(properties.listLevel, style->properties.listLevel);
        inherit(properties.isHidden, style->properties.isHidden);
        at = style->base;
    }
    return properties;
}

// heading 1 is of the first level whatever the style says.
std::optional<int> levelByName(const QString &name)
{
    const QString prefix = QStringLiteral("heading ");
    const int level = name.startsWith(prefix, Qt::CaseInsensitive) ? name.mid(prefix.size()).toInt() : 0;
    return level >= 1 && level <= 9 ? std::optional<int>(level - 1) : std::nullopt;
}

ListLevel levelOf(const pugi::xml_node &node)
{
    ListLevel level;
    level.start = attributeNumber(childNamed(node, "start"), "val", 1, 0, 1'000'000);
    const pugi::xml_node format = childNamed(node, "numFmt");
    level.format = format ? countingFormat(attributeText(format, "val")) : CountingFormat::Decimal;
    level.text = attributeText(childNamed(node, "lvlText"), "val").left(100);
    level.hasSpace = attributeText(childNamed(node, "suff"), "val") == QStringLiteral("space");
    level.isLegal = isSwitchOn(childNamed(node, "isLgl"));
    return level;
}

void setLevel(QList<ListLevel> &levels, const pugi::xml_node &node)
{
    const int at = attributeNumber(node, "ilvl", 0, 0, listLevels - 1);
    if (levels.size() <= at)
        levels.resize(at + 1);
    levels[at] = levelOf(node);
}

} // namespace

WordStyles::Properties WordStyles::stated(
    const pugi::xml_node &paragraphProperties, const pugi::xml_node &runProperties)
{
    Properties properties;
    const pugi::xml_node list = childNamed(paragraphProperties, "numPr");
    properties.outlineLevel = zhibao::stated(childNamed(paragraphProperties, "outlineLvl"), 0, 9);
    properties.list = zhibao::stated(childNamed(list, "numId"), 0, INT_MAX);
    properties.listLevel = zhibao::stated(childNamed(list, "ilvl"), 0, listLevels - 1);
    if (const pugi::xml_node hidden = childNamed(runProperties, "vanish"))
        properties.isHidden = isSwitchOn(hidden);
    return properties;
}

WordStyles::WordStyles(const pugi::xml_node &styles)
{
    QHash<QString, NamedStyle> named;
    for (const pugi::xml_node &node : styles) {
        if (localName(node) != "style")
            continue;
        const QString id = attributeText(node, "styleId");
        NamedStyle style{attributeText(childNamed(node, "basedOn"), "val"),
            stated(childNamed(node, "pPr"), childNamed(node, "rPr"))};
        if (const std::optional<int> level = levelByName(attributeText(childNamed(node, "name"), "val")))
            style.properties.outlineLevel = level;
        if (attributeText(node, "type") == QStringLiteral("paragraph") && attributeText(node, "default").toInt() == 1)
            m_default = id;
        named.insert(id, style);
    }
    for (auto style = named.cbegin(); style != named.cend(); ++style)
        m_resolved.insert(style.key(), resolved(named, style.key()));
}

ListNumbers wordLists(const pugi::xml_node &numbering)
{
    QHash<int, QList<ListLevel>> abstract;
    ListNumbers lists;
    for (const pugi::xml_node &node : numbering) {
        if (localName(node) == "abstractNum") {
            QList<ListLevel> &levels = abstract[attributeNumber(node, "abstractNumId", -1, -1, INT_MAX)];
            for (const pugi::xml_node &child : node) {
                if (localName(child) == "lvl")
                    setLevel(levels, child);
            }
        } else if (localName(node) == "num") {
            ListNumbers::List list;
            list.counter = attributeNumber(childNamed(node, "abstractNumId"), "val", -1, -1, INT_MAX);
            list.levels = abstract.value(list.counter);
            for (const pugi::xml_node &change : node) {
                if (localName(change) != "lvlOverride")
                    continue;
                if (const pugi::xml_node level = childNamed(change, "lvl"))
                    setLevel(list.levels, level);
                if (const pugi::xml_node start = childNamed(change, "startOverride"))
                    list.starts.insert(attributeNumber(change, "ilvl", 0, 0, listLevels - 1),
                        attributeNumber(start, "val", 1, 0, 1'000'000));
            }
            lists.define(attributeNumber(node, "numId", 0, 0, INT_MAX), list);
        }
    }
    return lists;
}

} // namespace zhibao
