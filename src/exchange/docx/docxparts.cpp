// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/docxparts.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <pugixml.hpp>

namespace zhibao {

namespace {

using Kind = ForeignContent::Kind;
using Text = std::string_view;

#define WORD_TYPE(name) "application/vnd.openxmlformats-officedocument.wordprocessingml." name "+xml"
#define OFFICE_RELATION(name) "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" name

constexpr Text relationType = "application/vnd.openxmlformats-package.relationships+xml";

struct KnownPart {
    Text name;
    DocxPart kind;
    Text type; // of its content; empty: goes by the ending of its name
    bool isNeeded = true;
};

constexpr std::array knownParts{
    KnownPart{"[Content_Types].xml", DocxPart::Types, {}},
    KnownPart{"_rels/.rels", DocxPart::Relations, relationType},
    KnownPart{"word/_rels/document.xml.rels", DocxPart::Relations, relationType},
    KnownPart{"word/document.xml", DocxPart::Document, WORD_TYPE("document.main")},
    KnownPart{"word/styles.xml", DocxPart::Styles, WORD_TYPE("styles")},
    KnownPart{"word/settings.xml", DocxPart::Settings, WORD_TYPE("settings")},
    KnownPart{"word/fontTable.xml", DocxPart::Fonts, WORD_TYPE("fontTable")},
    KnownPart{"word/footer1.xml", DocxPart::Footer, WORD_TYPE("footer")},
    KnownPart{"word/footer2.xml", DocxPart::Footer, WORD_TYPE("footer")},
    KnownPart{"word/header1.xml", DocxPart::Header, WORD_TYPE("header"), false},
    KnownPart{"word/header2.xml", DocxPart::Header, WORD_TYPE("header"), false},
    KnownPart{"docProps/core.xml", DocxPart::Core, "application/vnd.openxmlformats-package.core-properties+xml"},
    KnownPart{"docProps/app.xml", DocxPart::Application,
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"},
};

// What parts are by the endings of their names.
constexpr std::array endings{
    std::pair<Text, Text>{"rels", relationType},
    std::pair<Text, Text>{"xml", "application/xml"},
    std::pair<Text, Text>{"png", "image/png"},
    std::pair<Text, Text>{"jpeg", "image/jpeg"},
};

struct KnownRelation {
    Text source; // the part that names the other; empty: the package
    Text type;
    Text target; // as it is written
};

// LibreOffice writes the type of the core properties in a way of its own, so that Word does not find them.
constexpr std::array knownRelations{
    KnownRelation{"", OFFICE_RELATION("officeDocument"), "word/document.xml"},
    KnownRelation{"", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"},
    KnownRelation{"", "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
        "docProps/core.xml"},
    KnownRelation{"", OFFICE_RELATION("extended-properties"), "docProps/app.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("styles"), "styles.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("settings"), "settings.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("fontTable"), "fontTable.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("footer"), "footer1.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("footer"), "footer2.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("header"), "header1.xml"},
    KnownRelation{"word/document.xml", OFFICE_RELATION("header"), "header2.xml"},
};

// Pictures are told where they are shown.
constexpr Text pictureRelation = OFFICE_RELATION("image");

#undef WORD_TYPE
#undef OFFICE_RELATION

QString textOf(Text text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const KnownPart *knownPart(const QString &name)
{
    const auto found = std::find_if(
        knownParts.begin(), knownParts.end(), [&](const KnownPart &part) { return textOf(part.name) == name; });
    return found == knownParts.end() ? nullptr : &*found;
}

// Whether a part of that name may hold a picture; the text names it from its folder on.
bool isPictureName(const QString &name)
{
    return name.startsWith(u"word/media/image") && name.endsWith(u".png") && name.size() <= 24;
}

bool isPicture(const ArchivePart &part)
{
    return isPictureName(part.name) && part.bytes.startsWith("\x89PNG\r\n\x1A\n");
}

pugi::xml_document loaded(const QByteArray &bytes)
{
    pugi::xml_document document;
    document.load_buffer(
        bytes.constData(), static_cast<std::size_t>(bytes.size()), pugi::parse_default, pugi::encoding_utf8);
    return document;
}

bool holds(const QList<ArchivePart> &parts, const QString &name)
{
    return std::any_of(parts.begin(), parts.end(), [&](const ArchivePart &part) { return part.name == name; });
}

// The list that says what each part is.
class TypesCheck {
public:
    TypesCheck(const QList<ArchivePart> &parts, ForeignContents &foreign)
        : m_parts(parts)
        , m_foreign(foreign)
    {
    }

    void run()
    {
        const pugi::xml_document types = loaded(partNamed(m_parts, QStringLiteral("[Content_Types].xml")));
        QSet<QString> seen;
        for (const pugi::xml_node &entry : types.child("Types")) {
            const bool isEnding = Text(entry.name()) == "Default";
            const QString name = isEnding ? valueOf(entry, "Extension") : valueOf(entry, "PartName");
            if (seen.contains(name.toCaseFolded()) || !(isEnding ? isKnownEnding(entry) : isKnownPart(entry)))
                m_foreign.add({Kind::Type, name, {}, valueOf(entry, "ContentType")});
            seen.insert(name.toCaseFolded());
        }
        for (const ArchivePart &part : m_parts) {
            const KnownPart *const known = knownPart(part.name);
            const bool isByEnding = !known || known->type.empty() || known->type == relationType;
            if (!isByEnding && !seen.contains((u'/' + part.name).toCaseFolded()))
                m_foreign.add({Kind::Type, part.name, {}, {}});
        }
    }

private:
    static bool isKnownEnding(const pugi::xml_node &entry)
    {
        const std::pair<Text, Text> said(
            entry.attribute("Extension").as_string(), entry.attribute("ContentType").as_string());
        return std::find(endings.begin(), endings.end(), said) != endings.end();
    }

    bool isKnownPart(const pugi::xml_node &entry) const
    {
        const QString name = valueOf(entry, "PartName");
        if (isPictureName(name.mid(1)))
            return holds(m_parts, name.mid(1)) && Text(entry.attribute("ContentType").as_string()) == "image/png";
        const KnownPart *const part = name.startsWith(u'/') ? knownPart(name.mid(1)) : nullptr;
        return part && holds(m_parts, name.mid(1)) && part->type == entry.attribute("ContentType").as_string();
    }

    const QList<ArchivePart> &m_parts;
    ForeignContents &m_foreign;
};

// The relations of a part, or of the package where `source` is empty, each once and to a part that there is.
void checkRelations(const QList<ArchivePart> &parts, Text source, const QString &list, ForeignContents &foreign)
{
    const pugi::xml_document relations = loaded(partNamed(parts, list));
    const QString folder = source.empty() ? QString() : QStringLiteral("word/");
    QSet<QString> ids;
    QSet<QString> targets;
    for (const pugi::xml_node &relation : relations.child("Relationships")) {
        const QString target = valueOf(relation, "Target");
        const Text type = relation.attribute("Type").as_string();
        const bool isOfPicture = !source.empty() && type == pictureRelation && isPictureName(folder + target);
        const bool isKnown
            = isOfPicture || std::any_of(knownRelations.begin(), knownRelations.end(), [&](const KnownRelation &known) {
                  return known.source == source && known.type == type && textOf(known.target) == target;
              });
        const QString id = valueOf(relation, "Id");
        if (!isKnown || ids.contains(id) || targets.contains(target) || !holds(parts, folder + target))
            foreign.add({Kind::Relation, list, textOf(type), target});
        ids.insert(id);
        targets.insert(target);
    }
    for (const KnownRelation &known : knownRelations) {
        const QString target = textOf(known.target);
        if (known.source == source && holds(parts, folder + target) && !targets.contains(target))
            foreign.add({Kind::Missing, list, target, {}});
    }
}

const QString documentRelations = QStringLiteral("word/_rels/document.xml.rels");

} // namespace

QString valueOf(const pugi::xml_node &node, const char *attribute)
{
    return QString::fromUtf8(node.attribute(attribute).as_string());
}

std::optional<DocxPart> docxPartKind(const QString &name)
{
    const KnownPart *const part = knownPart(name);
    return part ? std::optional(part->kind) : std::nullopt;
}

QByteArray partNamed(const QList<ArchivePart> &parts, const QString &name)
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const ArchivePart &part) { return part.name == name; });
    return found == parts.end() ? QByteArray() : found->bytes;
}

void checkParts(const QList<ArchivePart> &parts, ForeignContents &foreign)
{
    for (const ArchivePart &part : parts) {
        if (!knownPart(part.name) && !isPicture(part))
            foreign.add({Kind::Part, {}, part.name, {}});
    }
    for (const KnownPart &part : knownParts) {
        if (part.isNeeded && !holds(parts, textOf(part.name)))
            foreign.add({Kind::Missing, {}, textOf(part.name), {}});
    }
    TypesCheck(parts, foreign).run();
    checkRelations(parts, {}, QStringLiteral("_rels/.rels"), foreign);
    checkRelations(parts, "word/document.xml", documentRelations, foreign);
}

void checkReferences(const QList<ArchivePart> &parts, const pugi::xml_node &section, ForeignContents &foreign)
{
    const pugi::xml_document relations = loaded(partNamed(parts, documentRelations));
    QHash<QString, QString> targets; // by id
    for (const pugi::xml_node &relation : relations.child("Relationships"))
        targets.insert(valueOf(relation, "Id"), valueOf(relation, "Target"));
    const QString part = QStringLiteral("word/document.xml");
    for (const auto &[name, story] :
        {std::pair("w:headerReference", u"header"), std::pair("w:footerReference", u"footer")}) {
        QSet<QString> pages;
        QSet<QString> named;
        int count = 0;
        for (const pugi::xml_node &reference : section.children(name)) {
            const QString target = targets.value(valueOf(reference, "r:id"));
            pages.insert(valueOf(reference, "w:type"));
            named.insert(target);
            ++count;
            if (!target.startsWith(story))
                foreign.add({Kind::Relation, part, QString::fromLatin1(name), target});
        }
        const bool isWanted = holds(parts, QStringLiteral("word/%1%2.xml").arg(QStringView(story)).arg(1));
        if (count != (isWanted ? 2 : 0) || pages.size() != count || named.size() != count)
            foreign.add({Kind::Missing, part, QString::fromLatin1(name), {}});
    }
}

} // namespace zhibao
