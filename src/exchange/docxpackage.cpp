// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docxpackage.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace zhibao {

namespace {

// Every element takes memory, however short it is written.
constexpr qsizetype mostTags = 4'000'000;
constexpr unsigned int parsing = pugi::parse_default | pugi::parse_ws_pcdata;

using Name = std::string_view;

QByteArray partNamed(const QList<ArchivePart> &parts, const QString &name)
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const ArchivePart &part) { return part.name == name; });
    return found == parts.end() ? QByteArray() : found->bytes;
}

bool load(pugi::xml_document &document, const QByteArray &bytes)
{
    return bytes.count('<') <= mostTags
        && document.load_buffer(bytes.constData(), static_cast<size_t>(bytes.size()), parsing, pugi::encoding_utf8);
}

// The namespaces that are looked at, by the prefix that every office program gives them.
struct Namespace {
    Name prefix;
    Name name;
};
constexpr std::array namespaces{
    Namespace{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    Namespace{"xmlns:w", "http://purl.oclc.org/ooxml/wordprocessingml/main"},
    Namespace{"xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math"},
    Namespace{"xmlns:m", "http://purl.oclc.org/ooxml/officeDocument/math"},
    Namespace{"xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
};

// Elements are told apart by their names as they are written; a document in which these mean something else, or
// other names mean the same, is not one that an office program wrote.
class UsualNames : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node &node) override
    {
        const auto attributes = node.attributes();
        return std::all_of(attributes.begin(), attributes.end(), isUsual);
    }

private:
    static bool isUsual(const pugi::xml_attribute &attribute)
    {
        const Name name = attribute.name();
        const Name value = attribute.value();
        const auto means = [&](const Namespace &known) { return known.prefix == name && known.name == value; };
        const bool isOurs = std::any_of(namespaces.begin(), namespaces.end(),
            [&](const Namespace &known) { return known.prefix == name || known.name == value; });
        // With mc:ProcessContent elements that nobody knows enclose text that is shown.
        return name != "mc:ProcessContent"
            && (!name.starts_with("xmlns") || !isOurs || std::any_of(namespaces.begin(), namespaces.end(), means));
    }
};

using Relation = std::pair<Name, QString>; // end of the type, and the part of the package

// Where the parts lie that a part, or for "" the package, names. Error: nothing where that can not be read.
std::optional<QList<Relation>> relationsOf(const QList<ArchivePart> &parts, const QString &part)
{
    const QString folder = part.contains(u'/') ? part.section(u'/', 0, -2) + u'/' : QString();
    const QByteArray bytes
        = partNamed(parts, folder + QStringLiteral("_rels/") + part.section(u'/', -1) + QStringLiteral(".rels"));
    pugi::xml_document document;
    QList<Relation> relations;
    if (bytes.isEmpty())
        return relations;
    if (!load(document, bytes))
        return std::nullopt;
    for (const pugi::xml_node &relation : document.child("Relationships")) {
        const QString target = QString::fromUtf8(relation.attribute("Target").as_string());
        const Name type = relation.attribute("Type").as_string();
        for (const Name known : {Name("/officeDocument"), Name("/styles")}) {
            if (type.ends_with(known))
                relations.append({known, target.startsWith(u'/') ? target.mid(1) : QDir::cleanPath(folder + target)});
        }
    }
    return relations;
}

// The first part of that type; "" where there is none.
QString partOfType(const QList<Relation> &relations, Name type)
{
    const auto found = std::find_if(
        relations.begin(), relations.end(), [&](const Relation &relation) { return relation.first == type; });
    return found == relations.end() ? QString() : found->second;
}

} // namespace

bool DocxPackage::read(const QList<ArchivePart> &parts)
{
    const auto relations = relationsOf(parts, {});
    const QString main = relations ? partOfType(*relations, "/officeDocument") : QString();
    const auto ofMain = relationsOf(parts, main);
    UsualNames names;
    if (!ofMain || !load(document, partNamed(parts, main)) || !document.traverse(names))
        return false;
    const QString stylesPart = partOfType(*ofMain, "/styles");
    return stylesPart.isEmpty() || (load(styles, partNamed(parts, stylesPart)) && styles.traverse(names));
}

} // namespace zhibao
