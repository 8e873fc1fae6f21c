// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/docxtext.h"

#include "base/archive.h"
#include "exchange/docxlooks.h"
#include "exchange/docxpackage.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string_view>

namespace zhibao {

namespace {

constexpr int deepest = 256; // elements within one another
constexpr char16_t lineBreak = u'\u2028';
// Stands before what a word processor may show otherwise than it is written, so that it never passes for plain text.
constexpr char16_t doubt = u'\uFFFC';

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

// Elements that only enclose others: text put in with changes tracked, links, form controls.
constexpr std::array<Name, 8> transparent{
    "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir"};

// What a word processor shows of these is not what they enclose, or lies elsewhere: other documents, the result of a
// field, formulas, text that is turned round or stands above other text.
constexpr std::array<Name, 16> doubtful{"w:altChunk", "w:subDoc", "w:fldSimple", "w:instrText", "m:oMath",
    "m:oMathPara", "w:bdo", "w:ruby", "w:pgNum", "w:dayShort", "w:dayLong", "w:monthShort", "w:monthLong",
    "w:yearShort", "w:yearLong", "w:contentPart"};

// Of several contents, of which every word processor shows one: whether they are more than pictures and text boxes.
bool offersText(const pugi::xml_node &alternatives)
{
    constexpr std::array<Name, 3> boxes{"w:drawing", "w:pict", "w:object"};
    const pugi::xml_node text = alternatives.find_node([&](const pugi::xml_node &node) {
        if (!nameOf(node).ends_with(":t"))
            return false;
        pugi::xml_node around = node;
        while (around != alternatives && !isOneOf(nameOf(around), boxes))
            around = around.parent();
        return around == alternatives;
    });
    return !text.empty();
}

bool isDoubtful(const pugi::xml_node &node)
{
    if (nameOf(node) == "mc:AlternateContent")
        return offersText(node);
    // What a control is bound to takes the place of what it encloses.
    const pugi::xml_node binding = node.child("w:sdtPr").find_child(
        [](const pugi::xml_node &property) { return nameOf(property).ends_with(":dataBinding"); });
    return !binding.empty() || isOneOf(nameOf(node), doubtful);
}

// All of the text, also where a comment or a CDATA section parts it.
QString textOf(const pugi::xml_node &node)
{
    QString text;
    for (const pugi::xml_node &part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
            text += QString::fromUtf8(part.value());
    }
    return text;
}

// Collects paragraphs on a walk through the document's elements.
class Walk {
public:
    explicit Walk(const DocxLooks &looks)
        : m_looks(looks)
    {
    }

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
            if (isDoubtful(node))
                append(QString(doubt));
            if (name == "w:p") {
                m_text = m_looks.isLabelled(node) ? QString(doubt) : QString();
                runs(node, depth + 1);
                append(m_text);
            } else if (name == "w:tbl") {
                table(node, depth + 1);
            } else if (isOneOf(name, transparent)) {
                blocks(node, depth + 1);
            }
        }
    }

    void append(const QString &text) { m_paragraphs.append({text, m_cell.table, m_cell.row, m_cell.column}); }

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
                if (isSwitchedOn(node.child("w:trPr").child("w:hidden")))
                    append(QString(doubt));
                cells(node, depth + 1, isInner);
                continue;
            }
            if (isDoubtful(node))
                append(QString(doubt));
            if (isOneOf(nameOf(node), transparent))
                rows(node, depth + 1, isInner);
        }
    }

    void cells(const pugi::xml_node &parent, int depth, bool isInner)
    {
        if (!goesDeeper(depth))
            return;
        for (const pugi::xml_node &node : parent) {
            if (isDoubtful(node))
                append(QString(doubt));
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
            if (isDoubtful(node))
                m_text += doubt;
            if (nameOf(node) == "w:r" && !isSwitchedOn(node.child("w:rPr").child("w:vanish")))
                run(node, depth + 1);
            else if (isOneOf(nameOf(node), transparent))
                runs(node, depth + 1);
        }
    }

    void run(const pugi::xml_node &parent, int depth)
    {
        if (!goesDeeper(depth))
            return;
        const qsizetype start = m_text.size();
        for (const pugi::xml_node &node : parent) {
            const Name name = nameOf(node);
            if (name == "w:t")
                m_text += textOf(node);
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
            else if (isDoubtful(node))
                m_text += doubt;
        }
        if (m_text.size() > start && m_looks.isDoubtful(parent))
            m_text.insert(start, doubt);
    }

    const DocxLooks &m_looks;
    QList<TextParagraph> m_paragraphs;
    TextParagraph m_cell; // where the walk is
    QString m_text; // of the paragraph the walk is in
    int m_tables = 0;
    bool m_tooDeep = false;
};

} // namespace

Result<QList<TextParagraph>> docxParagraphs(const QByteArray &bytes, const QString &path)
{
    ArchiveLimits limits;
    limits.passOverFolders = true;
    const Result<QList<ArchivePart>> parts = zipParts(bytes, limits, path);
    if (!parts && parts.error().arguments.value(1) == u"too-large")
        return Error{ErrorCode::FileTooLarge, {path, QString::number(limits.total / 1024 / 1024)}};
    DocxPackage package;
    if (!parts || !package.read(*parts))
        return Error{ErrorCode::PictureUnreadable, {path}};
    const DocxLooks looks(package.styles.child("w:styles"));
    Walk walk(looks);
    if (!walk.run(package.document.child("w:document").child("w:body")))
        return Error{ErrorCode::PictureUnreadable, {path}};
    return walk.paragraphs();
}

} // namespace zhibao
