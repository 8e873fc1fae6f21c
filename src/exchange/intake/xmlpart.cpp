// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/intake/xmlpart.h"

#include <QDir>

#include <algorithm>

namespace zhibao {

namespace {

bool isTextPart(const QString &name)
{
    return name.endsWith(QStringLiteral(".xml"), Qt::CaseInsensitive)
        || name.endsWith(QStringLiteral(".rels"), Qt::CaseInsensitive);
}

QString folderOfPart(const QString &part)
{
    return part.left(part.lastIndexOf(u'/') + 1);
}

QString relationsPart(const QString &part)
{
    const QString folder = folderOfPart(part);
    return folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels");
}

} // namespace

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node childNamed(const pugi::xml_node &node, std::string_view name)
{
    for (const pugi::xml_node &child : node) {
        if (localName(child) == name)
            return child;
    }
    return {};
}

pugi::xml_attribute attributeNamed(const pugi::xml_node &node, std::string_view name)
{
    for (const pugi::xml_attribute &attribute : node.attributes()) {
        if (localName(attribute.name()) == name)
            return attribute;
    }
    return {};
}

QString attributeText(const pugi::xml_node &node, std::string_view name)
{
    return QString::fromUtf8(attributeNamed(node, name).as_string());
}

int attributeNumber(const pugi::xml_node &node, std::string_view name, int otherwise, int least, int most)
{
    return std::clamp(attributeNamed(node, name).as_int(otherwise), least, most);
}

bool isSwitchOn(const pugi::xml_node &property)
{
    const std::string_view value = attributeNamed(property, "val").as_string("true");
    return property && value != "false" && value != "0" && value != "off";
}

QString elementText(const pugi::xml_node &node)
{
    QString text;
    for (const pugi::xml_node &part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
            text += QString::fromUtf8(part.value());
    }
    return text;
}

XmlOutcome readXml(pugi::xml_document &document, const QByteArray &bytes)
{
    constexpr qint64 nodeSize = 64;
    constexpr qint64 attributeSize = 40;
    const qint64 tree = bytes.count('<') * nodeSize + bytes.count('>') * nodeSize / 2 + bytes.count('=') * attributeSize
        + bytes.size();
    if (tree > xmlTreeLimit)
        return XmlOutcome::TooLarge;
    return document.load_buffer(bytes.constData(), static_cast<size_t>(bytes.size()),
               pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_auto)
        ? XmlOutcome::Read
        : XmlOutcome::Unreadable;
}

OfficePackage::OfficePackage(QList<ArchivePart> parts)
    : m_parts(std::move(parts))
{
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        m_places.insert(m_parts[i].name.toCaseFolded(), i);
}

const ArchivePart *OfficePackage::part(const QString &name) const
{
    const qsizetype at = m_places.value(name.toCaseFolded(), -1);
    return at < 0 ? nullptr : &m_parts[at];
}

QHash<QString, OfficePackage::Relation> OfficePackage::relations(const QString &name) const
{
    QHash<QString, Relation> relations;
    const ArchivePart *const source = part(relationsPart(name));
    pugi::xml_document document;
    if (!source || readXml(document, source->bytes) != XmlOutcome::Read)
        return relations;
    for (const pugi::xml_node &node : childNamed(document, "Relationships")) {
        Relation relation;
        relation.type = attributeText(node, "Type").section(u'/', -1);
        relation.target = attributeText(node, "Target");
        relation.isExternal = attributeText(node, "TargetMode") == QStringLiteral("External");
        if (!relation.isExternal)
            relation.target = relation.target.startsWith(u'/') ? relation.target.mid(1)
                                                               : QDir::cleanPath(folderOfPart(name) + relation.target);
        relations.insert(attributeText(node, "Id"), relation);
    }
    return relations;
}

QString OfficePackage::mainPart() const
{
    const QStringList named = related({}, QStringLiteral("officeDocument"));
    return named.isEmpty() ? QString() : named.constFirst();
}

QStringList OfficePackage::related(const QString &name, const QString &type) const
{
    QStringList names;
    const QHash<QString, Relation> all = relations(name);
    for (const Relation &relation : all) {
        if (relation.type == type && !relation.isExternal && part(relation.target))
            names.append(relation.target);
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

Result<OfficePackage> readOfficePackage(const QByteArray &bytes, const QString &path)
{
    ArchiveLimits limits;
    limits.parts = 4'000; // pictures count as well
    limits.total = 64 * 1024 * 1024;
    limits.passOverFolders = true;
    limits.isWanted = isTextPart;
    Result<QList<ArchivePart>> parts = zipParts(bytes, limits, path);
    if (parts)
        return OfficePackage(std::move(parts.value()));
    const QString cause = parts.error().arguments.value(1);
    if (cause == u"too-large" || cause == u"too-many-parts")
        return Error{ErrorCode::FileTooLarge, {path, QString::number(limits.total / 1024 / 1024)}};
    return Error{ErrorCode::DocumentUnreadable, {path}};
}

} // namespace zhibao
