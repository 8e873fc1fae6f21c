// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/archive.h"

#include <QHash>

#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

// Office programs give the same elements other prefixes: what counts is the name behind it.
std::string_view localName(std::string_view name);
inline std::string_view localName(const pugi::xml_node &node)
{
    return localName(node.name());
}
pugi::xml_node childNamed(const pugi::xml_node &node, std::string_view name);
// Null where there is none.
pugi::xml_attribute attributeNamed(const pugi::xml_node &node, std::string_view name);
QString attributeText(const pugi::xml_node &node, std::string_view name);
int attributeNumber(const pugi::xml_node &node, std::string_view name, int otherwise, int least, int most);

// Whether a switch such as <w:vanish/> is there and does not say that it is off.
bool isSwitchOn(const pugi::xml_node &property);

// All of the text of an element, also where a comment or a CDATA section parts it.
QString elementText(const pugi::xml_node &node);

// The tree of an XML file takes many times its size: of at most about this many bytes.
inline constexpr qint64 xmlTreeLimit = 150 * 1024 * 1024;
enum class XmlOutcome { Read, Unreadable, TooLarge };
XmlOutcome readXml(pugi::xml_document &document, const QByteArray &bytes);

// A package of Office Open XML that came from anywhere (ECMA-376 part 2).
class OfficePackage {
public:
    struct Relation {
        QString type; // the last step of its name: "styles"
        QString target; // name of a part; of what lies outside: as it stands
        bool isExternal = false;
    };

    explicit OfficePackage(QList<ArchivePart> parts);

    // Null where there is none.
    const ArchivePart *part(const QString &name) const;
    const QList<ArchivePart> &parts() const { return m_parts; }
    // Of a part, or of the package itself where the name is empty; by id.
    QHash<QString, Relation> relations(const QString &part) const;
    // The part that programs open; empty where there is none.
    QString mainPart() const;
    // What a part is related to by that type, by name of the part.
    QStringList related(const QString &part, const QString &type) const;

private:
    QList<ArchivePart> m_parts;
    QHash<QString, qsizetype> m_places; // by folded name
};

// Reads the parts of text, and passes over pictures and the like. Errors: FileTooLarge, DocumentUnreadable.
Result<OfficePackage> readOfficePackage(const QByteArray &bytes, const QString &path);

} // namespace zhibao
