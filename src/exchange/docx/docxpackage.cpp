// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxpackage.h"

#include "exchange/docx/docxparts.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <string_view>

namespace zhibao {

namespace {

constexpr unsigned int parsing = pugi::parse_default | pugi::parse_ws_pcdata;

using Name = std::string_view;

bool load(pugi::xml_document &document, const QByteArray &bytes)
{
    return bytes.count('<') <= mostTags
        && document.load_buffer(bytes.constData(), static_cast<size_t>(bytes.size()), parsing, pugi::encoding_utf8);
}

// The namespaces that are looked at, by the prefix that every office program gives them.
struct WordNamespace {
    Name prefix;
    Name name;
};
constexpr std::array wordNamespaces{
    WordNamespace{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
    WordNamespace{"xmlns:w", "http://purl.oclc.org/ooxml/wordprocessingml/main"},
    WordNamespace{"xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math"},
    WordNamespace{"xmlns:m", "http://purl.oclc.org/ooxml/officeDocument/math"},
    WordNamespace{"xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
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
        const auto means = [&](const WordNamespace &known) { return known.prefix == name && known.name == value; };
        const bool isOurs = std::any_of(wordNamespaces.begin(), wordNamespaces.end(),
            [&](const WordNamespace &known) { return known.prefix == name || known.name == value; });
        // With mc:ProcessContent elements that nobody knows enclose text that is shown.
        return name != "mc:ProcessContent"
            && (!name.starts_with("xmlns") || !isOurs
                || std::any_of(wordNamespaces.begin(), wordNamespaces.end(), means));
    }
};

// To the letter: word processors know no others (ECMA-376 part 1, 15.2.13 and annex A).
constexpr std::array mainTypes{
    Name("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"),
    Name("http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"),
};

// The part that holds the text; "" where the package names none, or several.
QString mainPart(const QList<ArchivePart> &parts)
{
    pugi::xml_document document;
    if (!load(document, partNamed(parts, QStringLiteral("_rels/.rels"))))
        return {};
    QStringList targets;
    for (const pugi::xml_node &relation : document.child("Relationships")) {
        const Name type = relation.attribute("Type").as_string();
        if (std::find(mainTypes.begin(), mainTypes.end(), type) != mainTypes.end())
            targets.append(QString::fromUtf8(relation.attribute("Target").as_string()));
    }
    if (targets.size() != 1)
        return {};
    const QString &target = targets.constFirst();
    return target.startsWith(u'/') ? target.mid(1) : QDir::cleanPath(target);
}

} // namespace

int boundedNumber(const pugi::xml_node &node, const char *attribute, int otherwise, int least, int most)
{
    return std::clamp(node.attribute(attribute).as_int(otherwise), least, most);
}

bool DocxPackage::read(const QList<ArchivePart> &parts)
{
    UsualNames names;
    return load(document, partNamed(parts, mainPart(parts))) && document.traverse(names);
}

} // namespace zhibao
