// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docxtext.h"

#include "base/archive.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

constexpr int deepest = 256; // elements within one another
// Every element takes memory, however short it is written.
constexpr qsizetype mostTags = 4'000'000;
constexpr char16_t lineBreak = u'\u2028';
constexpr unsigned int parsing = pugi::parse_default | pugi::parse_ws_pcdata;

using Name = std::string_view;

Name nameOf(const pugi::xml_node &node)
{
    return node.name();
}

template <std::size_t size>
bool isOneOf(Name name, const std::array<Name, size> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that only enclose others: text put in with changes tracked, links, fields, form controls.
constexpr std::array<Name, 12> transparent{"w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:fldSimple", "w:sdt",
    "w:sdtContent", "w:customXml", "w:dir", "w:bdo", "mc:AlternateContent", "mc:Choice"};

// Of a switch such as <w:vanish/>, which may say that it is off.
bool isOn(const pugi::xml_node &property)
{
    const Name value = property.attribute("w:val").as_string("true");
    return property && value != "false" && value != "0" && value != "off";
}

// Collects paragraphs on a walk through the document's elements.
class Walk {
public:
    // False where elements lie too deep in one another.
    bool run(const pugi::xml_node &body)
    {
        blocks(body, 0);
        return !m_tooDeep;
    }
    QList<TextParagraph> paragraphs() const { return m_paragraphs; }

private:
    bool goesDeeper(int depth)
    {
        m_tooDeep = m_tooDeep || depth > deepest;
        return !m_tooDeep;
    }

    void blocks(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            const Name name = nameOf(node);
            if (name == "w:p") {
                m_text.clear();
                runs(node, depth + 1);
                m_paragraphs.append({m_text, m_cell.table, m_cell.row, m_cell.column});
            } else if (name == "w:tbl") {
                table(node, depth + 1);
            } else if (isOneOf(name, transparent)) {
                blocks(node, depth + 1);
            }
        }
    }

    // A table in a cell is part of what the cell says.
    void table(const pugi::xml_node &node, int depth)
    {
        const TextParagraph outer = m_cell;
        const bool isInner = outer.table >= 0;
        if (!isInner)
            m_cell = {{}, m_tables++, -1, -1};
        rows(node, depth, isInner);
        m_cell = outer;
    }

    void rows(const pugi::xml_node &parent, int depth, bool isInner)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (nameOf(node) == "w:tr" && !node.child("w:trPr").child("w:del")) {
                if (!isInner) {
                    ++m_cell.row;
                    m_cell.column = node.child("w:trPr").child("w:gridBefore").attribute("w:val").as_int(0);
                }
                cells(node, depth + 1, isInner);
            } else if (isOneOf(nameOf(node), transparent)) {
                rows(node, depth + 1, isInner);
            }
        }
    }

    void cells(const pugi::xml_node &parent, int depth, bool isInner)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (nameOf(node) == "w:tc") {
                cell(node, depth + 1);
                if (!isInner)
                    m_cell.column += std::max(1, node.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1));
            } else if (isOneOf(nameOf(node), transparent)) {
                cells(node, depth + 1, isInner);
            }
        }
    }

    void cell(const pugi::xml_node &node, int depth)
    {
        const qsizetype before = m_paragraphs.size();
        blocks(node, depth);
        const pugi::xml_node merge = node.child("w:tcPr").child("w:vMerge");
        const bool isCovered = merge && Name(merge.attribute("w:val").as_string("continue")) == "continue";
        const auto isEmpty = [](const TextParagraph &paragraph) { return paragraph.text.isEmpty(); };
        if (isCovered && std::all_of(m_paragraphs.cbegin() + before, m_paragraphs.cend(), isEmpty))
            m_paragraphs.resize(before);
    }

    void runs(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (nameOf(node) == "w:r" && !isOn(node.child("w:rPr").child("w:vanish")))
                run(node, depth + 1);
            else if (isOneOf(nameOf(node), transparent))
                runs(node, depth + 1);
        }
    }

    void run(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            const Name name = nameOf(node);
            if (name == "w:t")
                m_text += QString::fromUtf8(node.text().as_string());
            else if (name == "w:tab")
                m_text += u'\t';
            else if (name == "w:br" || name == "w:cr")
                m_text += lineBreak;
            else if (name == "w:noBreakHyphen")
                m_text += u'\u2011';
            else if (name == "w:softHyphen")
                m_text += u'\u00AD';
            else if (name == "w:sym")
                m_text += QChar(QString::fromUtf8(node.attribute("w:char").as_string()).toUShort(nullptr, 16));
            else if (isOneOf(name, transparent))
                run(node, depth + 1);
        }
    }

    QList<TextParagraph> m_paragraphs;
    TextParagraph m_cell; // where the walk is
    QString m_text; // of the paragraph the walk is in
    int m_tables = 0;
    bool m_tooDeep = false;
};

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

// The part that word processors show: the package says which one it is.
QByteArray mainPart(const QList<ArchivePart> &parts)
{
    pugi::xml_document relations;
    if (!load(relations, partNamed(parts, QStringLiteral("_rels/.rels"))))
        return {};
    for (const pugi::xml_node &relation : relations.child("Relationships")) {
        if (!Name(relation.attribute("Type").as_string()).ends_with("/officeDocument"))
            continue;
        const QString target = QString::fromUtf8(relation.attribute("Target").as_string());
        return partNamed(parts, target.startsWith(u'/') ? target.mid(1) : target);
    }
    return {};
}

} // namespace

Result<QList<TextParagraph>> docxParagraphs(const QByteArray &bytes, const QString &path)
{
    ArchiveLimits limits;
    limits.passOverFolders = true;
    const Result<QList<ArchivePart>> parts = zipParts(bytes, limits, path);
    if (!parts && parts.error().arguments.value(1) == u"too-large")
        return Error{ErrorCode::FileTooLarge, {path, QString::number(limits.total / 1024 / 1024)}};
    pugi::xml_document document;
    Walk walk;
    if (!parts || !load(document, mainPart(*parts)) || !walk.run(document.child("w:document").child("w:body")))
        return Error{ErrorCode::PictureUnreadable, {path}};
    return walk.paragraphs();
}

} // namespace zhibao
